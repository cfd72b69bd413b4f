import Diagnostics
import Geometry
import Schema

/// Reads rules/*.yaml. With `house` what the file does not say is the house's; without, it must say all. Its
/// faults stop the edition: nobody would know what the pages were held to.
package func readRules(_ source: SourceText, over house: HouseRules? = nil) -> Diagnosed<
  HouseRules?
> {
  let findings = Findings(stopsEdition: true)
  guard let value = readYAML(source, findings: findings),
    let fields = Fields(value, as: .rules, findings: findings)
  else { return Diagnosed(nil, findings.diagnostics) }
  let reader = RulesReader(fields: fields)
  guard let print = reader.print(over: house?.print),
    let makeUp = reader.makeUp(over: house?.makeUp), !findings.hasErrors
  else { return Diagnosed(nil, findings.diagnostics) }
  let grades = (house?.grades ?? []) + reader.grades()
  let rules = HouseRules(print: print, makeUp: makeUp, grades: grades)
  return Diagnosed(findings.hasErrors ? nil : rules, findings.diagnostics)
}

private struct RulesReader {
  let fields: Fields

  private static let languages = ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko"]

  func print(over house: PrintRules?) -> PrintRules? {
    guard let print = fields.map("print") else { return house ?? miss("print", in: fields) }
    let inks = print.map("text-inks")
    let reversed = print.map("reversed-text")
    let ppi = print.map("photo-ppi")
    guard let limit = integer("ink-limit", print, house?.inkLimit),
      let most = integer("most", inks, house?.mostTextInks),
      let manySize = length("size", inks, house?.manyInksSize),
      let tinted = length("tinted-text", print, house?.tintedText),
      let oneInk = length("one-ink", reversed, house?.reversedText.oneInk),
      let several = length("several", reversed, house?.reversedText.severalInks),
      let thin = length("thin", reversed, house?.reversedText.thin),
      let richBlack = length("rich-black", print, house?.richBlack),
      let line = length("line", print, house?.line),
      let tintedLine = length("line-tinted", print, house?.tintedLine),
      let least = integer("least", ppi, house?.leastPhotoPPI),
      let lineArt = integer("line-art-ppi", print, house?.leastLineArtPPI),
      let margin = length("margin", print, house?.margin)
    else { return nil }
    return PrintRules(
      inkLimit: limit, mostTextInks: most, manyInksSize: manySize, tintedText: tinted,
      reversedText: .init(oneInk: oneInk, severalInks: several, thin: thin), richBlack: richBlack,
      line: line, tintedLine: tintedLine, leastPhotoPPI: least,
      leastLineArtPPI: lineArt, margin: margin)
  }

  func makeUp(over house: MakeUpRules?) -> MakeUpRules? {
    guard let section = fields.map("make-up") else { return house ?? miss("make-up", in: fields) }
    let grey = section.map("grey")
    guard let headGap = quantity("head-gap", section, house?.headGap),
      let zone = integer("broken-zone", section, house?.brokenZone),
      let gutter = integer("gutter", section, house?.gutter),
      let legLines = integer("leg-lines", section, house?.legLines),
      let greyLines = integer("lines", grey, house?.grey.lines),
      let greyColumns = integer("columns", grey, house?.grey.columns),
      let greyNear = integer("near", grey, house?.grey.near),
      let rankGap = integer("rank-gap", section, house?.rankGap),
      let adGap = quantity("ad-gap", section, house?.adGap),
      let whiteLines = integer("white-lines", section, house?.whiteLines),
      let stacking = stacking(section, house?.stacking),
      let rivals = choice("competitors", section, house?.rivalsApart),
      let avoided = choice("avoid", section, house?.avoidedApart)
    else { return nil }
    return MakeUpRules(
      headGap: headGap, brokenZone: zone, gutter: gutter, legLines: legLines,
      grey: .init(lines: greyLines, columns: greyColumns, near: greyNear), adGap: adGap,
      whiteLines: whiteLines, stacking: stacking, rivalsApart: rivals, avoidedApart: avoided,
      rankGap: rankGap)
  }

  private func stacking(_ section: Fields, _ house: StackingRules?) -> StackingRules? {
    guard let stacking = section.map("stacking") else {
      return house ?? miss("stacking", in: section)
    }
    guard let shape = choice("shape", stacking, house?.shape),
      let side = choice("side", stacking, house?.side),
      let gap = integer("gap", stacking, house?.gap),
      let height = integer("height", stacking, house?.height),
      let rule = length("rule", stacking, house?.rule)
    else { return nil }
    return StackingRules(shape: shape, side: side, gap: gap, height: height, rule: rule)
  }

  /// The gravity of checks, by their codes: in all languages, and in some.
  func grades() -> [CheckGrade] {
    grades(in: fields, language: nil)
      + fields.named("languages").flatMap { entry -> [CheckGrade] in
        guard Self.languages.contains(entry.key.value) else {
          say(.oneOf(Self.languages, given: entry.key.value), at: entry.key.place, "languages")
          return []
        }
        let own = Fields(entry.value, as: .rulesOfLanguage, findings: fields.findings)
        return own.map { grades(in: $0, language: entry.key.value) } ?? []
      }
  }

  private func grades(in fields: Fields, language: String?) -> [CheckGrade] {
    let codes = HouseRules.checks.map(\.name)
    let words = CheckGrade.Grade.allCases.map(\.rawValue)
    return fields.named("checks").compactMap { entry in
      guard codes.contains(entry.key.value) else {
        say(.oneOf(codes, given: entry.key.value), at: entry.key.place, "checks")
        return nil
      }
      guard case .scalar(let word, _) = entry.value.content,
        let grade = CheckGrade.Grade(rawValue: word)
      else {
        let given = if case .scalar(let word, _) = entry.value.content { word } else { "" }
        say(.oneOf(words, given: given), at: entry.value.place, entry.key.value)
        return nil
      }
      return CheckGrade(code: Code(entry.key.value), grade: grade, language: language)
    }
  }

  private func integer(_ name: String, _ section: Fields?, _ house: Int?) -> Int? {
    guard let section, section.has(name) else { return house ?? miss(name, in: section ?? fields) }
    return section.integer(name)
  }

  private func choice<Choice: RawRepresentable>(
    _ name: String, _ section: Fields, _ house: Choice?
  ) -> Choice? where Choice.RawValue == String {
    guard section.has(name) else { return house ?? miss(name, in: section) }
    return section.choice(name)
  }

  private func quantity(_ name: String, _ section: Fields, _ house: Quantity?) -> Quantity? {
    guard section.has(name) else { return house ?? miss(name, in: section) }
    return section.quantity(name)
  }

  private func length(_ name: String, _ section: Fields?, _ house: Length?) -> Length? {
    guard let section, section.has(name) else { return house ?? miss(name, in: section ?? fields) }
    return section.length(name)
  }

  private func miss<Value>(_ name: String, in section: Fields) -> Value? {
    fields.findings.add(Diagnostic(.missingKey, at: section.place, ["key": name]))
    return nil
  }

  private func say(_ expected: Expected, at place: SourcePlace, _ key: String) {
    fields.findings.add(expected.diagnostic(at: place, key: key))
  }
}
