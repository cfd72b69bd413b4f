import Diagnostics
import Geometry
import PageDesign
import Testing

@Suite struct `A table look` {
  private func read(_ text: String) -> Diagnosed<StyleSheet?> {
    readStyles(SourceText(file: "s.yaml", text: text))
  }

  @Test func `says its lines, tints and type`() throws {
    let sheet = try #require(
      read(
        """
        inks: {蓝: [100, 0, 0, 0]}
        styles: {small: {}}
        tables:
          t: {rules: three, outer: 1pt, head-rule: 0.5pt, inner: 0.2pt, ink: 蓝, padding: 0.3,
              head-tint: 蓝 20%, zebra: 6%, heads: stacked, valign: top, head: small, cell: small,
              group: small, group-tint: 蓝 10%, group-rule: 0pt, group-repeat: plain}
        """
      ).value
    ).inked().value
    let look = try #require(sheet.tables["t"])
    #expect(look.rules == .three)
    #expect([look.outer, look.headRule, look.inner] == [1, 0.5, 0.2].map { .points($0) })
    #expect(look.ink?.percents == [100, 0, 0, 0])
    #expect(look.padding == 300)
    #expect(look.headTint?.percents == [20, 0, 0, 0])
    #expect(look.zebra?.percents == [0, 0, 0, 6])
    #expect(look.heads == .stacked)
    #expect(look.level == .top)
    #expect([look.head, look.cell, look.group] == ["small", "small", "small"])
    #expect(look.groupTint?.percents == [10, 0, 0, 0])
    #expect(look.groupRule == .zero)
    #expect(look.groupRepeat == .plain)
  }

  @Test func `of an edition changes the house's key by key, and takes tints away`() throws {
    let house = try #require(
      read("styles: {body: {}}\ntables: {t: {rules: open, head-tint: 12%}}").value)
    let own = try #require(read("styles: {body: {}}\ntables: {t: {head-tint: 0}, u: {}}").value)
    let both = house.overlaid(with: own)
    #expect(both.tables["t"]?.rules == .open)
    #expect(both.tables["t"]?.headTint?.percents == [0, 0, 0, 0])
    #expect(both.tables["u"] != nil)
    #expect(both.nearestTable(to: "tt") != nil)
  }

  @Test func `whose type is not there stops the edition`() throws {
    let sheet = try #require(read("styles: {body: {}}\ntables: {t: {cell: bodi}}").value)
    #expect(sheet.faults().map(\.code) == [.styleBaseMissing])
  }

  @Test(arguments: ["rules: two", "heads: sideways", "outer: thick", "lines: 3"])
  func `is refused when it cannot be`(key: String) {
    #expect(read("styles: {body: {}}\ntables: {t: {\(key)}}").diagnostics.count == 1)
  }
}
