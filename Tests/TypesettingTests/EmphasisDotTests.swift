import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// CLREQ 3.1.8, JLREQ 3.3.9.
@Suite struct `Emphasis dots` {
  private func line(
    _ text: String, _ language: Language = .zhHans, _ mode: WritingMode = .horizontal
  ) throws -> (Line, Setting) {
    var setting = try Setting()
    setting.text.emphasis = .dots
    (setting.style.language, setting.style.mode) = (language, mode)
    return (setting.lines(text, 9)[0], setting)
  }

  /// The middle of a dot's ink along and across the line, in thousandths of an em.
  private func middles(_ line: Line, _ setting: Setting, _ mode: WritingMode) throws -> [[Int]] {
    let run = try #require(line.runs.last)
    let size = run.size.thousandthsOfEm
    return try run.glyphs.map { glyph in
      let ink = try #require(setting.typesetter.book[run.font].ink(of: glyph.id))
      #expect(abs((ink.right - ink.left) * size - 180_000) < 1000)
      let (x, y) = ((ink.left + ink.right) * size / 2000, (ink.bottom + ink.top) * size / 2000)
      let (inline, block) = (glyph.inline.thousandthsOfEm, glyph.block.thousandthsOfEm)
      return mode == .horizontal ? [inline + x, block - y] : [inline - y, block - x]
    }
  }

  private func isNear(_ found: [[Int]], _ expected: [[Int]]) -> Bool {
    found.count == expected.count
      && zip(found.joined(), expected.joined()).allSatisfy { abs($0 - $1) <= 1 }
  }

  @Test func `stand under the middle of each character, not under marks and Latin`() throws {
    let (line, setting) = try line("天，A地")
    let letter = setting.shape("A").naturalWidth.thousandthsOfEm
    let found = try middles(line, setting, .horizontal)
    #expect(isNear(found, [[500, 625], [2000 + letter + 250 + 500, 625]]))
    #expect(line.runs.last?.text.isEmpty == true)
  }

  @Test func `stand right of a vertical line`() throws {
    let (line, setting) = try line("天地", .zhHans, .vertical)
    #expect(isNear(try middles(line, setting, .vertical), [[500, -625], [1500, -625]]))
  }

  @Test func `stand above a Japanese line`() throws {
    let (line, setting) = try line("天地", .ja)
    #expect(isNear(try middles(line, setting, .horizontal), [[500, -625], [1500, -625]]))
  }
}

/// JLREQ 3.3.
@Suite struct `Ruby` {
  /// `base` with ruby between two plain characters.
  private func line(
    _ base: String, _ ruby: String, mode: WritingMode = .horizontal, measure: Int = 20
  ) throws -> [Line] {
    var setting = try Setting()
    (setting.style.mode, setting.style.language) = (mode, .ja)
    let scalars = Array("天\(base)地".unicodeScalars)
    let end = scalars.count - 1
    let paragraph = StyledParagraph(
      text: scalars,
      spans: [
        TextSpan(range: 0..<1, style: setting.text),
        TextSpan(
          range: 1..<end, style: setting.text,
          reading: Reading(.group, [Array(ruby.unicodeScalars)])),
        TextSpan(range: end..<end + 1, style: setting.text),
      ], style: setting.style)
    let shaped = setting.typesetter.shape(paragraph)
    return setting.typesetter.breakLines(shaped, measures: { _ in Setting.em * measure })
  }

  @Test func `stands over its base at half the size`() throws {
    let line = try line("漢", "かん")[0]
    let ruby = try #require(line.runs.last)
    #expect(ruby.size == Setting.em / 2 && ruby.text == Array("かん".unicodeScalars))
    #expect(ruby.glyphs.map(\.inline.thousandthsOfEm) == [1000, 1500])
    // 0.38 of half an em past the ruby's own axis, which is 0.75 em over the line's.
    #expect(ruby.glyphs[0].block.thousandthsOfEm == 190 - 750)
  }

  @Test func `is spread over a longer base with half gaps at its ends`() throws {
    let ruby = try #require(try line("漢字", "かな")[0].runs.last)
    #expect(ruby.glyphs.map(\.inline.thousandthsOfEm) == [1250, 2250])
  }

  @Test func `sets a shorter base apart`() throws {
    let line = try line("漢", "かんじん")[0]
    #expect(line.runs[0].glyphs.map(\.inline.thousandthsOfEm) == [0, 1500, 3000])
    #expect(line.width == Setting.em * 4)
  }

  @Test func `stands right of a vertical line`() throws {
    let ruby = try #require(try line("漢", "かん", mode: .vertical)[0].runs.last)
    #expect(ruby.glyphs[0].block.thousandthsOfEm == 250 - 750)
    #expect(ruby.glyphs[0].inline.thousandthsOfEm == 1440)
  }

  @Test func `keeps its base on one line`() throws {
    let lines = try line("漢字", "かんじ", measure: 2)
    #expect(lines.map(\.text) == [0..<1, 1..<3, 3..<4])
  }
}
