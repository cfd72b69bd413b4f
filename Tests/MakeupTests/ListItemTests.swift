import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `Items of a list` {
  /// Where the first lines begin: their marks, and their texts.
  private func starts(_ numbers: [Int?], text: String) throws -> [(mark: Length, text: Length)] {
    var story = TestPage.story("n", paragraphs: [])
    story.blocks = numbers.map {
      Block(
        .item(number: $0), inlines: [Inline(text, place: TestPage.place)], place: TestPage.place)
    }
    var frame = TestPage.frame("n", columns: 1...1, lines: 1...40)
    frame.headline.lines = 0
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
    let first = text.unicodeScalars.first
    return set.bodyLines.map(\.line).compactMap { line in
      guard let number = line.runs.firstIndex(where: { $0.text.first == first }), number > 0,
        let mark = line.runs[..<number].flatMap(\.glyphs).last,
        let start = line.runs[number].glyphs.first
      else { return nil }
      return (mark.inline, start.inline)
    }
  }

  @Test func `begin under each other whatever their numbers are`() throws {
    let em = TestPage.grid.size
    let found = try starts([1, 9, 10], text: "南段保留原貌，不拓宽马路")
    #expect(found.map(\.text) == [em * 5 / 2, em * 5 / 2, em * 5 / 2])
    #expect(Set(found.map(\.mark)).count == 1 && found[0].mark < em * 2)
  }

  @Test func `do not have their numbers squeezed where a line is full`() throws {
    let roomy = try starts([1], text: "南段")
    for count in 10...16 {
      let full = try starts([1], text: String(repeating: "南，", count: count / 2) + "段。")
      #expect(full.first?.mark == roomy.first?.mark && full.first?.text == roomy.first?.text)
    }
  }

  @Test func `have a dot before their text`() throws {
    let found = try starts([nil], text: "北段沿街立面修缮，电线入地下面")
    #expect(
      found.map(\.mark) == [TestPage.grid.size * 3 / 4]
        && found.map(\.text) == [TestPage.grid.size * 2])
  }
}
