import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// 报眉: page number and section at the left, the paper's name in the middle, date and editor at the
  /// right, a rule under all of them.
  func folio(_ rect: Rect) -> Panel {
    let width = rect.width
    let number = types.style("folio-number")
    let section = types.style("folio-section")
    let small = types.style("folio-line")
    let foot = rect.height - .points(1)
    let axis = min(foot - number.text.size * 3 / 5, rect.height / 2)
    let code = request.code.count < 2 ? "0\(request.code)" : request.code
    let codeWidth = types.width(code, as: number)
    var items = [line(code, number, from: .zero, measure: codeWidth, axis: axis)]
    let edge = codeWidth + size
    if let name = request.name {
      let measure = types.width(name, as: section)
      items.append(line(name, section.aligned(.start), from: edge, measure: measure, axis: axis))
    }
    let middle = types.style("folio-section").sized(section.text.size.thousandths(900))
    items.append(line(paper, middle.aligned(.center), from: .zero, measure: width, axis: axis))
    var right = [dateText + "　" + edition.weekday]
    if let editor = request.editor { right.append(editor) }
    let pitch = small.text.size * 7 / 5
    var rightAxis = axis - pitch * (right.count - 1) / 2
    for text in right {
      items.append(line(text, small.aligned(.end), from: .zero, measure: width, axis: rightAxis))
      rightAxis += pitch
    }
    items.append(rule(at: foot, to: width, weight: 1))
    items.append(rule(at: foot - .points(2), to: width, weight: 0.25))
    return Panel(rect: rect, items: items)
  }

  /// 导读: the stories to look for inside, each with its page; every one leads to its page in the PDF.
  func teasers(_ rect: Rect) -> Panel {
    let head = types.style("teaser-head")
    let width = rect.width
    let headExtent = head.text.size * 8 / 5
    let tab = types.width("导　读", as: head) + head.text.size
    var items: [Item] = [
      .fill(
        LogicalRect(inline: .zero, block: .zero, inlineSize: tab, blockSize: headExtent), .black),
      line("导　读", head, from: .zero, measure: tab, axis: headExtent / 2, ink: .white),
      rule(at: headExtent, to: width, weight: 1),
    ]
    let teasers = request.teasers
    guard !teasers.isEmpty else { return Panel(rect: rect, items: items) }
    let each = (rect.height - headExtent) / teasers.count
    for (index, teaser) in teasers.enumerated() {
      let top = headExtent + each * index
      items += self.teaser(teaser, width: width, height: each).map {
        $0.moved(inline: .zero, block: top)
      }
      if index > 0 {
        items.append(
          .rule(
            from: LogicalPoint(inline: .zero, block: top),
            to: LogicalPoint(inline: width, block: top),
            weight: .points(0.5), .black, .dotted))
      }
    }
    items.append(rule(at: rect.height - .points(0.25), to: width, weight: 0.5))
    return Panel(rect: rect, items: items)
  }

  /// One teaser: its title's lines at the left as large as they fit, its page at the lower right.
  private func teaser(_ teaser: Teaser, width: Length, height: Length) -> [Item] {
    let title = types.style("teaser-title")
    let page = types.style("teaser-page")
    let code = teaser.page.count < 2 ? "0\(teaser.page)" : teaser.page
    let box = types.width(code, as: page) + size * 3 / 4
    let section = teaser.section.map { types.width($0, as: page) + size / 2 } ?? .zero
    let tag = box + section
    let letter = letter(for: teaser.title, title, width: width - size - tag - size, height: height)
    let pitch = letter * 27 / 20
    var axis = (height - pitch * (teaser.title.count - 1)) / 2
    let link = MarkTag.link(to: "page-\(teaser.page)")
    var items: [Item] = [.begin(link)]
    for text in teaser.title {
      items.append(line(text, title.sized(letter), from: size, measure: width - size, axis: axis))
      axis += pitch
    }
    let boxHeight = page.text.size * 4 / 3
    let boxTop = height - boxHeight - size / 2
    let start = width - tag
    items += [
      .fill(
        LogicalRect(inline: start, block: boxTop, inlineSize: box, blockSize: boxHeight), .black),
      line(
        code, page.aligned(.center), from: start, measure: box, axis: boxTop + boxHeight / 2,
        ink: .white),
    ]
    if let section = teaser.section {
      items.append(
        line(
          section, page, from: start + box + size / 2, measure: tag - box,
          axis: boxTop + boxHeight / 2))
    }
    return items + [.end(link)]
  }

  /// The largest size at which a teaser's lines fit beside its page and under each other.
  private func letter(
    for lines: [String], _ style: ResolvedStyle, width: Length, height: Length
  ) -> Length {
    let widest = lines.map { types.width($0, as: style) }.max() ?? .zero
    let byWidth =
      widest > width
      ? Length(units: style.text.size.units * width.units / widest.units) : style.text.size
    let byHeight = (height - size) * 20 / (27 * max(1, lines.count))
    return max(style.minSize, min(byWidth, byHeight))
  }

  /// 报尾: the publisher's lines, small, between rules.
  func imprint(_ rect: Rect) -> Panel {
    let style = types.style("imprint")
    let texts = [paper] + edition.masthead.entries.filter { $0.key != "tagline" }.map(\.value)
    let rows = rowsOf(texts, style, width: rect.width)
    let pitch = min(style.text.size * 3 / 2, rect.height / (rows.count + 1))
    var axis = (rect.height - pitch * (rows.count - 1)) / 2
    var items = [rule(at: .zero, to: rect.width, weight: 0.75)]
    for row in rows {
      items += spread(row, style, width: rect.width, axis: axis)
      axis += pitch
    }
    items.append(rule(at: rect.height, to: rect.width, weight: 0.25))
    return Panel(rect: rect, items: items)
  }

  /// A `text` frame: its words in its style, in the middle.
  func text(_ rect: Rect, frame: Frame) -> Panel {
    let style = types.style(frame.style ?? "label")
    let lines = types.lines(frame.text ?? "", as: style, measure: rect.width)
    var axis = (rect.height - style.text.size * 3 / 2 * (lines.count - 1)) / 2
    let ink = frame.reverse != nil ? Ink.white : Ink(percents: style.ink)
    var items = backgroundItems(of: frame, size: rect.size)
    for line in lines {
      items.append(.line(line, start: LogicalPoint(inline: .zero, block: axis), ink))
      axis += style.text.size * 3 / 2
    }
    return Panel(rect: rect, items: items)
  }

  /// A `rule` frame: one line through its middle.
  func rule(_ rect: Rect) -> Panel {
    let isTall = rect.height > rect.width
    let (from, to) =
      isTall
      ? (
        LogicalPoint(inline: rect.width / 2, block: .zero),
        LogicalPoint(inline: rect.width / 2, block: rect.height)
      )
      : (
        LogicalPoint(inline: .zero, block: rect.height / 2),
        LogicalPoint(inline: rect.width, block: rect.height / 2)
      )
    return Panel(
      rect: rect, items: [.rule(from: from, to: to, weight: .points(0.5), .black, .solid)])
  }
}
