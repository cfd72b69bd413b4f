import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `An advertisement beside news` {
  @Test func `keeps from the news, by white or by a rule`() {
    #expect(LintTrial.advertised(from: 21).found(.adNearNews).map(\.frames) == [["ad", "a"]])
    #expect(LintTrial.advertised(from: 22).found(.adNearNews).isEmpty)
    #expect(
      LintTrial.advertised(from: 21, lines: [LintTrial.line(.between("a", "ad"))]).found(
        .adNearNews
      ).isEmpty)
    #expect(
      LintTrial.advertised(from: 21, lines: [LintTrial.line(.above("ad"))]).found(.adNearNews)
        .isEmpty)
  }

  @Test func `is not near a story that it meets at a corner alone`() {
    let trial = LintTrial(
      [LintTrial.story("a"), LintTrial.story("b")],
      on: [
        [
          LintTrial.frame("a", 1...3, 1...19), LintTrial.frame("b", 4...6, 1...17),
          LintTrial.frame("ad", 4...6, 20...40, kind: .ad),
        ]
      ])
    #expect(trial.found(.adNearNews).isEmpty)
  }
}
