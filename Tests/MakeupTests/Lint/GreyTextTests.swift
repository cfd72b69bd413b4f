import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Text in many columns` {
  private func found(_ lines: Int, columns: ClosedRange<Int> = 1...3, subheads: Bool = false)
    -> [LintFinding]
  {
    var story = LintTrial.story("a")
    if subheads {
      let texts = (1...20).map { TestPage.text(90, seed: $0) }
      story = TestPage.story("a", paragraphs: texts)
      story.blocks = story.blocks.flatMap { block in
        [
          Block(.subhead, inlines: [Inline("江上", place: TestPage.place)], place: TestPage.place),
          block,
        ]
      }
    }
    return LintTrial([story], on: [[LintTrial.frame("a", columns, 1...lines)]]).found(.greyText)
  }

  @Test func `is grey where nothing interrupts 19 lines of three columns`() {
    #expect(found(19).count == 1)
    #expect(found(19).first?.rects.count == 3)
  }

  @Test func `is not grey with 18 lines, in two columns, or with 小标题`() {
    #expect(found(18).isEmpty)
    #expect(found(30, columns: 1...2).isEmpty)
    #expect(found(30, subheads: true).isEmpty)
  }
}
