import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// CLREQ 3.1.8.
@Suite struct `Lines beside names and titles` {
  private func text(_ language: Language = .zhHans, _ mode: WritingMode = .horizontal) throws
    -> MarkedText
  {
    var setting = try Setting()
    (setting.style.language, setting.style.mode) = (language, mode)
    return MarkedText(setting)
  }

  @Test func `a name has a straight line below it`() throws {
    var text = try text()
    text.add("天")
    text.add("屈原", .name)
    text.add("地")
    let line = text.lines(9)[0]
    #expect(line.strokes.count == 1)
    #expect(line.strokes[0].shape == .straight)
    #expect(line.strokes[0].extent == [1000, 3000])
    #expect(line.strokes[0].block == Setting.em.thousandths(600))
    #expect(line.strokes[0].weight == Setting.em.thousandths(50))
  }

  @Test func `a name in a vertical line has its line on the left`() throws {
    var text = try text(.zhHantTW, .vertical)
    text.add("屈原", .name)
    #expect(text.lines(9)[0].strokes[0].block > .zero)
  }

  @Test func `a title has whole waves, as many as its length asks for`() throws {
    var text = try text()
    text.add("楚辞", .title)
    text.add("与")
    text.add("诗", .title)
    let strokes = text.lines(9)[0].strokes
    let height = Setting.em.thousandths(90)
    #expect(
      strokes.map(\.shape) == [.wavy(height: height, waves: 8), .wavy(height: height, waves: 4)])
  }

  @Test func `two adjacent names leave an eighth of an em between their lines`() throws {
    var text = try text()
    text.add("屈原", .name)
    text.add("宋玉", .name)
    text.add("楚辞", .title)
    let extents = text.lines(9)[0].strokes.map(\.extent)
    #expect(extents == [[0, 1938], [2063, 3938], [4063, 6000]])
  }

  @Test func `a gap that is there already is not widened`() throws {
    var setting = try Setting()
    setting.text.tracking = Setting.em.thousandths(200)
    var text = MarkedText(setting)
    text.add("屈原", .name)
    text.add("宋玉", .name)
    #expect(text.lines(9)[0].strokes.map(\.extent) == [[0, 2200], [2400, 4600]])
  }

  @Test func `a line grows with the spaces that justify its name`() throws {
    var text = try text()
    text.add("屈原列", .name)
    text.add("《天地》玄黄")
    let line = text.lines(5)[0]
    let glyphs = line.origins
    #expect(line.width == line.measure && line.strokes.count == 1)
    #expect(line.strokes[0].extent == [0, glyphs[2] + 1000])
  }

  @Test func `a name that goes on in the next line has a piece in each`() throws {
    var text = try text()
    text.add("天地玄")
    text.add("亚历山大", .name)
    let lines = text.lines(5)
    #expect(lines.map(\.strokes.count) == [1, 1])
    #expect(lines[0].strokes[0].extent == [3000, 5000])
    #expect(lines[1].strokes[0].extent == [0, 2000])
  }

  @Test func `dots stand clear of the line, which is nearer to the text`() throws {
    var text = try text()
    text.add("天", dots: true)
    text.add("屈", .name, dots: true)
    text.add("楚", .title, dots: true)
    let line = text.lines(9)[0]
    let dots = try #require(line.runs.last)
    let blocks = dots.glyphs.map { $0.block.thousandthsOfEm }
    // A dot of 0.18 em whose middle would be at 0.625 em; ink of the lines ends at 0.625 and 0.675 em.
    #expect(abs(blocks[1] - blocks[0] - 113) <= 1 && abs(blocks[2] - blocks[0] - 163) <= 1)
  }

  @Test func `dots on the other side do not move`() throws {
    var text = try text(.ja)
    text.add("天", dots: true)
    text.add("屈", .name, dots: true)
    let dots = try #require(text.lines(9)[0].runs.last)
    #expect(dots.glyphs[0].block == dots.glyphs[1].block && dots.glyphs[0].block < .zero)
  }

  @Test func `dots keep to the middle of tracked characters`() throws {
    var setting = try Setting()
    setting.text.tracking = Setting.em.thousandths(300)
    var text = MarkedText(setting)
    text.add("天地玄", dots: true)
    let dots = try #require(text.lines(9)[0].runs.last).glyphs.map(\.inline.thousandthsOfEm)
    #expect([dots[1] - dots[0], dots[2] - dots[1]] == [1300, 1300])
  }

  @Test func `an upright letter in a vertical line has no dot`() throws {
    var text = try text(.zhHans, .vertical)
    text.add("天A地", dots: true)
    #expect(text.lines(9)[0].runs.last?.glyphs.count == 2)
  }
}

/// CLREQ 3.1.3.4.
@Suite struct `A rule box round a name` {
  private func text(_ mode: WritingMode = .horizontal) throws -> MarkedText {
    var setting = try Setting()
    setting.style.mode = mode
    return MarkedText(setting)
  }

  @Test(arguments: WritingMode.allCases)
  func `takes a fifth of an em at either end`(mode: WritingMode) throws {
    var text = try text(mode)
    text.add("天")
    text.add("某某", .mourning)
    text.add("地")
    let line = text.lines(9)[0]
    let start = mode == .horizontal ? 0 : 880
    #expect(line.origins == [0, 1200, 2200, 3400].map { $0 + start })
    #expect(line.width == Setting.em.thousandths(4400))
    #expect(line.strokes.map(\.extent) == [[1090, 3310]])
    #expect(line.strokes[0].shape == .box(depth: Setting.em.thousandths(1220)))
    #expect(line.strokes[0].block == .zero)
  }

  @Test func `is not broken over lines`() throws {
    var text = try text()
    text.add("天地玄")
    text.add("某某", .mourning)
    text.add("黄宇宙洪荒")
    #expect(text.lines(4).map(\.strokes.count).reduce(0, +) == 1)
  }

  @Test func `leaves dots in the middle of their characters`() throws {
    var text = try text()
    text.add("天", dots: true)
    text.add("某", .mourning, dots: true)
    let dots = try #require(text.lines(9)[0].runs.last).glyphs
    #expect((dots[1].inline - dots[0].inline).thousandthsOfEm == 1200)
    #expect(dots[1].block > dots[0].block)
  }
}
