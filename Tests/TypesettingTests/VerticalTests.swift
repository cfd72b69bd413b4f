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
    let run = line.runs[1]
    #expect(line.width == Setting.em * 3)
    #expect(run.glyphs.map(\.inline.thousandthsOfEm) == [1880, 1880])
    #expect(run.glyphs[0].block.thousandthsOfEm == 500 && run.condense < 1000)
    #expect(run.clusters == [GlyphCluster(scalars: 2, glyphs: 2)])
    #expect(run.text == ["1", "2"])
  }

  @Test func `sets a letter or a digit alone upright in a frame of its own`() throws {
    let line = try line("第3版A座")
    #expect(line.runs.allSatisfy { $0.orientation == .upright })
    #expect(line.width == Setting.em * 5)
  }

  @Test func `turns longer numbers`() throws {
    #expect(try line("年2026年").runs.map(\.orientation) == [.upright, .rotated, .upright])
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
