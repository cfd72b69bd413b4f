import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

/// What «报纸期刊质量管理规定» asks for: the name, what stands on page one, the folios.
@Suite struct `The form of a paper` {
  private static let whole: [MastheadText.Entry] = [
    .init(key: "publisher", value: "试刊社出版"), .init(key: "registration", value: "CN 00-0000"),
    .init(key: "price", value: "零售每份1元"), .init(key: "phone", value: "电话 0000"),
  ]

  private func trial(
    _ entries: [MastheadText.Entry] = whole, issue: String? = "1", masthead lines: Int? = 10,
    folio: Bool = true, language: String = "zh-Hans"
  ) -> LintTrial {
    let top = lines.map { [LintTrial.frame("masthead", 1...4, 1...$0, kind: .masthead)] } ?? []
    let head = folio ? [LintTrial.frame("folio", 1...6, 1...3, kind: .folio)] : []
    return LintTrial(
      [LintTrial.story("a", title: "通车", characters: 300), LintTrial.story("b", page: "2")],
      on: [
        top + [LintTrial.frame("a", 1...6, 12...40, head: 12)],
        head + [LintTrial.frame("b", 1...6, 5...40)],
      ]
    ) { edition in
      (edition.masthead.entries, edition.issue, edition.language) = (entries, issue, language)
    }
  }

  @Test func `is whole with everything in its place`() {
    let trial = trial()
    #expect(trial.found(.formMissing).isEmpty && trial.found(.folioMissing).isEmpty)
    #expect(trial.found(.nameNotLargest).isEmpty)
  }

  @Test func `lacks each thing once, with the key to fill`() {
    let missing = trial(Array(Self.whole.dropFirst(2)), issue: nil).found(.formMissing)
    #expect(
      missing.map { $0.message.help(.en).contains("masthead.registration") } == [
        false, true, false,
      ])
    #expect(missing.first?.message.sentence(.zh).contains("总期号") == true)
  }

  @Test func `asks for a folio on inside pages`() {
    #expect(trial(folio: false).found(.folioMissing).map(\.page) == ["2"])
  }

  @Test func `is not asked of a trial without a masthead, nor abroad`() {
    let bare = trial([], issue: nil, masthead: nil, folio: false)
    #expect(bare.found(.formMissing).isEmpty && bare.found(.folioMissing).isEmpty)
    let abroad = trial([], issue: nil, folio: false, language: "zh-Hant-TW")
    #expect(abroad.found(.formMissing).isEmpty && abroad.found(.folioMissing).isEmpty)
  }

  @Test func `wants the name larger than all other text`() {
    #expect(trial(masthead: 4).found(.nameNotLargest).map(\.frames) == [["a", "masthead"]])
  }
}
