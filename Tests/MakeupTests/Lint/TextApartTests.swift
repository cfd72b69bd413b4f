import Diagnostics
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A story in several rectangles` {
  private func found(second: GridArea) -> [LintFinding] {
    var frame = LintTrial.frame("a", 1...2, 1...30)
    frame.areas.append(second)
    return LintTrial(
      [LintTrial.story("a"), LintTrial.story("b")],
      on: [[frame, LintTrial.frame("b", 3...4, 1...60)]]
    ).found(.textApart)
  }

  @Test func `is broken where another story lies between them`() {
    let apart = found(second: LintTrial.area(5...6, 1...30))
    #expect(apart.first?.frames == ["a", "b"])
  }

  @Test func `is broken where they touch at a corner alone`() {
    var frame = LintTrial.frame("a", 1...2, 1...30)
    frame.areas.append(LintTrial.area(3...4, 31...60))
    let found = LintTrial(
      [LintTrial.story("a"), LintTrial.story("b")],
      on: [[frame, LintTrial.frame("b", 1...2, 31...60)]]
    ).found(.textApart)
    #expect(found.first?.frames == ["a", "b"])
  }

  @Test func `is whole where they touch`() {
    #expect(found(second: LintTrial.area(1...2, 32...60)).isEmpty)
  }
}
