import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Heads side by side` {
  private func found(
    right: String = "城里的老桥也要修一修了吗", lines: [RuleDesign] = [], set: Int = 2, apart: Int = 3,
    sizes: (left: Double, right: Double)? = nil
  ) -> [LintFinding] {
    var rules = `A page for print`.rules.makeUp
    rules.headGap = .characters(tenThousandths: set * 10_000)
    var trial = LintTrial(
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
      lines: lines, rules: rules)
    if let sizes {
      trial.change("a") { $0.heads[0].size = .points(sizes.left) }
      trial.change("b") { $0.heads[0].size = .points(sizes.right) }
    }
    return trial.found(.bumpedHeads) {
      $0.makeUp.headGap = .characters(tenThousandths: apart * 10_000)
    }
  }

  @Test func `are set as far apart as the house asks`() {
    #expect(found(set: 2, apart: 2, sizes: (20, 30)).isEmpty)
    #expect(found(set: 3, apart: 3, sizes: (20, 20)).isEmpty)
  }

  @Test func `bump in one size where a blank of a title would be as wide`() throws {
    let bumped = try #require(found(set: 2, apart: 2, sizes: (40.5, 42)).first)
    #expect(bumped.message.sentence(.en).contains("at least 4.5"))
    #expect(found(set: 2, apart: 2, sizes: (40.5, 50)).isEmpty)
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

  private func bumped(subtitle: String, line: Bool = false) -> [LintFinding] {
    let stories = ["a", "b"].map { id in
      var story = LintTrial.story(id, title: "短题")
      story.subtitle = [id == "a" ? "沿江四十个站点今天起全部开放夜间候车并且换上了新的灯箱" : subtitle]
      return story
    }
    let frames = [
      LintTrial.frame("a", 1...3, 1...20, head: 4), LintTrial.frame("b", 4...6, 1...20, head: 4),
    ]
    let trial = LintTrial(
      stories, on: [frames], lines: line ? [LintTrial.line(.between("a", "b"))] : [],
      rules: rules(apart: 2))
    return trial.found(.bumpedHeads) { $0.makeUp = rules(apart: 4) }
  }

  private func rules(apart: Int) -> MakeUpRules {
    var rules = `A page for print`.rules.makeUp
    rules.headGap = .characters(tenThousandths: apart * 10_000)
    return rules
  }

  @Test func `bump with their subtitles too, where these are of one size`() throws {
    let found = try #require(bumped(subtitle: "乘客凭手机扫码就能领到一杯热豆浆老人和孩子不用排队了").first)
    #expect(found.rects.count == 2 && found.rects[0].maxX <= found.rects[1].x)
    #expect(bumped(subtitle: "一杯热豆浆").isEmpty)
    #expect(bumped(subtitle: "乘客凭手机扫码就能领到一杯热豆浆老人和孩子不用排队了", line: true).isEmpty)
  }
}
