import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

/// The mark that the law asks for, and the white round an advertisement.
@Suite struct `An advertisement on a page` {
  private func trial(label: String? = "广告", from line: Int = 22, lines: [RuleDesign] = [])
    -> LintTrial
  {
    LintTrial(
      [LintTrial.story("a")],
      on: [
        [LintTrial.frame("a", 1...6, 1...20), LintTrial.frame("ad", 1...6, line...40, kind: .ad)]
      ],
      lines: lines
    ) { edition in
      var ad = Advertisement(id: "tea", page: "1", slot: "ad", place: TestPage.place)
      ad.label = label
      edition.ads = [ad]
    }
  }

  @Test func `is marked 广告`() {
    #expect(trial(label: nil).found(.adUnmarked).map(\.message.severity) == [.error])
    #expect(trial(label: "茶").found(.adUnmarked).count == 1)
    #expect(trial(label: "公益广告").found(.adUnmarked).isEmpty)
  }

  @Test func `is marked as the law of its own country asks`() {
    var trial = trial(label: nil)
    trial.edition.language = "ja"
    #expect(trial.found(.adUnmarked).isEmpty)
  }

  @Test func `keeps from the news, by white or by a rule`() {
    #expect(trial(from: 21).found(.adNearNews).map(\.frames) == [["ad", "a"]])
    #expect(trial(from: 22).found(.adNearNews).isEmpty)
    #expect(
      trial(from: 21, lines: [LintTrial.line(.between("a", "ad"))]).found(.adNearNews).isEmpty)
  }
}
