import CJKRules
import Fonts
import Geometry

/// Sets paragraphs with the fonts of one book (排字). It keeps buffers for reuse: one for each thread.
package final class Typesetter {
  package let book: FontBook
  private let shaper = Shaper()
  private var knownRules: [LineRules] = []
  private var scratch: [ShapedGlyph] = []

  package init(book: FontBook) { self.book = book }

  /// Chooses glyphs and measures gaps; knows no width.
  package func shape(_ paragraph: StyledParagraph) -> ShapedParagraph {
    let classes = CharacterTable.standard.classify(
      paragraph.text, language: paragraph.style.language)
    let shaped = ShapedParagraph(source: paragraph, rules: rules(for: paragraph.style))
    var maker = CellMaker(book: book, classes: classes, paragraph: shaped)
    let language = GlyphLanguage(paragraph.style.language.rawValue)
    let items = Itemiser(book: book, paragraph: paragraph, classes: classes).items()
    paragraph.text.withUnsafeBufferPointer { text in
      for item in items { shape(item, of: text, language, into: &maker) }
    }
    return maker.finished()
  }

  private func rules(for style: ParagraphStyle) -> LineRules {
    let key = LineRulesKey(
      language: style.language, prohibition: style.prohibition, punctuation: style.punctuation,
      mode: style.mode, hanLatinSpace: style.hanLatinSpace)
    if let known = knownRules.first(where: { $0.key == key }) { return known }
    let made = LineRules(key)
    knownRules.append(made)
    return made
  }

  private func shape(
    _ item: Item, of text: UnsafeBufferPointer<Unicode.Scalar>, _ language: GlyphLanguage,
    into maker: inout CellMaker
  ) {
    scratch.removeAll(keepingCapacity: true)
    shaper.shape(
      text, item.range, font: book[item.face.font], kind: item.kind, language: language,
      into: &scratch)
    guard scratch.contains(where: { $0.id == 0 }) else {
      maker.add(scratch, of: item)
      return
    }
    let parts = Fallback(book: book, text: text, item: item, glyphs: scratch).parts()
    for part in parts {
      scratch.removeAll(keepingCapacity: true)
      shaper.shape(
        text, part.item.range, font: book[part.item.face.font], kind: part.item.kind,
        language: language, into: &scratch)
      maker.add(scratch, of: part.item)
      for index in part.missing {
        maker.paragraph.missing.append(MissingGlyph(scalar: text[index], index: index))
      }
    }
  }
}
