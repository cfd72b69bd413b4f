import Diagnostics
import Testing

@testable import Manuscripts

@Suite struct `A signature in a manuscript` {
  private func read(_ text: String, isVerse: Bool = false) -> MarkupReader {
    let source = SourceText(file: "a.md", text: text)
    var reader = MarkupReader(source: source, isVerse: isVerse)
    reader.read(
      (1..<source.lineCount + 1).map {
        ManuscriptLine(source.line($0), at: source.range(ofLine: $0).lowerBound)
      })
    return reader
  }

  private let far = String(repeating: "　", count: 8)

  @Test func `is a paragraph that is marked, line by line`() {
    let reader = read("特此通告。\n\n北埠市水务局\n2026年3月18日 {.signature}\n")
    #expect(reader.blocks.map(\.kind) == [.paragraph, .signature])
    #expect(reader.blocks.last?.text == "北埠市水务局\u{2028}2026年3月18日")
    #expect(reader.diagnostics.isEmpty)
  }

  @Test func `is lines that begin far in, with or without blank lines between them`() {
    for gap in ["\n", "\n\n"] {
      let reader = read("特此通告。\n\(far)北埠市水务局\(gap)\(far)　2026年3月18日\n\n又及。\n")
      #expect(reader.blocks.map(\.kind) == [.paragraph, .signature, .paragraph])
      #expect(reader.blocks[1].text == "北埠市水务局\u{2028}2026年3月18日")
    }
  }

  @Test func `is none after a bracket, nor in verse`() {
    #expect(read("[水务局]{.signature}\n").blocks.map(\.kind) == [.paragraph])
    #expect(read("\(far)白日依山尽\n", isVerse: true).blocks.map(\.kind) == [.paragraph])
  }

  @Test func `is not what one, three or five blanks begin: they are told once`() {
    let reader = read("　一格。\n\n　　　三格。\n\n　　两格。\n")
    #expect(reader.blocks.map(\.kind) == [.paragraph, .paragraph, .paragraph])
    #expect(reader.diagnostics.map(\.code) == [.blanksNotSet])
    #expect(read("　　两格。\n\n没有。\n").diagnostics.isEmpty)
  }

  @Test func `stands beside a salutation, which is marked alike`() {
    let reader = read("各位市民：{.salutation}\n\n清明将至。\n\n市民政局 {.signature}\n")
    #expect(reader.blocks.map(\.kind) == [.salutation, .paragraph, .signature])
    #expect(reader.blocks.first?.text == "各位市民：" && reader.diagnostics.isEmpty)
    #expect(read("[市民]{.salutation}\n").blocks.map(\.kind) == [.paragraph])
  }
}
