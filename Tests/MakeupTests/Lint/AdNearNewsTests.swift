import Diagnostics
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `An advertisement beside news` {
  @Test func `keeps from the news, by white or by a rule`() {
    #expect(LintTrial.advertised(from: 21).found(.adNearNews).map(\.frames) == [["ad", "a"]])
    #expect(LintTrial.advertised(from: 22).found(.adNearNews).isEmpty)
    #expect(
      LintTrial.advertised(from: 21, lines: [LintTrial.line(.between("a", "ad"))]).found(
        .adNearNews
      ).isEmpty)
  }
}
