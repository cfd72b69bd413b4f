import Diagnostics
import Geometry

/// What a made-up page is held to (社内规矩): the house's, with an edition's own laid over them.
package struct HouseRules: Hashable, Sendable {
  package var print: PrintRules
  package var makeUp: MakeUpRules
  /// How grave each check is, by its code, in the order of the file.
  package var grades: [CheckGrade]

  package init(print: PrintRules, makeUp: MakeUpRules, grades: [CheckGrade] = []) {
    (self.print, self.makeUp, self.grades) = (print, makeUp, grades)
  }

  /// The codes of the checks whose gravity the rules settle.
  package static let checks: [Code] =
    [
      .pictureResolution, .inkOverLimit, .richBlackText, .textInManyInks, .reversedTextSmall,
      .tintedTextSmall, .lineThin, .inkInMargin,
    ] + Catalogue.lintMessages.map(\.0)

  /// What the checks found in an edition, as gravely as the rules take it in its language; what is off is left out.
  package func graded(_ found: [Diagnostic], in language: String) -> [Diagnostic] {
    let grades = grades.filter { $0.language == nil || $0.language == language }
    return found.compactMap { diagnostic in
      guard let grade = grades.last(where: { $0.code == diagnostic.code })?.grade else {
        return diagnostic
      }
      guard let severity = grade.severity else { return nil }
      var copy = diagnostic
      copy.severity = severity
      return copy
    }
  }
}

/// How grave one check is.
package struct CheckGrade: Hashable, Sendable {
  package enum Grade: String, Hashable, Sendable, CaseIterable {
    case error, warn, note, off

    var severity: Severity? {
      switch self {
      case .error: .error
      case .warn: .warning
      case .note: .note
      case .off: nil
      }
    }
  }

  package var code: Code
  package var grade: Grade
  /// Nil for editions in all languages.
  package var language: String?

  package init(code: Code, grade: Grade, language: String? = nil) {
    (self.code, self.grade, self.language) = (code, grade, language)
  }
}

/// What a press and its paper can print.
package struct PrintRules: Hashable, Sendable {
  /// The most ink that may lie on a place, in percent (总墨量).
  package var inkLimit: Int
  /// Type smaller than `manyInksSize` is printed in at most so many inks.
  package var mostTextInks: Int
  package var manyInksSize: Length
  /// The smallest type without a solid ink.
  package var tintedText: Length
  package var reversedText: ReversedText
  /// Black type smaller than this is printed in black alone.
  package var richBlack: Length
  /// The thinnest line, and the thinnest that is tinted, white on a ground, or in several inks.
  package var line: Length
  package var tintedLine: Length
  /// Pixels to the inch below which a picture looks coarse.
  package var leastPhotoPPI: Int
  /// The same for pictures of one bit a pixel.
  package var leastLineArtPPI: Int
  /// White paper between ink and the trim.
  package var margin: Length

  /// The smallest type that stays open in a ground of one ink, and of several; thin faces need more.
  package struct ReversedText: Hashable, Sendable {
    package var oneInk: Length
    package var severalInks: Length
    package var thin: Length

    package init(oneInk: Length, severalInks: Length, thin: Length) {
      (self.oneInk, self.severalInks, self.thin) = (oneInk, severalInks, thin)
    }
  }

  package init(
    inkLimit: Int, mostTextInks: Int, manyInksSize: Length, tintedText: Length,
    reversedText: ReversedText, richBlack: Length, line: Length, tintedLine: Length,
    leastPhotoPPI: Int, leastLineArtPPI: Int, margin: Length
  ) {
    (self.inkLimit, self.mostTextInks, self.manyInksSize) = (inkLimit, mostTextInks, manyInksSize)
    (self.tintedText, self.reversedText, self.richBlack) = (tintedText, reversedText, richBlack)
    (self.line, self.tintedLine) = (line, tintedLine)
    (self.leastPhotoPPI, self.leastLineArtPPI) = (leastPhotoPPI, leastLineArtPPI)
    self.margin = margin
  }
}
