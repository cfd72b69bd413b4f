import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A typed jump line` {
  private func found(_ label: String?, back: String? = nil) -> [LintFinding] {
    trial(label, back: back).found(.jumpLabelWrong)
  }

  private func trial(_ label: String?, back: String? = nil) -> LintTrial {
    var story = LintTrial.story("a", title: "两岸通了", characters: 1_200)
    story.jump = JumpRequest(
      page: "2", slot: "rest", label: label, labelBack: back, place: TestPage.place)
    return LintTrial(
      [story],
      on: [
        [LintTrial.frame("a", 1...3, 1...20, head: 4)],
        [LintTrial.frame("rest", 1...6, 1...40, head: 3)],
      ]
    )
  }

  @Test func `is told to be as the house has it`() throws {
    let trial = trial("转第3版")
    var sheet = TestPage.sheet
    sheet.words["zh-Hans"] = [.jump: "转第{page}版"]
    let found = lint(
      trial.pages, of: trial.edition, rules: `A page for print`.rules,
      words: sheet.words(in: "zh-Hans"))
    let wrong = try #require(found.first { $0.code == .jumpLabelWrong })
    #expect(wrong.message.values.first { $0.name == "usual" }?.text == "转第2版")
  }

  @Test func `names the page it leads to`() {
    #expect(found("下转3版").map(\.page) == ["1"])
    #expect(found(nil, back: "上接4版").map(\.page) == ["2"])
    #expect(found("下转第三版", back: "上接十一版").map(\.page) == ["1", "2"])
  }

  @Test func `names a page at all`() {
    #expect(found("下转", back: "接前文").map(\.page) == ["1", "2"])
    #expect(found("下转中缝", back: "上接前一版").isEmpty)
  }

  @Test func `is right with the right page, or when the program writes it`() {
    #expect(found("下转2版", back: "上接1版").isEmpty)
    #expect(found(nil).isEmpty)
    #expect(found("下转02版", back: "上接第１版").isEmpty)
    #expect(found("下转第二版", back: "上接一版").isEmpty)
    #expect(found("下转下一版").isEmpty)
  }
}
