import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Page one without a masthead` {
  private func found(pages: Int = 2, says: Bool = true, masthead: Bool = false) -> [LintFinding] {
    let top = LintTrial.frame("top", 1...6, 1...3, kind: masthead ? .masthead : .folio)
    let first = [top, LintTrial.frame("a", 1...6, 5...40)]
    let second = [
      LintTrial.frame("folio", 1...6, 1...3, kind: .folio), LintTrial.frame("b", 1...6, 5...40),
    ]
    return LintTrial(
      [LintTrial.story("a"), LintTrial.story("b", page: "2")],
      on: Array([first, second].prefix(pages))
    ) { $0.masthead.entries = says ? LintTrial.wholeMasthead : [] }.found(.nameMissing)
  }

  @Test func `does not say which paper it is`() {
    let finding = found().first
    #expect(finding?.rects.count == 1)
    #expect(finding?.message.help(.en).contains("masthead") == true)
    #expect(found(pages: 1).count == 1)
  }

  @Test func `is well with one, and in an edition that has none`() {
    #expect(found(masthead: true).isEmpty)
    #expect(found(says: false).isEmpty)
  }
}
