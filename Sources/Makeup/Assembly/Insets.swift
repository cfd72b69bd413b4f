import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// An inset set to a leg's measure: whole rows, its marks from the first row's top left.
struct InsetFit: Hashable, Sendable {
  var rows: Int
  /// Body lines that must follow it in the same leg.
  var follows: Int
  var characters: Int
  var items: [Item]
  /// What a table needs over its measure at the smallest size.
  var excess = Length.zero
  /// Whether even then its words are parted.
  var isStrained = false

  /// With so much white before it; the line between two stories stands in the middle of it.
  func opened(by white: Length) -> InsetFit {
    guard white > .zero, case .rule = items.first else { return self }
    var fit = self
    fit.items[0] = items[0].moved(inline: .zero, block: -white / 2)
    return fit
  }
}

/// Sets what stands between paragraphs: subheads, quotes, tables (占行). It remembers them: a story is poured many times.
final class InsetSetter {
  let types: TypeCase
  private var known: [Asked: InsetFit] = [:]

  private struct Asked: Hashable {
    var inset: Inset
    var measure: Length
    var atTop: Bool
  }

  init(types: TypeCase) { self.types = types }

  func fit(_ inset: Inset, measure: Length, atTop: Bool) -> InsetFit {
    let asked = Asked(inset: inset, measure: measure, atTop: atTop)
    if let known = known[asked] { return known }
    let fit = newFit(inset, measure: measure, atTop: atTop)
    known[asked] = fit
    return fit
  }

  private func newFit(_ inset: Inset, measure: Length, atTop: Bool) -> InsetFit {
    switch inset {
    case .head(let text, let styles, let rule, let mode):
      head(text, styles, rule: atTop ? .zero : rule, mode, measure: measure)
    case .subhead(let text, let style): subhead(text, style, measure: measure, atTop: atTop)
    case .quote(let text, let style): quote(text, style, measure: measure)
    case .sectionBreak:
      InsetFit(rows: 1, follows: 1, characters: 0, items: asterism(measure: measure))
    case .stanzaBreak: InsetFit(rows: atTop ? 0 : 1, follows: 2, characters: 0, items: [])
    case .table(let table, .horizontal): fit(table, measure: measure, isContinued: false)
    case .table(let table, .vertical): lie(table, measure: measure)
    case .signature(let lines, let style): signature(lines, style, measure: measure)
    case .closing(let text, let style): closing(text, style, measure: measure)
    }
  }

  /// The heads of one of several stories; the line over them has a row of its own.
  private func head(
    _ text: HeadlineText, _ styles: HeadlineStyles, rule: Length, _ mode: WritingMode,
    measure: Length
  ) -> InsetFit {
    let setter = HeadlineSetter(types: types, styles: styles, mode: mode)
    let fit = setter.fit(text, width: measure, rows: nil)
    let over = rule > .zero ? 1 : 0
    let middle = types.grid.size / 2
    let line = Item.rule(
      from: LogicalPoint(inline: .zero, block: middle),
      to: LogicalPoint(inline: measure, block: middle), weight: rule, .black, .solid)
    let heads = fit.items.map { $0.moved(inline: .zero, block: types.grid.pitch * over).secondary }
    let texts = text.kicker + text.title + text.subtitle + [text.byline].compactMap(\.self)
    return InsetFit(
      rows: over + fit.rows, follows: text.isEmpty ? 1 : 2,
      characters: texts.reduce(0) { $0 + $1.unicodeScalars.count },
      items: (over > 0 ? [line] : []) + heads)
  }

  /// 小标题 over its own rows, in their middle; at a column's top it needs no blank above.
  private func subhead(
    _ text: String, _ style: ResolvedStyle, measure: Length, atTop: Bool
  ) -> InsetFit {
    let lines = balanced(text, style, measure: measure)
    let blank = atTop ? 0 : max(0, style.rows - 1)
    let rows = lines.count + blank
    let tag = MarkTag.headline(level: 2)
    let items = stack(lines, ink: Ink(percents: style.ink), rows: rows, pitch: types.grid.pitch)
    return InsetFit(
      rows: rows, follows: 2, characters: text.unicodeScalars.count,
      items: [.begin(tag)] + items + [.end(tag)])
  }

  private func quote(_ text: String, _ style: ResolvedStyle, measure: Length) -> InsetFit {
    let indent = types.grid.size
    let lines = balanced(text, style, measure: measure - indent * 2, pays: true)
    let rows = lines.count + 2
    let extent = types.grid.pitch * (rows - 1) + types.grid.size
    let ink = Ink(percents: style.ink)
    let edge = types.grid.pitch / 3
    var items = stack(lines, ink: ink, rows: rows, pitch: types.grid.pitch, inline: indent)
    for block in [edge, extent - edge] {
      items.append(
        .rule(
          from: LogicalPoint(inline: .zero, block: block),
          to: LogicalPoint(inline: measure, block: block), weight: .points(0.5), .black, .solid))
    }
    return InsetFit(rows: rows, follows: 0, characters: text.unicodeScalars.count, items: items)
  }

  /// Lines of about one length, broken between words: no more of them than needed, but where one `pays`.
  private func balanced(
    _ text: String, _ style: ResolvedStyle, measure: Length, pays: Bool = false
  ) -> [Line] {
    types.balancedTexts(text, as: style, measure: measure, pays: pays).map {
      types.line($0, as: style, measure: measure)
    }
  }

  private func asterism(measure: Length) -> [Item] {
    let line = types.line("＊　＊　＊", as: types.style("subhead"), measure: measure)
    return [.line(line, start: LogicalPoint(inline: .zero, block: types.grid.size / 2), .black)]
  }

  /// Who signs, and when: two 字 in from the end of the lines, the shorter line in the middle of the longer (GB/T
  /// 9704-2012, 7.3.5); as far as the measure allows.
  private func signature(_ texts: [String], _ style: ResolvedStyle, measure: Length) -> InsetFit {
    let texts = texts.flatMap { types.balancedTexts($0, as: style, measure: measure) }
    let widest = texts.map { types.width($0, as: style) }.max() ?? .zero
    let indent = max(.zero, min(types.grid.size * 2, measure - widest))
    let lines = texts.map { types.line($0, as: style.aligned(.center), measure: widest) }
    return InsetFit(
      rows: lines.count, follows: 0,
      characters: texts.reduce(0) { $0 + $1.unicodeScalars.count },
      items: stack(
        lines, ink: Ink(percents: style.ink), rows: lines.count, pitch: types.grid.pitch,
        inline: max(.zero, measure - indent - widest)))
  }

  private func closing(_ text: String, _ style: ResolvedStyle, measure: Length) -> InsetFit {
    let lines = types.lines(text, as: style, measure: measure)
    return InsetFit(
      rows: lines.count, follows: 0, characters: text.unicodeScalars.count,
      items: stack(lines, ink: Ink(percents: style.ink), rows: lines.count, pitch: types.grid.pitch)
    )
  }

  /// Lines a body pitch apart, in the middle of `rows` rows.
  private func stack(
    _ lines: [Line], ink: Ink, rows: Int, pitch: Length, inline: Length = .zero
  ) -> [Item] {
    let first = types.grid.size / 2 + pitch * (rows - lines.count) / 2
    return lines.enumerated().map { number, line in
      .line(line, start: LogicalPoint(inline: inline, block: first + pitch * number), ink)
    }
  }
}

extension Item {
  /// A head under another one.
  fileprivate var secondary: Item {
    switch self {
    case .begin(.headline(level: 1)): .begin(.headline(level: 2))
    case .end(.headline(level: 1)): .end(.headline(level: 2))
    default: self
    }
  }

  /// The item further along the lines and across them.
  func moved(inline: Length, block: Length) -> Item {
    func moved(_ point: LogicalPoint) -> LogicalPoint {
      LogicalPoint(inline: point.inline + inline, block: point.block + block)
    }
    func moved(_ rect: LogicalRect) -> LogicalRect { rect.moved(inline: inline, block: block) }
    return switch self {
    case .line(let line, let start, let ink): .line(line, start: moved(start), ink)
    case .fill(let rect, let ink): .fill(moved(rect), ink)
    case .paper(let rect, let outline):
      .paper(moved(rect), outline: outline.map { $0.map { $0.map(moved) } })
    case .stroke(let rect, let weight, let ink): .stroke(moved(rect), weight: weight, ink)
    case .rule(let from, let to, let weight, let ink, let pattern):
      .rule(from: moved(from), to: moved(to), weight: weight, ink, pattern)
    case .path(let path): .path(path.map(moved))
    case .picture(let file, let placement, let clip, let shape):
      .picture(file: file, placement: moved(placement), clip: moved(clip), shape: shape)
    case .shapedPicture(let file, let placement, let shape):
      .shapedPicture(file: file, placement: moved(placement), shape: shape.map(moved))
    case .roundBox(let rect, let radius, let fill, let stroke, let weight):
      .roundBox(moved(rect), radius: radius, fill: fill, stroke: stroke, weight: weight)
    case .begin, .end: self
    }
  }
}
