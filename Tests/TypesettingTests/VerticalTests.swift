import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// UAX #50, CLREQ 3.2.3, JLREQ 3.2.3–3.2.5, GB/T 15834 5.
@Suite struct `A vertical line` {
  private func setting(_ language: Language = .zhHans) throws -> Setting {
    var setting = try Setting()
    setting.style.mode = .vertical
    setting.style.language = language
    return setting
  }

  private func line(_ text: String, _ language: Language = .zhHans) throws -> Line {
    try setting(language).lines(text, 20)[0]
  }

  @Test func `centres upright frames on its axis`() throws {
    let line = try line("天地")
    #expect(line.runs.count == 1)
    #expect(line.runs[0].orientation == .upright)
    #expect(line.origins == [880, 1880])
    #expect(line.runs[0].glyphs.map(\.block.thousandthsOfEm) == [500, 500])
    #expect(line.width == Setting.em * 2)
  }

  @Test func `puts an em box on the sheet round the axis`() throws {
    let glyph = try line("天").runs[0].glyphs[0]
    let room = Rect(x: .zero, y: .zero, width: .points(100), height: .points(100))
    let axis = Length.points(30)
    let origin = WritingMode.vertical.place(
      LogicalPoint(inline: glyph.inline, block: axis + glyph.block), in: room)
    // The frame reaches half an em to the right of the axis, which is 70 pt from the left.
    #expect(origin == Point(x: .points(65), y: .points(8.8)))
  }

  @Test func `turns Latin words about the axis`() throws {
    let line = try line("天word地")
    #expect(line.runs.map(\.orientation) == [.upright, .rotated, .upright])
    #expect(line.runs[1].glyphs[0].inline.thousandthsOfEm == 1250)
    #expect(line.runs[1].glyphs.map(\.block.thousandthsOfEm) == [380, 380, 380, 380])
  }

  @Test func `sets two digits side by side in one frame`() throws {
    let line = try line("第12版")
    let run = try #require(line.runs.first)
    #expect(line.width == Setting.em * 3)
    #expect(line.origins == [880, 1880, 1880, 2880])
    // The half-width digits of the font itself: nothing is condensed.
    #expect(run.glyphs.map(\.block.thousandthsOfEm) == [500, 500, 0, 500])
    #expect(run.condense == 1000)
    #expect(run.clusters[1] == GlyphCluster(scalars: 1, glyphs: 1))
  }

  @Test func `condenses three digits into one frame`() throws {
    let line = try line("第100页")
    #expect(line.width == Setting.em * 3)
    #expect(line.runs[1].condense < 1000 && line.runs[1].condense >= 550)
    #expect(line.runs[1].text == ["1", "0", "0"])
  }

  @Test func `sets a letter or a digit alone upright in a frame of its own`() throws {
    let line = try line("第3版A座")
    #expect(line.runs.allSatisfy { $0.orientation == .upright })
    #expect(line.width == Setting.em * 5)
  }

  @Test func `stands the digits of a year upright one by one, and parts them nowhere`() throws {
    let line = try line("在2026年")
    #expect(line.runs.allSatisfy { $0.orientation == .upright })
    #expect(line.origins == [880, 1880, 2880, 3880, 4880, 5880])
    #expect(try setting().broken("天地玄黄2026年", 6) == ["天地玄黄", "2026年"])
  }

  @Test func `turns longer numbers`() throws {
    #expect(try line("共1,280万").runs.map(\.orientation) == [.upright, .rotated, .upright])
    #expect(try line("共12800万").runs.map(\.orientation) == [.upright, .rotated, .upright])
  }

  @Test(arguments: ["GDP", "AI", "B2B", "K12"]) func `stands short capitals upright one by one`(
    word: String
  ) throws {
    let line = try line("说\(word)了")
    #expect(line.runs.allSatisfy { $0.orientation == .upright })
    #expect(line.width == Setting.em * (word.count + 2))
  }

  @Test(arguments: ["A+", "3.0", "5%", "5G", "1/2", "$5", "-5"])
  func `sets what fits one frame side by side`(word: String) throws {
    let line = try line("约\(word)好")
    #expect(line.width == Setting.em * 3)
    #expect(line.runs.allSatisfy { $0.orientation == .upright })
    #expect(Set(line.origins).count == 3)
    // Each keeps a text of its own in the PDF.
    #expect(line.runs.allSatisfy { $0.clusters.allSatisfy { $0.glyphs == 1 } })
  }

  @Test func `stands a capital under its number, and numbers after the sign of equality`() throws {
    let race = try line("走10K半")
    #expect(race.runs.allSatisfy { $0.orientation == .upright })
    #expect(race.width == Setting.em * 4)
    let rate = try line("元=143円")
    #expect(rate.runs.map(\.orientation) == [.upright, .rotated, .upright, .upright])
  }

  @Test func `stands the percent sign under a number that it does not fit beside`() throws {
    #expect(try line("占100%的").width == Setting.em * 4)
    #expect(try line("占100%的").runs.allSatisfy { $0.orientation == .upright })
    #expect(try setting().broken("天地玄100%", 4) == ["天地玄", "100%"])
  }

  @Test func `draws the connector of two years along the line`() throws {
    let line = try line("（1926—2026）")
    #expect(line.runs.allSatisfy { $0.orientation == .upright })
    #expect(line.width == Setting.em * 10)
    #expect(try setting().line("30-50").runs.map(\.orientation) == [.rotated])
    #expect(try setting().line("1926-2026").width == Setting.em.thousandths(8500))
  }

  @Test(arguments: ["Wi-Fi", "PM2.5", "UNESCO", "it", "a.m."]) func `turns other words`(
    word: String
  )
    throws
  {
    #expect(try line(word).runs.map(\.orientation) == [.rotated])
  }

  @Test func `turns a whole phrase when it turns one of its words`() throws {
    #expect(try line("说Plan B 2026好").runs.map(\.orientation) == [.upright, .rotated, .upright])
    #expect(try line("说J. K. Rowling好").runs.map(\.orientation) == [.upright, .rotated, .upright])
    #expect(try line("说GDP 5%好").runs.allSatisfy { $0.orientation == .upright })
  }

  @Test func `turns the stops after an upright word, and no more`() throws {
    #expect(try line("在AI,在").runs.map(\.orientation) == [.upright, .rotated, .upright])
    #expect(try line("在(5)在").runs.allSatisfy { $0.orientation == .upright })
    #expect(try line("在(1971~2019)在", .ko).runs.filter { $0.orientation == .rotated }.count == 2)
  }

  @Test func `leaves no space between Han and upright letters and digits`() throws {
    #expect(try line("第 12 版 A 座").width == Setting.em * 5)
    #expect(try line("올해 78세", .ko).width > Setting.em * 4)
    #expect(try line("天word地").width > (try line("word").width + Setting.em * 2))
  }

  @Test func `turns quotation marks with the words in them`() throws {
    let line = try line("说“Light Rail”了")
    #expect(line.runs.map(\.orientation) == [.upright, .rotated, .upright])
    #expect(try self.line("说“GDP”了").runs.allSatisfy { $0.orientation == .upright })
    #expect(try self.line("说“一Light”了").runs.first?.glyphs.count == 3)
  }

  @Test func `turns signs that Unicode turns, and stands those upright that it stands`() throws {
    #expect(try line("天→地").runs.map(\.orientation) == [.upright, .rotated, .upright])
    #expect(try line("天±地℃").runs.allSatisfy { $0.orientation == .upright })
  }

  @Test func `draws Japan's curly quotation marks as 〝 〟`() throws {
    let quotes = try line("「“天”」", .ja).runs[0]
    let primes = try line("「〝天〟」", .ja).runs[0]
    #expect(quotes.glyphs.map(\.id) == primes.glyphs.map(\.id))
  }

  @Test func `squeezes marks as a horizontal line does`() throws {
    #expect(try line("天。」地").origins == [880, 1880, 2380, 3380])
    #expect(try line("「天」。").origins == [380, 1380, 2380, 2880])
    #expect(try line("「天」。").width == Setting.em * 3 - Setting.em.thousandths(500))
  }

  @Test func `keeps the frames of colons and exclamation marks in Chinese`() throws {
    #expect(try line("天：地！").width == Setting.em * 4)
    #expect(try line("天：“地").width == Setting.em.thousandths(3500))
    #expect(try line("天！”").width == Setting.em.thousandths(2500))
  }

  @Test func `sets two exclamation marks side by side`() throws {
    let line = try line("天！！地")
    #expect(line.width == Setting.em * 3)
    #expect(line.runs[0].glyphs.map(\.block.thousandthsOfEm) == [500, 500, 0, 500])
  }

  @Test func `draws the mainland's quotation marks as corner brackets`() throws {
    let quotes = try line("“天”").runs[0]
    let corners = try line("『天』").runs[0]
    #expect(quotes.glyphs.map(\.id) == corners.glyphs.map(\.id))
    #expect(quotes.text == Array("“天”".unicodeScalars))
  }

  @Test func `takes vertical forms of marks`() throws {
    let vertical = try line("，。《》——……～（）").runs[0].glyphs.map(\.id)
    let horizontal = try Setting().lines("，。《》——……～（）", 20)[0].runs[0].glyphs.map(\.id)
    #expect(Set(vertical).isDisjoint(with: horizontal))
  }

  @Test func `draws a dash of two ems along the line`() throws {
    let line = try line("天——地")
    #expect(line.width == Setting.em * 4)
    #expect(line.runs.allSatisfy { $0.orientation == .upright })
  }

  @Test func `shortens condensed characters along itself`() throws {
    var setting = try setting()
    setting.text.condense = 800
    let line = setting.lines("天地", 9)[0]
    #expect(line.origins == [704, 1504])
    #expect(line.runs[0].size == Setting.em.thousandths(800) && line.runs[0].condense == 1250)
    #expect(line.runs[0].glyphs[0].block.thousandthsOfEm == 500)
  }

  @Test func `breaks and justifies like a horizontal one`() throws {
    let setting = try setting()
    for line in setting.lines(`A squeezed line`.text, 12).dropLast() {
      #expect(line.width == line.measure)
    }
  }
}
