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

  @Test func `lacks what is not there, in one finding with the keys to fill`() {
    let missing = LintTrial.paper(Array(LintTrial.wholeMasthead.dropFirst(2)), issue: nil).found(
      .formMissing)
    #expect(missing.count == 1)
    #expect(missing.first?.message.help(.en).contains("masthead.registration") == true)
    #expect(missing.first?.message.sentence(.zh).contains("总期号、") == true)
  }

  @Test
  func
    `asks who makes and distributes the paper, which may stand elsewhere`()
  {
    let whole = LintTrial.paper()
    #expect(whole.found(.answerableMissing).isEmpty)
    let asked = [
      ("supervisor", "主管"), ("organizer", "主办"), ("printer", "印刷"), ("distribution", "发行"),
    ]
    for (key, word) in asked {
      let trial = LintTrial.paper(LintTrial.wholeMasthead.filter { $0.key != key })
      let missing = trial.found(.answerableMissing)
      #expect(trial.found(.formMissing).isEmpty)
      #expect(missing.count == 1 && missing.first?.message.sentence(.zh).contains(word) == true)
      #expect(missing.first?.message.help(.en).contains("masthead.\(key)") == true)
    }
    // The CN number is called 出版物号 and says nothing of the publisher.
    let entries = LintTrial.wholeMasthead.filter {
      !["publisher", "registration"].contains($0.key)
    }
    let numbered = entries + [.init(key: "registration", value: "国内统一连续出版物号 CN 00-0000")]
    #expect(LintTrial.paper(numbered).found(.formMissing).count == 1)
  }

  @Test(arguments: [
    ("registration", "国内统一连续出版物号"), ("price", "零售价"), ("publisher", "欢迎投稿"), ("phone", "电话"),
  ])
  func `takes no line for what it only announces`(key: String, value: String) {
    let entries = LintTrial.wholeMasthead.map { $0.key == key ? .init(key: key, value: value) : $0 }
    let missing = LintTrial.paper(entries).found(.formMissing)
    #expect(missing.first?.message.help(.en).contains("masthead.\(key)") == true)
  }

  @Test func `takes no body and no number for another`() {
    var entries = LintTrial.wholeMasthead.filter { !["publisher", "phone"].contains($0.key) }
    entries += [
      .init(key: "supervisor", value: "新闻出版局主管"), .init(key: "distribution", value: "发行热线 0000"),
    ]
    let missing = LintTrial.paper(entries).found(.formMissing).first
    #expect(missing?.message.help(.en).contains("masthead.publisher") == true)
    #expect(missing?.message.help(.en).contains("masthead.phone") == true)
  }

  @Test func `asks no number of the strip between two pages`() {
    var trial = LintTrial.paper(folio: false)
    #expect(trial.found(.folioMissing).count == 1)
    trial.edition.pages[1].side = .fold
    #expect(trial.found(.folioMissing).isEmpty)
  }

  @Test func `is not asked of a trial without a masthead, nor abroad`() {
    let bare = LintTrial.paper([], issue: nil, masthead: nil, folio: false)
    #expect(bare.found(.formMissing).isEmpty && bare.found(.folioMissing).isEmpty)
    let abroad = LintTrial.paper([], issue: nil, folio: false, language: "zh-Hant-TW")
    #expect(abroad.found(.formMissing).isEmpty && abroad.found(.folioMissing).isEmpty)
  }
}
