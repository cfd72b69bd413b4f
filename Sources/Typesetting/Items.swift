import CJKRules
import Fonts
import Geometry

/// A part of a paragraph that one font sets in one go.
struct Item {
  var range: Range<Int>
  var span: Int
  var face: RoleFace
  var kind: RunKind
}

/// Parts a paragraph into items: Han and its marks in one face, Latin in another (复合字体).
struct Itemiser {
  let book: FontBook
  let paragraph: StyledParagraph
  let classes: [CharacterClass]

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
      let source = current ?? .latin
      let face: RoleFace =
        switch source {
        case .han: han
        case .latin: latin
        case .borrowed(let index): borrowed[index].face
        }
      let kind: RunKind = if case .latin = source { .latin } else { .han }
      items.append(Item(range: start..<end, span: spanIndex, face: face, kind: kind))
    }
    for index in span.range {
      guard let source = source(of: index, borrowed) else { continue }
      if let open = current, open != source {
        close(index)
        start = index
      }
      current = source
    }
    close(span.range.upperBound)
  }

  /// Whose font a character is set in.
  private enum Source: Equatable {
    case han, latin
    case borrowed(Int)
  }

  /// nil for spaces and combining marks, which go with what they follow. Signs of ASCII and Latin-1 go
  /// with the Latin face; ℃ № ‰ are drawn in a Han frame.
  private func source(
    of index: Int, _ borrowed: [(mark: Unicode.Scalar, face: RoleFace)]
  ) -> Source? {
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
