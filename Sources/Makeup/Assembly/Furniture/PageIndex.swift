import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A page of the issue and its first story, as the index tells it.
struct PageLead: Hashable {
  var code: String
  var name: String?
  var title: [String]
}

extension FurnitureSetter {
  /// 今日目录: the other pages of the issue by number and name, each with the title of its first story, leading there in
  /// the PDF.
  func index(in room: Size) -> FurnitureBlock {
    let entries = leads.filter { $0.code != request.code }
    guard !entries.isEmpty else { return .none }
    let band = band(words.said(.index), width: room.width)
    var items = band.items
    let rows = fittedRows(entries, width: room.width, height: room.height - band.extent)
    var top = band.extent
    for row in rows {
      items += row.items(at: .zero, top)
      top += row.extent
    }
    return FurnitureBlock(width: room.width, extent: room.height, items: items)
  }

  /// The entries at the largest size that they fit in; without their titles where none does.
  private func fittedRows(_ entries: [PageLead], width: Length, height: Length) -> [FurnitureBlock]
  {
    let style = types.style("index-title").aligned(.start)
    var letter = style.text.size
    while letter >= style.minSize {
      let rows = entries.map { row($0, style.sized(letter), width: width) }
      let extent = rows.map(\.extent).reduce(.zero, +)
      if extent <= height { return opened(rows, by: (height - extent) / rows.count) }
      letter = letter - .points(0.5)
    }
    let bare = entries.map { PageLead(code: $0.code, name: $0.name, title: []) }
      .map { row($0, style.sized(style.minSize), width: width) }
    return Array(bare.prefix(height / max(.points(1), bare[0].extent)))
  }

  /// Rows shared out over the height, no further than half a line apart.
  private func opened(_ rows: [FurnitureBlock], by white: Length) -> [FurnitureBlock] {
    let more = min(white, types.grid.pitch / 2)
    return rows.map {
      FurnitureBlock(
        width: $0.width, extent: $0.extent + more, items: $0.items(at: .zero, more / 2))
    }
  }

  private func row(_ lead: PageLead, _ style: ResolvedStyle, width: Length) -> FurnitureBlock {
    let box = types.width(number(lead.code), as: types.style("teaser-page")) + size / 2
    let name = types.style("index-name").aligned(.start).sized(style.text.size)
    let nameWidth = lead.name.map { types.width($0, as: name) + style.text.size } ?? .zero
    let from = box + size / 2
    let pitch = style.text.size * 3 / 2
    let title = lead.title.joined(separator: "　")
    // A page's name with little room beside it has a line of its own.
    let isNarrow = width - from - nameWidth < style.text.size * 8
    let start = isNarrow ? from : from + nameWidth
    let lines = title.isEmpty ? [] : types.balancedTexts(title, as: style, measure: width - start)
    let first = isNarrow && lead.name != nil ? 1 : 0
    let link = MarkTag.link(to: "page-\(lead.code)")
    let titles = lines.enumerated().map { number, text in
      line(
        text, style, from: start, measure: width - start,
        axis: pitch * (first + number) + pitch / 2)
    }
    let names = lead.name.map {
      [fittedLine($0, name, from: from, measure: width - from, axis: pitch / 2)]
    }
    return FurnitureBlock(
      width: width, extent: pitch * max(1, first + lines.count),
      items: [.begin(link)] + pageBox(lead.code, at: .zero, width: box, axis: pitch / 2)
        + (names ?? []) + titles + [.end(link)])
  }
}
