import Diagnostics
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A paragraph that ends with its column` {
  private func found(title: String? = nil, lines: [RuleDesign] = [], closes: Bool = true)
    -> [LintFinding]
  {
    var trial = LintTrial(
      [LintTrial.story("a"), LintTrial.story("b", title: title)],
      on: [[LintTrial.frame("a", 1...3, 1...20), LintTrial.frame("b", 1...3, 22...40)]],
      lines: lines)
    trial.change("a") { frame in
      for leg in frame.legs.indices {
        let last = frame.legs[leg].rows.count - 1
        frame.legs[leg].rows[last].closes = closes && leg == 1
      }
    }
    return trial.found(.paragraphAtFoot)
  }

  @Test func `is told where another story's text stands bare below it`() {
    #expect(found().map(\.frames) == [["a", "b"]])
  }

  @Test func `is not where that story has its title there, a rule parts them, or the line runs on`()
  {
    #expect(found(title: "两岸通了").isEmpty)
    #expect(found(lines: [LintTrial.line(.above("b"))]).isEmpty)
    #expect(found(closes: false).isEmpty)
  }
}
