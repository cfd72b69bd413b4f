import Diagnostics
import Drawing
import PageDesign

/// Styles with more ink than the paper takes (总墨量): it stays wet, sets off on the next page and shows through.
func inksOverLimit(in styles: StyleSheet, _ rules: PrintRules) -> [Diagnostic] {
  let asked = styles.rules.keys.sorted().compactMap { styles.rules[$0] }
  return asked.compactMap { style in
    guard let percents = style.ink else { return nil }
    let ink = Ink(percents: percents)
    guard ink.total > rules.inkLimit else { return nil }
    return Diagnostic(
      .inkOverLimit, at: style.place,
      ["name": style.name, "total": "\(ink.total)", "limit": "\(rules.inkLimit)"]
    ).wording("ink", ink.words.zh, ink.words.en)
  }
}
