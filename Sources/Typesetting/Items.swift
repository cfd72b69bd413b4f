import CJKRules
import Fonts
import Geometry

/// A part of a paragraph that one font sets in one go.
struct Item {
  /// How its characters stand in the line.
  enum Stance {
    /// Horizontal, in a horizontal line.
    case level
    case upright, turned, combined
  }

  var range: Range<Int>
  var span: Int
  var face: RoleFace
  var isLatin: Bool
  var stance: Stance

  var kind: RunKind {
    switch stance {
    case .upright: isLatin ? .latinVertical : .hanVertical
    case .combined: isLatin ? .sideBySide(range.count) : .han
    case .level, .turned: isLatin ? .latin : .han
    }
  }
}

/// Parts a paragraph into items: Han and its marks in one face, Latin in another (复合字体), parts that stand
/// differently apart.
struct Itemiser {
  let book: FontBook
  let paragraph: StyledParagraph
  let classes: [CharacterClass]
  /// Empty in horizontal lines.
  let forms: [VerticalForm]

  func items() -> [Item] {
    var items: [Item] = []
    for (index, span) in paragraph.spans.enumerated() where !span.range.isEmpty {
      append(span, index, to: &items)
    }
    return items
  }

  private func append(_ span: TextSpan, _ spanIndex: Int, to items: inout [Item]) {
    let (han, latin) = (book.face(for: span.style.font), book.face(for: span.style.latin))
    let borrowed = book.borrowedMarks(of: span.style.font)
    var start = span.range.lowerBound
    var current: Source?
    func close(_ end: Int) {
      let source = current ?? Source(face: .latin, stance: forms.isEmpty ? .level : .turned)
      let face: RoleFace =
        switch source.face {
        case .han: han
        case .latin: latin
        case .borrowed(let index): borrowed[index].face
        }
      let isLatin = if case .latin = source.face { true } else { false }
      items.append(
        Item(
          range: start..<end, span: spanIndex, face: face, isLatin: isLatin, stance: source.stance))
    }
    for index in span.range {
      guard let face = face(of: index, borrowed) else { continue }
      let source = Source(face: face, stance: stance(of: index))
      if let open = current, open != source {
        close(index)
        start = index
      }
      current = source
    }
    close(span.range.upperBound)
  }

  private struct Source: Equatable {
    var face: Face
    var stance: Item.Stance
  }

  private enum Face: Equatable {
    case han, latin
    case borrowed(Int)
  }

  private func stance(of index: Int) -> Item.Stance {
    guard !forms.isEmpty else { return .level }
    switch forms[index] {
    case .upright: return .upright
    case .turned: return .turned
    case .combined: return .combined
    }
  }

  /// Whose font a character is set in; nil for spaces and combining marks, which go with what they follow.
  /// Signs of ASCII and Latin-1 go with the Latin face; ℃ № ‰ are drawn in a Han frame.
  private func face(
    of index: Int, _ borrowed: [(mark: Unicode.Scalar, face: RoleFace)]
  ) -> Face? {
    let scalar = paragraph.text[index]
    switch classes[index] {
    case .space, .noBreakSpace, .attached: return nil
    case .ideograph, .hangul: return .han
    case .letter, .digit, .latinOpener, .latinCloser, .latinMark, .hyphen: return .latin
    case .prefix, .postfix, .solidus: return scalar.value < 0x0250 ? .latin : .han
    default: return borrowed.firstIndex { $0.mark == scalar }.map { .borrowed($0) } ?? .han
    }
  }
}
