import Codes
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

/// Pages with furniture alone.
struct FurnitureTrial {
  var pages: [Page]
  var diagnostics: [Diagnostic]

  init(
    _ frames: [[Frame]], stories: [Story] = [], codes: [String]? = nil,
    change: (inout Edition) -> Void = { _ in }
  ) {
    var edition = Edition(
      paper: "砚江日报", date: CivilDate(year: 2026, month: 3, day: 18), issue: "9127",
      weekday: "星期三", lunar: "丙午年正月三十")
    edition.stories = stories
    edition.pages = frames.indices.map { number in
      PageRequest(
        code: codes?[number] ?? "\(number + 1)", layout: Located("test", at: TestPage.place),
        place: TestPage.place)
    }
    change(&edition)
    let drafts = zip(edition.pages, frames).map { request, frames in
      PageDraft(
        request: request,
        layout: Layout(
          name: "test", file: "layout.yaml",
          size: Size(width: .millimetres(273), height: .millimetres(393)), grid: TestPage.grid,
          frames: frames))
    }
    let made = makeUp(
      edition, on: drafts, sheet: TestPage.sheet, rules: `A page for print`.rules.makeUp,
      typesetter: Typesetter(book: TestPage.book))
    (pages, diagnostics) = (made.pages, made.diagnostics)
  }

  func marks(_ page: Int = 0) -> [Mark] { draw(pages[page]).marks }

  /// Every run of text and the left edge of its first glyph.
  func texts(_ page: Int = 0) -> [(text: String, mark: GlyphMark)] {
    marks(page).compactMap {
      if case .glyphs(let glyphs) = $0 {
        (String(String.UnicodeScalarView(glyphs.text)), glyphs)
      } else {
        nil
      }
    }
  }

  func x(_ text: String, page: Int = 0) -> Length? {
    texts(page).first { $0.text.contains(text) }?.mark.glyphs.first?.origin.x
  }

  func y(_ text: String, page: Int = 0) -> Length? {
    texts(page).first { $0.text.contains(text) }?.mark.glyphs.first?.origin.y
  }

  /// Black rectangles, by their left edges.
  func bars(_ page: Int = 0) -> [Rect] {
    marks(page).compactMap { if case .fill(let rect, .black) = $0 { rect } else { nil } }
      .sorted { $0.x < $1.x }
  }
}

@Suite struct `A masthead` {
  private static let wide = TestPage.frame("m", columns: 1...6, lines: 1...12, kind: .masthead)
  private static let tall = TestPage.frame("m", columns: 1...1, lines: 1...50, kind: .masthead)

  private func made(
    _ frame: Frame = Self.wide, date: MastheadDesign.DatePlace? = nil,
    align: MastheadDesign.Side = .center, others: [Frame] = [],
    change: (inout Edition) -> Void = { _ in }
  ) -> FurnitureTrial {
    var frame = frame
    frame.masthead = MastheadDesign(date: date, align: align)
    return FurnitureTrial([[frame] + others], change: change)
  }

  @Test func `has the day at the right, at the left, or on a line under the name`() throws {
    func place(_ date: MastheadDesign.DatePlace?) throws -> (Length, Length) {
      let trial = made(date: date)
      return (
        try #require(trial.x("星期三")) - (try #require(trial.x("砚"))),
        try #require(trial.y("星期三")) - (try #require(trial.y("砚")))
      )
    }
    #expect(try place(nil).0 > .points(300) && place(.right) == place(nil))
    #expect(try place(.left).0 < .zero)
    #expect(try place(.under).1 > .points(20))
    #expect(made(date: MastheadDesign.DatePlace.none).x("星期三") == nil)
  }

  @Test func `over a spread has the number of each of its pages at that one's outer side`() throws {
    func numbers(_ language: String) -> [String] {
      let folio = TestPage.frame("f", columns: 1...6, lines: 1...3, kind: .folio)
      let trial = FurnitureTrial([[folio]], codes: ["12-13"]) {
        ($0.language, $0.pages[0].name) = (language, "灯会")
      }
      #expect(trial.texts().count { $0.text == "灯会" } == 2)
      return trial.texts().filter { ["12", "13"].contains($0.text) }
        .sorted { $0.mark.glyphs[0].origin.x < $1.mark.glyphs[0].origin.x }.map(\.text)
    }
    #expect(numbers("zh-Hans") == ["12", "13"])
    #expect(numbers("ja") == ["13", "12"])
  }

  @Test func `says its issue and how many pages it has, without the strips between them`() {
    let frames = [[Self.wide], [], []]
    let trial = FurnitureTrial(frames, codes: ["1", "2", "fold"]) { $0.pages[2].side = .fold }
    let text = trial.texts().map(\.text).joined()
    #expect(text.contains("9127") && text.contains("今日2版"))
    let spread = FurnitureTrial([[Self.wide], []], codes: ["A01", "A02-A03"])
    #expect(spread.texts().map(\.text).joined().contains("今日3版"))
  }

  @Test func `stands upright in a frame taller than wide, the day under it`() throws {
    let trial = made(Self.tall)
    let name = try #require(trial.texts().first { $0.text.hasPrefix("砚") }?.mark)
    #expect(Set(name.glyphs.map(\.origin.x)).count == 1 && name.text.count == 4)
    let ys = name.glyphs.map(\.origin.y)
    #expect(ys == ys.sorted() && ys[3] - ys[0] > name.size * 2)
    #expect(try #require(trial.y("星期三")) > ys[3])
    #expect(name.size > .points(60))
  }

  @Test func `has a day that is too long for its column in several rows, not in tiny type`() throws
  {
    let trial = made(Self.tall) { edition in
      edition.language = "ja"
      edition.date = CivilDate(year: 2026, month: 3, day: 28)
    }
    let day = trial.texts().filter { $0.text.contains("2026") || $0.text.contains("28日") }
    #expect(day.count == 2)
    for row in day { #expect(row.mark.size >= TestPage.types().style("masthead-date").text.size) }
  }

  @Test(arguments: [
    (MastheadDesign.Side.left, 0.0), (.center, 0.5), (.right, 1.0),
  ])
  func `has a picture of its name where the layout wants it`(
    align: MastheadDesign.Side, share: Double
  ) throws {
    let trial = made(align: align) { edition in
      edition.masthead.artFile = PictureFile(path: "n.png", kind: .png, width: 400, height: 400)
    }
    let pictures = trial.marks().compactMap {
      if case .picture(let mark) = $0 { mark.placement } else { nil }
    }
    let placed = try #require(pictures.first)
    let frame = trial.pages[0].frames[0].rect
    // What is left beside the day: its block is a fifth of the width, an em from the name.
    let room = frame.width - frame.width.thousandths(200) - TestPage.grid.size
    let want = frame.x.points + (room - placed.width).points * share
    #expect(abs(placed.x.points - want) < 0.1)
  }

  @Test func `says what each line is where the line does not`() {
    var text = MastheadText()
    text.entries = [
      .init(key: "supervisor", value: "市局"), .init(key: "organizer", value: "报社主办"),
      .init(key: "postal-code", value: "00-31"), .init(key: "website", value: "w.example"),
      .init(key: "printer", value: "一厂"),
    ]
    #expect(
      text.lines(in: "zh-Hans", imprint: true) == [
        "主管：市局", "报社主办", "邮发代号 00-31", "w.example", "印刷：一厂",
      ])
    #expect(text.lines(in: "zh-Hans", imprint: false).count == 4)
  }

  @Test func `leaves the printer to the imprint of a paper that has one`() {
    let imprint = TestPage.frame("i", columns: 1...6, lines: 70...72, kind: .imprint)
    func count(_ frames: [[Frame]]) -> Int {
      FurnitureTrial(frames) { $0.masthead.entries = [.init(key: "printer", value: "一厂")] }
        .texts().count { $0.text.contains("一厂") }
    }
    #expect(count([[Self.wide]]) == 1)
    #expect(count([[Self.wide], [imprint]]) == 0)
    #expect(count([[imprint]]) == 1)
  }

  @Test
  func `prints an imprint smaller where its frame is shallow, and tells what has no room at all`() {
    func trial(_ entries: Int) -> FurnitureTrial {
      let imprint = TestPage.frame("i", columns: 1...6, lines: 80...80, kind: .imprint)
      return FurnitureTrial([[imprint]]) {
        $0.masthead.entries = (0..<entries).map {
          .init(key: "k\($0)", value: "砚江日报社第\($0)发行站电话零零零零\($0)")
        }
      }
    }
    func axes(_ trial: FurnitureTrial) -> Set<Length> {
      Set(trial.texts().compactMap { $0.mark.glyphs.first?.origin.y })
    }
    let fitting = trial(4)
    #expect(axes(fitting).count == 1 && fitting.diagnostics.isEmpty)
    #expect(fitting.texts().count { $0.text.contains("发行站") } == 4)
    let crowded = trial(30)
    #expect(axes(crowded).count == 1)
    #expect(crowded.diagnostics.map(\.code) == [.imprintTooLow])
    #expect(crowded.diagnostics.first?.value("text")?.contains("第29发行站") == true)
  }

  @Test
  func `in a narrow column has a row for each of its lines, a little smaller rather than parted`()
    throws
  {
    let lines = [
      "甲社主管", "乙社主办", "砚江日报社编辑出版", "www.yanjiang-daily.example", "零售每份一元五角整",
    ]
    let trial = FurnitureTrial([[Self.tall]]) {
      $0.masthead.entries = lines.enumerated().map {
        .init(key: "k\($0.offset)", value: $0.element)
      }
    }
    let rows = Dictionary(grouping: trial.texts()) { $0.mark.glyphs[0].origin.y }
      .mapValues { $0.map(\.text).joined() }.values
    for line in lines { #expect(rows.contains(line), "\(rows)") }
  }

  @Test func `shares its lines out over its rows`() {
    let trial = made { edition in
      edition.masthead.entries = (0..<9).map { .init(key: "k\($0)", value: "砚江日报社电话零零零零\($0)") }
    }
    let rows = Dictionary(grouping: trial.texts().filter { $0.text.contains("电话") }) {
      $0.mark.glyphs[0].origin.y
    }.values.map(\.count)
    #expect(rows.reduce(0, +) == 9 && rows.count > 1)
    #expect((rows.max() ?? 0) - (rows.min() ?? 0) <= 1)
  }

  // MARK: Codes

  private static let qr = CodeBlock(
    text: Located("https://a.example", at: TestPage.place), caption: "扫码")

  @Test func `has the paper's QR code, unless a frame of the page holds it`() throws {
    let trial = made { $0.masthead.code = Self.qr }
    #expect(trial.bars().count > 100 && trial.x("扫码") != nil && trial.diagnostics.isEmpty)
    var ear = TestPage.frame("ear", columns: 5...6, lines: 14...24, kind: .ear)
    ear.holds = .qr
    let apart = made(others: [ear]) { $0.masthead.code = Self.qr }
    let rect = try #require(apart.pages[0].frames.first { $0.id == "ear" }?.rect)
    #expect(apart.bars().count == trial.bars().count)
    #expect(apart.bars().allSatisfy(rect.contains))
  }

  @Test func `says when a code has no room, or too much text`() {
    let low = TestPage.frame("m", columns: 1...6, lines: 1...3, kind: .masthead)
    #expect(made(low) { $0.masthead.code = Self.qr }.diagnostics.map(\.code) == [.furnitureNoRoom])
    let long = CodeBlock(text: Located(String(repeating: "a", count: 200), at: TestPage.place))
    #expect(made { $0.masthead.code = long }.diagnostics.map(\.code) == [.codeTooLong])
  }

  @Test func `has the barcode of its issue in bars of whole modules, quiet at both sides`() throws {
    let digits = Located("9771234567003", at: TestPage.place)
    let trial = made { edition in
      edition.masthead.barcode = Barcode(
        .digits(digits), issue: Located("03", at: TestPage.place))
    }
    #expect(trial.diagnostics.isEmpty)
    let bars = trial.bars()
    let code = try EAN13("9771234567003", addOn: "03")
    #expect(bars.count == code.bars.count)
    let module = try #require(bars.map(\.width).min())
    #expect(module >= .millimetres(0.264) && module <= .millimetres(0.33))
    let (left, right) = (bars[0].x, bars[bars.count - 1].maxX)
    #expect(
      zip(bars, code.bars).allSatisfy {
        $0.x - left == module * $1.modules.lowerBound && $0.width == module * $1.modules.count
      })
    // Nothing dark within eleven modules at the left, five at the right, but the first digit.
    let quiet = Rect(
      x: left - module * EAN13.quietLeft, y: bars[0].y, width: module * 3, height: module * 60)
    let after = Rect(x: right, y: bars[0].y, width: module * 5, height: module * 60)
    for (_, mark) in trial.texts() {
      for glyph in mark.glyphs {
        let place = Rect(
          x: glyph.origin.x, y: glyph.origin.y, width: .points(1), height: .points(1))
        #expect(!quiet.intersects(place) && !after.intersects(place))
      }
    }
    let printed = trial.texts().filter { $0.mark.size == module * 11 }.map(\.text)
    #expect(printed.joined() == "977123456700303")
  }

  @Test func `leaves a wrong barcode out, and says which digit is right`() throws {
    let trial = made { edition in
      edition.masthead.barcode = Barcode(.digits(Located("9771234567004", at: TestPage.place)))
    }
    let fault = try #require(trial.diagnostics.first)
    #expect(fault.code == .barcodeWrong && fault.sentence(.zh).contains("3"))
    #expect(trial.bars().isEmpty)
  }
}

@Suite struct `A folio` {
  private let frame = TestPage.frame("f", columns: 1...6, lines: 1...3, kind: .folio)

  private func isAtLeft(_ code: String, side: PageSide? = nil, language: String = "zh-Hans") throws
    -> Bool
  {
    let trial = FurnitureTrial([[frame]], codes: [code]) { edition in
      (edition.language, edition.pages[0].side) = (language, side)
    }
    let number = code.count < 2 && language == "zh-Hans" ? "0" + code : code
    return try #require(trial.x(number)) < (try #require(trial.x("星期三")))
  }

  @Test func `has two figures in Chinese papers alone`() {
    for (language, number) in [("zh-Hant-TW", "08"), ("ja", "8"), ("ko", "8")] {
      let trial = FurnitureTrial([[frame]], codes: ["8"]) { $0.language = language }
      #expect(trial.texts().contains { $0.text == number })
    }
  }

  @Test func `has its number at the outer side, the day at the inner one`() throws {
    #expect(try isAtLeft("2") && !isAtLeft("3") && isAtLeft("A02") && !isAtLeft("B13"))
    #expect(try !isAtLeft("2", side: .right) && isAtLeft("3", side: .left))
    #expect(try isAtLeft("3", language: "ja") && !isAtLeft("2", language: "ja"))
  }

  @Test func `says who made the page and where to call`() {
    let trial = FurnitureTrial([[frame]]) { edition in
      (edition.pages[0].editor, edition.pages[0].phone) = ("编辑 温言", "0000-1")
    }
    #expect(trial.x("温言") != nil && trial.x("0000") != nil)
  }
}

@Suite struct `A page's furniture in other languages` {
  private static let frames = [
    TestPage.frame("m", columns: 1...6, lines: 1...12, kind: .masthead),
    TestPage.frame("t", columns: 1...6, lines: 20...40, kind: .teasers),
  ]

  private func texts(_ language: String, _ day: CivilDate) -> String {
    FurnitureTrial([Self.frames]) { edition in
      (edition.language, edition.date, edition.lunar) = (language, day, "")
      edition.masthead.entries = [MastheadText.Entry(key: "publisher", value: "水辺新聞社")]
    }
    .texts().map(\.text).joined(separator: "|")
  }

  @Test(arguments: [
    ("zh-Hans", ["2026", "第", "9127", "期", "今日", "导", "出版"]),
    ("zh-Hant-TW", ["中華民國", "115", "號", "導", "發行"]),
    ("ja", ["令和", "8", "号", "ページ", "主な記事", "発行所"]),
    ("ko", ["년", "월", "제", "호", "주요", "발행"]),
  ])
  func `says it in them`(language: String, words: [String]) {
    let said = texts(language, CivilDate(year: 2026, month: 3, day: 18))
    for word in words { #expect(said.contains(word), "\(language): \(said)") }
  }

  @Test(arguments: [
    (2019, 4, 30, "平成31"), (2019, 5, 1, "令和元"), (1989, 1, 7, "昭和64"), (1926, 12, 25, "昭和元"),
  ])
  func `counts Japan's years by eras`(year: Int, month: Int, day: Int, era: String) {
    let date = CivilDate(year: year, month: month, day: day)
    #expect(date.eraYear(language: "ja") == era && date.eraYear(language: "ko") == nil)
    #expect(CivilDate(year: 1850, month: 1, day: 1).eraYear(language: "ja") == nil)
  }
}

@Suite struct `A frame that holds something of the edition's own` {
  private func frame(_ holding: FrameHolding, _ columns: ClosedRange<Int> = 1...3) -> Frame {
    var frame = TestPage.frame("h", columns: columns, lines: 1...20, kind: .text)
    frame.holds = holding
    return frame
  }

  @Test(arguments: [FrameHolding.qr, .barcode, .weather, .index])
  func `is told of when there is nothing`(holding: FrameHolding) {
    #expect(FurnitureTrial([[frame(holding)]]).diagnostics.map(\.code) == [.heldMissing])
    var optional = frame(holding)
    optional.isOptional = true
    #expect(FurnitureTrial([[optional]]).diagnostics.isEmpty)
  }

  @Test func `has the weather of every place, with its sign inside the frame`() throws {
    let skies = ["晴", "多云", "阴", "小雨", "暴雨", "雷阵雨", "小雪", "雾", "晴转多云", "极光"]
    for sky in skies {
      let trial = FurnitureTrial([[frame(.weather)]]) { edition in
        var report = WeatherReport(place: "砚江", sky: sky)
        (report.low, report.high, report.wind) = (-3, 2, "微风")
        edition.weather = [report, report]
      }
      let text = trial.texts().map(\.text).joined()
      #expect(text.contains("砚江") && text.contains("−3") && text.contains("微风"))
      let rect = trial.pages[0].frames[0].rect
      let signs = trial.marks().compactMap(\.box)
      #expect(signs.allSatisfy(rect.contains), "\(sky)")
      #expect(SkyWords.signs(of: sky).isEmpty == (sky == "极光"))
    }
  }

  @Test func `sets all places in one size, the sky under its place where one has no room`() {
    func sizes(_ skies: [String]) -> (Set<Length>, [String]) {
      let trial = FurnitureTrial([[frame(.weather)]]) { edition in
        edition.weather = skies.map { sky in
          var report = WeatherReport(place: "砚江", sky: sky)
          report.low = 3
          return report
        }
      }
      let texts = trial.texts()
      return (Set(texts.filter { $0.text.hasPrefix("砚江") }.map(\.mark.size)), texts.map(\.text))
    }
    #expect(sizes(["晴", "多云"]).1.contains("砚江　晴"))
    let long = sizes(["晴", String(repeating: "多云有时有阵雨", count: 12)])
    #expect(long.0.count == 1 && long.1.contains("砚江") && long.1.contains("晴"))
  }

  @Test(arguments: [
    ("晴转多云", [SkySign.sun, .cloudySun]), ("雷阵雨", [.thunder]), ("大雪", [.snow]),
    ("阴转小雨", [.cloud, .rain]),
    ("雨夹雪", [.snow]), ("小到中雨", [.rain]), ("中到大雨", [.heavyRain]), ("大雾", [.fog]), ("沙尘暴", [.fog]),
    ("晴间多云", [.cloudySun]), ("小雨转中雨", [.rain]),
    ("多雲時晴", [.cloudySun, .sun]), ("大致多雲", [.cloudySun]), ("多雲午後短暫雷陣雨", [.cloudySun, .thunder]),
    ("陰有雨", [.rain]), ("部分時間有陽光", [.sun]),
    ("晴れ", [.sun]), ("曇り", [.cloud]), ("晴れのち雨", [.sun, .rain]), ("曇り時々雪", [.cloud, .snow]),
    ("雨後曇り", [.rain, .cloud]), ("晴れ 一時 雷雨", [.sun, .thunder]), ("くもり", [.cloud]), ("濃霧", [.fog]),
    ("曇り一時雨のち晴れ", [.cloud, .rain]),
    ("맑음", [.sun]), ("구름많음", [.cloudySun]), ("흐림", [.cloud]), ("비", [.rain]), ("눈", [.snow]),
    ("안개", [.fog]), ("천둥번개", [.thunder]), ("흐리고 한때 비", [.cloud, .rain]),
    ("맑음 뒤 흐림", [.sun, .cloud]), ("구름많고 가끔 눈", [.cloudySun, .snow]), ("진눈깨비", [.snow]),
  ])
  func `reads one sign of a sky, or two of one that turns, in four languages`(
    sky: String, signs: [SkySign]
  ) {
    #expect(SkyWords.signs(of: sky) == signs)
  }

  @Test func `tells of a sky that it has no sign for, with the words that it knows`() throws {
    let trial = FurnitureTrial([[frame(.weather)]]) { edition in
      edition.language = "ja"
      edition.weather = ["オーロラ", "晴れ"].map { sky in
        var report = WeatherReport(place: "砚江", sky: sky)
        report.skyPlace = TestPage.place
        return report
      }
    }
    let note = try #require(trial.diagnostics.first)
    #expect(trial.diagnostics.count == 1 && note.code == .skyUnknown && note.severity == .note)
    #expect(note.sentence(.zh).contains("オーロラ") && note.help(.zh).contains("曇り"))
    #expect(trial.texts().map(\.text).joined().contains("オーロラ"))
    // Every word named is one that is known.
    for language in ["zh-Hans", "zh-Hant-TW", "ja", "ko"] {
      let words = SkyWords.known(in: language).split { "、, ".contains($0) }
      let known = words.filter { !SkyWords.signs(of: String($0)).isEmpty }
      #expect(known.count >= 7 && words.count <= known.count + 3, "\(language)")
    }
  }

  @Test func `lists the other pages with the title of their first story`() {
    let texts = [("a", 40, "次要的"), ("b", 80, "要紧的")]
    let stories = texts.map { id, rank, title in
      var story = TestPage.story(id, page: "2", paragraphs: ["字。"])
      (story.priority, story.title) = (rank, [title])
      return story
    }
    let inside = [
      TestPage.frame("a", columns: 1...6, lines: 1...20),
      TestPage.frame("b", columns: 1...6, lines: 22...40),
    ]
    let trial = FurnitureTrial([[frame(.index)], inside, []], stories: stories) { edition in
      for (number, name) in ["要闻", "综合", "体育"].enumerated() { edition.pages[number].name = name }
    }
    let text = trial.texts().map(\.text).joined()
    #expect(text.contains("02") && text.contains("综合") && text.contains("要紧的"))
    #expect(text.contains("体育") && !text.contains("次要的") && !text.contains("要闻"))
    #expect(trial.marks().contains(.begin(.link(to: "page-2"))))
  }

  @Test func `sets an index smaller, and then without titles, rather than out of its frame`() {
    let pages: [[Frame]] = [[frame(.index, 1...1)]] + Array(repeating: [], count: 16)
    let trial = FurnitureTrial(pages) { edition in
      for number in edition.pages.indices { edition.pages[number].name = "民生·城事" }
    }
    let rect = trial.pages[0].frames[0].rect
    #expect(trial.marks().compactMap(\.box).allSatisfy { $0.maxY <= rect.maxY + .points(1) })
  }
}
