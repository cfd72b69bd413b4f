import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `Column widths` {
  private func points(_ values: Int...) -> [Length] { values.map { .points($0) } }

  @Test(arguments: [0, 1, 7, 1_000_003]) func `leave no unit over`(units: Int) {
    for weights in [points(1, 2, 4), points(0, 0), points(3)] {
      let shares = Shares.of(Length(units: units), by: weights)
      #expect(shares.reduce(.zero, +) == Length(units: units))
    }
  }

  @Test func `give narrow columns what they wish for, and make the wide ones alike`() {
    let widths = Shares.levelled(
      least: points(10, 10, 10), most: points(30, 90, 200), width: .points(130))
    #expect(widths[0] == .points(30))
    #expect(widths[1] == widths[2])
    #expect(widths.reduce(.zero, +) == .points(130))
  }

  @Test func `never go under the longest word`() {
    let widths = Shares.levelled(
      least: points(60, 10), most: points(90, 90), width: .points(80))
    #expect(widths == points(60, 20))
  }

  @Test func `grow under a cell over several columns by what it needs`() throws {
    let bare = try TestTable.csv("甲,乙,丙\n1,2,3\n")
    let wide = try TestTable.csv("一句比下面两栏长得多的话,<,丙\n1,2,3\n")
    let (before, after) = try (
      TestTable.shape(bare, width: .points(300)), TestTable.shape(wide, width: .points(300))
    )
    let need = after.measure.naturals[0] + after.measure.type.padding * 2
    #expect(after.measure.demands[0].natural + after.measure.demands[1].natural == need)
    #expect(after.measure.demands[2] == before.measure.demands[2])
  }

  @Test func `are the table's width to the unit`() throws {
    for width in [Length.points(150), .points(233), .points(400)] {
      let shape = try TestTable.shape(TestTable.quotes(9), width: width)
      #expect(shape.columns.widths.reduce(.zero, +) == width)
      #expect(shape.excess == .zero)
    }
  }

  @Test func `are filled by wrapped cells when they are short`() throws {
    let table = try TestTable.csv(
      "时间,节目\n19:30,纪录片一条江的四季从冬到春的每一天\n21:00,新闻\n")
    let narrow = try TestTable.shape(table, width: .points(90))
    #expect(narrow.excess == .zero)
    #expect(narrow.heights[1] > narrow.heights[2])
    #expect(narrow.items.texts.count > 6)
  }

  @Test func `are met by narrower type after smaller type`() throws {
    let table = try TestTable.csv(
      "甲甲甲,乙\n" + (0..<3).map { _ in "ABCDEFGHIJ,0123456789" }.joined(separator: "\n"))
    let setter = TableSetter(types: TestPage.types())
    let least = try #require(CellType.all(setter.look, setter.types).last)
    #expect(least.size == .points(6.5))
    #expect(least.condense == 850)
    let demands = TableMeasure(table, in: least).demands.reduce(.zero) { $0 + $1.least }
    let fit = setter.fit(table, width: demands)
    #expect(fit.excess == .zero)
    #expect(fit.items.texts.contains { $0.line.runs.contains { $0.condense == 850 } })
    #expect(setter.fit(table, width: demands - .points(1)).excess > .zero)
  }

  @Test func `part short words only when no size of type helps`() throws {
    let table = try TestTable.csv("轮,地点\n第七轮,南浦体育场\n第八轮,北埠港区球场\n")
    let setter = TableSetter(types: TestPage.types())
    let texts = setter.fit(table, width: .points(75)).items.texts.map(\.text)
    #expect(texts.contains("第七轮"))
    let strained = setter.fit(table, width: .points(36)).items.texts.map(\.text)
    #expect(!strained.contains("第七轮"))
  }
}
