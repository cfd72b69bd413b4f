import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The foot of a story` {
  private func found(_ lines: Int, style: String? = nil) -> [LintFinding] {
    var story = LintTrial.story("a", characters: 330)
    story.style = style
    return LintTrial([story], on: [[LintTrial.frame("a", 1...3, 1...lines)]]).found(.whiteFoot)
  }

  @Test func `is told where more than five lines stay white`() {
    #expect(found(20).count == 1)
    #expect(found(14).isEmpty)
  }

  @Test func `is told in vertical text where its tiers stay empty`() {
    func found(_ characters: Int) -> [LintFinding] {
      var frame = LintTrial.frame("a", 1...3, 1...40)
      (frame.mode, frame.bodyColumns) = (.vertical, 2)
      return LintTrial([LintTrial.story("a", characters: characters)], on: [[frame]])
        .found(.whiteFoot)
    }
    #expect(found(300).count == 1)
    #expect(found(3_000).isEmpty)
  }

  @Test func `is told over a picture at the foot, and under a table`() throws {
    var story = LintTrial.story("a", characters: 330)
    var picture = Picture(
      path: Located("p.jpg", at: TestPage.place),
      file: PictureFile(path: "p.jpg", kind: .jpeg, width: 1500, height: 900))
    picture.anchor = .bottom
    story.photos = [picture]
    let trial = LintTrial([story], on: [[LintTrial.frame("a", 1...6, 1...50)]])
    let found = trial.found(.whiteFoot)
    #expect(found.count == 1)
    #expect((found.first?.rects.count ?? 0) > 1)
    var table = TestPage.story("a", paragraphs: [])
    table.table = try TestTable.quotes(3)
    let frame = LintTrial.frame("a", 1...3, 1...40)
    #expect(LintTrial([table], on: [[frame]]).found(.whiteFoot).count == 1)
  }

  /// Stories that may not be parted leave one column of three half empty.
  @Test func `is told of one column, where the others are full`() {
    var trial = LintTrial(
      [LintTrial.story("a", characters: 900)], on: [[LintTrial.frame("a", 1...3, 1...28)]])
    #expect(trial.found(.whiteFoot).isEmpty)
    trial.change("a") { frame in
      frame.legs[2].rows = Array(frame.legs[2].rows.prefix(12))
      frame.legs[2].rect.height = frame.legs[0].rect.height / 2
    }
    #expect(trial.found(.whiteFoot).count == 1)
  }

  @Test func `may be white under a poem`() {
    #expect(found(20, style: Story.verseStyle).isEmpty)
  }
}
