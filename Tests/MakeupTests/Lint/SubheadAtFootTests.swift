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

  @Test func `of one of several stories has more than a line under it`() {
    var trial = LintTrial([LintTrial.story("a")], on: frames)
    trial.change("a") { frame in
      frame.gathered = ["a", "b"].map { GatheredStory(id: $0, oversetPlace: TestPage.place) }
      let last = frame.legs[0].rows.count - 1
      (frame.legs[0].rows[last].story, frame.legs[0].rows[last].opens) = (1, true)
      for row in frame.legs[1].rows.indices { frame.legs[1].rows[row].story = 1 }
    }
    #expect(trial.found(.subheadAtFoot).map(\.frames) == [["a"]])
    trial.change("a") { frame in
      for row in frame.legs[1].rows.indices { frame.legs[1].rows[row].story = 2 }
    }
    #expect(trial.found(.subheadAtFoot).isEmpty)
  }
}
