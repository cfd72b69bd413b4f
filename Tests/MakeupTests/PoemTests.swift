import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A poem` {
  private func lines(_ stanzas: [String], columns: ClosedRange<Int> = 1...1, depth: Int = 20) throws
    -> [[Int]]
  {
    var story = TestPage.story("p", paragraphs: stanzas)
    story.style = Story.verseStyle
    var frame = TestPage.frame("p", columns: columns, lines: 1...depth)
    frame.headline.lines = 0
    let made = TestPage.makeUp([story], on: [[frame]])
    let pitch = TestPage.grid.pitch
    return try #require(made.frame("p")).legs.map { leg in
      leg.rows.filter { $0.kind == .text }.map {
        Int((($0.rect.y - leg.rect.y).points / pitch.points).rounded())
      }
    }
  }

  @Test func `has a white line between stanzas`() throws {
    #expect(
      try lines(["雾从江面升起\u{2028}把桥藏了一半", "钟声响过七下\u{2028}卖豆浆的推车\u{2028}压过石板", "水听见了\u{2028}没有回答"])
        == [[0, 1, 3, 4, 5, 7, 8]])
  }

  @Test func `has none where every line was typed as a paragraph`() throws {
    #expect(try lines(["雾从江面升起", "把桥藏了一半", "钟声响过七下"]) == [[0, 1, 2]])
  }

  @Test(arguments: ["卖藕的把秤挂在栏杆上\u{2028}灯就亮了", "卖藕的把秤挂在栏杆上"])
  func `has what is turned over of a verse further in than the verses`(text: String) throws {
    var story = TestPage.story("p", paragraphs: [text])
    story.style = Story.verseStyle
    let frame = TestPage.frame("p", columns: 1...1, lines: 1...20)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("p"))
    let starts = set.bodyLines.map { $0.line.runs.first?.glyphs.first?.inline ?? .zero }
    let em = TestPage.grid.size
    #expect(Array(starts.prefix(2)) == [em * 2, em * 4])
    if starts.count > 2 { #expect(starts[2] == em * 2) }
  }

  @Test func `has none at a column's top`() throws {
    let stanza = "雾从江面升起\u{2028}把桥藏了一半\u{2028}另一半留给你"
    #expect(
      try lines([stanza, stanza, stanza, stanza], columns: 1...2, depth: 8)
        == [[0, 1, 2, 4, 5, 6], [0, 1, 2, 4, 5, 6]])
  }

  @Test func `keeps the poet's lines where a stanza goes on in the next column`() throws {
    let stanzas = ["雾从江面升起\u{2028}把桥藏了一半", "钟声响过七下\u{2028}卖豆浆的推车", "水听见了\u{2028}没有回答"]
    #expect(try lines(stanzas, columns: 1...2, depth: 7) == [[0, 1, 3, 4], [0, 1]])
    let long = ["雾从江面升起\u{2028}把桥藏了一半", "钟声响过七下\u{2028}压过石板\u{2028}压过昨夜的雨", "水听见了"]
    #expect(try lines(long, columns: 1...2, depth: 6) == [[0, 1], [0, 1, 2, 4]])
  }
}
