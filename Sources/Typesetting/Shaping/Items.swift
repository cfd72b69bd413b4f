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
    let faces = SpanFaces(span.style, book)
    var start = span.range.lowerBound
    var current: Source?
    func close(_ end: Int) {
      let source = current ?? Source(face: .latin, stance: forms.isEmpty ? .level : .turned)
      items.append(
        Item(
          range: start..<end, span: spanIndex, face: faces.face(source.face),
          isLatin: source.face.isLatin, stance: source.stance))
    }
    let isSimple = forms.isEmpty && faces.isSimple
    var lastKind = CharacterClass.space
    for index in span.range {
      defer { lastKind = classes[index] }
      // Nearly all of a page: Han goes with the Han before it.
      if isSimple, case .ideograph = lastKind, case .ideograph = classes[index] { continue }
      if case .dash = classes[index], index >= start + 2, isPair(endingAt: index) {
        // Fonts draw three dashes as one, but a dash is a pair of them (CLREQ 3.1.5.1).
        close(index)
        start = index
      }
      guard let face = face(of: index, faces) else { continue }
      let source = Source(face: face, stance: stance(of: index))
      if let open = current, open != source {
        close(index)
        start = index
      }
      current = source
    }
    close(span.range.upperBound)
  }

  private func isPair(endingAt end: Int) -> Bool {
    if case (.dash, .dash) = (classes[end - 2], classes[end - 1]) { return true }
    return false
  }

  private struct Source: Equatable {
    var face: FaceKind
    var stance: Item.Stance
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
    of index: Int, _ faces: SpanFaces
  ) -> FaceKind? {
    let scalar = paragraph.text[index]
    switch classes[index] {
    case .space, .noBreakSpace, .zeroWidthSpace, .wordJoiner, .attached: return nil
    case .ideograph, .hangul: return faces.kindOfHan(scalar)
    case .digit: return faces.kindOfDigit
    case .letter, .latinOpener, .latinCloser, .latinMark, .hyphen: return .latin
    case .prefix, .postfix, .solidus: return scalar.value < 0x0250 ? .latin : faces.kindOfMark
    case .iteration, .repeatMark, .longVowel, .smallKana, .wideAlphanumeric:
      return faces.borrowed(scalar) ?? faces.kindOfHan(scalar)
    default: return faces.borrowed(scalar) ?? faces.kindOfMark
    }
  }
}
