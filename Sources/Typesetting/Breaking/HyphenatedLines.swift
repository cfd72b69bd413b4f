import Geometry
import Hyphenation

extension Typesetter {
  /// Whether words are parted in lines of this measure: in narrow columns, unless told otherwise.
  func isHyphenated(_ paragraph: ShapedParagraph, _ measure: Length) -> Bool {
    guard paragraph.latin?.words.isEmpty == false else { return false }
    switch paragraph.source.style.hyphens {
    case .never: return false
    case .narrow: return measure.units < HyphenUse.narrowMeasure * paragraph.em(of: 0)
    case .always: return true
    }
  }

  /// Words are parted only where a line without hyphens comes out badly for having one at its end.
  func breakWords(
    _ paragraph: ShapedParagraph, _ measures: (Int) -> Length, from first: Int
  ) -> [Line] {
    let whole = chosen(paragraph.measured(), measures, from: first)
    guard whole.lines.contains(where: { $0.isBad && paragraph.hasWord(at: $0.end) }) else {
      return lines(of: whole)
    }
    let text = paragraph.source.text
    let parted = paragraph.hyphenated(
      { hyphenator.places(in: Array(text[$0]), language: paragraph.source.style.hyphenLanguage) },
      book)
    return lines(of: chosen(parted.measured(), measures, from: first))
  }
}

extension LineChoice {
  fileprivate var isBad: Bool { relieved || fit.cost > LineCost.hyphen }
}

extension ShapedParagraph {
  /// Whether a line that ends before the cell `end` ends with a word that patterns may part, or leaves one
  /// to the next line.
  fileprivate func hasWord(at end: Int) -> Bool {
    latin?.words.contains {
      firstCell(from: $0.lowerBound) <= end && end <= firstCell(from: $0.upperBound)
    }
      ?? false
  }
}
