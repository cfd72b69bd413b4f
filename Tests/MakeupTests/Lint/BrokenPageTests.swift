import Diagnostics
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A page in two halves` {
  private func found(_ frames: [Frame]) -> [LintFinding] {
    LintTrial(frames.map { LintTrial.story($0.id) }, on: [frames]).found(.brokenPage)
  }

  @Test func `is broken by a gap from edge to edge between stories side by side`() throws {
    let broken = found([
      LintTrial.frame("a", 1...3, 1...39), LintTrial.frame("b", 4...6, 1...39),
      LintTrial.frame("c", 1...2, 41...80), LintTrial.frame("d", 3...6, 41...80),
    ])
    #expect(broken.count == 1)
    #expect(try #require(broken.first).message.sentence(.en).contains("at line 40"))
  }

  @Test func `is whole where a story reaches across, and under a lead over all columns`() {
    #expect(
      found([
        LintTrial.frame("a", 1...3, 1...50), LintTrial.frame("b", 4...6, 1...39),
        LintTrial.frame("c", 1...3, 52...80), LintTrial.frame("d", 4...6, 41...80),
      ]).isEmpty)
    #expect(
      found([
        LintTrial.frame("a", 1...6, 1...39), LintTrial.frame("c", 1...3, 41...80),
        LintTrial.frame("d", 4...6, 41...80),
      ]).isEmpty)
  }

  @Test
  func `is broken where one side ends a line lower, and beside an advertisement down the edge`() {
    #expect(
      found([
        LintTrial.frame("a", 1...3, 1...39), LintTrial.frame("b", 4...6, 1...40),
        LintTrial.frame("c", 1...3, 41...80), LintTrial.frame("d", 4...6, 42...80),
      ]).count == 1)
    #expect(
      found([
        LintTrial.frame("a", 1...3, 1...39), LintTrial.frame("b", 4...5, 1...39),
        LintTrial.frame("c", 1...3, 41...80), LintTrial.frame("d", 4...5, 41...80),
        LintTrial.frame("tower", 6...6, 1...80, kind: .ad),
      ]).count == 1)
  }

  @Test func `is whole where an advertisement stands across the gap in the news`() {
    #expect(
      found([
        LintTrial.frame("a", 1...2, 1...39), LintTrial.frame("b", 5...6, 1...39),
        LintTrial.frame("c", 1...2, 41...80), LintTrial.frame("d", 5...6, 41...80),
        LintTrial.frame("ad", 3...4, 1...80, kind: .ad),
      ]).isEmpty)
  }

  @Test func `is whole where the gap is near its head or foot`() {
    #expect(
      found([
        LintTrial.frame("a", 1...3, 1...15), LintTrial.frame("b", 4...6, 1...15),
        LintTrial.frame("c", 1...3, 17...80), LintTrial.frame("d", 4...6, 17...80),
      ]).isEmpty)
  }
}
