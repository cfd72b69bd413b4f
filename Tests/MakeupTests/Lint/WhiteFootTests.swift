import Diagnostics
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The foot of a story` {
  private func found(_ lines: Int) -> [LintFinding] {
    LintTrial(
      [LintTrial.story("a", characters: 330)], on: [[LintTrial.frame("a", 1...3, 1...lines)]]
    ).found(.whiteFoot)
  }

  @Test func `is told where more than five lines stay white`() {
    let white = found(20)
    #expect(white.count == 1)
    #expect(found(14).isEmpty)
  }
}
