import Diagnostics
import Geometry

/// What the house allows on a page that is printed (付印的规矩). `layouts/rules/house.yaml` has the numbers, each
/// with its source.
package struct PrintRules: Hashable, Sendable {
  /// Most ink on a place, in percent (总墨量).
  package var inkLimit = 220
  /// Most inks that small text may have.
  package var textInks = 2
  /// Text under this size is small.
  package var textInksSize = Length.points(10)
  /// Smallest text without an ink at full strength.
  package var tintedText = Length.points(8)
  /// Smallest white text on ground of one ink, and of several.
  package var reversedText = Length.points(6)
  package var reversedSeveral = Length.points(10)
  /// Thinnest line; thinnest of tints, several inks or white.
  package var line = Length.points(0.25)
  package var tintedLine = Length.points(0.5)
  /// Least pixels to the inch of photographs, and of pictures of one bit.
  package var photoPPI = 150
  package var lineArtPPI = 550
  /// White that stays inside the trim of a page without bleed.
  package var margin = Length.millimetres(5)
  package init() {}
}

/// How grave a check's message is in this house.
package enum CheckSeverity: String, Hashable, Sendable, CaseIterable {
  case error, warn, off
}

/// The house's rules (规矩): limits, and how grave each check is.
package struct HouseRules: Hashable, Sendable {
  package var print = PrintRules()
  /// By the code of the message.
  package var checks: [String: CheckSeverity] = [:]
  package init() {}

  /// Messages as grave as the house takes them; those that are off are left out.
  package func weighed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.compactMap { diagnostic in
      var weighed = diagnostic
      switch checks[diagnostic.code.name] {
      case .off: return nil
      case .error: weighed.severity = .error
      case .warn: weighed.severity = .warning
      case nil: break
      }
      return weighed
    }
  }
}
