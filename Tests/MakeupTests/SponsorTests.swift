import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The sponsor of a column` {
  private func codes(column: String?, lines: Int?) -> [Code] {
    var story = TestPage.story("n", paragraphs: [TestPage.text(600, seed: 3)])
    (story.title, story.column, story.sponsor) = (["渡口新桥"], column, "协办：渡口银行")
    var frame = TestPage.frame("n", columns: 1...4, lines: 1...30)
    frame.headline.lines = lines
    return TestPage.makeUp([story], on: [[frame]]).diagnostics.map(\.code)
  }

  @Test func `stands at the end of its line`() {
    #expect(!codes(column: "理财", lines: nil).contains(.sponsorNowhere))
  }

  @Test func `is told of where there is none`() {
    #expect(codes(column: nil, lines: nil).contains(.sponsorNowhere))
    #expect(codes(column: "理财", lines: 3).contains(.sponsorNowhere))
  }
}
