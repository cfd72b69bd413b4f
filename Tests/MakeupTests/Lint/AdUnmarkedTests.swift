import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The word 广告` {
  @Test func `stands on every advertisement`() {
    #expect(LintTrial.advertised(label: nil).found(.adUnmarked).map(\.message.severity) == [.error])
    #expect(LintTrial.advertised(label: "茶").found(.adUnmarked).count == 1)
    #expect(LintTrial.advertised(label: "公益广告").found(.adUnmarked).isEmpty)
  }

  @Test func `is asked by the law of the mainland alone`() {
    var trial = LintTrial.advertised(label: nil)
    trial.edition.language = "ja"
    #expect(trial.found(.adUnmarked).isEmpty)
  }

  @Test func `stands over a story that somebody pays for`() throws {
    let plain = LintTrial.story("a", title: "山里通了班车", characters: 600)
    #expect(found(plain).isEmpty)
    var paid = plain
    paid.sponsor = "江汇银行"
    let finding = try #require(found(paid).first)
    #expect(finding.message.sentence(.zh) == "‘a’ 由 江汇银行 出资，没有标明“广告”")
    #expect(finding.message.severity == .error)
    paid.kicker = ["广告 · 江汇银行"]
    #expect(found(paid).isEmpty)
  }

  @Test func `is not asked of a sponsored column`() {
    var story = LintTrial.story("a", title: "山里通了班车", characters: 600)
    (story.column, story.sponsor) = ("浙里有爱", "江汇银行")
    #expect(found(story).isEmpty)
  }

  private func found(_ story: Story) -> [LintFinding] {
    LintTrial([story], on: [[LintTrial.frame("a", 1...6, 1...30, head: 4)]]).found(.adUnmarked)
  }
}
