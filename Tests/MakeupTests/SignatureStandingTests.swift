import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A signature` {
  func lines(_ text: String, columns: ClosedRange<Int> = 1...2) throws -> [(
    text: String, left: Length, right: Length
  )] {
    var story = TestPage.story("a", paragraphs: [TestPage.text(60, seed: 2)])
    story.blocks.append(
      Block(
        .signature, inlines: [Inline(text, place: TestPage.place)], place: TestPage.place))
    var frame = TestPage.frame("a", columns: columns, lines: 1...20)
    frame.bodyColumns = 1
    let made = try #require(TestPage.makeUp([story], on: [[frame]]).frame("a"))
    #expect(made.oversetLines == 0)
    return made.panels.flatMap(\.items).compactMap { item in
      guard case .line(let line, let start, _) = item, text.contains(line.string.prefix(3)) else {
        return nil
      }
      let glyphs = line.runs.flatMap(\.glyphs)
      let size = line.runs[0].size
      return (
        line.string, start.inline + (glyphs.map(\.inline).min() ?? .zero),
        start.inline + (glyphs.map(\.inline).max() ?? .zero) + size
      )
    }
  }

  @Test func `stands two 字 in from the right, its lines in the middle of each other`() throws {
    let lines = try lines("北埠市人民政府水务局\u{2028}三月十八日")
    #expect(lines.map(\.text) == ["北埠市人民政府水务局", "三月十八日"])
    let measure = TestPage.grid.columnWidth * 2 + TestPage.grid.gutter
    #expect(lines[0].right == measure - TestPage.grid.size * 2)
    #expect(lines[0].left + lines[0].right == lines[1].left + lines[1].right)
  }

  @Test func `gives up its indent, then takes more lines, in a narrow column`() throws {
    let narrow = try lines("北埠市人民政府水务管理局\u{2028}三月十八日", columns: 1...1)
    #expect(narrow.count == 3)
    #expect(narrow.allSatisfy { $0.left >= .zero && $0.right <= TestPage.grid.columnWidth })
  }

  @Test func `the page's own columns are kept in a box with auto`() throws {
    var frame = TestPage.frame("a", columns: 2...4, lines: 1...20)
    frame.box = BoxDesign(rule: .points(0.5), padding: .characters(tenThousandths: 10_000))
    frame.remainder = .auto
    let room = try #require(rooms(of: frame, on: TestPage.grid).first)
    let step = TestPage.grid.columnWidth + TestPage.grid.gutter
    #expect(room.legs.map { $0.measure / TestPage.grid.size } == [9, 11, 9])
    #expect(room.rect.x + room.legs[1].inline == TestPage.grid.origin.x + step * 2)
    let squares = room.legs.map { (room.rect.x + $0.inline - TestPage.grid.origin.x).units }
    #expect(squares.allSatisfy { $0 % TestPage.grid.size.units == 0 })
  }
}
