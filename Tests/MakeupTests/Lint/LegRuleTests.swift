import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

/// 孤行, 断头 and 小标题 at a foot.
@Suite struct `The columns of a story` {
  private let frames = [[LintTrial.frame("a", 1...3, 1...20)]]

  @Test func `keep which lines open and close paragraphs`() throws {
    let story = TestPage.story("a", paragraphs: (1...4).map { TestPage.text(60, seed: $0) })
    let trial = LintTrial([story], on: frames)
    let rows = trial.pages[0].frames[0].legs.flatMap(\.rows)
    #expect(rows.count { $0.opens } == 4 && rows.count { $0.closes } == 4)
    #expect(rows.first?.opens == true && rows.last?.closes == true)
    #expect(rows.allSatisfy { $0.kind == .text })
  }

  @Test func `do not begin with a paragraph's last line`() {
    var trial = LintTrial([LintTrial.story("a")], on: frames)
    #expect(trial.found(.strandedLine).isEmpty)
    trial.change("a") { $0.legs[1].rows[0].closes = true }
    #expect(trial.found(.strandedLine).first?.message.sentence(.en).contains("column 2") == true)
  }

  @Test func `may begin with a paragraph of one line`() {
    var trial = LintTrial([LintTrial.story("a")], on: frames)
    trial.change("a") { ($0.legs[1].rows[0].opens, $0.legs[1].rows[0].closes) = (true, true) }
    #expect(trial.found(.strandedLine).isEmpty)
  }

  @Test func `have four lines at least, the last one two`() {
    #expect(
      LintTrial([LintTrial.story("a", characters: 90)], on: frames).found(.shortLeg).count == 2)
    #expect(LintTrial([LintTrial.story("a", characters: 140)], on: frames).found(.shortLeg).isEmpty)
  }

  @Test func `do not end with a 小标题`() {
    var trial = LintTrial([LintTrial.story("a")], on: frames)
    #expect(trial.found(.subheadAtFoot).isEmpty)
    trial.change("a") { frame in
      let last = frame.legs[0].rows.count - 1
      frame.legs[0].rows[last].kind = .subhead
    }
    #expect(trial.found(.subheadAtFoot).map(\.frames) == [["a"]])
  }

  @Test func `know a 小标题 from a line`() {
    var story = TestPage.story("a", paragraphs: (1...3).map { TestPage.text(90, seed: $0) })
    story.blocks[1].kind = .subhead
    story.blocks[1].inlines[0].text = "江上的桥"
    let rows = LintTrial([story], on: frames).pages[0].frames[0].legs.flatMap(\.rows)
    #expect(rows.count { $0.kind == .subhead } == 1)
  }
}
