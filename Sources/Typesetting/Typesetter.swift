import CJKRules
import Fonts
import Geometry
import Hyphenation

/// Sets paragraphs with the fonts of one book (排字). It keeps buffers for reuse: one for each thread.
package final class Typesetter {
  package let book: FontBook
  /// Parts Latin words, and knows which languages it could not.
  package let hyphenator: Hyphenator
  private let shaper = Shaper()
  private var knownRules: [LineRules] = []
  private var scratch: [ShapedGlyph] = []
  /// Short texts that were shaped: the same cell, label or caption is measured many times before it stands.
  private var known: [StyledParagraph: ShapedParagraph] = [:]
  /// Characters in a text, and texts, that are remembered at most.
  private static let (mostCharacters, mostTexts) = (48, 8192)

  package init(book: FontBook, hyphenator: Hyphenator = Hyphenator()) {
    (self.book, self.hyphenator) = (book, hyphenator)
  }

  /// Chooses glyphs and measures gaps; knows no width.
  package func shape(_ paragraph: StyledParagraph) -> ShapedParagraph {
    guard paragraph.text.count <= Self.mostCharacters else { return newlyShaped(paragraph) }
    if let shaped = known[paragraph] { return shaped }
    let shaped = newlyShaped(paragraph)
    if known.count >= Self.mostTexts { known.removeAll(keepingCapacity: true) }
    known[paragraph] = shaped
    return shaped
  }

  private func newlyShaped(_ paragraph: StyledParagraph) -> ShapedParagraph {
    var text = ClassifiedText(paragraph)
    text.settleControls()
    if case .vertical = paragraph.style.mode { text.stand(paragraph, book) }
    let shaped = ShapedParagraph(source: paragraph, rules: rules(for: paragraph.style))
    var maker = CellMaker(book: book, classes: text.cellClasses, paragraph: shaped)
    let language = GlyphLanguage(paragraph.style.language.rawValue)
    let itemiser = Itemiser(
      book: book, paragraph: paragraph, classes: text.classes, forms: text.forms)
    var latin = LatinBreakFinder(book: book, text: paragraph.text, classes: text.classes)
    text.glyphText.withUnsafeBufferPointer { scalars in
      let source = Source(
        scalars: scalars, classes: text.cellClasses, language: language, style: paragraph.style)
      for item in itemiser.items() {
        shape(ItemPart(item: item), of: source, into: &maker)
        if item.isLatin { latin.take(item.range) }
      }
    }
    maker.paragraph.latin = latin.finished(maker.paragraph)
    maker.paragraph.begin(linesAt: text.newLines)
    if !paragraph.marks.isEmpty { maker.addMarks() }
    let style = paragraph.style.ruby
    if style.keepsZhuyinRoom || paragraph.spans.contains(where: { $0.reading != nil }) {
      maker.addRubies(with: self)
    }
    return maker.finished()
  }

  /// What a paragraph's items have in common.
  private struct Source {
    let scalars: UnsafeBufferPointer<Unicode.Scalar>
    let classes: [CharacterClass]
    let language: GlyphLanguage
    let style: ParagraphStyle
  }

  private func rules(for style: ParagraphStyle) -> LineRules {
    var key = LineRulesKey(
      language: style.language, prohibition: style.prohibition, punctuation: style.punctuation,
      mode: style.mode, hanLatinSpace: style.hanLatinSpace)
    (key.reduction, key.opening, key.koreanBreak) = (
      style.reduction, style.opening, style.koreanBreak
    )
    if style.grid == .strict { (key.punctuation, key.hanLatinSpace) = (.plain, 0) }
    if let known = knownRules.first(where: { $0.key == key }) { return known }
    let made = LineRules(key)
    knownRules.append(made)
    return made
  }

  private func shape(_ part: ItemPart, of source: Source, into maker: inout CellMaker) {
    let item = part.item
    scratch.removeAll(keepingCapacity: true)
    shaper.shape(
      source.scalars, item.range, font: book[item.face.font], kind: item.kind,
      language: source.language, into: &scratch)
    if let parts = otherWays(part, source) {
      for other in parts {
        shape(other, of: source, into: &maker)
        maker.paragraph.noteStandIns(other, for: item, text: source.scalars, book: book)
      }
      return
    }
    maker.add(scratch, of: item)
    for index in part.missing {
      maker.paragraph.missing.append(MissingGlyph(scalar: source.scalars[index], index: index))
    }
  }

  /// The parts to set instead, where the font lacks a character or its vertical form.
  private func otherWays(_ part: ItemPart, _ source: Source) -> [ItemPart]? {
    let fallback = Fallback(
      book: book, text: source.scalars, classes: source.classes, item: part.item, glyphs: scratch,
      language: source.style.language)
    if part.isOwn, let parts = fallback.otherFonts() { return parts }
    return part.missing.isEmpty ? fallback.turnedMarks() : nil
  }
}

extension ShapedParagraph {
  /// Orders a new line within a paragraph (U+2028).
  package static var newLine: Unicode.Scalar { "\u{2028}" }

  /// Takes the orders for new lines, once the cells are there; one at either end of the text orders nothing.
  fileprivate mutating func begin(linesAt orders: [Int]) {
    for order in orders {
      let cell = firstCell(from: order)
      if cell > 0, cell < cells.count, newLines.last != cell { newLines.append(cell) }
    }
  }
}
