import Diagnostics
import Geometry
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

  @Test func `is grey where nothing interrupts 21 lines of three columns`() {
    #expect(found(21).count == 1)
    #expect(found(21).first?.rects.count == 3)
  }

  @Test func `is not grey with 20 lines, in two columns, or with 小标题`() {
    #expect(found(20).isEmpty)
    #expect(found(30, columns: 1...2).isEmpty)
    #expect(found(30, subheads: true).isEmpty)
  }

  @Test func `is grey in tiers as it is in columns`() throws {
    func found(_ tiers: Int, lines: Int) -> [LintFinding] {
      // 12 pt a line, 70 pt and more a tier.
      var frame = LintTrial.frame("a", 1...6, 1...40)
      (frame.mode, frame.bodyColumns) = (.vertical, tiers)
      var trial = LintTrial([LintTrial.story("a", characters: 4_000)], on: [[frame]])
      trial.change("a") { made in
        made.legs = made.legs.map { leg in
          var leg = leg
          leg.rows = Array(leg.rows.prefix(lines))
          return leg
        }
      }
      return trial.found(.greyText)
    }
    let grey = try #require(found(3, lines: 21).first)
    #expect(grey.message.sentence(.en).contains("3 tiers of 21 lines"))
    #expect(grey.rects.count == 3 && grey.rects.allSatisfy { $0.y >= .points(50) })
    #expect(Set(grey.rects.map(\.maxX)).count == 1)
    #expect(found(3, lines: 20).isEmpty)
    #expect(found(2, lines: 30).isEmpty)
  }
}
