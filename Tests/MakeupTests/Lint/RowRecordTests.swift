import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The rows of a column` {
  private let frames = [[LintTrial.frame("a", 1...3, 1...20)]]

  @Test func `keep which lines open and close paragraphs`() throws {
    let story = TestPage.story("a", paragraphs: (1...4).map { TestPage.text(60, seed: $0) })
    let trial = LintTrial([story], on: frames)
    let rows = trial.pages[0].frames[0].legs.flatMap(\.rows)
    #expect(rows.count { $0.opens } == 4 && rows.count { $0.closes } == 4)
    #expect(rows.first?.opens == true && rows.last?.closes == true)
    #expect(rows.allSatisfy { $0.kind == .text })
  }

  @Test func `know a 小标题 from a line`() {
    var story = TestPage.story("a", paragraphs: (1...3).map { TestPage.text(90, seed: $0) })
    story.blocks[1].kind = .subhead
    story.blocks[1].inlines[0].text = "江上的桥"
    let rows = LintTrial([story], on: frames).pages[0].frames[0].legs.flatMap(\.rows)
    #expect(rows.count { $0.kind == .subhead } == 1)
  }
}
