import Diagnostics
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
}
