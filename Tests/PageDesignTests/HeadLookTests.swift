import Diagnostics
import Geometry
import PageDesign
import Testing

@Suite struct `Heads in a style sheet` {
  private func read(_ text: String) -> StyleSheet? {
    readStyles(SourceText(file: "s.yaml", text: text)).value
  }

  @Test func `have ranks, found by name, by the editors' word, and by priority`() throws {
    let sheet = try #require(
      read(
        """
        styles: {big: {}, small: {}}
        ranks:
          lead: {also: 头条, level: 1, title: big, kicker: small, below: 2, space: 2行, priority: 80}
          brief: {also: 简讯, level: 5, title: small, step: 2pt, priority: 0, run-in: true}
        """))
    #expect(sheet.rank("头条")?.name == "lead")
    #expect(sheet.rank("lead")?.space == .lines(tenThousandths: 20_000))
    #expect(sheet.rank("brief")?.runsIn == true)
    #expect(sheet.rank(ofPriority: 79)?.name == "brief")
    #expect(sheet.rank(ofPriority: 80)?.name == "lead")
    #expect(sheet.rank("second") == nil)
    #expect(sheet.faults().isEmpty)
  }

  @Test func `of an edition change the house's key by key`() throws {
    let house = try #require(
      read(
        """
        styles: {a: {}, b: {}}
        ranks: {lead: {title: a, level: 1}}
        columns: {default: {look: reverse, style: a}}
        heads: {summary: {edge: rules, mark: ■}, jump: {head: title}}
        """))
    let own = try #require(
      read(
        """
        styles: {}
        ranks: {lead: {title: b}}
        columns: {今日话题: {look: box, rule: 0pt}}
        heads: {summary: {edge: box}, jump: {label: above}}
        """))
    let both = house.overlaid(with: own)
    #expect(both.rank("lead")?.title == "b" && both.rank("lead")?.level == 1)
    #expect(both.column("今日话题").look == .box && both.column("今日话题").style == "a")
    #expect(both.column("别的").look == .reverse)
    #expect(both.heads.summary.edge == .box && both.heads.summary.mark == "■")
    #expect(both.heads.jump == JumpHeadLook(extent: .title, label: .above))
  }

  @Test func `are faults where their styles are not there`() throws {
    let sheet = try #require(
      read("styles: {a: {}}\nranks: {lead: {title: none}}\ncolumns: {x: {style: no}}"))
    #expect(sheet.faults().map(\.code) == [.styleBaseMissing, .styleBaseMissing])
  }

  @Test func `take their inks from the palette`() throws {
    let sheet = try #require(
      read(
        """
        inks: {红: [0, 100, 100, 0]}
        styles: {}
        columns: {x: {ink: 红}}
        heads: {summary: {tint: 红 20%, ink: 红}}
        """)
    ).inked().value
    #expect(sheet.column("x").ink?.percents == [0, 100, 100, 0])
    #expect(sheet.heads.summary.tint?.percents == [0, 20, 20, 0])
  }
}
