import Geometry
import Manuscripts
import Typesetting

extension Spans {
  /// Adds a part of the text that `[…]{.name}` and its like mark.
  mutating func append(_ inline: Inline, in body: ResolvedStyle, types: TypeCase) {
    let isNote = inline.marks.contains { $0.kind == .note }
    let (kind, reading) = inline.setting(in: types.language)
    var style = kind == .bold ? body.bold : body.text
    if isNote { style = types.noteStyle(in: style, isBold: kind == .bold) }
    if kind == .emphasis { style.emphasis = .dots }
    let start = text.count
    append(inline.text, style, reading: reading)
    for mark in inline.marks { extend(mark, over: start..<text.count) }
  }

  /// A mark goes on where the one before it is the same, such as in `[**天**地]{.name}`.
  private mutating func extend(_ mark: InlineMark, over range: Range<Int>) {
    if let last = numbers.lastIndex(of: mark.number) {
      marks[last].range = marks[last].range.lowerBound..<range.upperBound
    } else {
      numbers.append(mark.number)
      marks.append(TextMark(mark.kind.kind, range: range))
    }
  }
}

extension InlineMark.Kind {
  fileprivate var kind: TextMark.Kind {
    switch self {
    case .name: .name
    case .title: .title
    case .mourning: .mourning
    case .note: .note
    }
  }
}

extension TypeCase {
  /// A block of marked text broken into lines of one measure.
  func lines(_ block: Block, as style: ResolvedStyle, measure: Length) -> [Line] {
    let text = paragraph(block, in: style, after: Spans(), types: self)
    return typesetter.breakLines(text.shaped, measures: { _ in measure })
  }

  /// The style of an inline note in text of a style: half as large, so that its two sub-lines stand in the
  /// line (JLREQ 3.4.2), unless the sheet has a style `note`.
  fileprivate func noteStyle(in style: TextStyle, isBold: Bool) -> TextStyle {
    var note = style
    note.size = style.size / 2
    if has("note") {
      let rule = self.style("note")
      let own = isBold ? rule.bold : rule.text
      (note.size, note.font, note.latin) = (own.size, own.font, own.latin)
    }
    let factor = style.size == .zero ? 0 : note.size.units * 1000 / style.size.units
    note.tracking = style.tracking.thousandths(factor)
    return note
  }
}
