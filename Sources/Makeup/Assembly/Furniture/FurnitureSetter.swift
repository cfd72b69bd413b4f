import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// Something of the page's furniture, set, and what is to be said about it.
struct Furnished {
  var panels: [Panel]
  var diagnostics: [Diagnostic] = []
}

/// Sets what belongs to the page rather than to a story: masthead, folio, teasers, imprint (版面要素).
struct FurnitureSetter {
  let edition: Edition
  let request: PageRequest
  let types: TypeCase
  /// The first story of each page, for the index.
  let leads: [PageLead]
  /// What frames of this page hold: the masthead leaves it to them.
  let held: [FrameHolding]
  /// Some page has an imprint: what is said there need not stand in the masthead.
  let hasImprint: Bool

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

  /// A line in a style made small enough for its measure.
  func fittedLine(
    _ text: String, _ style: ResolvedStyle, from inline: Length, measure: Length, axis: Length
  ) -> Item {
    let width = types.width(text, as: style)
    let size = style.text.size
    let fitted =
      width > measure
      ? style.sized(Length(units: size.units * measure.units / max(1, width.units))) : style
    return line(text, fitted, from: inline, measure: measure, axis: axis)
  }

  func rule(at block: Length, from: Length = .zero, to: Length, weight: Double) -> Item {
    .rule(
      from: LogicalPoint(inline: from, block: block), to: LogicalPoint(inline: to, block: block),
      weight: .points(weight), .black, .solid)
  }

  func upright(at inline: Length, from: Length, to: Length, weight: Double) -> Item {
    .rule(
      from: LogicalPoint(inline: inline, block: from), to: LogicalPoint(inline: inline, block: to),
      weight: .points(weight), .black, .solid)
  }

  /// 2022年1月11日
  var dateText: String { "\(edition.date.year)年\(edition.date.month)月\(edition.date.day)日" }

  var paper: String { edition.masthead.name ?? edition.paper }

  /// Page numbers have two places: 02.
  func number(_ code: String) -> String { code.count < 2 ? "0\(code)" : code }
}

/// A row of furniture items as high as `extent`, from its own top left.
struct FurnitureBlock {
  var width: Length
  var extent: Length
  var items: [Item]

  static let none = FurnitureBlock(width: .zero, extent: .zero, items: [])

  func items(at inline: Length, _ block: Length) -> [Item] {
    items.map { $0.moved(inline: inline, block: block) }
  }
}
