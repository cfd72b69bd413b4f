import CJKRules
import Diagnostics
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

/// FG8: readings stand in the line gap and never change the pitch.
@Suite struct `Readings in a story` {
  private func story(_ inlines: [Inline]) -> Story {
    var story = TestPage.story("lead", paragraphs: ["江上有一座桥。"])
    story.blocks.append(Block(.paragraph, inlines: inlines, place: TestPage.place))
    return story
  }

  private func ruby(
    _ manner: RubyReading.Manner, _ part: String, around: Inline.Kind = .plain, column: Int = 1
  ) -> Inline {
    Inline(
      "汊", kind: .ruby(RubyReading(manner, [part])), around: around,
      place: SourcePlace(file: "a.md", line: 2, column: column))
  }

  private func faults(
    _ inlines: [Inline], pitch: Length, _ mode: WritingMode = .horizontal,
    _ language: Language = .zhHans
  ) -> [Diagnostic] {
    var style = TestPage.types().style("body").sized(.points(10)).mode(mode)
    style.paragraph.language = language
    return rubyFaults(of: story(inlines), in: style, pitch: pitch)
  }

  @Test func `are warned of once where the line gap is under half an em`() {
    let inlines = [ruby(.group, "かん"), ruby(.group, "かん", column: 9)]
    let found = faults(inlines, pitch: .points(14))
    #expect(found.map(\.code) == [.rubyLineGap])
    #expect(found[0].place.column == 1 && found[0].values.map(\.text) == ["0.40", "0.50"])
    #expect(faults(inlines, pitch: .points(15)).isEmpty)
  }

  @Test func `need more with emphasis dots beyond them`() {
    let inlines = [ruby(.group, "たい", around: .emphasis)]
    #expect(faults(inlines, pitch: .points(16), .horizontal, .ja).map(\.code) == [.rubyLineGap])
    #expect(faults(inlines, pitch: .points(18), .horizontal, .ja).isEmpty)
    // Chinese horizontal lines have their dots below.
    #expect(faults(inlines, pitch: .points(16)).isEmpty)
  }

  @Test func `in zhuyin need no line gap beside a horizontal line`() {
    #expect(faults([ruby(.zhuyin, "ㄔㄚˋ")], pitch: .points(11)).isEmpty)
    let vertical = faults([ruby(.zhuyin, "ㄔㄚˋ")], pitch: .points(11), .vertical)
    #expect(vertical.map(\.code) == [.rubyLineGap])
  }

  @Test func `in pinyin are warned of once beside a vertical line`() {
    let inlines = [ruby(.pinyin, "chà"), ruby(.pinyin, "chà")]
    #expect(faults(inlines, pitch: .points(16), .vertical).map(\.code) == [.pinyinVertical])
    #expect(faults(inlines, pitch: .points(16)).isEmpty)
  }

  @Test func `are said with the story that is set`() throws {
    let made = TestPage.makeUp(
      [story([ruby(.pinyin, "chà")])], on: [[TestPage.frame("lead", columns: 1...2, lines: 1...20)]]
    )
    #expect(made.diagnostics.map(\.code) == [.rubyLineGap])
  }

  @Test func `in Latin are pinyin in Chinese and a gloss in Japanese`() {
    let word = RubyReading(.pinyin, ["Paris"])
    #expect(Reading(word, in: .zhHans).manner == .pinyin)
    #expect(Reading(word, in: .ja).manner == .group)
    #expect(Reading(RubyReading(.pinyin, ["rén", "mín"]), in: .ja).manner == .pinyin)
  }

  @Test func `follow the style's keys`() throws {
    var types = TestPage.types()
    #expect(types.style("body").paragraph.ruby == RubyStyle(overhang: .blank))
    var sheet = TestPage.sheet
    var rule = try #require(sheet.rules["body"])
    (rule.rubyAlign, rule.rubyOverhang, rule.zhuyinRoom) = ("start", "kana", "grid")
    (rule.pinyin, rule.zhuyin) = ("hei", "kai")
    sheet.rules["body"] = rule
    types = TypeCase(
      typesetter: types.typesetter, sheet: sheet, grid: types.grid, language: types.language)
    let ruby = types.style("body").paragraph.ruby
    #expect(
      ruby
        == RubyStyle(
          overhang: .kana, beginsWithBase: true, pinyin: .hei, zhuyin: .kai, keepsZhuyinRoom: true))
  }
}
