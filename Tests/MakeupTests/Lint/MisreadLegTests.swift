import Diagnostics
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A column right under another` {
  private func found(columns: Int?, second: GridArea) -> [LintFinding] {
    var frame = LintTrial.frame("a", 1...3, 1...20)
    frame.areas.append(second)
    frame.bodyColumns = columns
    return LintTrial([LintTrial.story("a", characters: 900)], on: [[frame]]).found(.misreadLeg)
  }

  @Test func `is told where it is not the next one`() {
    // Three columns divided in two, and one of the page's under them.
    let finding = found(columns: 2, second: LintTrial.area(1...1, 21...40)).first
    #expect(finding?.frames == ["a"])
    #expect(finding?.rects.count == 2)
    #expect(finding?.message.sentence(.en).contains("column 1") == true)
  }

  @Test func `is told over a blank line too`() {
    #expect(found(columns: 2, second: LintTrial.area(1...1, 22...41)).count == 1)
  }

  /// As a layout's rectangles are read.
  @Test func `is well where the column goes down through both`() {
    var frame = LintTrial.frame("a", 1...1, 1...40)
    frame.areas.append(LintTrial.area(2...3, 1...20))
    let trial = LintTrial([LintTrial.story("a", characters: 900)], on: [[frame]])
    #expect(trial.found(.misreadLeg).isEmpty)
  }

  @Test func `is well where two lines are between`() {
    #expect(found(columns: 2, second: LintTrial.area(1...1, 23...42)).isEmpty)
  }
}
