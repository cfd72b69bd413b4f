import Diagnostics
import Geometry
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Heads side by side` {
  private func found(
    right: String = "城里的老桥也要修一修了吗", lines: [RuleDesign] = [], set: Int = 2, apart: Int = 3
  ) -> [LintFinding] {
    var rules = `A page for print`.rules.makeUp
    rules.headGap = .characters(tenThousandths: set * 10_000)
    return LintTrial(
      [
        LintTrial.story("a", title: "江上的新桥昨天清晨通车了"),
        LintTrial.story("b", title: right),
      ],
      on: [
        [
          LintTrial.frame("a", 1...3, 1...20, head: 3),
          LintTrial.frame("b", 4...6, 1...20, head: 3),
        ]
      ],
      lines: lines, rules: rules
    ).found(.bumpedHeads) { $0.makeUp.headGap = .characters(tenThousandths: apart * 10_000) }
  }

  @Test func `are set as far apart as the house asks`() {
    #expect(found(set: 2, apart: 2).isEmpty)
    #expect(found(set: 3, apart: 3).isEmpty)
  }

  @Test func `bump where less than the gap that is asked parts their titles`() throws {
    let bumped = try #require(found().first)
    #expect(bumped.frames == ["a", "b"] && bumped.rects.count == 2)
    #expect(bumped.message.sentence(.zh).contains("字号相近"))
  }

  @Test func `do not where one is short, or a rule parts the stories`() {
    #expect(found(right: "修老桥").isEmpty)
    #expect(found(lines: [LintTrial.line(.between("a", "b"))]).isEmpty)
  }
}
