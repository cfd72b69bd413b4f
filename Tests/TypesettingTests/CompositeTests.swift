import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// 复合字体: parts of one style in other faces, sizes and heights.
@Suite struct `A composite font` {
  private static let role = FontRole("mixed")

  private func setting(_ parts: [CompositePart]) throws -> Setting {
    let serif = FontFile(path: TestFonts.serif, face: 2)
    let book = try FontBook(
      roles: [
        (.song, serif, nil, 1000), (.latinSerif, serif, nil, 1000),
        (.hei, FontFile(path: TestFonts.sans, face: 2), nil, 1000),
        (.kai, FontFile(path: TestFonts.wenkai, face: 0), 24, 1000),
      ], fallback: [.song],
      borrowed: [BorrowedMarks(role: .kai, marks: ["“"], from: .song)],
      composites: [CompositeFont(Self.role, parts)])
    var setting = try Setting(book: book)
    setting.text.font = Self.role
    return setting
  }

  private func fonts(_ text: String, _ parts: [CompositePart]) throws -> [Int] {
    try setting(parts).line(text).runs.map(\.font.index)
  }

  @Test func `takes each kind of character from its part`() throws {
    let parts = [
      CompositePart(.han, .song), CompositePart(.kana, .hei), CompositePart(.punctuation, .kai),
      CompositePart(.latin, .hei), CompositePart(.digits, .kai),
    ]
    #expect(try fonts("漢かー，a1", parts) == [0, 1, 2, 1, 2])
  }

  @Test func `sets kana and marks with Han, digits with Latin, unless told`() throws {
    #expect(try fonts("漢か，", [CompositePart(.han, .hei)]) == [1])
    #expect(
      try fonts("漢a1", [CompositePart(.han, .song), CompositePart(.latin, .kai)]) == [0, 2])
    #expect(try fonts("漢a1", [CompositePart(.han, .kai)]) == [2, 0])
  }

  @Test func `borrows marks as the part does whose marks they are`() throws {
    #expect(try fonts("漢“字", [CompositePart(.han, .kai)]) == [2, 0, 2])
  }

  @Test func `gives a part its size, height and width`() throws {
    let plain = try setting([CompositePart(.han, .song)]).line("abc").runs[0]
    let tuned = try setting([
      CompositePart(.han, .song),
      CompositePart(.latin, .latinSerif, size: 1050, shift: 20, width: 900),
    ]).line("abc").runs[0]
    #expect(tuned.size == Setting.em.thousandths(1050) && tuned.condense == 900)
    // Larger Latin stays on the baseline; the shift raises it.
    #expect(plain.glyphs[0].block.thousandthsOfEm == 380)
    #expect(tuned.glyphs[0].block.thousandthsOfEm == 359)
    let (narrow, wide) = (tuned.glyphs[1].inline, plain.glyphs[1].inline)
    #expect(abs(narrow.units - wide.units * 1050 * 900 / 1_000_000) < 10)
  }

  @Test func `keeps every frame of Han at one em`() throws {
    let setting = try setting([CompositePart(.han, .song, size: 950, width: 960)])
    let line = setting.line("天地玄黄")
    #expect(line.width == Setting.em * 4)
    #expect(line.origins == [44, 1044, 2044, 3044])
    // Smaller Han stays in the middle of its frame.
    #expect(line.runs[0].glyphs[0].block.thousandthsOfEm == 361)
  }

  @Test func `stands larger digits in the middle of a vertical frame`() throws {
    var setting = try setting([
      CompositePart(.han, .song), CompositePart(.digits, .latinSerif, size: 1100),
    ])
    setting.style.mode = .vertical
    let line = setting.line("第3版")
    #expect(line.width == Setting.em * 3)
    #expect(line.runs[1].glyphs[0].inline.thousandthsOfEm == 1918)
    #expect(line.runs[1].glyphs[0].block.thousandthsOfEm == 550)
  }
}
