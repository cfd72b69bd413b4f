import CJKRules
import Fonts
import Geometry
import Hyphenation
import Testing

@testable import Typesetting

extension Setting {
  fileprivate init(hyphens: HyphenUse, book: FontBook? = nil) throws {
    try self.init(book: book)
    style.hyphens = hyphens
  }

  /// How many lines end with a hyphen.
  fileprivate func hyphens(_ text: String, _ measure: Int) -> Int {
    lines(text, measure).count { $0.hasHyphen }
  }
}

extension Line {
  /// Whether a hyphen is drawn that is no text.
  fileprivate var hasHyphen: Bool {
    runs.contains { $0.text.isEmpty && $0.clusters.map(\.scalars) == [0] }
  }
}

/// cjk WT3, JLREQ 3.1.10 f.
@Suite struct `A Latin word at a line's end` {
  let text = "天地玄黄宇宙洪荒internationalization日月盈昃辰宿列张寒来暑往秋收冬藏"

  @Test func `is parted by the patterns of its language where it leaves a loose line`() throws {
    let setting = try Setting(hyphens: .narrow)
    let lines = setting.lines(text, 12)
    #expect(setting.broken(text, 12)[0] == "天地玄黄宇宙洪荒inter")
    #expect(lines[0].hasHyphen && !lines[1].hasHyphen)
    #expect(lines[0].width == lines[0].measure)
  }

  @Test func `stays whole in wide columns unless told otherwise`() throws {
    let text = String(repeating: "天地玄黄宇宙洪荒日月", count: 2) + text.dropFirst(8)
    #expect(try Setting(hyphens: .narrow).hyphens(text, 25) == 0)
    #expect(try Setting(hyphens: .always).hyphens(text, 25) > 0)
    #expect(try Setting(hyphens: .never).hyphens(self.text, 12) == 0)
  }

  @Test(arguments: ["INTERNATIONALIZATION", "international2024", "InterNationalization"])
  func `is not parted when it is capitals, has a digit, or is a name in camel case`(
    word: String
  ) throws {
    let text = text.replacing("internationalization", with: word)
    #expect(try Setting(hyphens: .always).hyphens(text, 12) == 0)
  }

  @Test func `is parted after its own hyphen without another`() throws {
    let text = "天地玄黄宇宙洪荒日月well-known盈昃辰宿列张寒来暑往秋收冬藏"
    let setting = try Setting(hyphens: .always)
    #expect(setting.broken(text, 13)[0].hasSuffix("well-"))
    #expect(setting.hyphens(text, 13) == 0)
  }

  @Test func `keeps its hyphens off line after line where it can`() throws {
    let text = String(repeating: "internationalization天地", count: 12)
    let lines = try Setting(hyphens: .always).lines(text, 9)
    #expect(lines.count { $0.hasHyphen } > 0)
    for index in lines.indices.dropLast(2) {
      #expect(lines[index...index + 2].count { $0.hasHyphen } < 3, "line \(index)")
    }
  }

  @Test func `costs more with a hyphen than at a natural end, and more again after a hyphen`()
    throws
  {
    let setting = try Setting(hyphens: .always)
    let shaped = setting.shape("a\u{AD}bcde天地fghij\u{AD}klmno玄黄")
    let places = try #require(shaped.latin?.hyphens.map(\.cell))
    #expect(places.count == 2)
    func cost(_ first: Int, _ end: Int) -> Int? {
      let hyphen = shaped.hyphen(before: end)?.width ?? 0
      return shaped.fit(first, end, room: shaped.naturalWidth(first, end) + hyphen)?.cost
    }
    #expect(cost(0, places[1] - 5) == 0)
    #expect(cost(0, places[1]) == LineCost.hyphen)
    #expect(cost(places[0], places[1]) == LineCost.hyphensOnEnd)
    #expect(LineCost.hyphensOnEnd > LineCost.hyphen)
  }

  @Test func `is parted at a typed soft hyphen, which shows nowhere else`() throws {
    let setting = try Setting()
    let text = "天地玄黄宇宙洪荒日月ban\u{AD}xinbanxin盈昃辰宿列张寒来暑往"
    let lines = setting.lines(text, 13)
    #expect(setting.broken(text, 13)[0].hasSuffix("ban\u{AD}"))
    #expect(lines[0].hasHyphen)
    #expect(setting.shape("ban\u{AD}xin").naturalWidth == setting.shape("banxin").naturalWidth)
    #expect(setting.shape("ban\u{AD}xin").missing.isEmpty)
  }

  @Test func `keeps the text that went in`() throws {
    let setting = try Setting(hyphens: .always)
    #expect(setting.broken(text, 12).joined() == text)
    let drawn = setting.lines(text, 12).flatMap { $0.runs.flatMap(\.text) }
    #expect(String(String.UnicodeScalarView(drawn)) == text)
  }

  @Test func `names the language that has no patterns, and is kept whole`() throws {
    var setting = try Setting(hyphens: .always)
    setting.style.hyphenLanguage = "xx-XX"
    #expect(setting.hyphens(text, 12) == 0)
    #expect(setting.typesetter.hyphenator.missing == ["xx-XX"])
  }

  @Test func `asks for no patterns where lines come out well without`() throws {
    let hyphenator = Hyphenator(folder: "/nonexistent")
    let typesetter = Typesetter(book: try TestFonts.book(), hyphenator: hyphenator)
    let setting = try Setting(hyphens: .always)
    let shaped = typesetter.shape(setting.paragraph("天地玄黄宇宙洪荒日月盈昃Unicode天地"))
    _ = typesetter.breakLines(shaped, measures: { _ in Setting.em * 12 })
    #expect(hyphenator.missing.isEmpty)
  }
}

@Suite struct `An address` {
  let text = "天地玄黄宇宙https://example.org/newspaper/archive_2026/index.html洪荒日月盈昃"

  @Test func `is parted after its marks where nothing else fits`() throws {
    let setting = try Setting(hyphens: .always)
    for (line, text) in zip(setting.lines(text, 10), setting.broken(text, 10)).dropLast(2) {
      #expect(!line.hasHyphen && !line.adjustment.relieved)
      #expect("/._-:".contains(text.last ?? " ") || text.hasSuffix("宙"), "\(text)")
    }
  }

  @Test func `never opens within`() throws {
    let line = try #require(try Setting().lines("见https://example.org/天地玄黄宇宙洪荒", 14).first)
    #expect(line.adjustment.step > 0)
    let solid = try Setting().shape("https://example.org/").naturalWidth.thousandthsOfEm
    #expect(abs(line.origins[21] - line.origins[1] - solid) < 510)
  }

  @Test(arguments: ["km/h", "3.1415926535", "1,234,567.89"])
  func `is neither a unit nor a number`(word: String) throws {
    let shaped = try Setting().shape("天地\(word)玄黄")
    #expect(shaped.latin == nil)
  }
}

/// JLREQ 3.1.10 c–f; CLREQ 3.1.5.
@Suite struct `A number` {
  @Test(arguments: [
    "1,234.5", "１，０００", "３．５", "1\u{2009}000\u{2009}000", "+5", "－５", "±3", "￥1,280", "US$30",
    "85 %", "9‰",
    "25 ℃", "25°C", "5′30″", "1/2", "2026/3/18", "№ 5", "4km", "10:30", "$ 5",
  ])
  func `keeps its separators, sign, currency and unit`(number: String) throws {
    let shaped = try Setting().shape("天\(number)地")
    for end in 2..<shaped.cells.count - 1 {
      #expect(!shaped.mayBreak(end) && shaped.reliefCost(end) == nil, "\(number) at \(end)")
    }
  }

  @Test func `may part from a unit at the space between them, which goes`() throws {
    let setting = try Setting()
    #expect(setting.shape("天4 km地").mayBreak(2))
    let lines = setting.lines("天地玄黄宇宙洪荒长约48 km地", 10)
    #expect(lines[0].width <= lines[0].measure)
    #expect(setting.broken("天地玄黄宇宙洪荒约4 km地玄黄", 10)[1].hasPrefix("km"))
  }
}

/// JLREQ 3.2.2, CLREQ 3.2.2.
@Suite struct `A word space` {
  @Test(arguments: [Language.zhHans, .zhHantTW, .ja])
  func `is a third of an em within a line and nothing at its ends`(language: Language) throws {
    var setting = try Setting()
    setting.style.language = language
    let (solid, spaced) = (setting.shape("wordword"), setting.shape("word word"))
    let extra = spaced.naturalWidth - solid.naturalWidth
    #expect(abs(extra.thousandthsOfEm - 333) < 12)
    let lines = setting.lines("天地玄黄宇宙洪word word天地", 9)
    for line in lines.dropLast() { #expect(line.width == line.measure) }
  }
}

@Suite struct `A new line that the text orders` {
  let text = "天地玄黄宇宙\u{2028}洪荒日月盈昃辰宿列张寒来暑往"

  @Test func `leaves the line before it natural, and has no first-line indent`() throws {
    var setting = try Setting()
    setting.style.indent = 2000
    let lines = setting.lines(text, 10)
    #expect(setting.broken(text, 10).map(\.count) == [7, 10, 4])
    #expect(lines[0].origins == [2000, 3000, 4000, 5000, 6000, 7000])
    #expect(lines[0].adjustment.step == 0)
    #expect(lines[1].origins.first == 0)
    #expect(lines[1].width == lines[1].measure)
  }

  @Test func `orders nothing at either end of the text, and no line twice`() throws {
    let setting = try Setting()
    #expect(setting.broken("\u{2028}天地\u{2028}\u{2028}玄黄\u{2028}", 10).count == 2)
    #expect(setting.shape("天\u{2028}地").missing.isEmpty)
  }

  @Test func `holds in vertical lines too, and may follow a mark`() throws {
    var setting = try Setting()
    setting.style.mode = .vertical
    let lines = setting.broken("天地。\u{2028}玄黄，\u{2028}宇宙", 10)
    #expect(lines == ["天地。\u{2028}", "玄黄，\u{2028}", "宇宙"])
  }

  @Test func `of many costs no more than their number`() throws {
    let text = String(repeating: "天地玄黄\u{2028}", count: 2_000)
    #expect(try Setting().lines(text, 10).count == 2_000)
  }
}
