import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A long table` {
  private func story(_ table: Table, jump: Bool = false) -> Story {
    var story = TestPage.story("t", paragraphs: [])
    story.title = ["行情"]
    story.source = "来源：交易中心"
    story.table = table
    if jump { story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place) }
    return story
  }

  private func frame(_ id: String, lines: ClosedRange<Int>) -> Frame {
    var frame = TestPage.frame(id, columns: 1...6, lines: lines, kind: .table)
    frame.headline.lines = 2
    return frame
  }

  private func texts(_ made: MadeUp, _ id: String, page: Int = 0) -> [String] {
    made.frame(id, page: page)?.panels.flatMap(\.items).texts.map(\.text) ?? []
  }

  @Test func `rules no empty rows under a piece that has fewer than its neighbour`() throws {
    let shape = try TestTable.shape(
      TestTable.quotes(9), width: .points(500), style: "full", folds: 2)
    try #require(shape.pieces.map(\.count) == [5, 4])
    func foot(_ piece: Int) -> Length? {
      let start = (shape.pieceWidth + shape.gap) * piece
      return shape.items.compactMap { item -> Length? in
        guard case .rule(let from, let to, _, _, _) = item, from.block == to.block,
          from.inline >= start - .points(1), to.inline <= start + shape.pieceWidth + .points(1)
        else { return nil }
        return from.block
      }.max()
    }
    let rows = try #require(shape.heights.last)
    #expect(try #require(foot(0)) - rows == foot(1))
  }

  @Test func `is folded before it is set small, its head over every piece`() throws {
    let table = try TestTable.quotes(60)
    let made = TestPage.makeUp([story(table)], on: [[frame("t", lines: 1...40)]])
    #expect(made.diagnostics.isEmpty)
    let texts = texts(made, "t")
    #expect(texts.count { $0 == "收盘" } > 1)
    for row in 0..<60 { #expect(texts.count { $0 == "\(8000 + row)" } == 1) }
  }

  @Test func `is folded as often as its manuscript says`() throws {
    var table = try TestTable.quotes(12)
    table.folds = 3
    let made = TestPage.makeUp([story(table)], on: [[frame("t", lines: 1...40)]])
    #expect(texts(made, "t").count { $0 == "收盘" } == 3)
  }

  @Test func `keeps joined cells whole where it is folded`() throws {
    let csv = "组,队\n甲,一\n^,二\n^,三\n乙,四\n"
    let shape = try TestTable.shape(TestTable.csv(csv, names: 1), width: .points(200), folds: 2)
    #expect(shape.pieces.map(\.rows) == [1..<4, 4..<5])
  }

  @Test func `goes on elsewhere with its head and a mark, every row once`() throws {
    let table = try TestTable.quotes(150)
    let made = TestPage.makeUp(
      [story(table, jump: true)],
      on: [[frame("t", lines: 1...30)], [frame("rest", lines: 1...60)]])
    #expect(made.diagnostics.isEmpty, "\(made.diagnostics.map(\.code))")
    let (first, second) = (texts(made, "t"), texts(made, "rest", page: 1))
    for row in 0..<150 {
      #expect((first + second).count { $0 == "\(8000 + row)" } == 1, "\(row)")
    }
    #expect(second.contains("续表"))
    #expect(second.contains("收盘"))
    #expect(first.contains("（下转2版）"))
    #expect(!first.contains("来源：交易中心"))
    #expect(second.contains("来源：交易中心"))
    #expect(made.frame("t")?.continuesOn == "2")
    // In as many pieces as before.
    #expect(first.count { $0 == "收盘" } == second.count { $0 == "收盘" })
  }

  @Test func `is not sent elsewhere when it fits`() throws {
    let made = TestPage.makeUp(
      [story(try TestTable.quotes(9), jump: true)],
      on: [[frame("t", lines: 1...30)], [frame("rest", lines: 1...60)]])
    #expect(made.frame("t")?.continuesOn == nil)
  }

  @Test func `says how many rows find no room, and stays in its frame`() throws {
    let made = TestPage.makeUp(
      [story(try TestTable.quotes(400))], on: [[frame("t", lines: 1...20)]])
    let fault = try #require(made.diagnostics.first { $0.code == .tableTooLong })
    let shown = texts(made, "t").count { Int($0).map { 8000...8399 ~= $0 } ?? false }
    #expect(fault.value("rows") == "\(400 - shown)")
    let set = try #require(made.frame("t"))
    #expect(set.oversetLines == 400 - shown)
    #expect(set.oversetCharacters > 4 * (400 - shown))
    for panel in set.panels {
      for text in panel.items.texts {
        #expect(text.start.block >= .zero)
        #expect(text.start.block <= panel.rect.height)
      }
    }
  }

  @Test func `between paragraphs is divided over the legs`() throws {
    var story = TestPage.story("t", paragraphs: [TestPage.text(60, seed: 3)])
    story.blocks.append(Block(.table(try TestTable.quotes(40)), place: TestPage.place))
    var frame = TestPage.frame("t", columns: 1...6, lines: 1...24)
    (frame.headline.lines, frame.bodyColumns) = (0, 3)
    let made = TestPage.makeUp([story], on: [[frame]])
    #expect(made.diagnostics.isEmpty, "\(made.diagnostics.map(\.code))")
    let texts = texts(made, "t")
    for row in 0..<40 { #expect(texts.count { $0 == "\(8000 + row)" } == 1, "\(row)") }
    #expect(texts.count { $0 == "收盘" } == texts.count { $0 == "续表" } + 1)
    #expect(texts.contains("续表"))
  }

  /// 17 字 a line, 24 lines a column, a table after the text.
  @Test(arguments: [(210, 16, true), (340, 12, false)])
  func `between paragraphs is divided rather than leave a hole`(
    text: Int, rows: Int, isDivided: Bool
  ) throws {
    var story = TestPage.story("t", paragraphs: [TestPage.text(text, seed: 3)])
    story.blocks.append(Block(.table(try TestTable.quotes(rows)), place: TestPage.place))
    let last = TestPage.story("u", paragraphs: [TestPage.text(200, seed: 4)]).blocks
    story.blocks += last
    var frame = TestPage.frame("t", columns: 1...6, lines: 1...24)
    (frame.headline.lines, frame.bodyColumns) = (0, 3)
    let made = TestPage.makeUp([story], on: [[frame]])
    let texts = texts(made, "t")
    for row in 0..<rows { #expect(texts.count { $0 == "\(8000 + row)" } == 1, "\(row)") }
    #expect(texts.contains("续表") == isDivided)
  }
}

@Suite struct `A table that goes on alone` {
  @Test func `fills the frame that it ends in`() throws {
    func depth(_ lines: Int) throws -> Length {
      var story = TestPage.story("t", paragraphs: [])
      story.table = try TestTable.quotes(26)
      story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place)
      let made = TestPage.makeUp(
        [story],
        on: [
          [TestPage.frame("t", columns: 1...2, lines: 1...24, kind: .table)],
          [TestPage.frame("rest", columns: 1...2, lines: 1...lines, kind: .table)],
        ])
      let items = try #require(made.frame("rest", page: 1)).panels.flatMap(\.items)
      return items.texts.map(\.start.block).max() ?? .zero
    }
    #expect(try depth(20) > depth(16))
  }
}

@Suite struct `Notes of a table` {
  /// They stand, or count as text without room: in the lower ones of these frames the rows alone stand.
  @Test func `are not lost where the rows alone have room`() throws {
    var (whole, lost) = (0, 0)
    for lines in 8...24 {
      var story = TestPage.story("t", paragraphs: [])
      var table = try TestTable.quotes(6)
      table.notes = (1...6).map { "注\($0)：停牌不计。" }
      story.table = table
      let frame = TestPage.frame("t", columns: 1...2, lines: 1...lines)
      let made = TestPage.makeUp([story], on: [[frame]])
      let set = try #require(made.frame("t"))
      let texts = set.panels.flatMap(\.items.texts).map(\.text)
      guard texts.contains("8005") else { continue }
      let stand = table.notes.allSatisfy(texts.contains)
      #expect(stand || made.diagnostics.contains { $0.code == .overset }, "\(lines) lines")
      if stand { whole += 1 } else { lost += 1 }
    }
    #expect(whole > 0 && lost > 0)
  }
}

@Suite struct `A short table between paragraphs` {
  @Test func `says where it is wider than its column`() throws {
    var story = TestPage.story("t", paragraphs: [TestPage.text(60, seed: 3)])
    let cells = (1...7).map { "Wednesday\($0)" }.joined(separator: ",")
    story.blocks.append(
      Block(.table(try TestTable.csv("\(cells)\n\(cells)\n")), place: TestPage.place))
    let frame = TestPage.frame("t", columns: 1...1, lines: 1...30)
    let told = TestPage.makeUp([story], on: [[frame]]).diagnostics
    #expect(told.map(\.code).contains(.tableTooWide))
  }

  /// 17 字 a line, 30 lines a column, eleven lines of table wherever the text before it ends.
  @Test(arguments: Array(stride(from: 60, to: 560, by: 40)))
  func `stands in one column, the text after it before it where it must`(text: Int) throws {
    var story = TestPage.story("t", paragraphs: [TestPage.text(text, seed: 3)])
    story.blocks.append(Block(.table(try TestTable.quotes(5)), place: TestPage.place))
    story.blocks += TestPage.story("u", paragraphs: [TestPage.text(600 - text, seed: 4)]).blocks
    var frame = TestPage.frame("t", columns: 1...6, lines: 1...30)
    (frame.headline.lines, frame.bodyColumns) = (0, 3)
    let made = TestPage.makeUp([story], on: [[frame]])
    let set = try #require(made.frame("t"))
    let texts = set.panels.flatMap(\.items.texts).map(\.text)
    for row in 0..<5 { #expect(texts.count { $0 == "\(8000 + row)" } == 1, "\(row)") }
    #expect(!texts.contains("续表"))
    #expect(set.oversetLines == 0)
    #expect(set.bodyText.count == 600)
  }

  @Test func `is halved where no column holds it`() throws {
    var story = TestPage.story("t", paragraphs: [])
    let table = try TestTable.csv(
      "名,事\n" + (1...5).map { "\($0)路,\(TestPage.text(90, seed: $0))" }.joined(separator: "\n"))
    story.blocks = [Block(.table(table), place: TestPage.place)]
    var frame = TestPage.frame("t", columns: 1...6, lines: 1...26)
    (frame.headline.lines, frame.bodyColumns) = (0, 3)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("t"))
    #expect(set.oversetLines == 0)
    let rows = set.panels.flatMap(\.items.texts).map(\.text).filter { $0.hasSuffix("路") }
    #expect(rows == (1...5).map { "\($0)路" })
  }
}

@Suite struct `What belongs to a table` {
  @Test func `stands over and under it in order`() throws {
    var table = try TestTable.quotes(8)
    (table.caption, table.unit, table.notes) = ("昨日行情", "单位：元", ["注：停牌不计。", "表内为收盘价。"])
    var story = TestPage.story("t", paragraphs: [])
    (story.table, story.source) = (table, "来源：交易中心")
    let frame = TestPage.frame("t", columns: 1...4, lines: 1...30, kind: .table)
    let made = TestPage.makeUp([story], on: [[frame]])
    #expect(made.diagnostics.isEmpty)
    let panel = try #require(made.frame("t")?.panels.first { $0.items.contains(.begin(.table)) })
    let order = ["昨日行情", "代码", "8000", "8007", "注：停牌不计。", "表内为收盘价。"]
    let blocks = order.compactMap { panel.items.text($0)?.start.block }
    #expect(blocks.count == order.count)
    #expect(zip(blocks, blocks.dropFirst()).allSatisfy { $0 < $1 })
    // The unit shares the title's line, at the right.
    let (title, unit) = (panel.items.text("昨日行情"), panel.items.text("单位：元"))
    #expect(title?.start.block == unit?.start.block)
    // The source that of the last note.
    let (note, source) = (panel.items.text("表内为收盘价。"), panel.items.text("来源：交易中心"))
    #expect(note?.start.block == source?.start.block)
  }

  @Test func `is told when its style is not there`() throws {
    var story = TestPage.story("t", paragraphs: [])
    var table = try TestTable.quotes(8)
    table.style = "thre"
    story.table = table
    let frame = TestPage.frame("t", columns: 1...4, lines: 1...30, kind: .table)
    let fault = try #require(TestPage.makeUp([story], on: [[frame]]).diagnostics.first)
    #expect(fault.code == .tableStyleMissing)
    #expect(fault.value("nearest") == "three")
  }
}
