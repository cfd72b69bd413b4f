import CJKRules
import Fonts
import Foundation
import Geometry
import Testing

@testable import Typesetting

/// Where marks have their ink in vertical frames (CLREQ 2.4.2 and 3.1.6.1, JLREQ 3.1.2), measured on fonts with
/// vertical forms and without.
@Suite struct `Marks of a vertical line` {
  struct Face: Sendable, CustomTestStringConvertible {
    var path: String
    var index = 0
    var shift: Int?
    var borrowed = ""
    var testDescription: String { path.split(separator: "/").last.map(String.init) ?? path }
    var isThere: Bool { FileManager.default.fileExists(atPath: path) }
  }

  static let fandol = Face(
    path: "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf",
    shift: 71)
  static let faces = [
    Face(path: TestFonts.serif, index: 2), Face(path: TestFonts.sans, index: 2),
    Face(path: TestFonts.wenkai, shift: 24, borrowed: "“”‘’—"), fandol,
    Face(path: "/usr/share/fonts/truetype/arphic/uming.ttc"),
  ].filter(\.isThere)

  /// Where the ink of a line's glyphs stands: along the line, and from the axis to the left, in thousandths of
  /// an em.
  private func ink(_ text: String, _ face: Face, _ language: Language = .zhHans) throws
    -> [(inline: ClosedRange<Int>, block: ClosedRange<Int>)]
  {
    let role = FontRole("own")
    let book = try FontBook(
      roles: [
        (.song, FontFile(path: TestFonts.serif, face: 2), nil, 1000),
        (role, FontFile(path: face.path, face: face.index), face.shift, 1000),
      ], fallback: [.song],
      borrowed: [
        BorrowedMarks(role: role, marks: Array(face.borrowed.unicodeScalars), from: .song)
      ])
    var setting = try Setting(book: book)
    (setting.text.font, setting.style.mode, setting.style.language) = (role, .vertical, language)
    return setting.line(text).runs.flatMap { run in
      run.glyphs.compactMap { glyph in
        book[run.font].ink(of: glyph.id).map { ink in
          let em = book[run.font].unitsPerEm
          func scaled(_ value: Int) -> Int { value * 1000 / em }
          let (x, y) = (glyph.inline.thousandthsOfEm, glyph.block.thousandthsOfEm)
          return switch run.orientation {
          case .upright:
            (
              x - scaled(ink.top)...x - scaled(ink.bottom),
              y - scaled(ink.right)...y - scaled(ink.left)
            )
          case .rotated:
            (
              x + scaled(ink.left)...x + scaled(ink.right),
              y - scaled(ink.top)...y - scaled(ink.bottom)
            )
          }
        }
      }
    }
  }

  @Test(arguments: faces, ["天——地", "天……地", "三～五", "三–五", "三—五", "天·地"])
  func `lie on the axis when they are lines or dots`(face: Face, text: String) throws {
    let glyphs = try ink(text, face)
    for mark in glyphs.dropFirst().dropLast() {
      let middle = (mark.block.lowerBound + mark.block.upperBound) / 2
      #expect(abs(middle) <= 20, "\(text)")
    }
  }

  @Test(arguments: faces) func `make one line of two dashes`(face: Face) throws {
    let glyphs = try ink("天——地", face).dropFirst().dropLast()
    let start = try #require(glyphs.first?.inline.lowerBound)
    let end = try #require(glyphs.last?.inline.upperBound)
    #expect(abs(start - 1000) < 120 && abs(end - 3000) < 120)
    for (one, next) in zip(glyphs, glyphs.dropFirst()) {
      #expect(next.inline.lowerBound - one.inline.upperBound <= 150)
    }
  }

  @Test(arguments: faces) func `stop and pause in the upper right of the mainland's frames`(
    face: Face
  ) throws {
    for text in ["天，", "天、", "天．"] {
      let mark = try #require(try ink(text, face).last)
      // Taiwan's forms, which one of the fonts has of some, stand in the middle.
      if face.path.contains("uming") && text != "天，" { continue }
      #expect(mark.inline.lowerBound >= 1000 && mark.inline.upperBound <= 1500, "\(text)")
      #expect(mark.block.upperBound <= 0 && mark.block.lowerBound >= -500, "\(text)")
    }
  }

  @Test(arguments: faces) func `ask and call in the right half of the mainland's frames`(face: Face)
    throws
  {
    for text in ["天！", "天？", "天：", "天；"] {
      let mark = try #require(try ink(text, face).last)
      #expect(mark.block.lowerBound + mark.block.upperBound < -200, "\(text)")
      let middle = (mark.inline.lowerBound + mark.inline.upperBound) / 2
      #expect(abs(middle - 1500) <= 150, "\(text)")
    }
  }

  @Test(arguments: [Face(path: TestFonts.serif, index: 2), fandol].filter(\.isThere))
  func `stand in the middle of Taiwan's frames`(face: Face) throws {
    for text in ["天，", "天。", "天！", "天："] {
      let mark = try #require(try ink(text, face, .zhHantTW).last)
      #expect(abs(mark.block.lowerBound + mark.block.upperBound) <= 200, "\(text)")
      #expect(abs(mark.inline.lowerBound + mark.inline.upperBound - 3000) <= 200, "\(text)")
    }
  }

  @Test(arguments: faces) func `are turned brackets where the font has no vertical ones`(face: Face)
    throws
  {
    let marks = try ink("（天）“地”", face)
    let (open, close) = (marks[0], marks[2])
    // Brackets lie across the line, each on the far side of its frame.
    for mark in [open, close] {
      #expect(mark.block.count > mark.inline.count)
      #expect(abs(mark.block.lowerBound + mark.block.upperBound) < 160)
    }
    #expect(marks.count == 6)
  }

  @Test(arguments: faces) func `raise small kana`(face: Face) throws {
    let small = try ink("あっ", face, .ja)
    let mark = try #require(small.last)
    #expect(mark.block.lowerBound + mark.block.upperBound < -100)
  }
}
