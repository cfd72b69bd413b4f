import Diagnostics
import Drawing
import PageDesign

/// Styles and inks of the palette with more ink than the paper takes (总墨量): it stays wet, sets off on the next page
/// and shows through. A style that names an ink of the palette has the palette's fault, not its own.
func inksOverLimit(in styles: StyleSheet, _ rules: PrintRules) -> [Diagnostic] {
  let asked = styles.rules.keys.sorted().compactMap { styles.rules[$0] }.compactMap { style in
    style.ink.flatMap { ink in ink.name == nil ? (style.name, style.place, ink.percents) : nil }
  }
  return (styles.inks.map { ($0.name, $0.place, $0.percents) } + asked).compactMap {
    name, place, percents in
    let ink = Ink(percents: percents)
    guard ink.total > rules.inkLimit else { return nil }
    return Diagnostic(
      .inkOverLimit, at: place,
      ["name": name, "total": "\(ink.total)", "limit": "\(rules.inkLimit)"]
    ).wording("ink", ink.words.zh, ink.words.en)
  }
}
