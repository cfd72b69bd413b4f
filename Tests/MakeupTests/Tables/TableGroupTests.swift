import CJKRules
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `Groups of rows in a table` {
  private let width = Length.points(200)

  /// Groups of `count` rows each under heads 组0, 组1 …
  private func table(_ groups: Int, of count: Int) throws -> Table {
    let rows = (0..<groups).flatMap { group in
      ["# 组\(group)"] + (0..<count).map { "\(group)\($0)号,\(10 + $0).5" }
    }
    return try TestTable.csv("名,价\n" + rows.joined(separator: "\n") + "\n")
  }

  @Test func `have heads in the type and over the tint of their look`() throws {
    let types = TestPage.types()
    let look = types.tableStyle("table")
    let tint = try #require(look.groupTint)
    let shape = try TestTable.shape(table(2, of: 2), width: width)
    let heights = shape.heights
    let fills = shape.items.compactMap { item -> LogicalRect? in
      guard case .fill(let rect, let ink) = item, ink == tint else { return nil }
      return rect
    }
    #expect(fills.map(\.blockSize) == [heights[1], heights[4]])
    #expect(fills.allSatisfy { $0.inlineSize == width })
    let cell = try #require(shape.measure.grid.cells.first { $0.isGroup })
    #expect(shape.measure.type.style(of: cell).text.font == look.head.text.font)
    #expect(look.head.text.font != look.cell.text.font)
  }

  @Test func `begin the tint of every second row anew`() throws {
    let shape = try TestTable.shape(table(2, of: 3), width: width, style: "quotes")
    let look = TestPage.types().tableStyle("quotes")
    let zebra = try #require(look.zebra)
    var tops: [Length] = [.zero]
    for height in shape.heights { tops.append(tops[tops.count - 1] + height) }
    let stripes = shape.items.compactMap { item -> Length? in
      guard case .fill(let rect, let ink) = item, ink == zebra else { return nil }
      return rect.block
    }
    // Head, group, 3 rows, group, 3 rows: the second of each three.
    #expect(stripes == [tops[3], tops[7]])
  }

  @Test func `have a line over them in a table of three lines`() throws {
    let shape = try TestTable.shape(table(2, of: 2), width: width, style: "three")
    let second = shape.heights.prefix(4).reduce(.zero, +)
    #expect(shape.items.across.map(\.from.block).contains(second))
    #expect(shape.items.across.count == 4)
  }

  @Test(arguments: 2...9) func `are never parted from their first row where they are folded`(
    count: Int
  ) throws {
    for folds in 2...4 {
      let table = try table(4, of: count)
      let pieces = try TestTable.shape(table, width: .points(500), folds: folds).pieces
      #expect(pieces.flatMap { Array($0.rows) } == Array(1..<table.rows.count))
      for piece in pieces {
        #expect(!table.groups.contains(piece.rows.upperBound - 1))
        #expect((piece.group == nil) == table.groups.contains(piece.rows.lowerBound))
      }
      let deepest = try #require(pieces.map(\.count).max())
      #expect(deepest <= (table.rows.count - 1 + folds - 1) / folds + 2)
    }
  }

  @Test func `say that they go on at the head of the next piece`() throws {
    let items = try TestTable.shape(table(1, of: 6), width: .points(400), folds: 2).items
    let texts = items.texts
    #expect(texts.count { $0.text == "组0" } == 1)
    let again = try #require(items.text("组0（续）"))
    #expect(again.start.inline > .points(200))
    #expect(again.start.block == items.text("组0")?.start.block)
    for row in 0..<6 { #expect(texts.count { $0.text == "0\(row)号" } == 1) }
  }

  @Test(arguments: [(TableLook.Repeating.plain, 2), (.none, 1)])
  func `say so as the look wants it`(repeating: TableLook.Repeating, wanted: Int) throws {
    var sheet = TestPage.sheet
    sheet.tables["table"]?.groupRepeat = repeating
    let types = TypeCase(
      typesetter: Typesetter(book: TestPage.book), sheet: sheet, grid: TestPage.grid,
      language: .zhHans)
    let table = try table(1, of: 6)
    let type = try #require(CellType.all(types.tableStyle(nil), types).first)
    let shape = TableShape(
      TableMeasure(table, in: type), table, width: .points(400), folds: 2, gap: .points(9))
    #expect(shape.items.texts.count { $0.text == "组0" } == wanted)
    #expect(!shape.items.texts.contains { $0.text.contains("续") })
  }

  @Test func `go on in another frame under their own head, every row once`() throws {
    var story = TestPage.story("t", paragraphs: [])
    story.title = ["行情"]
    story.table = try table(2, of: 60)
    story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place)
    let frames = [("t", 1...20), ("rest", 1...60)].map { id, lines in
      var frame = TestPage.frame(id, columns: 1...2, lines: lines, kind: .table)
      frame.headline.lines = 2
      return [frame]
    }
    let made = TestPage.makeUp([story], on: frames)
    #expect(made.diagnostics.isEmpty, "\(made.diagnostics.map(\.code))")
    let texts = ["t", "rest"].enumerated().map { page, id in
      made.frame(id, page: page)?.panels.flatMap(\.items).texts.map(\.text) ?? []
    }
    for row in (0..<60).flatMap({ ["0\($0)号", "1\($0)号"] }) {
      #expect(texts.joined().count { $0 == row } == 1, "\(row)")
    }
    #expect(texts[1].contains("组0（续）"))
    #expect(!texts.joined().contains { $0.contains("（续）（续）") })
  }

  @Test func `between paragraphs go on in the next column`() throws {
    var story = TestPage.story("t", paragraphs: [])
    story.title = ["行情"]
    story.blocks = [Block(.table(try table(1, of: 40)), place: TestPage.place)]
    let frame = TestPage.frame("t", columns: 1...3, lines: 1...24)
    let made = TestPage.makeUp([story], on: [[frame]])
    let texts = made.frame("t")?.panels.flatMap(\.items).texts.map(\.text) ?? []
    #expect(texts.contains("组0（续）"))
    for row in 0..<40 { #expect(texts.count { $0 == "0\(row)号" } == 1) }
  }

  @Test func `align their totals with the figures under them`() throws {
    let table = try TestTable.csv("名,量,价\n# 工业,,12.50\n甲,1,2.5\n乙,3,104.25\n")
    let items = try TestTable.shape(table, width: width).items
    let points = ["12.50", "2.5", "104.25"].compactMap { items.text($0)?.inline(of: ".") }
    #expect(points.count == 3)
    #expect(Set(points).count == 1)
  }
}
