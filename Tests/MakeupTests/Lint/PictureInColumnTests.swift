import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A picture in a column's middle` {
  private func found(anchor: PictureAnchor, columns: Int, wrap: PictureWrap) -> Int {
    var story = LintTrial.story("a")
    story.photos = [
      Picture(
        path: Located("a.jpg", at: TestPage.place), file: nil, caption: "江上", credit: nil,
        columns: columns, crop: .focus(x: 500, y: 500), anchor: anchor, wrap: wrap)
    ]
    return LintTrial([story], on: [[LintTrial.frame("a", 1...3, 1...60)]])
      .found(.pictureInColumn).count
  }

  @Test func `is told of`() {
    #expect(found(anchor: .center, columns: 1, wrap: .around) == 1)
  }

  @Test(arguments: [
    (PictureAnchor.topRight, 2, PictureWrap.around), (.center, 3, .fold), (.bottom, 1, .around),
  ])
  func `is none where no column goes on under it`(
    anchor: PictureAnchor, columns: Int, wrap: PictureWrap
  ) {
    #expect(found(anchor: anchor, columns: columns, wrap: wrap) == 0)
  }
}
