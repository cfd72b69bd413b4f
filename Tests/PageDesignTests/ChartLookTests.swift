import Diagnostics
import Geometry
import PageDesign
import Testing

@Suite struct `A chart look` {
  private func read(_ text: String) -> Diagnosed<StyleSheet?> {
    readStyles(SourceText(file: "s.yaml", text: text))
  }

  @Test func `says its inks, lines and type`() throws {
    let sheet = try #require(
      read(
        """
        inks: {蓝: [100, 0, 0, 0]}
        styles: {small: {}}
        charts:
          c: {inks: [蓝, 40%, 蓝 20%], line-inks: [80], line: 1pt, axis: 0.4pt, ticks: 0.3pt, outline: 0pt,
              ink: 蓝, gap: 0.5, tint: 蓝 10%, rule: 1pt, title: small, label: small, value: small, note: small}
        """
      ).value
    ).inked().value
    let look = try #require(sheet.charts["c"])
    #expect(look.inks?.map(\.percents) == [[100, 0, 0, 0], [0, 0, 0, 40], [20, 0, 0, 0]])
    #expect(look.lineInks?.map(\.percents) == [[0, 0, 0, 80]])
    #expect(
      [look.line, look.axis, look.ticks, look.outline, look.rule]
        == [1, 0.4, 0.3, 0, 1].map { .points($0) })
    #expect(look.ink?.percents == [100, 0, 0, 0])
    #expect(look.gap == 500)
    #expect(look.tint?.percents == [10, 0, 0, 0])
    #expect([look.title, look.label, look.value, look.note].allSatisfy { $0 == "small" })
  }

  @Test func `of an edition changes the house's key by key`() throws {
    let house = try #require(
      read("styles: {body: {}}\ncharts: {c: {gap: 1, tint: 12%}}").value)
    let own = try #require(read("styles: {body: {}}\ncharts: {c: {tint: 0}, d: {}}").value)
    let both = house.overlaid(with: own)
    #expect(both.charts["c"]?.gap == 1000)
    #expect(both.charts["c"]?.tint?.percents == [0, 0, 0, 0])
    #expect(both.nearestChart(to: "dd") != nil)
  }

  @Test func `whose type is not there stops the edition`() throws {
    let sheet = try #require(read("styles: {body: {}}\ncharts: {c: {label: bodi}}").value)
    #expect(sheet.faults().map(\.code) == [.styleBaseMissing])
  }

  @Test(arguments: ["inks: [0]", "inks: 30%", "line: thick", "bars: 3"])
  func `is refused when it cannot be`(key: String) {
    #expect(!read("styles: {body: {}}\ncharts: {c: {\(key)}}").diagnostics.isEmpty)
  }
}
