import Diagnostics
import Schema
import Testing

@testable import PageDesign

@Suite struct `What the paper itself says` {
  private func read(_ yaml: String) throws -> Diagnosed<StyleSheet?> {
    let source = try #require(SourceText.decode(Array(yaml.utf8), file: "styles.yaml").value)
    return readStyles(source)
  }

  @Test func `is usual in its language, every word of it`() {
    for language in ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko"] {
      let words = PaperWords(usualIn: language)
      for word in PaperWord.allCases {
        let values = Dictionary(uniqueKeysWithValues: word.names.known.map { ($0, "7") })
        let said = words.said(word, values)
        #expect(!said.isEmpty && !said.contains("{"), "\(language) \(word)")
        #expect(said.contains("7") == !word.names.asked.isEmpty)
      }
    }
    #expect(PaperWords(usualIn: "ja").said(.jump, ["page": "2"]) == "2面に続く")
    #expect(PaperWords(usualIn: "ko").said(.jumpBack, ["page": "1"]) == "1면에서 계속")
  }

  @Test func `is the sheet's own where it says so, in that language alone`() throws {
    let house = try #require(
      read("styles: {}\nwords: {zh-Hans: {jump: '紧接第{page}版', index: 目录}}").value)
    let own = try #require(read("styles: {}\nwords: {zh-Hans: {index: 本期目录}}").value)
    let sheet = house.overlaid(with: own)
    let words = sheet.words(in: "zh-Hans")
    #expect(words.said(.jump, ["page": "{page}"]) == "紧接第{page}版")
    #expect(words.said(.index) == "本期目录" && words.said(.jumpBack, ["page": "1"]) == "上接1版")
    #expect(sheet.words(in: "zh-Hant-HK").said(.index) == "今日目錄")
  }

  @Test(arguments: [
    ("jump: 下转", 2), ("jump: '下转{page}版{x}'", 2), ("index: '目录{page}'", 2), ("date: '{year}年'", 2),
    ("jump: '下转{page'", 2),
  ])
  func `must have what is put in and no more`(word: String, line: Int) throws {
    let read = try read("styles: {}\nwords: {zh-Hans: {\(word)}}")
    let fault = try #require(read.diagnostics.first)
    #expect(read.value == nil && fault.code == .wrongType && fault.place.line == line)
  }
}
