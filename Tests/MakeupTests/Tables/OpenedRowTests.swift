import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Rows that are opened` {
  /// How far the first and the last cell of a column stand from the lines over and under the rows.
  private func white(_ level: TableLook.Level) throws -> (over: Length, under: Length) {
    let table = try TestTable.csv("台,时\n综合,新闻\n影视,电影\n体育,足球\n")
    let types = TestPage.types()
    var sheet = types.sheet
    sheet.tables["listing"]?.level = level
    let own = TypeCase(
      typesetter: types.typesetter, sheet: sheet, grid: types.grid, language: types.language)
    let type = try #require(CellType.all(own.tableStyle("listing"), own).first)
    var shape = TableShape(
      TableMeasure(table, in: type), table, width: .points(200), folds: 1, gap: .points(9))
    shape.open(to: shape.extent + .points(48))
    let axes = ["新闻", "足球"].compactMap { text in
      shape.items.texts.first { $0.text == text }?.start.block
    }
    try #require(axes.count == 2)
    return (axes[0] - shape.heights[0], shape.extent - axes[1])
  }

  @Test
  func `leave a head over rows that begin at their tops as deep beside a table of fewer rows`()
    throws
  {
    func head(_ rows: Int, _ style: String) throws -> Length {
      let lines = (0..<rows).map { "0\($0):00,新闻" }.joined(separator: "\n")
      var shape = try TestTable.shape(
        try TestTable.csv("时间,节目\n" + lines), width: .points(200), style: style)
      shape.open(to: .points(190))
      return shape.heights[0]
    }
    #expect(try head(8, "listing") == head(6, "listing"))
    #expect(try head(8, "table") < head(6, "table"))
  }

  @Test func `have as much white over their first line as under it`() throws {
    for level in TableLook.Level.allCases {
      let white = try white(level)
      #expect(abs((white.over - white.under).units) <= 1, "\(level)")
    }
  }
}
