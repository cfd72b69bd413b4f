import CJKRules
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A line of Korean text` {
  private func koreanBreak(_ style: String, korean: String? = nil) -> KoreanBreak {
    var sheet = TestPage.sheet
    sheet.rules[style]?.koreanBreak = korean
    let types = TypeCase(
      typesetter: TestPage.types().typesetter, sheet: sheet, grid: TestPage.grid, language: .ko)
    return types.style(style).paragraph.koreanBreak
  }

  @Test func `parts words where it fills its column, and no others`() {
    #expect(koreanBreak("body") == .character)
    #expect(koreanBreak("caption") == .character)
    #expect(koreanBreak("title") == .word)
    #expect(koreanBreak("byline") == .word)
  }

  @Test func `does as its style says`() {
    #expect(koreanBreak("body", korean: "word") == .word)
    #expect(koreanBreak("title", korean: "character") == .character)
  }
}
