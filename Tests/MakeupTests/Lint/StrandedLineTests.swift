import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The head of a column` {
  private let frames = [[LintTrial.frame("a", 1...3, 1...20)]]

  @Test func `is not a paragraph's last line`() {
    var trial = LintTrial([LintTrial.story("a")], on: frames)
    #expect(trial.found(.strandedLine).isEmpty)
    trial.change("a") { $0.legs[1].rows[0].closes = true }
    #expect(trial.found(.strandedLine).first?.message.sentence(.en).contains("column 2") == true)
  }

  @Test func `is not the last line of one of several stories`() {
    var trial = LintTrial([LintTrial.story("a")], on: frames)
    trial.change("a") { frame in
      frame.gathered = ["a", "b"].map { GatheredStory(id: $0, oversetPlace: TestPage.place) }
      (frame.legs[1].rows[0].opens, frame.legs[1].rows[0].closes) = (true, true)
    }
    #expect(trial.found(.strandedLine).isEmpty)
    trial.change("a") { frame in
      for leg in 1..<frame.legs.count {
        for row in frame.legs[leg].rows.indices where leg > 1 || row > 0 {
          frame.legs[leg].rows[row].story = 1
        }
      }
    }
    #expect(trial.found(.strandedLine).map(\.frames) == [["a"]])
  }

  @Test func `may be a paragraph of one line`() {
    var trial = LintTrial([LintTrial.story("a")], on: frames)
    trial.change("a") { ($0.legs[1].rows[0].opens, $0.legs[1].rows[0].closes) = (true, true) }
    #expect(trial.found(.strandedLine).isEmpty)
  }
}
