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
    let mark = texts.count > 1 ? look.mark.flatMap { self.mark($0, style) } : nil
    let room = mark.map { $0.width + style.text.size / 4 } ?? .zero
    let (lines, marked) = self.lines(
      texts, mark == nil ? style : item(style), width - side * 2 - room)
    // Marks stand under each other: centred is the list, not each of its lines.
    let isCentred = mark != nil && style.paragraph.alignment == .center
    let longest = room + (lines.map(\.width).max() ?? .zero)
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
    let items = lines.enumerated().flatMap { number, line -> [Item] in
      let block = first + style.pitch * number
      let text = Item.line(line, start: LogicalPoint(inline: start + room, block: block), letters)
      guard let mark, marked.contains(number) else { return [text] }
      return [.line(mark, start: LogicalPoint(inline: start, block: block), letters), text]
    }
    return SummaryFit(
      rows: rows, items: edges(frame) + items,
      record: HeadRecord(
        kind: .summary, size: style.text.size, condense: 1000, tracking: 0, lines: texts),
      characters: texts.reduce(0) { $0 + $1.unicodeScalars.count })
  }

  /// The lines of all texts, and which of them begin one.
  private func lines(_ texts: [String], _ style: ResolvedStyle, _ measure: Length) -> (
    [Line], starts: Set<Int>
  ) {
    texts.reduce(into: ([], [])) { set, text in
      set.1.insert(set.0.count)
      set.0 += types.lines(text, as: style, measure: measure)
    }
  }

  private func mark(_ mark: String, _ style: ResolvedStyle) -> Line? {
    types.lines(mark, as: item(style), measure: style.text.size * 4).first
  }

  /// How the text of a list is set beside its mark: ranged, as its lines are short.
  private func item(_ style: ResolvedStyle) -> ResolvedStyle {
    var item = style.aligned(.start)
    item.paragraph.indent = 0
    return item
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
