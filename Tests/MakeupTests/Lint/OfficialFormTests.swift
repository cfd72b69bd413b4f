import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The form of a paper` {
  @Test func `is whole with everything in its place`() {
    let trial = LintTrial.paper()
    #expect(trial.found(.formMissing).isEmpty && trial.found(.folioMissing).isEmpty)
    #expect(trial.found(.nameNotLargest).isEmpty)
  }

  @Test func `lacks each thing once, with the key to fill`() {
    let missing = LintTrial.paper(Array(LintTrial.wholeMasthead.dropFirst(2)), issue: nil).found(
      .formMissing)
    #expect(
      missing.map { $0.message.help(.en).contains("masthead.registration") } == [
        false, true, false,
      ])
    #expect(missing.first?.message.sentence(.zh).contains("总期号") == true)
  }

  @Test func `is not asked of a trial without a masthead, nor abroad`() {
    let bare = LintTrial.paper([], issue: nil, masthead: nil, folio: false)
    #expect(bare.found(.formMissing).isEmpty && bare.found(.folioMissing).isEmpty)
    let abroad = LintTrial.paper([], issue: nil, folio: false, language: "zh-Hant-TW")
    #expect(abroad.found(.formMissing).isEmpty && abroad.found(.folioMissing).isEmpty)
  }
}
