import Diagnostics
import Schema

// MARK: Pages and masthead

extension EditionReader {
  private static let mostPages = 256

  func pages(_ fields: Fields, limits: Limits) -> [PageRequest] {
    var pages: [PageRequest] = []
    let maps = fields.maps("pages")
    if fields.has("pages"), maps.isEmpty || maps.count > Self.mostPages {
      let expected = Expected.said(
        zh: "要 1–\(Self.mostPages) 版", en: "must hold 1 to \(Self.mostPages) pages")
      fields.findings.add(expected.diagnostic(at: fields.place(of: "pages"), key: "pages"))
    }
    for map in maps.prefix(Self.mostPages) {
      guard let page = page(map, limits) else { continue }
      if let first = pages.first(where: { $0.code == page.code }) {
        fields.findings.add(
          Diagnostic(.duplicatePage, at: page.place, ["code": page.code], related: [first.place]))
      }
      pages.append(page)
    }
    return pages
  }

  private func page(_ fields: Fields, _ limits: Limits) -> PageRequest? {
    guard let code = fields.located("code"), let layout = fields.located("layout") else {
      return nil
    }
    if !Identifier.isValid(code.value) {
      fields.findings.add(Identifier.expected.diagnostic(at: code.place, key: "code"))
    }
    guard let checked = fields.findings.check(layout) else { return nil }
    var page = PageRequest(code: code.value, layout: checked, place: code.place)
    page.name = fields.text("name")
    page.editor = fields.text("editor")
    page.side = fields.choice("side")
    page.phone = fields.text("phone")
    page.teasers = fields.maps("teasers").compactMap { teaser($0, limits) }
    return page
  }

  private func teaser(_ fields: Fields, _ limits: Limits) -> Teaser? {
    guard let target = fields.text("page") else { return nil }
    var teaser = Teaser(
      title: fields.lines("title").map(\.value), page: target, section: fields.text("section"),
      place: fields.place(of: "title"))
    teaser.photo = fields.located("photo").flatMap(fields.findings.check).map { path in
      Picture(path: path, file: file(path, .photograph, limits, fields.findings))
    }
    return teaser
  }

  func weather(_ fields: Fields) -> WeatherReport? {
    guard let place = fields.text("place"), let sky = fields.text("sky") else { return nil }
    var weather = WeatherReport(place: place, sky: sky)
    weather.skyPlace = fields.place(of: "sky")
    (weather.low, weather.high) = (fields.integer("low"), fields.integer("high"))
    weather.wind = fields.text("wind")
    return weather
  }

  /// A picture of the edition's own furniture: without it the edition is still made.
  private func file(
    _ path: Located<String>, _ purpose: PictureFileReader.Purpose, _ limits: Limits,
    _ findings: Findings
  ) -> PictureFile? {
    let gentle = Findings(stopsEdition: false)
    let reader = PictureFileReader(folder: folder, limits: limits, purpose: purpose)
    let file = reader.read(path, findings: gentle)
    for diagnostic in gentle.diagnostics { findings.keep(diagnostic) }
    return file
  }
}

// MARK: The masthead

extension EditionReader {
  func masthead(_ fields: Fields, limits: Limits) -> MastheadText {
    var masthead = MastheadText()
    var codes: [String: Located<String>] = [:]
    for entry in fields.named("masthead") where !entry.value.isBlank {
      guard let text = mastheadLine(entry, fields) else { continue }
      switch entry.key.value {
      case "name": masthead.name = text.value
      case "art":
        guard let path = fields.findings.check(text) else { continue }
        masthead.art = path
        masthead.artFile = file(path, .nameplate, limits, fields.findings)
      case "qr", "qr-caption", "barcode", "barcode-issue": codes[entry.key.value] = text
      default:
        if entry.key.value == "issn" { codes["issn"] = text }
        masthead.entries.append(.init(key: entry.key.value, value: text.value))
      }
    }
    readCodes(codes, into: &masthead)
    return masthead
  }

  private func readCodes(_ codes: [String: Located<String>], into masthead: inout MastheadText) {
    masthead.code = codes["qr"].map { CodeBlock(text: $0, caption: codes["qr-caption"]?.value) }
    let source =
      codes["barcode"].map(Barcode.Source.digits) ?? codes["issn"].map(Barcode.Source.issn)
    // An ISSN alone is a line of the masthead; with the number of the issue it asks for the barcode.
    guard let source, codes["barcode"] != nil || codes["barcode-issue"] != nil else { return }
    masthead.barcode = Barcode(source, issue: codes["barcode-issue"])
  }

  /// A line of text; a list of them stands on one line, parted by a full-width blank.
  private func mastheadLine(_ entry: YAMLValue.Entry, _ fields: Fields) -> Located<String>? {
    switch entry.value.content {
    case .scalar(let text, _): return Located(text, at: entry.value.place)
    case .list(let items):
      let texts = items.compactMap { item -> String? in
        if case .scalar(let text, _) = item.content { return text }
        return nil
      }
      if texts.count == items.count {
        return Located(texts.joined(separator: "　"), at: entry.value.place)
      }
    case .map: break
    }
    fields.findings.add(Expected.textOrList.diagnostic(at: entry.value.place, key: entry.key.value))
    return nil
  }
}
