import CJKRules
import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A table's lines` {
  private static let text = "项目\\日期,一月,<,二月\n^,上,下,^\n天气,晴,雨,阴\n空气,良,<,优\n"
  private let width = Length.points(200)

  private func items(_ style: String?, _ csv: String = text) throws -> [Item] {
    try TestTable.shape(TestTable.csv(csv, header: 2, names: 1), width: width, style: style).items
  }

  @Test func `are three, and one under a head over several columns`() throws {
    let items = try items("three")
    let whole = items.across.filter { $0.from.inline == .zero && $0.to.inline == width }
    #expect(whole.map(\.weight) == [.points(1), .points(0.5), .points(1)])
    #expect(items.across.count == 4)
    #expect(items.down.isEmpty)
  }

  @Test func `close a full table at its sides, and leave an open one's free`() throws {
    let sides = try [items("full"), items("table")].map { items in
      items.down.filter { $0.from.inline == .zero || $0.from.inline == width }.count
    }
    #expect(sides == [2, 0])
  }

  @Test func `stop at joined cells`() throws {
    let shape = try TestTable.shape(
      TestTable.csv(Self.text, header: 2, names: 1), width: width, style: "full")
    let inside = shape.columns.widths[0] + shape.columns.widths[1]
    let parts = shape.items.down.filter { $0.from.inline == inside }
    // Between 上 and 下, 晴 and 雨; not through 一月, nor through 良.
    let heights = shape.heights
    #expect(parts.count == 1)
    #expect(parts.first?.from.block == heights[0])
    #expect(parts.first?.to.block == heights[0] + heights[1] + heights[2])
  }

  @Test func `run aslant through a corner with two labels`() throws {
    let shape = try TestTable.shape(
      TestTable.csv(Self.text, header: 2, names: 1), width: width, style: "full")
    let slant = shape.items.rules.filter {
      $0.from.inline != $0.to.inline && $0.from.block != $0.to.block
    }
    #expect(slant.count == 1)
    #expect(slant.first?.to.inline == shape.columns.widths[0])
    #expect(slant.first?.to.block == shape.heights[0] + shape.heights[1])
    let (rows, columns) = (shape.items.text("项目"), shape.items.text("日期"))
    let (low, high) = (try #require(rows), try #require(columns))
    #expect(low.start.block > high.start.block)
    #expect(low.start.inline < high.start.inline)
  }

  @Test func `part the groups of a three-line table`() throws {
    let csv = "轮,队\n甲,一\n^,二\n乙,三\n^,四\n"
    let table = try TestTable.csv(csv, names: 1)
    let items = try TestTable.shape(table, width: width, style: "three").items
    #expect(items.across.map(\.weight) == [1, 0.5, 0.25, 1].map { .points($0) })
  }

  @Test func `have every second row tinted where the style says so`() throws {
    let table = try TestTable.csv("名,数\n甲,1\n乙,2\n丙,3\n丁,4\n")
    let shape = try TestTable.shape(table, width: width, style: "standings")
    let heights = shape.heights
    #expect(shape.items.fills.count == 2)
    #expect(shape.items.fills.first?.block == heights[0] + heights[1])
  }

  @Test func `are touched by no text`() throws {
    for style in ["table", "full", "three", "quotes", "listing"] {
      let shape = try TestTable.shape(TestTable.quotes(12), width: width, style: style)
      let edges = shape.columns.widths.reduce(into: [Length.zero]) {
        $0.append(($0.last ?? .zero) + $1)
      }
      for text in shape.items.texts {
        let ink = text.line.runs.flatMap(\.glyphs).map { text.start.inline + $0.inline }
        let first = try #require(ink.min())
        let column = try #require(edges.lastIndex { $0 <= first })
        #expect(first - edges[column] >= .points(1), "\(style) \(text.text)")
        #expect(
          edges[column + 1] - text.start.inline - text.line.width >= .points(1),
          "\(style) \(text.text)")
      }
    }
  }
}

@Suite struct `A head over a narrow column` {
  private static let csv = "名次,净胜球\n1,2\n2,0\n"

  @Test func `stands in upright characters under each other`() throws {
    let table = try TestTable.csv(Self.csv)
    let shape = try TestTable.shape(table, width: .points(44), style: "standings")
    let head = try #require(shape.items.text("净胜球"))
    let glyphs = head.line.runs.flatMap(\.glyphs)
    #expect(Set(glyphs.map(\.inline)).count == 1)
    #expect(zip(glyphs, glyphs.dropFirst()).allSatisfy { $0.block < $1.block })
    #expect(shape.heights[0] > shape.heights[1] * 2)
  }

  @Test func `is level where its column came out wide enough`() throws {
    let shape = try TestTable.shape(
      try TestTable.csv(Self.csv), width: .points(200), style: "standings")
    let head = try #require(shape.items.text("净胜球"))
    #expect(Set(head.line.runs.flatMap(\.glyphs).map(\.block)).count == 1)
    #expect(
      head.line.runs.flatMap(\.glyphs).map(\.inline)
        == head.line.runs.flatMap(\.glyphs).map(\.inline).sorted())
  }

  @Test func `is level in two lines where these find room between two words`() throws {
    let csv = "名次,身高体重数据,年龄体能测试\n1,9,3\n2,8,4\n"
    func head(_ width: Length) throws -> [TableText] {
      try TestTable.shape(try TestTable.csv(csv), width: width, style: "standings").items.texts
        .filter { "身高体重数据".contains($0.text) }
    }
    #expect(try head(.points(130)).count == 2)
    #expect(try head(.points(54)).count == 1)
  }

  @Test func `lies on its side where the style says so, inside its row`() throws {
    var types = TestPage.sheet
    types.tables["turned"] = types.tables["standings"]
    types.tables["turned"]?.heads = .rotated
    let made = TypeCase(
      typesetter: TestPage.types().typesetter, sheet: types, grid: TestPage.grid,
      language: .zhHans)
    let fit = TableSetter(types: made, style: "turned").fit(
      try TestTable.csv("No,Goals\n1,2\n2,0\n"), width: .points(36))
    let head = try #require(fit.items.text("Goals"))
    #expect(head.line.runs.allSatisfy { $0.orientation == .rotated })
    let blocks = head.line.runs.flatMap(\.glyphs).map { head.start.block + $0.block }
    #expect(blocks == blocks.sorted())
    #expect(blocks.allSatisfy { $0 > .zero })
  }

  @Test func `stays level where it has room`() throws {
    let table = try TestTable.csv("球队,得分\n南浦白鹭队,10000\n望江晨风,0\n")
    let shape = try TestTable.shape(table, width: .points(200), style: "standings")
    #expect(shape.measure.turned.isEmpty)
  }
}
