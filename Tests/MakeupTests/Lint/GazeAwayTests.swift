import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Whoever is seen in a picture` {
  private func found(
    _ gaze: PictureGaze?, anchor: PictureAnchor, story columns: ClosedRange<Int> = 1...6
  ) -> [LintFinding] {
    var story = LintTrial.story("a")
    var picture = Picture(
      path: Located("a.jpg", at: TestPage.place),
      file: PictureFile(path: "a.jpg", kind: .jpeg, width: 1200, height: 1600),
      caption: "江上", columns: 1, anchor: anchor)
    picture.gaze = gaze
    story.photos = [picture]
    return LintTrial([story], on: [[LintTrial.frame("a", columns, 1...60)]]).found(.gazeAway)
  }

  @Test func `does not look out of the page`() throws {
    let finding = try #require(found(.right, anchor: .topRight).first)
    #expect(finding.message.sentence(.zh).contains("版外"))
    #expect(finding.rects.count == 1)
    #expect(found(.left, anchor: .topRight).isEmpty)
    #expect(found(.left, anchor: .topLeft).count == 1)
    #expect(found(nil, anchor: .topLeft).isEmpty)
  }

  @Test func `looks at the text of its story`() throws {
    let finding = try #require(found(.right, anchor: .topRight, story: 1...3).first)
    #expect(finding.message.sentence(.zh).contains("正文"))
    #expect(found(.left, anchor: .topRight, story: 1...3).isEmpty)
    #expect(found(.right, anchor: .top, story: 2...4).isEmpty, "text on both sides")
  }
}
