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
  /// Of teasers: their lines run down, the frame is filled from its right.
  var mode = WritingMode.horizontal

  var size: Length { types.grid.size }

  /// A style of the page, for lines that run as the frame's do.
  func style(_ name: String) -> ResolvedStyle { types.style(name).mode(mode) }

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

  var words: PaperWords { types.paperWords }

  /// 2022年1月11日
  var dateText: String {
    let date = edition.date
    return words.said(
      .date,
      [
        "year": "\(date.year)", "month": "\(date.month)", "day": "\(date.day)",
        "era": date.eraYear(language: edition.language) ?? "\(date.year)",
      ])
  }

  var paper: String { edition.masthead.name ?? edition.paper }

  /// Page numbers have two places in Chinese papers: 02. Japan's and Korea's have as many as they need.
  func number(_ code: String) -> String {
    code.count < 2 && edition.language.hasPrefix("zh") ? "0\(code)" : code
  }
}

/// What stands over teasers and the index: white on a black tab, a line along the rest.
struct FurnitureBand {
  var items: [Item]
  var extent: Length
}

extension FurnitureSetter {
  func band(_ title: String, width: Length) -> FurnitureBand {
    let style = style("teaser-head").aligned(.center)
    let extent = style.text.size * 8 / 5
    let tab = types.width(title, as: style) + style.text.size
    return FurnitureBand(
      items: [
        .fill(LogicalRect(inline: .zero, block: .zero, inlineSize: tab, blockSize: extent), .black),
        line(title, style, from: .zero, measure: tab, axis: extent / 2, ink: .white),
        rule(at: extent, to: width, weight: 1),
      ], extent: extent)
  }

  /// A page's number, white in a black box: its items from the box's left, level with `axis`.
  func pageBox(_ code: String, at inline: Length, width: Length, axis: Length) -> [Item] {
    let style = style("teaser-page").aligned(.center)
    let height = style.text.size * 4 / 3
    let box = LogicalRect(
      inline: inline, block: axis - height / 2, inlineSize: width, blockSize: height)
    return [
      .fill(box, .black),
      line(number(code), style, from: inline, measure: width, axis: axis, ink: .white),
    ]
  }
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
