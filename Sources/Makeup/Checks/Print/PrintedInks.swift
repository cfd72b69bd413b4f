import Diagnostics
import Drawing
import Geometry
import PageDesign

extension Ink {
  /// The sum of its inks, in percent.
  var total: Int { c + m + y + k }
  /// How many inks it is made of.
  var count: Int { [c, m, y, k].filter { $0 > 0 }.count }
  /// No ink of it is printed solid: its edges are dots.
  var isTint: Bool { self != .white && max(c, m, y, k) < 100 }
  /// Dark as black, and not of black alone.
  var isRichBlack: Bool { k >= 85 && isColoured || min(c, m, y) >= 50 && k > 0 }
  private var isColoured: Bool { c + m + y > 0 }

  /// `C20 M100`.
  var written: String {
    [("C", c), ("M", m), ("Y", y), ("K", k)].filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }
      .joined(separator: " ")
  }
}

extension Length {
  /// `7.5 pt`, to a hundredth.
  var writtenPoints: String {
    let hundredths = Int((points * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole) pt" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10) pt" : "\(whole).\(rest / 10)\(rest % 10) pt"
  }
}

/// Styles that lay more ink than the limit, whether a page has them or not.
func checkInks(of sheet: StyleSheet, _ rules: PrintRules) -> [Diagnostic] {
  sheet.rules.keys.sorted().compactMap { sheet.rules[$0] }.compactMap { rule in
    guard let percents = rule.ink, percents.reduce(0, +) > rules.inkLimit else { return nil }
    return Diagnostic(
      .inkOverLimit, at: rule.place,
      [
        "style": rule.name, "total": "\(percents.reduce(0, +))", "limit": "\(rules.inkLimit)",
      ])
  }
}
