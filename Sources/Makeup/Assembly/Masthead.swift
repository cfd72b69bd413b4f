import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// Sets what belongs to the page rather than to a story: masthead, folio, teasers, imprint (版面要素).
struct FurnitureSetter {
  let edition: Edition
  let request: PageRequest
  let types: TypeCase
  let pages: Int

  var size: Length { types.grid.size }

  func line(
    _ text: String, _ style: ResolvedStyle, from inline: Length, measure: Length, axis: Length,
    ink: Ink? = nil
  ) -> Item {
    .line(
      types.line(text, as: style, measure: measure),
      start: LogicalPoint(inline: inline, block: axis),
      ink ?? Ink(percents: style.ink))
  }

  func rule(at block: Length, from: Length = .zero, to: Length, weight: Double) -> Item {
    .rule(
      from: LogicalPoint(inline: from, block: block), to: LogicalPoint(inline: to, block: block),
      weight: .points(weight), .black, .solid)
  }

  /// 2022年1月11日
  var dateText: String { "\(edition.date.year)年\(edition.date.month)月\(edition.date.day)日" }

  var paper: String { edition.masthead.name ?? edition.paper }
}

extension FurnitureSetter {
  /// 报头: the name, larger than anything else on the page; beside it the day, below it the
  /// publisher's lines between two rules.
  func masthead(_ rect: Rect) -> Panel {
    let width = rect.width
    let foot = publisherLines(width: width)
    let bandTop = rect.height - foot.extent
    let name = namePart(width: width, height: bandTop - types.grid.pitch / 2)
    let items = name + foot.items.map { $0.moved(inline: .zero, block: bandTop) }
    return Panel(rect: rect, items: items)
  }

  private func namePart(width: Length, height: Length) -> [Item] {
    let dateWidth = max(size * 9, width.thousandths(200))
    let nameWidth = width - dateWidth - size
    var items = nameplate(width: nameWidth, height: height)
    items += dateBlock(from: nameWidth + size, width: dateWidth, height: height)
    return items
  }

  private func nameplate(width: Length, height: Length) -> [Item] {
    let area = LogicalRect(inline: .zero, block: .zero, inlineSize: width, blockSize: height)
    if let file = edition.masthead.artFile, file.width > 0, file.height > 0 {
      let scale = min(width.points / Double(file.width), height.points / Double(file.height))
      let placement = LogicalRect(
        inline: .zero, block: .zero, inlineSize: .points(Double(file.width) * scale),
        blockSize: .points(Double(file.height) * scale))
      return [.picture(file: file.path, placement: placement, clip: area)]
    }
    let style = types.style("masthead-name")
    let tagline = edition.masthead["tagline"]
    let available = tagline == nil ? height : height - size * 3 / 2
    let count = max(1, paper.unicodeScalars.count)
    let letter = min(available.thousandths(960), width / count)
    // Letters of a name keep together: at most a third of one between them.
    let spread = min(width, letter * (count - 1) * 4 / 3 + letter)
    var items: [Item] = [
      line(paper, style.sized(letter), from: .zero, measure: spread, axis: available / 2)
    ]
    if let tagline {
      let style = types.style("masthead-line").aligned(.center)
      items.append(line(tagline, style, from: .zero, measure: spread, axis: height - size / 2))
    }
    return items
  }

  /// The day in a box of its own: date, weekday, lunar date, issue and number of pages.
  private func dateBlock(from inline: Length, width: Length, height: Length) -> [Item] {
    let style = types.style("masthead-date")
    var rows = [dateText, edition.weekday, edition.lunar]
    if let issue = edition.issue { rows.append("第\(issue)期") }
    rows.append("今日\(pages)版")
    let pitch = min(style.text.size * 2, height / (rows.count + 1))
    var axis = (height - pitch * (rows.count - 1)) / 2
    var items: [Item] = []
    for row in rows where !row.isEmpty {
      let fitting = types.width(row, as: style)
      let sized =
        fitting > width
        ? style.sized(Length(units: style.text.size.units * width.units / fitting.units)) : style
      items.append(line(row, sized, from: inline, measure: width, axis: axis))
      axis += pitch
    }
    items.append(
      .rule(
        from: LogicalPoint(inline: inline - size / 2, block: height / 10),
        to: LogicalPoint(inline: inline - size / 2, block: height * 9 / 10), weight: .points(0.5),
        .black, .solid))
    return items
  }

  /// Publisher, registration, telephone … as typed: spread over one or more lines between rules of 1 and 0.5 pt.
  private func publisherLines(width: Length) -> (items: [Item], extent: Length) {
    let style = types.style("masthead-line")
    let shown = edition.masthead.entries.filter { $0.key != "tagline" }
    let texts = shown.map(\.value)
    guard !texts.isEmpty else { return ([rule(at: .zero, to: width, weight: 1)], .points(1)) }
    let pitch = style.text.size * 8 / 5
    var items: [Item] = [rule(at: .zero, to: width, weight: 1)]
    var axis = pitch * 3 / 5
    for row in rowsOf(texts, style, width: width) {
      items += spread(row, style, width: width, axis: axis)
      axis += pitch
    }
    let end = axis - pitch * 2 / 5
    items.append(rule(at: end, to: width, weight: 0.5))
    return (items, end + .points(0.5))
  }

  /// As many texts to a row as fit with an em between them.
  func rowsOf(_ texts: [String], _ style: ResolvedStyle, width: Length) -> [[String]] {
    var rows: [[String]] = [[]]
    var used = Length.zero
    for text in texts {
      let needed = types.width(text, as: style) + style.text.size
      if used + needed > width + style.text.size, rows[rows.count - 1].isEmpty == false {
        rows.append([])
        used = .zero
      }
      rows[rows.count - 1].append(text)
      used += needed
    }
    return rows
  }

  /// Texts on one line, the first at its start, the last at its end, even gaps between.
  func spread(_ texts: [String], _ style: ResolvedStyle, width: Length, axis: Length) -> [Item] {
    let widths = texts.map { types.width($0, as: style) }
    let gap = texts.count < 2 ? .zero : (width - widths.reduce(.zero, +)) / (texts.count - 1)
    var inline = texts.count == 1 ? (width - widths[0]) / 2 : .zero
    var items: [Item] = []
    for (text, measure) in zip(texts, widths) {
      items.append(line(text, style.aligned(.start), from: inline, measure: measure, axis: axis))
      inline += measure + gap
    }
    return items
  }
}
