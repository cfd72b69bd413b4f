import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `An issue beside the ordinary ones` {
  private func found(_ special: String?, says text: String? = nil, language: String = "zh-Hans")
    -> [LintFinding]
  {
    var mark = LintTrial.frame("mark", 5...6, 1...10, kind: .text)
    mark.text = text
    let front = [
      LintTrial.frame("masthead", 1...4, 1...10, kind: .masthead), mark,
      LintTrial.frame("a", 1...6, 12...40, head: 6),
    ]
    return LintTrial([LintTrial.story("a", title: "号外")], on: [front]) {
      ($0.special, $0.language) = (special, language)
    }.found(.specialUnmarked)
  }

  @Test func `says so on page one, outside its headlines`() {
    let unmarked = found("号外")
    #expect(unmarked.map(\.frames) == [["masthead"]] && unmarked.map(\.rects.count) == [1])
    #expect(unmarked.first?.message.sentence(.zh).contains("号外") == true)
    #expect(found("号外", says: "增刊").count == 1)
  }

  @Test func `is marked by a text frame, with blanks too`() {
    #expect(found("号外", says: "号外").isEmpty)
    #expect(found("号外", says: "号　外").isEmpty)
  }

  @Test func `is asked on the mainland, and where the edition says it is one`() {
    #expect(found(nil).isEmpty)
    #expect(found("号外", language: "ja").isEmpty)
  }
}
