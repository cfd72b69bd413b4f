import Diagnostics
import Geometry
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A gap down the page` {
  private func found(_ frames: [Frame]) -> [LintFinding] {
    LintTrial(frames.map { LintTrial.story($0.id) }, on: [frames]).found(.runningGutter)
  }

  @Test func `is told where stories on both sides leave it open over most of the news`() throws {
    let gap = try #require(
      found([
        LintTrial.frame("a", 1...3, 1...30), LintTrial.frame("b", 4...6, 1...50),
        LintTrial.frame("c", 1...3, 32...80), LintTrial.frame("d", 4...6, 52...80),
      ]).first)
    #expect(gap.message.sentence(.en).contains("right of column 3 runs down 100 %"))
  }

  @Test func `is none where a story reaches across it, or one story stands at its side`() {
    #expect(
      found([
        LintTrial.frame("a", 1...3, 1...30), LintTrial.frame("b", 4...6, 1...30),
        LintTrial.frame("c", 1...6, 32...60), LintTrial.frame("d", 1...3, 62...80),
      ]).isEmpty)
    #expect(
      found([
        LintTrial.frame("a", 1...4, 1...30), LintTrial.frame("c", 1...4, 32...80),
        LintTrial.frame("b", 5...6, 1...80),
      ]).isEmpty)
  }

  @Test func `is meant where lines are drawn in it, or boxes border it`() {
    var frames = [
      LintTrial.frame("a", 1...3, 1...30), LintTrial.frame("b", 4...6, 1...50),
      LintTrial.frame("c", 1...3, 32...80), LintTrial.frame("d", 4...6, 52...80),
    ]
    let lines = [("a", "b"), ("c", "b")].map {
      RuleDesign(
        position: .between($0.0, $0.1), weight: .points(0.3), place: TestPage.place)
    }
    let stories = frames.map { LintTrial.story($0.id) }
    #expect(LintTrial(stories, on: [frames], lines: lines).found(.runningGutter).isEmpty)
    frames[2].box = BoxDesign(rule: .points(0.5))
    #expect(found(frames).isEmpty)
  }
}
