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
}
