import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A figure` {
  @Test(arguments: [
    ("12", "12", ""), ("−2.70%", "−2", ".70%"), ("1,204.5", "1,204", ".5"), ("19℃", "19", "℃"),
    ("¥3.5万元", "¥3", ".5万元"), ("10:0", "10", ":0"), ("＋7", "＋7", ""), ("３．", "３", "．"),
  ])
  func `is parted at its point`(text: String, whole: String, rest: String) {
    #expect(Figure(text)?.whole == whole)
    #expect(Figure(text)?.rest == rest)
  }

  @Test(arguments: ["", "东2级", "9—11时", "2026-03-18", "3/18", "持平", "+", "5千米以上路段"])
  func `is no text with a number in it`(text: String) {
    #expect(Figure(text) == nil)
  }
}

@Suite struct `A column of figures` {
  /// ∶ is cut to half a 字 where it stands between figures: its glyph begins before its room.
  @Test(arguments: ["∶", ":", "."]) func `has its marks in the middle between two digits`(
    mark: Character
  ) throws {
    let types = TestPage.types()
    let style = types.style("table-cell").aligned(.start)
    let text = "3\(mark)1"
    let figure = try #require(Figure(text))
    let set = TabularFigures(style, types: types).set(figure, types: types).line
    let natural = types.line(text, as: style, measure: types.width(text, as: style))
    let places = [set, natural].map { $0.runs.flatMap(\.glyphs).map(\.inline) }
    try #require(places.allSatisfy { $0.count == 3 })
    for index in 1...2 {
      #expect(abs((places[0][index] - places[1][index]).points) < 0.6, "\(mark) \(index)")
    }
  }

  @Test func `has its points under each other, whatever the digits`() throws {
    let table = try TestTable.csv("名,数\n甲,1.11\n乙,−120.5%\n丙,88.888\n丁,停牌\n")
    let items = try TestTable.shape(table, width: .points(200)).items
    let points = ["1.11", "−120.5%", "88.888"].map { items.text($0)?.inline(of: ".") }
    #expect(points[0] != nil)
    #expect(Set(points).count == 1)
  }

  @Test func `has its last digits under each other without a point`() throws {
    let table = try TestTable.csv("名,数\n甲,1\n乙,111\n丙,80\n")
    let ends = try TestTable.shape(table, width: .points(200)).items.texts.filter {
      Int($0.text) != nil
    }.map { $0.start.inline + $0.line.width }
    #expect(ends.count == 3)
    #expect(Set(ends).count == 1)
  }

  @Test func `stands in the middle of its column as a whole`() throws {
    let table = try TestTable.csv("名,数\n甲,1.0\n乙,100.000\n")
    let shape = try TestTable.shape(table, width: .points(200))
    let wide = try #require(shape.items.text("100.000"))
    let left = wide.start.inline - shape.columns.widths[0]
    let right = shape.columns.widths[1] - left - wide.line.width
    #expect(abs((left - right).units) <= 2)
  }

  @Test func `is flush where align says end`() throws {
    var table = try TestTable.csv("名,数\n甲,1.0\n乙,100.000\n")
    table.alignments = [.automatic, .end]
    let items = try TestTable.shape(table, width: .points(200)).items
    let ends = try ["1.0", "100.000"].map { text in
      let set = try #require(items.text(text))
      return set.start.inline + set.line.width
    }
    #expect(ends[0] == ends[1])
  }

  @Test func `is text when a cell of it is`() throws {
    let table = try TestTable.csv("名,数\n甲,1.0\n乙,约两成\n")
    #expect(!TableGrid(table).holdsFigures(1))
    #expect(try TableGrid(TestTable.csv("名,数\n甲,1.0\n乙,停牌\n")).holdsFigures(1))
  }
}
