import Diagnostics
import Geometry
import Schema

// Reads edition.yaml itself.

extension EditionReader {
  /// What the file says; nil when it is of another format or lacks what an edition must have.
  func overview(_ value: YAMLValue, _ findings: Findings) -> EditionOverview? {
    // A newer format may have other keys: its number is looked at before them.
    guard !isNewer(value, findings), let fields = Fields(value, as: .edition, findings: findings)
    else { return nil }
    let limits = limits(fields)
    let pages = self.pages(fields, limits: limits)
    guard let paper = fields.text("paper"), let date = fields.date("date") else { return nil }
    let language = fields.word("lang") ?? "zh-Hans"
    var edition = Edition(
      paper: paper, date: date, issue: fields.text("issue"),
      weekday: date.weekdayName(language: language),
      lunar: lunar(date, language), language: language, pages: pages, limits: limits)
    checkCalendar(fields, &edition)
    readPolicy(fields, into: &edition)
    edition.special = fields.text("special")
    edition.masthead = masthead(fields, limits: limits)
    edition.weather = fields.maps("weather").compactMap(weather)
    edition.styles = path("styles", fields)
    edition.rules = path("rules", fields)
    readFonts(fields, into: &edition)
    readOutput(fields, into: &edition)
    return EditionOverview(
      edition: edition, articles: path("articles", fields), ads: path("ads", fields))
  }

  /// Mastheads of Chinese papers alone have it; Korea's own calendar differs from this one by a day at times.
  private func lunar(_ date: CivilDate, _ language: String) -> String {
    language.hasPrefix("zh") ? LunarDate(of: date)?.text(language: language) ?? "" : ""
  }

  private func isNewer(_ value: YAMLValue, _ findings: Findings) -> Bool {
    guard case .map(let entries) = value.content,
      let version = entries.first(where: { $0.key.value == "banxin" })?.value,
      case .scalar(let text, isBlank: false) = version.content, text != "1"
    else { return false }
    findings.add(Diagnostic(.formatVersion, at: version.place, ["known": "1", "given": text]))
    return true
  }

  private func path(_ name: String, _ fields: Fields) -> Located<String>? {
    fields.located(name).flatMap(fields.findings.check)
  }

  /// What is given is printed; what the calendar says is the warning.
  private func checkCalendar(_ fields: Fields, _ edition: inout Edition) {
    let date = edition.date.isoText
    if let weekday = fields.located("weekday") {
      if CalendarWording.of(weekday.value) != CalendarWording.of(edition.weekday) {
        fields.findings.add(
          Diagnostic(
            .weekdayDiffers, at: weekday.place,
            ["date": date, "right": edition.weekday, "given": weekday.value]))
      }
      edition.weekday = weekday.value
    }
    guard let lunar = fields.located("lunar") else { return }
    if !edition.lunar.isEmpty, CalendarWording.of(lunar.value) != CalendarWording.of(edition.lunar)
    {
      fields.findings.add(
        Diagnostic(
          .weekdayDiffers, at: lunar.place,
          ["date": date, "right": edition.lunar, "given": lunar.value]))
    }
    edition.lunar = lunar.value
  }
}

/// Days have several names; a check must not take one for another day.
private enum CalendarWording {
  static func of(_ text: String) -> String {
    var text = text.filter { !$0.isWhitespace }
    for (name, usual) in names {
      text = text.split(separator: name, omittingEmptySubsequences: false).joined(separator: usual)
    }
    return text
  }

  /// In this order: 腊月 before the others.
  private static let names: [(Character, String)] = [
    ("腊", "十二"), ("臘", "十二"), ("冬", "十一"), ("閏", "闰"), ("週", "星期"), ("周", "星期"),
    ("天", "日"), ("农", ""), ("農", ""), ("历", ""), ("曆", ""),
  ]
}

// MARK: Fonts, output, policy, limits

extension EditionReader {
  private func readFonts(_ fields: Fields, into edition: inout Edition) {
    guard let fonts = fields.map("fonts") else { return }
    if fonts.flag("system") == true {
      let expected = Expected.said(
        zh: "只能是 false：字体都按文件打开", en: "can only be false: fonts are opened by their files")
      fields.findings.add(expected.diagnostic(at: fonts.place(of: "system"), key: "system"))
    }
    edition.fontSearch = fonts.texts("search").compactMap { fields.findings.check($0)?.value }
    edition.fontFallback = fonts.texts("fallback").map(\.value)
    edition.fonts = fonts.named("families").compactMap { entry in
      guard let family = Fields(entry.value, as: .family, findings: fields.findings),
        let file = family.located("file").flatMap(fields.findings.check)
      else { return nil }
      return FontRequest(
        role: entry.key.value, file: file, face: family.integer("face") ?? 0,
        sha256: family.text("sha256"))
    }
    edition.composites = fonts.named("composites").compactMap { entry in
      Fields(entry.value, as: .composite, findings: fields.findings).map {
        CompositeRequest(role: entry.key, parts: compositeParts($0))
      }
    }
  }

  private func compositeParts(_ fields: Fields) -> [CompositeRequest.Part] {
    KeyTable.composite.names.compactMap { kind in
      guard let part = fields.map(kind), let role = part.located("role") else { return nil }
      func thousandths(_ name: String) -> Int? { part.number(name).map { $0 / 10 } }
      return CompositeRequest.Part(
        kind: kind, role: role, size: thousandths("size") ?? 1000,
        shift: thousandths("shift") ?? 0, width: thousandths("width") ?? 1000)
    }
  }

  private func readOutput(_ fields: Fields, into edition: inout Edition) {
    guard let output = fields.map("output") else { return }
    let formats = output.texts("formats")
    for format in formats where !Self.formats.contains(format.value) {
      let expected = Expected.oneOf(Self.formats, given: format.value)
      fields.findings.add(expected.diagnostic(at: format.place, key: "formats"))
    }
    if !formats.isEmpty { edition.output.formats = formats.map(\.value) }
    if let pdf = output.map("pdf") {
      edition.output.profile = pdf.word("profile") ?? edition.output.profile
      edition.output.marks = pdf.flag("marks") ?? edition.output.marks
      edition.output.pdfx = pdf.word("pdfx") ?? edition.output.pdfx
      edition.output.icc = pdf.located("icc").flatMap { fields.findings.check($0) }
    }
    edition.output.ppi = output.map("png")?.integer("ppi") ?? edition.output.ppi
  }

  private static let formats = ["pdf", "png", "epaper", "json"]

  private func readPolicy(_ fields: Fields, into edition: inout Edition) {
    if let policy = fields.map("policy") {
      edition.policy.overset = policy.word("overset") == "warn" ? .warning : .error
      edition.policy.missingGlyph = policy.word("missing-glyph") == "warn" ? .warning : .error
      edition.policy.brokenArticle = policy.word("broken-article") ?? edition.policy.brokenArticle
      edition.policy.brokenAd = policy.word("broken-ad") ?? edition.policy.brokenAd
    }
  }

  private func limits(_ fields: Fields) -> Limits {
    var limits = Limits()
    guard let given = fields.map("limits") else { return limits }
    limits.articleCharacters = given.integer("article-chars") ?? limits.articleCharacters
    limits.imageMegapixels = given.integer("image-megapixels") ?? limits.imageMegapixels
    limits.pageSeconds = given.integer("page-seconds") ?? limits.pageSeconds
    limits.memoryMegabytes = given.integer("memory-mb") ?? limits.memoryMegabytes
    return limits
  }
}

extension Fields {
  /// A day that the calendar has.
  func date(_ name: String) -> CivilDate? {
    guard let text = located(name) else { return nil }
    let parts = text.value.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3 else {
      findings.add(Expected.date.diagnostic(at: text.place, key: name))
      return nil
    }
    let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    if date.isValid { return date }
    findings.add(Expected.noSuchDay.diagnostic(at: text.place, key: name))
    return nil
  }
}
