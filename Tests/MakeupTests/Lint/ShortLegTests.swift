import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The depth of columns` {
  private let frames = [[LintTrial.frame("a", 1...3, 1...20)]]

  /// Where the head is deep in a low frame; with room for four lines over it and under it all is well.
  @Test func `is told of what stands over a head inside the text, and under it`() {
    func found(_ lines: Int) -> Int {
      var frame = LintTrial.frame("a", 1...6, 1...lines)
      (frame.bodyColumns, frame.headline.position, frame.headline.columns) = (3, .inside, 1)
      frame.headline.lines = 4
      var trial = LintTrial(
        [LintTrial.story("a", title: "两岸通了", characters: 3_000)], on: [[frame]])
      trial.change("a") { set in
        let head = set.panels.first { $0.items.contains(where: \.isHeadline) }?.rect ?? set.rect
        let leg = set.legs.firstIndex { $0.rect.spansColumns(of: head) } ?? 0
        if lines < 20 {
          let over = set.legs[leg].rows.filter { $0.rect.maxY <= head.y }
          set.legs[leg].rows.removeAll { row in over.dropLast(2).contains { $0.rect == row.rect } }
        }
      }
      return trial.found(.shortLeg).count
    }
    #expect(found(18) == 1)
    #expect(found(24) == 0)
  }

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
