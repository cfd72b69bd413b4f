import Fonts
import Testing

@Suite struct `A font` {
  static let serif = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
  static let wenkai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"

  @Test func `finds glyphs by character, and says when it has none`() throws {
    let font = try Font(FontFile(path: Self.serif, face: 2))
    #expect(font.unitsPerEm == 1000)
    let glyph = try #require(font.glyph(for: "永"))
    #expect(font.advance(of: glyph) == 1000)
    #expect(font.glyph(for: "\u{10FFFD}") == nil)
  }

  @Test func `knows where its ink is`() throws {
    let font = try Font(FontFile(path: Self.serif, face: 2))
    let glyph = try #require(font.glyph(for: "国"))
    let ink = try #require(font.ink(of: glyph))
    #expect(ink.left > 0 && ink.right < 1000 && ink.bottom > -120 && ink.top < 880)
    #expect(font.ink(of: try #require(font.glyph(for: " "))) == nil)
  }

  @Test func `says which file cannot be read`() {
    #expect(throws: FontError.unreadable(path: "nowhere.ttf")) {
      try Font(FontFile(path: "nowhere.ttf", face: 0))
    }
  }

  @Test func `says how many faces a file has`() {
    #expect(throws: FontError.noSuchFace(path: Self.serif, face: 99, faces: 5)) {
      try Font(FontFile(path: Self.serif, face: 99))
    }
  }
}

@Suite struct `A font book` {
  private func book() throws -> FontBook {
    let serif = FontFile(path: `A font`.serif, face: 2)
    return try FontBook(
      roles: [
        (.song, serif, 0, 1000), (.latinSerif, serif, 0, 1000),
        (.kai, FontFile(path: `A font`.wenkai, face: 0), 24, 1000),
      ],
      fallback: [.song], borrowed: [BorrowedMarks(role: .kai, marks: ["“"], from: .song)])
  }

  @Test func `opens each face once`() throws {
    let book = try book()
    #expect(book.fonts.count == 2)
    #expect(book.face(for: .song).font == book.face(for: .latinSerif).font)
    #expect(book.face(for: .kai).baselineShift == 24)
  }

  @Test func `knows whose marks a role borrows`() throws {
    let loan = try book().borrowedMarks(of: .kai)
    #expect(loan.map(\.mark) == ["“"])
    #expect(loan.first?.face.font == (try book().face(for: .song).font))
  }

  @Test func `refuses a fallback that has no font`() {
    #expect(throws: FontError.unknownRole(.hei)) {
      try FontBook(
        roles: [(.song, FontFile(path: `A font`.serif, face: 2), 0, 1000)], fallback: [.hei])
    }
  }
}

@Suite struct `A shaper` {
  private func shape(_ text: String, _ kind: RunKind, _ language: String) throws -> [ShapedGlyph] {
    let font = try Font(FontFile(path: `A font`.serif, face: 2))
    var glyphs: [ShapedGlyph] = []
    let scalars = Array(text.unicodeScalars)
    scalars.withUnsafeBufferPointer { buffer in
      Shaper().shape(
        buffer, 0..<scalars.count, font: font, kind: kind, language: GlyphLanguage(language),
        into: &glyphs)
    }
    return glyphs
  }

  @Test func `draws a dash of two ems as one glyph`() throws {
    let glyphs = try shape("天——地", .han, "zh-Hans")
    #expect(glyphs.map(\.cluster) == [0, 1, 3])
    #expect(glyphs.map(\.advance) == [1000, 2000, 1000])
  }

  @Test func `chooses forms by language`() throws {
    let mainland = try shape("骨，", .han, "zh-Hans").map(\.id)
    let taiwan = try shape("骨，", .han, "zh-Hant-TW").map(\.id)
    #expect(mainland[0] != taiwan[0] && mainland[1] != taiwan[1])
  }

  @Test func `sets an apostrophe between Latin letters in its Latin width`() throws {
    #expect(try shape("it’s", .latin, "zh-Hans")[2].advance < 300)
    #expect(try shape("“", .latin, "zh-Hans")[0].advance < 500)
    #expect(try shape("“", .han, "zh-Hans")[0].advance == 1000)
  }

  @Test func `stands Han upright on the axis of a vertical line`() throws {
    let glyph = try shape("天", .hanVertical, "zh-Hans")[0]
    #expect((glyph.advance, glyph.x, glyph.y) == (1000, -500, -880))
  }

  @Test func `takes other forms of marks in vertical lines`() throws {
    #expect(try shape("。", .hanVertical, "zh-Hans")[0].id != shape("。", .han, "zh-Hans")[0].id)
  }
}
