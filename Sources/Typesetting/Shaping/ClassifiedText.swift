import CJKRules
import Fonts

/// A paragraph's text with what its characters do in a line.
struct ClassifiedText {
  /// What decides the font.
  private(set) var classes: [CharacterClass]
  /// What decides the gaps.
  private(set) var cellClasses: [CharacterClass]
  /// Empty in horizontal lines.
  private(set) var forms: [VerticalForm] = []
  /// What the glyphs are chosen for.
  private(set) var glyphText: [Unicode.Scalar]
  /// Where the text orders a new line.
  private(set) var newLines: [Int] = []

  init(_ paragraph: StyledParagraph) {
    classes = CharacterTable.standard.classify(
      paragraph.text, language: paragraph.style.language)
    (cellClasses, glyphText) = (classes, paragraph.text)
  }

  /// As vertical lines need them.
  mutating func stand(_ paragraph: StyledParagraph, _ book: FontBook) {
    let upright = VerticalText(paragraph, classes, glyphText, book)
    (classes, cellClasses) = (upright.classes, upright.cellClasses)
    (forms, glyphText) = (upright.forms, upright.glyphText)
  }

  /// Orders of a new line are blank, and a hyphen typed for its place is part of the letter before it.
  mutating func settleControls() {
    for index in glyphText.indices {
      switch glyphText[index] {
      case ShapedParagraph.newLine:
        (classes[index], cellClasses[index], glyphText[index]) = (.space, .space, " ")
        newLines.append(index)
      case LatinBreakFinder.softHyphen:
        (classes[index], cellClasses[index]) = (.attached, .attached)
      default: break
      }
    }
  }
}
