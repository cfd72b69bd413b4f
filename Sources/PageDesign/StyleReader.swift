import Diagnostics
import Geometry
import Schema

/// Reads a style sheet. Its faults stop the edition: every page would be set wrong.
package func readStyles(_ source: SourceText) -> Diagnosed<StyleSheet?> {
  let findings = Findings(stopsEdition: true)
  guard let value = readYAML(source, findings: findings),
    let fields = Fields(value, as: .styles, findings: findings)
  else { return Diagnosed(nil, findings.diagnostics) }
  let rules = fields.namedMaps("styles").map { StyleReader.rule($0.name, $0.fields) }
  var sheet = StyleSheet(
    rules: Dictionary(rules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
    inks: fields.named("inks").compactMap { paletteInk($0, findings) },
    tables: fields.looks("tables"), charts: fields.looks("charts"), file: source.file)
  sheet.ranks = fields.looks("ranks")
  sheet.columns = fields.looks("columns")
  sheet.heads = readHeadLooks(fields)
  sheet.pictures = fields.map("pictures").map(PictureLook.init) ?? PictureLook()
  sheet.words = fields.paperWords()
  return Diagnosed(findings.hasErrors ? nil : sheet, findings.diagnostics)
}

private func paletteInk(_ entry: YAMLValue.Entry, _ findings: Findings) -> PaletteInk? {
  if let percents = InkPercents.read(entry.value) {
    return PaletteInk(name: entry.key.value, percents: percents, place: entry.key.place)
  }
  findings.add(Expected.inks.diagnostic(at: entry.value.place, key: entry.key.value))
  return nil
}

private enum StyleReader {
  static func rule(_ name: Located<String>, _ fields: Fields) -> StyleRule {
    var rule = StyleRule(name: name.value, place: name.place)
    if fields.has("base") { rule.place = fields.place(of: "base") }
    rule.base = fields.text("base")
    rule.font = fields.text("font")
    rule.latin = fields.text("latin")
    rule.bold = fields.text("bold")
    rule.size = size("size", fields)
    rule.minSize = size("min-size", fields)
    rule.pitch = size("pitch", fields)
    rule.align = fields.word("align")
    rule.indent = fields.thousandths("indent")
    rule.maxLines = fields.integer("max-lines")
    rule.condense = fields.thousandths("condense")
    rule.tracking = fields.thousandths("tracking")
    rule.maxTracking = fields.thousandths("max-tracking")
    rule.punctuation = fields.word("punctuation")
    rule.prohibition = fields.word("prohibition")
    rule.hanging = fields.word("hanging")
    rule.adjustment = fields.word("adjustment")
    rule.openingMarks = fields.word("opening-marks")
    rule.koreanBreak = fields.word("korean-break")
    rule.hanLatin = fields.thousandths("han-latin")
    rule.hyphenate = fields.word("hyphenate")
    rule.latinLanguage = languageTag("latin-lang", fields)
    rule.grid = fields.word("grid")
    rule.rubyAlign = fields.word("ruby-align")
    rule.rubyOverhang = fields.word("ruby-overhang")
    rule.pinyin = fields.text("pinyin")
    rule.zhuyin = fields.text("zhuyin")
    rule.zhuyinRoom = fields.word("zhuyin-room")
    rule.ink = fields.ink("ink")
    rule.rows = fields.integer("rows")
    return rule
  }

  /// A size of type, or a pitch: not in lines, which are counted by it.
  private static func size(_ name: String, _ fields: Fields) -> Quantity? {
    guard let quantity = fields.quantity(name) else { return nil }
    guard case .lines = quantity else { return quantity }
    let expected = Expected.said(zh: "不能用 行 作单位", en: "cannot be counted in 行")
    fields.findings.add(expected.diagnostic(at: fields.place(of: name), key: name))
    return nil
  }

  /// A language's tag, which names a file of patterns: letters and digits in parts.
  private static func languageTag(_ name: String, _ fields: Fields) -> String? {
    guard let tag = fields.text(name) else { return nil }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    if isTag { return tag }
    let expected = Expected.said(zh: "不是语言代码，如 en-US", en: "is no language tag such as en-US")
    fields.findings.add(expected.diagnostic(at: fields.place(of: name), key: name))
    return nil
  }
}

extension StyleSheet {
  /// This sheet with an edition's own laid over it, key by key.
  package func overlaid(with other: StyleSheet) -> StyleSheet {
    var sheet = StyleSheet(
      rules: rules.merging(other.rules) { house, own in house.overlaid(with: own) },
      inks: inks.filter { ink in !other.inks.contains { $0.name == ink.name } } + other.inks,
      tables: tables.overlaid(with: other.tables), charts: charts.overlaid(with: other.charts),
      file: other.file)
    sheet.ranks = ranks.overlaid(with: other.ranks)
    sheet.columns = columns.overlaid(with: other.columns)
    sheet.heads = heads.overlaid(with: other.heads)
    sheet.pictures = pictures.overlaid(with: other.pictures)
    sheet.words = words.merging(other.words) { house, own in house.merging(own) { _, own in own } }
    return sheet
  }

  /// Styles based on each other in a circle, or on one that is not there, and looks without their type; all stop the
  /// edition.
  package func faults() -> [Diagnostic] { baseFaults() + lookFaults() }

  private func baseFaults() -> [Diagnostic] {
    let names = rules.keys.sorted()
    var inCircle: Set<String> = []
    return names.compactMap { name in
      guard let rule = rules[name], let base = rule.base else { return nil }
      if rules[base] == nil { return missing(base, at: rule.place) }
      guard !inCircle.contains(name), let circle = circle(from: name) else { return nil }
      inCircle.formUnion(circle)
      let path = (circle + [name]).joined(separator: "→")
      return Diagnostic(.styleCycle, at: rule.place, ["path": path]).stopping
    }
  }

  /// Keys whose values are for another language than the edition's: they are followed as far as they mean
  /// anything, and told.
  package func misfits(in language: String) -> [Diagnostic] {
    rules.keys.sorted().compactMap { rules[$0] }.flatMap { rule in
      rule.languageKeys.filter { !$0.languages.contains(language) }.map { key in
        Diagnostic(
          .styleMisfit, at: rule.place,
          [
            "style": rule.name, "key": key.name, "value": key.value, "language": language,
            "fits": key.languages.joined(separator: ", "),
          ])
      }
    }
  }

  /// The styles from `name` back to itself, if its bases lead there.
  private func circle(from name: String) -> [String]? {
    var path = [name]
    while let base = rules[path[path.count - 1]]?.base {
      if base == name { return path }
      if path.contains(base) { return nil }
      path.append(base)
    }
    return nil
  }
}

extension StyleRule {
  /// The keys said here that not every language has, with those that have them.
  fileprivate var languageKeys: [(name: String, value: String, languages: [String])] {
    var keys: [(name: String, value: String, languages: [String])] = []
    if let adjustment { keys.append(("adjustment", adjustment, ["ja"])) }
    if let koreanBreak { keys.append(("korean-break", koreanBreak, ["ko"])) }
    if let prohibition, prohibition != "none" {
      let chinese = ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"]
      let languages =
        prohibition.hasPrefix("ja-") ? ["ja"] : prohibition == "basic" ? chinese + ["ko"] : chinese
      keys.append(("prohibition", prohibition, languages))
    }
    return keys
  }

  fileprivate func overlaid(with own: StyleRule) -> StyleRule {
    var rule = self
    rule.place = own.place
    rule.base = own.base ?? base
    rule.font = own.font ?? font
    rule.latin = own.latin ?? latin
    rule.bold = own.bold ?? bold
    rule.size = own.size ?? size
    rule.minSize = own.minSize ?? minSize
    rule.pitch = own.pitch ?? pitch
    rule.align = own.align ?? align
    rule.indent = own.indent ?? indent
    rule.maxLines = own.maxLines ?? maxLines
    rule.condense = own.condense ?? condense
    rule.tracking = own.tracking ?? tracking
    rule.maxTracking = own.maxTracking ?? maxTracking
    rule.punctuation = own.punctuation ?? punctuation
    rule.prohibition = own.prohibition ?? prohibition
    rule.hanging = own.hanging ?? hanging
    rule.adjustment = own.adjustment ?? adjustment
    rule.openingMarks = own.openingMarks ?? openingMarks
    rule.koreanBreak = own.koreanBreak ?? koreanBreak
    rule.hanLatin = own.hanLatin ?? hanLatin
    rule.hyphenate = own.hyphenate ?? hyphenate
    rule.latinLanguage = own.latinLanguage ?? latinLanguage
    rule.grid = own.grid ?? grid
    rule.rubyAlign = own.rubyAlign ?? rubyAlign
    rule.rubyOverhang = own.rubyOverhang ?? rubyOverhang
    rule.pinyin = own.pinyin ?? pinyin
    rule.zhuyin = own.zhuyin ?? zhuyin
    rule.zhuyinRoom = own.zhuyinRoom ?? zhuyinRoom
    rule.ink = own.ink ?? ink
    rule.rows = own.rows ?? rows
    return rule
  }
}
