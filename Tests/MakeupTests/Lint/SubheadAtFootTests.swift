import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A 小标题` {
  private let frames = [[LintTrial.frame("a", 1...3, 1...20)]]

  @Test func `does not end a column`() {
    var trial = LintTrial([LintTrial.story("a")], on: frames)
    #expect(trial.found(.subheadAtFoot).isEmpty)
    trial.change("a") { frame in
      let last = frame.legs[0].rows.count - 1
      frame.legs[0].rows[last].kind = .subhead
    }
    #expect(trial.found(.subheadAtFoot).map(\.frames) == [["a"]])
  }
}
