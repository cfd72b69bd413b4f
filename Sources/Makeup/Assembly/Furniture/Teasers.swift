import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// 导读: the stories to look for inside, each with its page; every one leads to its page in the PDF.
  func teasers(_ rect: Rect) -> Panel {
    let width = rect.width
    let band = band(words.said(.teasers), width: width)
    var items = band.items
    let teasers = request.teasers
    guard !teasers.isEmpty else { return Panel(rect: rect, items: items) }
    let each = (rect.height - band.extent) / teasers.count
    for (index, teaser) in teasers.enumerated() {
      let top = band.extent + each * index
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

  /// One teaser: its picture at the left where it has one, its title's lines as large as they fit, its page at the
  /// lower right.
  private func teaser(_ teaser: Teaser, width: Length, height: Length) -> [Item] {
    let photo = teaser.photo.map { self.photo($0, width: width, height: height) }
    let edge = photo?.end ?? size
    let title = types.style("teaser-title")
    let page = types.style("teaser-page")
    let box = types.width(number(teaser.page), as: page) + size * 3 / 4
    let section = teaser.section.map { types.width($0, as: page) + size / 2 } ?? .zero
    let tag = box + section
    let letter = letter(for: teaser.title, title, width: width - edge - tag - size, height: height)
    let pitch = letter * 27 / 20
    var axis = (height - pitch * (teaser.title.count - 1)) / 2
    let link = MarkTag.link(to: "page-\(teaser.page)")
    var items: [Item] = [.begin(link)] + (photo?.items ?? [])
    for text in teaser.title {
      items.append(line(text, title.sized(letter), from: edge, measure: width - edge, axis: axis))
      axis += pitch
    }
    let boxHeight = page.text.size * 4 / 3
    let level = height - boxHeight / 2 - size / 2
    let start = width - tag
    items += pageBox(teaser.page, at: start, width: box, axis: level)
    if let section = teaser.section {
      items.append(
        line(
          section, page, from: start + box + size / 2, measure: tag - box, axis: level))
    }
    return items + [.end(link)]
  }

  /// A picture as high as the teaser and no wider than a third of it, and where the words begin beside it.
  private func photo(_ picture: Picture, width: Length, height: Length) -> (
    items: [Item], end: Length
  ) {
    let white = size * 2 / 3
    let group = PhotoGroup(picture, PictureManner(picture, in: nil, types: types))
    let tall = height - white * 2
    let wide = min(width / 3, group.naturalWidth(extent: tall))
    let area = LogicalRect(inline: .zero, block: white, inlineSize: wide, blockSize: tall)
    return (group.items(in: area), wide + size)
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
}
