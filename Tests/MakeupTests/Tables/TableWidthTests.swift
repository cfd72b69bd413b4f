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

@Suite struct `Column widths` {
  private func points(_ values: Int...) -> [Length] { values.map { .points($0) } }

  @Test(arguments: [0, 1, 7, 1_000_003]) func `leave no unit over`(units: Int) {
    for weights in [points(1, 2, 4), points(0, 0), points(3)] {
      let shares = Shares.of(Length(units: units), by: weights)
      #expect(shares.reduce(.zero, +) == Length(units: units))
    }
  }

  @Test func `leave no head standing where all of them can be level beside each other`() throws {
    let table = try TestTable.csv("名次,球队,净胜,积分\n1,澄江江豚,+4,9\n2,云海蓝鲸,+7,9")
    func level(_ width: Int) throws -> Bool {
      let shape = try TestTable.shape(table, width: .points(width), style: "standings")
      let head = try #require(shape.items.text("名次"))
      return Set(head.line.runs.flatMap(\.glyphs).map(\.block)).count == 1
    }
    #expect(try level(240) && !level(80))
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

  /// 6,840 and 12.5 flush at the end need the room of the wider one, not of all digits and all decimals.
  @Test func `ask no more for figures at their end than the widest takes`() throws {
    var table = try TestTable.csv("项,数\n甲,6840\n乙,12.55\n")
    func whole(_ alignment: Table.CellAlignment) throws -> Length {
      table.alignments = [.automatic, alignment]
      let shape = try TestTable.shape(table, width: .points(200))
      return shape.measure.demands[1].natural - shape.measure.type.padding * 2
    }
    let digits = try whole(.end)
    let widest = try TestTable.shape(table, width: .points(200)).measure.points[1]?.widest
    #expect(digits == widest)
    #expect(try whole(.decimal) > digits)
  }

  private func texts(
    _ language: Language, _ csv: String, width: Length, end: Bool = true
  ) throws -> [String] {
    var table = try TestTable.csv(csv)
    if end {
      table.alignments = [.automatic] + (1..<table.columns).map { _ in .end }
    }
    return TableSetter(types: TestPage.types(language)).fit(table, width: width).items.texts.map(
      \.text)
  }

  @Test func `leave the name of a row on one line where the figures have room to spare`() throws {
    let csv = "項目,4月,8月\n利用者,6840,7120\n平均(分),12.5,9.8\n"
    #expect(try texts(.ja, csv, width: .points(104)).contains("平均(分)"))
  }

  @Test func `part no Korean word where smaller type keeps it whole`() throws {
    let csv = "지역,4월,8월,증감률\n중앙동,6840,7120,4.1%\n동해안동,28,32,14.3%\n연강 신도시,1280,1350,5.5%\n"
    let texts = try texts(.ko, csv, width: .points(115))
    #expect(texts.contains("동해안동"), "\(texts)")
    #expect(texts.contains("신도시") || texts.contains("연강 신도시"), "\(texts)")
  }

  @Test func `part longer names between words`() throws {
    let csv = "场馆,座\n南浦体育场,8000\n体育中心,900\n"
    let texts = try texts(.zhHans, csv, width: .points(64), end: false)
    #expect(texts.contains("体育场") && texts.contains("南浦"), "\(texts)")
    #expect(!texts.contains { $0.hasSuffix("体") }, "\(texts)")
  }
}
