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
    let han = book.face(for: span.style.font)
    let latin = book.face(for: span.style.latin)
    let borrowed = book.borrowedMarks(of: span.style.font)
    var current: Item?
    for index in span.range {
      let kind = classes[index]
      if let open = current, kind == .attached || kind == .space || kind == .noBreakSpace {
        current = Item(
          range: open.range.lowerBound..<index + 1, span: open.span, face: open.face,
          kind: open.kind)
        continue
      }
      let isLatin = Self.isLatin(kind, paragraph.text[index])
      var face = isLatin ? latin : han
      if !isLatin && !borrowed.isEmpty && kind != .ideograph {
        face = borrowed.first { $0.mark == paragraph.text[index] }?.face ?? han
      }
      let run: RunKind = isLatin ? .latin : .han
      if let open = current, open.face == face, open.kind == run {
        current?.range = open.range.lowerBound..<index + 1
        continue
      }
      if let done = current { items.append(done) }
      current = Item(range: index..<index + 1, span: spanIndex, face: face, kind: run)
    }
    if let done = current { items.append(done) }
  }

  /// Signs of ASCII and Latin-1 go with the Latin face; ℃ № ‰ are drawn in a Han frame.
  private static func isLatin(_ kind: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
    if ClassSet.latin.contains(kind) { return true }
    return scalar.value < 0x0250
      && (kind == .prefix || kind == .postfix || kind == .solidus)
  }
}
