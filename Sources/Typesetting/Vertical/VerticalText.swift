import CJKRules
import Fonts

/// A paragraph's characters as vertical lines need them: how each stands, what it does there, and which
/// character's glyph it is drawn with.
struct VerticalText {
  let forms: [VerticalForm]
  /// What decides the font.
  private(set) var classes: [CharacterClass]
  /// What decides the gaps: letters and digits that stand upright have square frames.
  private(set) var cellClasses: [CharacterClass]
  private(set) var glyphText: [Unicode.Scalar]

  init(
    _ paragraph: StyledParagraph, _ classes: [CharacterClass], _ glyphText: [Unicode.Scalar],
    _ book: FontBook
  ) {
    let frame = FrameWidth(book: book, paragraph: paragraph)
    forms = CharacterTable.standard.verticalForms(
      of: paragraph.text, classes: classes, language: paragraph.style.language,
      fits: frame.holds(_:condensedTo:))
    (self.classes, cellClasses, self.glyphText) = (classes, classes, glyphText)
    for index in forms.indices {
      switch forms[index] {
      case .combined: combine(index)
      case .upright: stand(index, paragraph.style.language)
      case .turned: turn(index)
      }
    }
  }

  private mutating func combine(_ index: Int) {
    switch classes[index] {
    case .exclamation, .secondExclamation: cellClasses[index] = .doubleExclamation
    default: cellClasses[index] = .wideAlphanumeric
    }
  }

  private mutating func stand(_ index: Int, _ language: Language) {
    switch classes[index] {
    case .letter, .digit: cellClasses[index] = .wideAlphanumeric
    case .opener, .closer:
      let quote = CharacterTable.verticalQuote(of: glyphText[index], language: language)
      if let quote { glyphText[index] = quote }
    // A connector of upright numbers, which beside digits counts as Latin.
    case .hyphen: connect(index)
    case .latinMark, .latinCloser:
      if glyphText[index] == "–" || glyphText[index] == "~" { connect(index) }
    default: break
    }
  }

  private mutating func connect(_ index: Int) {
    let mark = glyphText[index]
    if mark == "~" { glyphText[index] = "～" }
    if mark == "-" { glyphText[index] = "–" }
    classes[index] = mark == "—" || mark == "~" ? .longConnector : .shortConnector
    cellClasses[index] = classes[index]
  }

  /// Quotation marks that turn with a Latin quotation are Latin ones.
  private mutating func turn(_ index: Int) {
    let latin: CharacterClass
    switch classes[index] {
    case .opener: latin = .latinOpener
    case .closer: latin = .latinCloser
    default: return
    }
    (classes[index], cellClasses[index]) = (latin, latin)
  }
}

/// Whether characters fit one frame side by side.
private struct FrameWidth {
  let book: FontBook
  let paragraph: StyledParagraph

  func holds(_ range: Range<Int>, condensedTo narrowest: Int) -> Bool {
    guard
      let span = paragraph.spans.first(where: {
        $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound
      })
    else { return false }
    let faces = SpanFaces(span.style, book)
    let isNumber = paragraph.text[range].allSatisfy { ("0"..."9").contains($0) }
    let face = faces.face(isNumber ? faces.kindOfDigit : .latin)
    let font = book[face.font]
    let width = paragraph.text[range].reduce(0) {
      $0 + (font.glyph(for: $1).map(font.advance) ?? font.unitsPerEm)
    }
    return width * face.sizeFactor * face.widthFactor / 1_000_000 * narrowest <= font.unitsPerEm
      * 1000
  }
}
