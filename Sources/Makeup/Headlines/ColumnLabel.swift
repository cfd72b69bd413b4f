import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// The label of a column as the house draws it (栏目题花): its name on a ground, in a box or between lines, or a picture.
struct ColumnLabel {
  let name: String
  let sponsor: String?
  let types: TypeCase
  let mode: WritingMode
  private let look: ColumnLook
  private let style: ResolvedStyle

  init(_ name: String, sponsor: String?, types: TypeCase, mode: WritingMode) {
    (self.name, self.sponsor, self.types, self.mode) = (name, sponsor, types, mode)
    look = types.sheet.column(name)
    style = types.style(look.style ?? "label").mode(mode)
  }

  private var ink: Ink { look.ink.map { Ink($0) } ?? .black }
  private var art: PictureFile? {
    look.art.flatMap { types.columnArt[$0.value] }.flatMap {
      $0.width > 0 && $0.height > 0 ? $0 : nil
    }
  }

  /// Across the lines.
  var extent: Length { art == nil ? style.text.size * 3 / 2 : types.grid.pitch + types.grid.size }

  /// Along the lines.
  var length: Length {
    guard let art else { return types.width(name, as: style) + style.text.size }
    // A picture is upright whichever way the text runs.
    let (along, across) =
      mode == .horizontal ? (art.width, art.height) : (art.height, art.width)
    return min(Length(units: extent.units * along / across), types.grid.columnWidth)
  }

  /// What is kept free above heads for it.
  var strip: Length { max(types.grid.pitch * 3 / 2, extent + types.grid.pitch / 2) }

  /// The label alone, or over a width: then with a line along the rest of it, and the sponsor at its end.
  func items(width: Length?) -> [Item] {
    guard let width else { return label }
    return label + rest(to: width)
  }

  private var label: [Item] {
    let area = LogicalRect(
      inline: .zero, block: .zero, inlineSize: length, blockSize: extent)
    if let art {
      // The name is read out where its letters are drawn.
      let tag = MarkTag.figure(alternative: name)
      return [.begin(tag), .picture(file: art.path, placement: area, clip: area), .end(tag)]
    }
    let kind = look.look ?? .reverse
    let line = Item.line(
      types.line(name, as: style.aligned(.center), measure: length),
      start: LogicalPoint(inline: .zero, block: extent / 2), kind == .reverse ? .white : ink)
    return ground(kind, area) + [line]
  }

  private func ground(_ kind: ColumnLook.Look, _ area: LogicalRect) -> [Item] {
    let weight = Length.points(0.75)
    let edge = LogicalRect(
      inline: weight / 2, block: weight / 2, inlineSize: area.inlineSize - weight,
      blockSize: area.blockSize - weight)
    switch kind {
    case .reverse: return [.fill(area, ink)]
    case .box: return [.stroke(edge, weight: weight, ink)]
    case .rules:
      return [edge.block, edge.blockEnd].map { block in
        .rule(
          from: LogicalPoint(inline: .zero, block: block),
          to: LogicalPoint(inline: area.inlineSize, block: block), weight: weight, ink, .solid)
      }
    case .plain: return []
    }
  }

  private func rest(to width: Length) -> [Item] {
    var items: [Item] = []
    let weight = look.rule ?? .points(0.75)
    if weight > .zero {
      items.append(
        .rule(
          from: LogicalPoint(inline: .zero, block: extent),
          to: LogicalPoint(inline: width, block: extent), weight: weight, ink, .solid))
    }
    guard let sponsor else { return items }
    let start = length + style.text.size
    items.append(
      .line(
        types.line(sponsor, as: types.style("sponsor").mode(mode), measure: width - start),
        start: LogicalPoint(inline: start, block: extent / 2), .black))
    return items
  }
}
