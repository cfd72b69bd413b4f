import Banxin
import Diagnostics
import Drawing
import Fonts
import Foundation
import Testing

/// Messages that only a whole run gives: each from an edition with one thing wrong.
@Suite struct `A build says` {
  private func build(_ trial: PressTrial, output: String? = nil) throws -> BuildOutcome {
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    var request = BuildRequest(edition: trial.folder)
    (request.formats, request.output) = ([.json], output)
    return Banxin.build(request, house: house) { _ in }
  }

  private func codes(
    _ lead: String, layout: String = PressTrial.layout, page: String = PressTrial.overview
  ) throws -> [Code] {
    let trial = try PressTrial()
    try trial.write("edition.yaml", page)
    try trial.write("layouts/small.yaml", layout)
    try trial.write("articles/lead.md", lead)
    return try build(trial).diagnostics.map(\.code)
  }

  private func story(_ text: String, _ keys: String = "title: 两岸通了") -> String {
    "---\nid: lead\n\(keys)\npage: \"1\"\nslot: lead\n---\n\(text)\n"
  }

  @Test func `E0703 and W0518 of a picture under type that is broken, and the type is black`()
    throws
  {
    let trial = try PressTrial()
    let ground = PressTrial.layout.replacing(
      "headline: {lines: 4}", with: "ground: {columns: 3, lines: 20}")
    try trial.write("layouts/small.yaml", ground)
    let photos = "title: 两岸通了\nphotos: [{file: photos/a.png}]"
    try trial.write("articles/lead.md", story("江上有一座桥。", photos))
    // A header of 64 by 64 pixels, and no pixels.
    let header: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      + [0, 0, 0, 64, 0, 0, 0, 64, 8, 2, 0, 0, 0, 0x25, 0x0B, 0xE6, 0x89]
    try FileManager.default.createDirectory(
      atPath: "\(trial.folder)/photos", withIntermediateDirectories: true)
    try Data(header).write(to: URL(filePath: "\(trial.folder)/photos/a.png"))
    let outcome = try build(trial)
    #expect(outcome.diagnostics.filter { $0.code == .pictureBroken }.count == 1)
    #expect(outcome.diagnostics.contains { $0.code == .groundWithoutPanel })
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    let ready = try #require(PreparedEdition.make(at: trial.folder, house: house).ready)
    let inks = ready.made.lists[0].marks.compactMap { mark -> Ink? in
      guard case .glyphs(let text) = mark else { return nil }
      return text.ink
    }
    #expect(!inks.isEmpty && inks.allSatisfy { $0 == .black })
  }

  @Test func `E1001 of an output folder that cannot be one`() throws {
    let outcome = try build(try PressTrial(), output: "/")
    #expect(outcome.diagnostics.map(\.code) == [.outputRefused])
    #expect(outcome.exitCode == 73)
  }

  @Test func `E1002 of an output that is not made yet`() throws {
    let trial = try PressTrial()
    let overview = PressTrial.overview.replacing("png: {ppi: 60}", with: "formats: [json, epaper]")
    try trial.write("edition.yaml", overview)
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    let outcome = Banxin.build(BuildRequest(edition: trial.folder), house: house) { _ in }
    #expect(outcome.diagnostics.map(\.code) == [.outputNotBuilt])
    #expect(outcome.exitCode == 3)
  }

  @Test func `E1003 of a page that the edition does not have`() throws {
    let trial = try PressTrial()
    let run = try CommandLineRun(
      "build", trial.folder, "--pages", "Z9", "--diagnostic-format", "short")
    #expect(run.complaints.contains("E1003"))
    #expect(run.code == 64)
  }

  @Test func `E0601 of a character that no font has, at its place`() throws {
    let trial = try PressTrial()
    try trial.write("articles/lead.md", story("江上有\u{E000}一座桥。"))
    let found = try build(trial).diagnostics.filter { $0.code == .glyphMissing }
    #expect(found.map(\.place.line) == [7])
    #expect(found.map(\.place.column) == [4])
  }

  @Test func `W0607 of Latin words whose language has no patterns`() throws {
    let trial = try PressTrial()
    let words = String(repeating: "江上的internationalization和industrialization，", count: 8)
    try trial.write("styles/own.yaml", "styles:\n  body: {latin-lang: xx, hyphenate: yes}\n")
    try trial.write("edition.yaml", PressTrial.overview + "styles: styles/own.yaml\n")
    try trial.write("articles/lead.md", story(words))
    let found = try build(trial).diagnostics.filter { $0.code == .patternsMissing }
    #expect(found.map(\.place.file) == ["styles/own.yaml"])
    #expect(found.first?.help(.en).contains("hyphen-xx") == true)
  }

  @Test func `E0503 of a title too long for its width`() throws {
    let title = String(repeating: "长", count: 60)
    #expect(try codes(story("短。", "title: [\(title)]")).contains(.headlineTooLong))
  }

  @Test func `E0513 of heads too deep for their lines`() throws {
    let layout = PressTrial.layout.replacing("headline: {lines: 4}", with: "headline: {lines: 1}")
    let keys = "title: 两岸通了\nkicker: 昨日清晨\nsubtitle: 首班车发出\nbyline: 记者 温言"
    #expect(try codes(story("短。", keys), layout: layout).contains(.headlineTooDeep))
  }

  @Test func `E0512 of a story that no frame is free for`() throws {
    let trial = try PressTrial()
    try trial.write("articles/third.md", "---\nid: third\ntitle: 第三篇\n---\n没有地方。\n")
    #expect(try build(trial).diagnostics.map(\.code) == [.storyUnplaced])
  }

  @Test func `E0113 of a file past all measure`() throws {
    let trial = try PressTrial()
    try trial.write("articles/lead.md", String(repeating: "a", count: 80 << 20))
    let outcome = try build(trial)
    #expect(outcome.diagnostics.map(\.code).contains(.fileTooLarge))
    #expect(outcome.exitCode == 3)
  }

  @Test func `W0507 of a jump that moves only a few lines`() throws {
    let layout = PressTrial.layout.replacing(
      "lines: 1-20, headline: {lines: 4}}",
      with:
        "lines: 1-10, headline: {lines: 2}}\n  - {id: rest, kind: article, columns: 1-3, lines: 12-20}"
    )
    let found = try (170...230).contains { count in
      let text = String(repeating: "江", count: count) + "。"
      let keys = "title: 两岸通了\njump: {to: \"1\", slot: rest}"
      return try codes(story(text, keys), layout: layout).contains(.jumpTooShort)
    }
    #expect(found)
  }

  @Test func `E0205 of a second jump: a story goes on in one place`() throws {
    let keys = "title: 两岸通了\njump: [{to: \"2\"}, {to: \"3\"}]"
    #expect(try codes(story("江上", keys)).contains(.wrongType))
  }

  @Test func `W0509 of a line whose prohibition had to give way, at its paragraph, with its words`()
    throws
  {
    let trial = try PressTrial()
    try trial.write("articles/lead.md", story("短。\n\n江" + String(repeating: "）", count: 60)))
    let told = try #require(
      build(trial).diagnostics.first { $0.code == .prohibitionRelieved })
    #expect(told.place.file == "articles/lead.md" && told.place.line == 9)
    #expect(told.sentence(.en).contains("）"))
  }

  @Test func `W0418 of a pitch in the style of a story's text, which stands on the page's lines`()
    throws
  {
    let trial = try PressTrial()
    try trial.write("edition.yaml", PressTrial.overview + "styles: styles/own.yaml\n")
    try trial.write(
      "styles/own.yaml",
      "styles:\n  open: {base: body, size: 8pt, pitch: 19pt}\n  close: {base: body, size: 8pt}\n")
    func told(_ style: String) throws -> [SourcePlace] {
      try trial.write("articles/lead.md", story("短。", "title: 两岸通了\nstyle: \(style)"))
      return try build(trial).diagnostics.filter { $0.code == .bodyPitch }.map(\.place)
    }
    let places = try told("open")
    #expect(places.map(\.file) == ["articles/lead.md"] && places.first?.line == 4)
    #expect(try told("close").isEmpty)
  }

  @Test func `W0417 of a frame's poem: lines are kept by the article`() throws {
    let layout = PressTrial.layout.replacing(
      "headline: {lines: 4}", with: "headline: {lines: 4}, body: {style: poem}")
    #expect(try codes(story("短。"), layout: layout).contains(.verseInFrame))
  }

  @Test(arguments: [
    "adjustment: jis", "korean-break: word", "prohibition: ja-strict", "prohibition: ja-very-loose",
  ])
  func `W0413 of a style's key that is for another language`(key: String) throws {
    let trial = try PressTrial()
    try trial.write("styles.yaml", "styles:\n  body: {\(key)}\n")
    let edition = try String(contentsOfFile: trial.folder + "/edition.yaml", encoding: .utf8)
    try trial.write("edition.yaml", edition + "styles: styles.yaml\n")
    #expect(try build(trial).diagnostics.map(\.code).contains(.styleMisfit))
  }

  @Test func `W0510 of a line stretched too far`() throws {
    let text = "江上的桥Internationalizationalization江上的桥昨天通车。"
    #expect(try codes(story(text)).contains(.looseLine))
  }

  @Test func `W0720 of a picture to be cut out that is not transparent`() throws {
    let trial = try PressTrial()
    let photo = try Data(
      contentsOf: URL(filePath: CommandLineRun.root + "/editions/yanjiang/photos/lead.jpg"))
    try photo.write(to: URL(filePath: trial.folder + "/photo.jpg"))
    try trial.write(
      "articles/lead.md",
      story("短。", "title: 两岸通了\nphotos: [{file: photo.jpg, outline: alpha}]"))
    #expect(try build(trial).diagnostics.map(\.code).contains(.pictureOpaque))
  }

  @Test func `W0706 of a picture with too few pixels`() throws {
    let trial = try PressTrial()
    let photo = SoundEdition.png(width: 90, height: 60)
    try FileManager.default.createDirectory(
      atPath: trial.folder + "/photos", withIntermediateDirectories: true)
    try Data(photo).write(to: URL(filePath: trial.folder + "/photos/small.png"))
    try trial.write(
      "articles/lead.md", story("短。", "title: 两岸通了\nphotos: [{file: photos/small.png}]"))
    #expect(try build(trial).diagnostics.map(\.code).contains(.pictureResolution))
  }

  @Test func `E0711 and E0712 of a QR code that is too long, and of one without room`() throws {
    let code = "title: 两岸通了\nqr: {text: \"https://a.example/"
    #expect(try codes(story("短。", code + "b\", caption: 扫码}")) == [.whiteFoot])
    let long = String(repeating: "b", count: 200)
    #expect(try codes(story("短。", code + long + "\", caption: 扫码}")).contains(.codeTooLong))
    let trial = try PressTrial()
    try trial.write(
      "layouts/small.yaml", PressTrial.layout.replacing("lines: 1-20", with: "lines: 1-7"))
    try trial.write("articles/lead.md", story("短。", code + "b\", caption: 扫码}"))
    #expect(try build(trial).diagnostics.map(\.code).contains(.codeNoRoom))
  }

  /// 720 × 480 pixels of grey, one bit and eight bits each.
  private static let drawing =
    "iVBORw0KGgoAAAANSUhEUgAAAtAAAAHgAQAAAACkvmcBAAAAr0lEQVR42u3MMQEAAAwCIPtHMaUpdg0CkJ6JWq1Wq9VqtVqtVqvV"
    + "arVarVar1Wq1Wq1Wq9VqtVqtVqvVarVarVar1Wq1Wq1Wq9VqtVqtVqvVarVarVar1Wq1Wq1Wq9VqtVqtVqvVarVarVar1Wq1Wq1W"
    + "q9VqtVqtVqvVarVarVar1Wq1Wq1Wq9VqtVqtVqvVarVarVar1Wq1Wq1Wq9VqtVqtVqvVarVarVar1Wr1x3pN9RYRI4d11wAAAABJ"
    + "RU5ErkJggg=="
  private static let photograph =
    "iVBORw0KGgoAAAANSUhEUgAAAtAAAAHgCAAAAACprgVwAAADh0lEQVR42u3SAQ0AAAzCMKQjHRvP00pYlsIjkQBDg6HB0GBoDA2G"
    + "BkODocHQGBoMDYYGQ4OhMTQYGgwNhgZDY2gwNBgaDA2GxtBgaDA0GBoMjaHB0GBoMDQYGkODocHQYGgMDYYGQ4OhwdAYGgwNhgZD"
    + "g6ExNBgaDA2GBkNjaDA0GBoMDYbG0GBoMDQYGgyNocHQYGgwNBgaQ4OhwdBgaDA0hgZDg6HB0BgaDA2GBkODoTE0GBoMDYYGQ2No"
    + "MDQYGgwNhsbQYGgwNBgaDI2hwdBgaDA0GBpDg6HB0GBoMDSGBkODocHQGBoMDYYGQ4OhMTQYGgwNhgZDY2gwNBgaDA2GxtBgaDA0"
    + "GBoMjaHB0GBoMDQYGkODocHQYGgwNIYGQ4OhwdBgaAwNhgZDg6ExNBgaDA2GBkNjaDA0GBoMDYbG0GBoMDQYGgyNocHQYGgwNBga"
    + "Q4OhwdBgaDA0hgZDg6HB0GBoDA2GBkODoTE0GBoMDYYGQ2NoMDQYGgwNhsbQYGgwNBgaDI2hwdBgaDA0GBpDg6HB0GBoMDSGBkOD"
    + "ocHQYGgMDYYGQ4OhwdAYGgwNhgZDY2gwNBgaDA2GxtBgaDA0GBoMjaHB0GBoMDQYGkODocHQYGgwNIYGQ4OhwdBgaAwNhgZDg6HB"
    + "0BgaDA2GBkNjaAkwNBgaDA2GxtBgaDA0GBoMjaHB0GBoMDQYGkODocHQYGgwNIYGQ4OhwdBgaAwNhgZDg6HB0BgaDA2GBkODoTE0"
    + "GBoMDYbG0GBoMDQYGgyNocHQYGgwNBgaQ4OhwdBgaDA0hgZDg6HB0GBoDA2GBkODocHQGBoMDYYGQ4OhMTQYGgwNhgZDY2gwNBga"
    + "DI2hwdBgaDA0GBpDg6HB0GBoMDSGBkODocHQYGgMDYYGQ4OhwdAYGgwNhgZDg6ExNBgaDA2GBkNjaDA0GBoMjaHB0GBoMDQYGkOD"
    + "ocHQYGgwNIYGQ4OhwdBgaAwNhgZDg6HB0BgaDA2GBkODoTE0GBoMDYYGQ2NoMDQYGgwNhsbQYGgwNBgaQ4OhwdBgaDA0hgZDg6HB"
    + "0GBoDA2GBkODocHQGBoMDYYGQ4OhMTQYGgwNhgZDY2gwNBgaDA2GxtBgaDA0GBpDg6HB0GBoMDSGBkODocHQYGgMDYYGQ4OhwdAY"
    + "GgwNhgZDg6ExNBgaDA2GBkNjaDA0GBoMDYbG0GBoMDQYGgyNoeGuAUInJ46bF2CuAAAAAElFTkSuQmCC"

  @Test func `W0706 is stricter with drawings of one bit a pixel than with photographs`() throws {
    let limits = try [Self.drawing, Self.photograph].map { picture in
      let trial = try PressTrial()
      try FileManager.default.createDirectory(
        atPath: trial.folder + "/photos", withIntermediateDirectories: true)
      try #require(Data(base64Encoded: picture)).write(
        to: URL(filePath: trial.folder + "/photos/map.png"))
      try trial.write(
        "articles/lead.md", story("短。", "title: 两岸通了\nphotos: [{file: photos/map.png}]"))
      let coarse = try build(trial).diagnostics.first { $0.code == .pictureResolution }
      return coarse?.values.first { $0.name == "limit" }?.text
    }
    #expect(limits == ["550", nil])
  }

  @Test func `E0904 of a table wider than its frame`() throws {
    let trial = try PressTrial()
    let row = (1...40).map { "\($0)00" }.joined(separator: ",")
    try trial.write("tables/wide.csv", "\(row)\n\(row)\n")
    let keys = "title: 宽表\ntable: {file: tables/wide.csv, header: 1}"
    try trial.write("articles/lead.md", story("", keys))
    #expect(try build(trial).diagnostics.map(\.code).contains(.tableTooWide))
  }

  @Test func `E0802 and E0806 of an advertisement of another size, and of a broken one`() throws {
    let trial = try PressTrial()
    try trial.write("layouts/small.yaml", PressTrial.layoutWithAd)
    try trial.write(
      "ads/ads.yaml",
      """
      ads:
        - {id: one, page: "1", slot: ad, file: ads/one.png, size: {width: 20mm, height: 20mm}}
        - {id: two, page: A02, slot: ad, file: ads/two.pdf}

      """)
    try trial.write("ads/two.pdf", "%PDF-1.4\nthis is no page\n")
    try Data(SoundEdition.png(width: 260, height: 105)).write(
      to: URL(filePath: trial.folder + "/ads/one.png"))
    try trial.write("edition.yaml", PressTrial.overview + "ads: ads/ads.yaml\n")
    let codes = try build(trial).diagnostics.map(\.code)
    #expect(codes.contains(.adSize))
    #expect(codes.contains(.adBroken))
  }

  @Test func `E0604 and E0606 of fonts that are not the ones named, or may not be embedded`() {
    let role = FontRole.song
    #expect(FontFault.differs(role, file: "a.ttc", package: "p").code == .fontChanged)
    #expect(FontFault.embeddingForbidden(role, file: "a.ttc").code == .fontEmbedding)
  }
}

@Suite struct `The catalogue` {
  /// Faults of the machine or of ours, which no input brings about: E1006 and E1106, bugs of ours; W0110, a file that
  /// changes between two reads (tested below the whole run).
  private static let notFromInput: Set<String> = ["E1006", "E1106", "W0110"]

  @Test func `has every code tried by a test`() throws {
    let tests = try Self.sources(under: CommandLineRun.root + "/Tests")
    for (code, name) in try Self.codes() where !Self.notFromInput.contains(code) {
      #expect(tests.contains("." + name) || tests.contains(code), "\(code) \(name)")
    }
  }

  private static func codes() throws -> [(String, String)] {
    let sources = try sources(under: CommandLineRun.root + "/Sources/Diagnostics")
    return sources.matches(of: /static let (\w+) = Code\("(\w+)"\)/).map {
      (String($0.2), String($0.1))
    }
  }

  private static func sources(under folder: String) throws -> String {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".swift") }.sorted().map {
      try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
    }.joined(separator: "\n")
  }
}
