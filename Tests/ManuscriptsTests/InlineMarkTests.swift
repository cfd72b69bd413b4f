import Diagnostics
import Schema
import Testing

@testable import Manuscripts

@Suite struct `Marks in brackets` {
  private func read(_ text: String) -> (blocks: [Block], diagnostics: [Diagnostic]) {
    let source = SourceText(file: "a.md", text: text)
    var reader = MarkupReader(source: source)
    reader.read(
      (1...source.lineCount).map {
        ManuscriptLine(source.line($0), at: source.range(ofLine: $0).lowerBound)
      })
    return (reader.blocks, reader.diagnostics)
  }

  /// The parts of the first block, each with its marks.
  private func parts(_ text: String) -> [String] {
    read(text).blocks[0].inlines.map { inline in
      ([inline.text] + inline.marks.map { ".\($0.kind.rawValue)\($0.number)" })
        .joined(separator: " ")
    }
  }

  @Test func `name, title, mourning and note are read`() {
    let text = "[屈原]{.name}作[楚辞]{.title}，[某]{.mourning}（[注]{.note}）"
    #expect(
      parts(text) == [
        "屈原 .name1", "作", "楚辞 .title2", "，", "某 .mourning3", "（", "注 .note4", "）",
      ])
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test func `two side by side stay two`() {
    #expect(parts("[屈原]{.name}[宋玉]{.name}") == ["屈原 .name1", "宋玉 .name2"])
  }

  @Test func `bold and emphasis stand inside and outside`() {
    let inside = read("[**屈**原]{.name}").blocks[0].inlines
    #expect(inside.map(\.kind) == [.bold, .plain])
    #expect(inside.map { $0.marks.map(\.number) } == [[1], [1]])
    let outside = read("*问[天]{.name}问*").blocks[0].inlines
    #expect(outside.map(\.kind) == [.emphasis, .emphasis, .emphasis])
    #expect(outside.map(\.marks.count) == [0, 1, 0])
  }

  @Test func `ruby stands inside a name, a note inside a title`() {
    let ruby = read("[[屈原]{くつげん}]{.name}").blocks[0].inlines
    #expect(ruby.map(\.kind) == [.ruby(RubyReading(.group, ["くつげん"]))])
    #expect(ruby[0].marks.map(\.kind) == [.name])
    #expect(parts("[楚辞[诗集]{.note}]{.title}") == ["楚辞 .title1", "诗集 .title1 .note2"])
  }

  @Test func `W0321 names the marks there are`() {
    let (blocks, diagnostics) = read("这[某]{.nmae}人")
    #expect(diagnostics.map(\.code) == [.attributeUnknown])
    #expect(diagnostics[0].place == SourcePlace(file: "a.md", line: 1, column: 6, length: 5))
    #expect(diagnostics[0].help(.en).contains(".name .title .mourning .note"))
    #expect(blocks[0].text == "这某人")
  }

  @Test(arguments: [
    ("[[屈原]{.name}传]{.title}", "屈原传"), ("[注*重*]{.note}", "注重"), ("[[字]{じ}]{.note}", "字"),
    ("[[某]{.name}]{.mourning}", "某"), ("> 引[屈原]{.name}语", "引屈原语"),
    ("### 小[楚辞]{.title}标题", "小楚辞标题"),
  ])
  func `W0322 says which mark has no place`(_ text: String, _ set: String) {
    let (blocks, diagnostics) = read(text)
    #expect(diagnostics.map(\.code) == [.attributeNoRoom])
    #expect(blocks[0].text == set)
  }

  @Test func `braces that follow no brackets are text, with a warning`() {
    let (blocks, diagnostics) = read("屈原{.name}，[]{.name}，[天[地]{.name}")
    #expect(diagnostics.map(\.code) == [.markUnread, .markUnread])
    #expect(blocks[0].text == "屈原{.name}，[]{.name}，[天地")
  }

  @Test func `W0323 asks for single title marks inside double ones`() {
    let nested = read("读《论《楚辞》的音韵》。").diagnostics
    #expect(nested.map(\.code) == [.titleInTitle])
    #expect(nested[0].place == SourcePlace(file: "a.md", line: 1, column: 4, length: 1))
    #expect(read("《论〈楚辞〉》《诗经》《离骚").diagnostics.isEmpty)
  }

  @Test func `brackets nested without end are text`() {
    let text = String(repeating: "[", count: 50_000)
    #expect(read(text + "字]{.name}").blocks[0].text.hasPrefix("[[["))
  }
}
