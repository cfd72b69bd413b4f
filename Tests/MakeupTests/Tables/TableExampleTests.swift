import Diagnostics
import Drawing
import Fonts
import Foundation
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

/// The service page's tables: quotes, standings, results, weather, television.
struct TableExample: Sendable, CustomTestStringConvertible {
  var name: String
  var header = 1
  var names = 0
  var style: String
  var columns = 3
  var testDescription: String { name }

  static let all = [
    TableExample(name: "quotes", style: "quotes"),
    TableExample(name: "standings", header: 2, names: 2, style: "standings"),
    TableExample(name: "weather", names: 1, style: "full"),
    TableExample(name: "results", names: 1, style: "three"),
    TableExample(name: "listing", names: 2, style: "full", columns: 6),
    TableExample(name: "listing", names: 2, style: "listing", columns: 6),
  ]

  func shape() throws -> TableShape {
    let path = TestPage.root + "/Tests/Golden/edition/tables/\(name).csv"
    let table = try TestTable.csv(
      String(contentsOfFile: path, encoding: .utf8), header: header, names: names)
    let width = TestPage.grid.columnWidth * columns + TestPage.grid.gutter * (columns - 1)
    return try TestTable.shape(table, width: width, style: style)
  }
}

extension TableShape {
  /// Where a cell's room begins and ends, along its line and across.
  func room(of cell: TableCell) -> LogicalRect {
    let (left, top) = (
      columns.widths[..<cell.column].reduce(.zero, +), heights[..<cell.row].reduce(.zero, +)
    )
    return LogicalRect(
      inline: left, block: top,
      inlineSize: columns.widths[cell.column...cell.lastColumn].reduce(.zero, +),
      blockSize: heights[cell.row...cell.lastRow].reduce(.zero, +))
  }
}

@Suite struct `A table of the service page` {
  @Test(arguments: TableExample.all) func `keeps every cell inside its lines`(example: TableExample)
    throws
  {
    let shape = try example.shape()
    #expect(shape.excess == .zero)
    let setter = CellSetter(measure: shape.measure, widths: shape.columns.widths)
    for (cell, natural) in zip(shape.measure.grid.cells, shape.measure.naturals) {
      let (room, set) = (shape.room(of: cell), setter.set(cell, natural: natural))
      #expect(set.extent <= room.blockSize, "\(cell.text)")
      for (line, start) in zip(set.lines, set.starts) where !set.isTurned {
        #expect(start >= .points(1), "\(cell.text)")
        #expect(start + line.width <= room.inlineSize - .points(1), "\(cell.text)")
      }
    }
  }

  @Test(arguments: TableExample.all) func `has its heads in the middle`(example: TableExample)
    throws
  {
    let shape = try example.shape()
    let items = shape.items
    for cell in shape.measure.grid.cells where cell.isHead && !shape.measure.grid.isCorner(cell) {
      guard !cell.text.isEmpty, !shape.measure.stands(cell) else { continue }
      let room = shape.room(of: cell)
      let middles = items.texts.filter { $0.text == cell.text }.map { $0.start.block }
      #expect(middles.contains { abs(($0 * 2 - room.block - room.blockEnd).units) <= 4 })
    }
  }

  @Test(arguments: TableExample.all.filter { $0.name != "listing" })
  func `has even rows`(example: TableExample) throws {
    let shape = try example.shape()
    #expect(Set(shape.heights.dropFirst(example.header)).count == 1)
  }

  @Test func `lines up figures of quotes whatever their sign and size`() throws {
    let shape = try #require(TableExample.all.first).shape()
    let (grid, items) = (shape.measure.grid, shape.items)
    for column in 2...4 {
      let left = shape.columns.widths[..<column].reduce(.zero, +)
      let texts = items.texts.filter {
        left <= $0.start.inline && $0.start.inline < left + shape.columns.widths[column]
      }
      let points = Set(texts.compactMap { Figure($0.text) == nil ? nil : $0.inline(of: ".") })
      #expect(points.count == 1, "\(grid.cells[column].text)")
    }
  }
}

@Suite struct `A table in vertical text` {
  private func frame() -> Frame {
    var frame = TestPage.frame("v", columns: 1...6, lines: 1...40)
    (frame.mode, frame.headline.position, frame.headline.lines) = (.vertical, .vertical, 4)
    return frame
  }

  /// Where a line's glyphs stand on the sheet.
  private func origins(_ text: TableText, in panel: Panel) -> [Point] {
    text.line.runs.flatMap(\.glyphs).map { glyph in
      let point = LogicalPoint(
        inline: text.start.inline + glyph.inline, block: text.start.block + glyph.block)
      return panel.mode.place(point, in: panel.rect)
    }
  }

  @Test func `is horizontal between its paragraphs`() throws {
    var story = TestPage.story("v", paragraphs: [TestPage.text(80, seed: 1)])
    let table = try TestTable.csv("名,数\n甲甲甲,12.5\n乙,8.0\n")
    story.blocks.append(Block(.table(table), place: TestPage.place))
    let made = TestPage.makeUp([story], on: [[frame()]])
    let panels = try #require(made.frame("v")?.panels)
    let panel = try #require(panels.first { $0.items.text("甲甲甲") != nil })
    let name = try #require(panel.items.text("甲甲甲"))
    let places = origins(name, in: panel)
    #expect(panel.mode == .vertical)
    #expect(Set(places.map(\.y)).count == 1)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.x < $1.x })
    let figure = try #require(panel.items.text("12.5").map { origins($0, in: panel) }?.first)
    #expect(figure.x > places[2].x)
    #expect(figure.y == places[0].y)
  }

  @Test func `typed in a story that has nothing else is its table, over the whole frame`() throws {
    var story = TestPage.story("v", paragraphs: [])
    let table = try TestTable.csv("项目,今年\n座席,120\n班次,24")
    story.blocks = [Block(.table(table), place: TestPage.place)]
    func rules(_ story: Story) throws -> Length {
      let frame = TestPage.frame("v", columns: 1...3, lines: 1...20)
      let made = try #require(TestPage.makeUp([story], on: [[frame]]).frame("v"))
      #expect(made.oversetLines == 0)
      return made.panels.flatMap(\.items).compactMap { item -> Length? in
        if case .rule(let from, let to, _, _, _) = item { to.inline - from.inline } else { nil }
      }.max() ?? .zero
    }
    #expect(try rules(story) == TestPage.grid.rect(columns: 1...3, lines: 1...1).width)
    story.blocks += TestPage.story("w", paragraphs: ["另有一行。"]).blocks
    #expect(try rules(story) <= TestPage.grid.columnWidth + .points(1))
  }

  @Test func `that parts words in its column is told`() throws {
    func codes(_ head: String) throws -> [Code] {
      var story = TestPage.story("v", paragraphs: [TestPage.text(200, seed: 1)])
      let row = "三年级,九十七分,九小时四十分,八成以上,很满意"
      story.blocks.append(
        Block(.table(try TestTable.csv(head + "\n" + row)), place: TestPage.place))
      let frame = TestPage.frame("v", columns: 1...1, lines: 1...40)
      return TestPage.makeUp([story], on: [[frame]]).diagnostics.map(\.code)
    }
    #expect(try codes("年级,语文完成率,睡眠时间,作业完成率,家长满意度") == [.tableStrained])
    var wide = TestPage.story("v", paragraphs: [])
    wide.table = try TestTable.csv("年级,睡眠\n三年级,九小时")
    let frame = TestPage.frame("v", columns: 1...1, lines: 1...20)
    #expect(TestPage.makeUp([wide], on: [[frame]]).diagnostics.isEmpty)
  }

  @Test func `parts its text after a pause rather than in a word`() throws {
    let shape = try TestTable.shape(
      TestTable.csv("时间,节目\n05:50,体育直播：市超联赛南浦—北埠"), width: .points(130), style: "listing")
    let texts = shape.items.texts.map(\.text)
    #expect(texts.contains("体育直播：") && texts.contains("市超联赛南浦—北埠"), "\(texts)")
  }

  /// It takes the tiers that it needs, and text goes on under it.
  @Test func `at the end of its story takes no more tiers than it needs`() throws {
    var story = TestPage.story("v", paragraphs: [TestPage.text(2_200, seed: 1)])
    story.title = ["两岸往来只需一刻钟"]
    let rows = (1...6).map { "第\($0)站以南,12.5" }.joined(separator: "\n")
    story.table = try TestTable.csv("名,数\n" + rows)
    var frame = TestPage.frame("v", columns: 1...6, lines: 1...40)
    (frame.mode, frame.bodyColumns) = (.vertical, 2)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("v"))
    let table = try #require(set.panels.first { $0.items.contains(.begin(.table)) }).rect
    try #require(set.legs.count == 2)
    #expect(table.maxY <= set.legs[0].rect.maxY)
    #expect(set.legs[0].rect.x >= table.maxX)
    #expect(set.legs[1].rect.x < table.x)
    #expect(set.legs[1].rect.y > table.maxY)
  }

  private func story(after: [String]) throws -> Story {
    var story = TestPage.story("v", paragraphs: [TestPage.text(200, seed: 1)] + after)
    let rows = (1...4).map { "第\($0)站以南的乘客,12.5,8.0" }.joined(separator: "\n")
    story.blocks.insert(
      Block(.table(try TestTable.csv("名,数,今年\n" + rows)), place: TestPage.place), at: 1)
    return story
  }

  private func tiers(_ story: Story) throws -> SetFrame {
    var frame = TestPage.frame("v", columns: 1...2, lines: 1...28)
    (frame.mode, frame.bodyColumns) = (.vertical, 2)
    return try #require(TestPage.makeUp([story], on: [[frame]]).frame("v"))
  }

  /// The table finds no room in the first tier: the paragraph after it goes on there, and under the table.
  @Test func `lets the text after it fill the tier before it`() throws {
    let alone = try tiers(story(after: []))
    let set = try tiers(story(after: [TestPage.text(120, seed: 2)]))
    try #require(alone.legs.count == 2 && set.legs.count == 2)
    let (white, full) = (alone.legs[0].lines, set.legs[0].lines)
    #expect(alone.legs[1].rows.first?.kind == .other)
    #expect(full > white)
    #expect(set.legs[1].rows.first?.kind == .other)
    #expect(set.legs[1].rows.count > 1 && set.oversetLines == 0)
    // No character is lost, none stands twice.
    let text = set.bodyLines.map(\.line.string).joined()
    #expect(text.count == 200 + 120)
  }

  @Test func `has its foot level with the tier's, its rows opened`() throws {
    let set = try tiers(story(after: [TestPage.text(120, seed: 2)]))
    let panel = try #require(set.panels.first { $0.items.text("名") != nil })
    let ends = panel.items.rules.flatMap { [$0.from.inline, $0.to.inline] }
    let tier = try #require(set.legs.last?.rect)
    let (top, foot) = (try #require(ends.min()), try #require(ends.max()))
    #expect(panel.rect.y + top >= tier.y - .points(1))
    #expect(panel.rect.y + foot <= tier.maxY + .points(1))
    #expect(foot - top > tier.height * 4 / 5)
  }

  @Test func `stands beside it, inside the frame`() throws {
    var story = TestPage.story("v", paragraphs: [TestPage.text(80, seed: 1)])
    story.table = try TestTable.quotes(6)
    let made = TestPage.makeUp([story], on: [[frame()]])
    let set = try #require(made.frame("v"))
    let panel = try #require(set.panels.first { $0.items.contains(.begin(.table)) })
    #expect(panel.mode == .horizontal)
    #expect(panel.rect.x >= set.rect.x)
    for text in panel.items.texts {
      #expect(text.start.inline + text.line.width <= panel.rect.width)
      #expect(text.start.block < panel.rect.height)
    }
    let lines = set.bodyLines.map { $0.panel.rect.maxX - $0.start.block }
    #expect(lines.allSatisfy { $0 > panel.rect.maxX })
  }
}
