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

  /// An interview: each question is a paragraph in bold, each answer one of six lines.
  @Test func `is not grey where questions in bold part it, though they fill their paragraphs`() {
    func found(_ kind: Inline.Kind) -> Int {
      var story = TestPage.story(
        "a",
        paragraphs: (1...40).flatMap { [TestPage.text(9, seed: $0), TestPage.text(60, seed: $0)] })
      for index in story.blocks.indices where index.isMultiple(of: 2) {
        story.blocks[index].inlines = story.blocks[index].inlines.map {
          Inline($0.text, kind: kind, place: TestPage.place)
        }
      }
      return LintTrial([story], on: [[LintTrial.frame("a", 1...3, 1...40)]]).found(.greyText).count
    }
    #expect(found(.bold) == 0)
    #expect(found(.plain) > 0)
  }

  @Test func `is grey in two columns as wide as three, from half as many lines more`() {
    func found(_ lines: Int) -> Int {
      var frame = LintTrial.frame("a", 1...3, 1...lines)
      frame.bodyColumns = 2
      return LintTrial([LintTrial.story("a", characters: 4_000)], on: [[frame]]).found(.greyText)
        .count
    }
    #expect(found(40) == 1)
    #expect(found(28) == 0)
  }

  @Test func `is lightened by its head, where four lines do not count`() throws {
    func found(_ lines: Int) -> [LintFinding] {
      let frame = LintTrial.frame("a", 1...3, 1...lines + 4, head: 4)
      return LintTrial([LintTrial.story("a", title: "两岸通了")], on: [[frame]]).found(.greyText)
    }
    #expect(found(24).isEmpty)
    let grey = try #require(found(25).first)
    #expect(grey.message.sentence(.en).contains("3 columns of 21 lines"))
    let fifth = TestPage.grid.rect(columns: 1...1, lines: 9...9)
    #expect(grey.rects.allSatisfy { $0.y == fifth.y })
  }

  @Test func `is lightened above and below a 小标题`() {
    func found(_ lines: ClosedRange<Int>) -> [LintFinding] {
      var trial = LintTrial(
        [LintTrial.story("a")], on: [[LintTrial.frame("a", 1...3, 1...60)]])
      trial.change("a") { made in
        for leg in made.legs.indices {
          for row in made.legs[leg].rows.indices where !lines.contains(row) {
            made.legs[leg].rows[row].kind = .subhead
          }
        }
      }
      return trial.found(.greyText)
    }
    #expect(found(10...37).isEmpty)
    #expect(found(10...38).count == 1)
  }

  @Test func `is not grey where paragraphs begin with bold words`() {
    func found(bold: Bool) -> [LintFinding] {
      var story = TestPage.story("a", paragraphs: (1...20).map { TestPage.text(90, seed: $0) })
      for index in story.blocks.indices where bold {
        story.blocks[index].inlines.insert(
          Inline("江上新桥　", kind: .bold, place: TestPage.place), at: 0)
      }
      return LintTrial([story], on: [[LintTrial.frame("a", 1...3, 1...40)]]).found(.greyText)
    }
    #expect(found(bold: false).count == 1)
    #expect(found(bold: true).isEmpty)
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
