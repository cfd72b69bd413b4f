import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The depth of columns` {
  private let frames = [[LintTrial.frame("a", 1...3, 1...20)]]

  @Test func `is four lines at least, the last one of two`() {
    #expect(
      LintTrial([LintTrial.story("a", characters: 90)], on: frames).found(.shortLeg).count == 2)
    #expect(LintTrial([LintTrial.story("a", characters: 140)], on: frames).found(.shortLeg).isEmpty)
  }

  @Test func `is not asked of a poem`() {
    var story = LintTrial.story("a", characters: 60)
    story.style = Story.verseStyle
    #expect(LintTrial([story], on: frames).found(.shortLeg).isEmpty)
  }

  @Test func `is not asked of the text over a table`() {
    var story = LintTrial.story("a", characters: 90)
    story.table = Table(rows: [["日期", "水位"], ["一日", "三米"]], headerRows: 1, place: TestPage.place)
    #expect(LintTrial([story], on: frames).found(.shortLeg).isEmpty)
  }
}
