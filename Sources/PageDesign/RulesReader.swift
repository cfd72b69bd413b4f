import Diagnostics
import Geometry
import Schema

extension KeyTable {
  /// layouts/rules/house.yaml and an edition's own rules.
  package static let rules = KeyTable(
    "rules",
    [
      Key("print", .map(printRules), "付印的限度"),
      Key("checks", .named(nil), "各项检查的轻重：消息号: error、warn 或 off"),
    ])

  static let printRules = KeyTable(
    "print rules",
    [
      Key("ink-limit", .integer(100...400), "总墨量，百分数"),
      Key("text-inks", .integer(1...4), "小字最多几色"),
      Key("text-inks-size", .length(bare: nil), "多少磅以下算小字"),
      Key("tinted-text", .length(bare: nil), "网点字的最小字号"),
      Key("reversed-text", .length(bare: nil), "一色底上反白字的最小字号"),
      Key("reversed-several", .length(bare: nil), "多色底上反白字的最小字号"),
      Key("line", .length(bare: nil), "线的最小粗细"),
      Key("line-tinted", .length(bare: nil), "网点、反白、多色线的最小粗细"),
      Key("photo-ppi", .integer(36...1200), "照片每英寸像素"),
      Key("line-art-ppi", .integer(36...2400), "黑白线条稿每英寸像素"),
      Key("margin", .length(bare: nil), "裁切线以内要空出的白边"),
    ])
}

/// Reads a file of rules over others: what it does not say stays as it is. Its faults stop the edition, since pages
/// would be held to the wrong limits.
package func readRules(_ source: SourceText, over base: HouseRules) -> Diagnosed<HouseRules?> {
  let findings = Findings(stopsEdition: true)
  guard let value = readYAML(source, findings: findings),
    let fields = Fields(value, as: .rules, findings: findings)
  else { return Diagnosed(nil, findings.diagnostics) }
  var rules = base
  if let print = fields.map("print") { read(print, into: &rules.print) }
  for entry in fields.named("checks") {
    guard let severity = severity(entry, findings) else { continue }
    rules.checks[entry.key.value] = severity
  }
  return Diagnosed(findings.hasErrors ? nil : rules, findings.diagnostics)
}

private func read(_ fields: Fields, into rules: inout PrintRules) {
  rules.inkLimit = fields.integer("ink-limit") ?? rules.inkLimit
  rules.textInks = fields.integer("text-inks") ?? rules.textInks
  rules.textInksSize = fields.length("text-inks-size") ?? rules.textInksSize
  rules.tintedText = fields.length("tinted-text") ?? rules.tintedText
  rules.reversedText = fields.length("reversed-text") ?? rules.reversedText
  rules.reversedSeveral = fields.length("reversed-several") ?? rules.reversedSeveral
  rules.line = fields.length("line") ?? rules.line
  rules.tintedLine = fields.length("line-tinted") ?? rules.tintedLine
  rules.photoPPI = fields.integer("photo-ppi") ?? rules.photoPPI
  rules.lineArtPPI = fields.integer("line-art-ppi") ?? rules.lineArtPPI
  rules.margin = fields.length("margin") ?? rules.margin
}

/// Only messages about a made-up page can be weighed: the others say that something is not there.
private func severity(_ entry: YAMLValue.Entry, _ findings: Findings) -> CheckSeverity? {
  let codes = Catalogue.texts.keys.map(\.name).filter(isCheck).sorted()
  guard codes.contains(entry.key.value) else {
    findings.add(
      Expected.oneOf(codes, given: entry.key.value)
        .diagnostic(at: entry.key.place, key: "checks"))
    return nil
  }
  let names = CheckSeverity.allCases.map(\.rawValue)
  guard case .scalar(let text, _) = entry.value.content,
    let severity = CheckSeverity(rawValue: text)
  else {
    findings.add(
      Expected.oneOf(names, given: "").diagnostic(at: entry.value.place, key: entry.key.value))
    return nil
  }
  return severity
}

/// W1011 to W1029 are print checks, group 12 is of make-up.
private func isCheck(_ code: String) -> Bool {
  guard let number = Int(code.dropFirst()) else { return false }
  return (1011...1029).contains(number) || (1200...1299).contains(number)
}
