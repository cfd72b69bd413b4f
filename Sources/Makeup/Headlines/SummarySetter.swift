import Drawing
import Geometry
import PageDesign
import Typesetting

/// A summary set to a width: how many body lines it takes, and its lines.
struct SummaryFit {
  var rows: Int
  var items: [Item]
  var record: HeadRecord
  var characters: Int
}

/// Sets summaries (提要题): a text, or lines with a mark, between lines or in a box, over whole body lines.
struct SummarySetter {
  let types: TypeCase
  let mode: WritingMode
  /// Where it stands on a picture, the ground of the heads is its own.
  var isOnPicture = false

  private var look: SummaryLook {
    var look = types.sheet.heads.summary
    if isOnPicture { (look.edge, look.tint) = (.plain, nil) }
    return look
  }
  private var edge: SummaryLook.Edge { look.edge ?? .rules }
  private var ink: Ink { look.ink.map { Ink($0) } ?? .black }

  func fit(_ texts: [String], width: Length) -> SummaryFit {
    let style = types.style(isOnPicture ? "summary-on" : "summary").mode(mode)
    let pad = edge == .plain && look.tint == nil ? Length.zero : types.grid.size / 2
    let side = edge == .box || look.tint != nil ? pad : .zero
    let isList = texts.count > 1 && look.mark != nil
    // Marks stand under each other: centred is the list, not each of its lines.
    let isCentred = isList && style.paragraph.alignment == .center
    let lines = texts.flatMap {
      self.lines($0, isCentred ? style.aligned(.start) : style, isList: isList, width - side * 2)
    }
    let longest = lines.map(\.width).max() ?? .zero
    let start = side + (isCentred ? max(.zero, width - side * 2 - longest) / 2 : .zero)
    let text = style.pitch * max(0, lines.count - 1) + style.text.size
    // White parts it from what stands over and under it.
    let white = types.grid.pitch * 3 / 5
    let rows = (text + pad * 2 + white + types.grid.pitch - Length(units: 1)) / types.grid.pitch
    let frame = LogicalRect(
      inline: .zero, block: white / 3, inlineSize: width,
      blockSize: types.grid.pitch * rows - white)
    let first = frame.block + (frame.blockSize - text) / 2 + style.text.size / 2
    let letters = Ink(percents: style.ink)
    let items = lines.enumerated().map { number, line in
      Item.line(
        line, start: LogicalPoint(inline: start, block: first + style.pitch * number), letters)
    }
    return SummaryFit(
      rows: rows, items: edges(frame) + items,
      record: HeadRecord(
        kind: .summary, size: style.text.size, condense: 1000, tracking: 0, lines: texts),
      characters: texts.reduce(0) { $0 + $1.unicodeScalars.count })
  }

  private func lines(_ text: String, _ style: ResolvedStyle, isList: Bool, _ measure: Length)
    -> [Line]
  {
    guard isList, let mark = look.mark else {
      return types.lines(text, as: style, measure: measure)
    }
    var item = style
    let room = types.width(mark, as: style) + style.text.size / 4
    item.paragraph.indent = 0
    item.paragraph.hangingIndent = room.units * 1000 / style.text.size.units
    return types.lines(mark + " " + text, as: item, measure: measure)
  }

  private func edges(_ area: LogicalRect) -> [Item] {
    var items: [Item] = look.tint.map { [.fill(area, Ink($0))] } ?? []
    let weight = look.rule ?? .points(0.5)
    switch edge {
    case .plain: break
    case .box: items.append(.stroke(area, weight: weight, ink))
    case .rules:
      items += [area.block, area.blockEnd].map { block in
        .rule(
          from: LogicalPoint(inline: .zero, block: block),
          to: LogicalPoint(inline: area.inlineSize, block: block), weight: weight, ink, .solid)
      }
    }
    return items
  }
}
