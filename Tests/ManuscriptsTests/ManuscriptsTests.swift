import Diagnostics
import Foundation
import Schema
import Testing

@testable import Manuscripts

@Suite struct `The text of a story` {
  @Test func `is paragraphs parted by blank lines, and a newline between Han is no space`() {
    let read = blocks("第一行，\n接着第二行“引”\n——完。\n\n第二段 Latin\nword 三\n四")
    #expect(read.texts == ["第一行，接着第二行“引”——完。", "第二段 Latin word 三四"])
    #expect(read.codes.isEmpty)
  }

  @Test func `begins a paragraph at two full-width blanks`() {
    #expect(blocks("　　第一段。\n　　第二段。\n接着。").texts == ["第一段。", "第二段。接着。"])
  }

  @Test func `has subheads, quotes, items and breaks`() {
    let read = blocks("### 小标题\n> 引语一\n> 引语二\n\n- 甲\n- 乙\n  接乙\n1. 一\n2. 二\n\n---\n尾。")
    let kinds: [Block.Kind] = [
      .subhead, .quote, .item(number: nil), .item(number: nil), .item(number: 1), .item(number: 2),
      .sectionBreak, .paragraph,
    ]
    #expect(read.blocks.map(\.kind) == kinds)
    #expect(read.texts == ["小标题", "引语一引语二", "甲", "乙接乙", "一", "二", "", "尾。"])
    #expect(read.codes.isEmpty)
  }

  @Test func `does not take a year at a line's start for a list`() {
    #expect(blocks("他生于\n85. 这一年").texts == ["他生于 85. 这一年"])
  }

  @Test func `reads bold beside Chinese punctuation`() {
    let inlines = blocks("**“新线”**今天通车；**换乘更顺。**“过去”").blocks[0].inlines
    #expect(inlines.map(\.text) == ["“新线”", "今天通车；", "换乘更顺。", "“过去”"])
    #expect(inlines.map(\.kind) == [.bold, .plain, .bold, .plain])
    #expect(inlines[1].place == SourcePlace(file: "a.md", line: 1, column: 9, length: 5))
  }

  @Test func `reads emphasis, ruby and escapes`() {
    let read = blocks(#"取决于*最窄的那一段*。[漢字]{かんじ}，5*6*7，\*星\*，[1]"#)
    let inlines = read.blocks[0].inlines
    #expect(
      inlines.map(\.kind) == [
        .plain, .emphasis, .plain, .ruby(RubyReading(.group, ["かんじ"])), .plain, .plain, .plain,
      ])
    #expect(read.texts == ["取决于最窄的那一段。漢字，5*6*7，*星*，[1]"])
    #expect(read.codes.isEmpty)
  }

  @Test(arguments: [
    ("[漢]{かん}", RubyReading(.group, ["かん"])), ("[漢字]{かん|じ}", RubyReading(.jukugo, ["かん", "じ"])),
    ("[葛\u{E0100}城]{かつら|ぎ}", RubyReading(.jukugo, ["かつら", "ぎ"])),
    ("[中国]{zhōng guó}", RubyReading(.pinyin, ["zhōng", "guó"])),
    ("[你好，世界]{nǐ hǎo shì jiè}", RubyReading(.pinyin, ["nǐ", "hǎo", "shì", "jiè"])),
    ("[西安]{Xī'ān}", RubyReading(.pinyin, ["Xī'ān"])),
    ("[北京大学]{Běijīng Dàxué}", RubyReading(.pinyin, ["Běijīng Dàxué"])),
    ("[女]{nu\u{308}\u{30C}}", RubyReading(.pinyin, ["nu\u{308}\u{30C}"])),
    ("[中國]{ㄓㄨㄥ ㄍㄨㄛˊ}", RubyReading(.zhuyin, ["ㄓㄨㄥ", "ㄍㄨㄛˊ"])),
    ("[國際連合]{UN}", RubyReading(.group, ["UN"])), ("[ケイ]{k y}", RubyReading(.group, ["k y"])),
    ("[電腦]{3C 產品}", RubyReading(.group, ["3C 產品"])),
  ])
  func `takes a reading apart`(typed: String, reading: RubyReading) {
    let read = blocks(typed)
    #expect(read.blocks[0].inlines.map(\.kind) == [.ruby(reading)])
    #expect(read.codes.isEmpty)
  }

  @Test(arguments: [
    ("[漢字]{かん|じ|を}", "かんじを"), ("[中国人]{zhōng guó}", "zhōng guó"), ("[我們]{ㄨㄛˇㄇㄣ˙}", "ㄨㄛˇㄇㄣ˙"),
  ])
  func `warns of a reading whose parts do not match its base`(typed: String, whole: String) {
    let read = blocks("天\(typed)")
    #expect(read.blocks[0].inlines[1].kind == .ruby(RubyReading(.group, [whole])))
    #expect(read.diagnostics.map(\.code) == [.rubyMismatch])
    let column = (typed.unicodeScalars.split(separator: "{").first?.count ?? 0) + 3
    #expect(read.diagnostics[0].place.column == column)
  }

  @Test func `keeps what a reading's base stands in`() {
    let inlines = blocks("*[大切]{たいせつ}な*，**[汊]{chà}**").blocks[0].inlines
    #expect(inlines.map(\.around) == [.emphasis, .plain, .plain, .bold])
  }

  @Test func `warns of a mark without its partner, at its place`() {
    let read = blocks("第一段。\n\n这里**没有完。\n下一行。")
    #expect(read.codes == ["W0305"])
    #expect(read.diagnostics[0].place == SourcePlace(file: "a.md", line: 3, column: 3, length: 2))
    #expect(read.texts[1] == "这里**没有完。下一行。")
  }

  @Test(arguments: [
    ("# 大标题", "W0305"), ("看[这里](http://x)", "W0305"), ("图![a](b.png)", "W0305"), ("`码", "W0305"),
    ("| 甲 | 乙 |\n| 1 | 2 |", "W0305"), ("<script>alert(1)</script>", "W0306"),
    ("{{include x}}", "W0306"),
    (String(repeating: "> ", count: 5_000) + "x", "E0307"),
    (String(repeating: "- ", count: 5_000) + "x", "E0307"),
    ("字" + String(repeating: "\u{301}", count: 200), "W0304"),
    (String(repeating: "a", count: 20_000), "W0303"),
    (String(repeating: "[字]{z}", count: 3_000), "E0308"),
  ])
  func `says what it leaves as it stands`(_ text: String, _ code: String) {
    let read = blocks(text)
    #expect(read.codes.first == code)
    #expect(Set(read.codes) == [code])
  }

  @Test func `keeps what it does not read`() {
    #expect(blocks("# 大 <b>字</b>").texts == ["# 大 <b>字</b>"])
    #expect(blocks("1 < 2 和 {x}").codes.isEmpty)
  }

  @Test func `cuts excess combining marks`() {
    let text = blocks("a" + String(repeating: "\u{301}", count: 20) + "b").texts[0]
    #expect(text.unicodeScalars.count == 10)
  }

  @Test func `has tables of pipes`() throws {
    let read = blocks("| 名 | 数 |\n|:---|---:|\n| 甲 | 1 |\n| 乙\\|丙 |\n")
    guard case .table(let table) = try #require(read.blocks.first).kind else {
      Issue.record("no table")
      return
    }
    #expect(table.rows == [["名", "数"], ["甲", "1"], ["乙|丙", ""]])
    #expect(table.alignments == [.start, .end])
    #expect(table.headerRows == 1)
    #expect(read.codes == ["W0902"])
  }

  @Test func `begins a new line after a backslash at a line's end`() {
    #expect(blocks("天地\\\n玄黄\\  \nword\n").texts == ["天地\u{2028}玄黄\u{2028}word"])
    // Not after an escaped one, nor at the paragraph's end.
    #expect(blocks("天地\\\\\n玄黄\\\n\n宇宙").texts == ["天地\\ 玄黄\\", "宇宙"])
  }

  @Test func `keeps the lines of verse`() {
    #expect(blocks("天地\n玄黄\n\n宇宙\n", isVerse: true).texts == ["天地\u{2028}玄黄", "宇宙"])
    #expect(blocks("> 天地\n> 玄黄\n", isVerse: true).texts == ["天地玄黄"])
  }

  private func blocks(_ text: String, isVerse: Bool = false) -> ReadText {
    let source = SourceText(file: "a.md", text: text)
    var reader = MarkupReader(source: source, isVerse: isVerse)
    reader.read(
      (1...source.lineCount).map {
        ManuscriptLine(source.line($0), at: source.range(ofLine: $0).lowerBound)
      })
    return ReadText(blocks: reader.blocks, diagnostics: reader.diagnostics)
  }

  private struct ReadText {
    var blocks: [Block]
    var diagnostics: [Diagnostic]
    var texts: [String] { blocks.map(\.text) }
    var codes: [String] { diagnostics.map(\.code.name) }
  }
}

@Suite struct `A table of comma-separated values` {
  @Test func `keeps quotes, commas and line ends inside quotes, and computes nothing`() {
    let read = table("名,数\n\"甲, \"\"乙\"\"\",\"一\n二\"\n=1+1,\n")
    #expect(read.value?.rows == [["名", "数"], ["甲, \"乙\"", "一\n二"], ["=1+1", ""]])
    #expect(read.diagnostics.isEmpty)
  }

  @Test func `levels rows of different length`() {
    let read = table("a,b,c,d\n1,2,3,4\n1,2,3\n")
    #expect(read.value?.rows[2] == ["1", "2", "3", ""])
    #expect(read.diagnostics.map(\.code) == [.tableRowLength])
    #expect(read.diagnostics[0].place.line == 3)
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", 1, "E0901", 2), ("", 1, "E0905", 1), ("a\nb\nc\nd\n", 9, "E0905", 1),
    (String(repeating: "x\n", count: 501), 1, "E0903", 1),
    (String(repeating: ",", count: 40), 0, "E0903", 1),
    (String(repeating: "x", count: 2001), 0, "E0903", 1),
  ])
  func `says why there is none`(_ text: String, _ header: Int, _ code: String, _ line: Int) {
    let read = table(text, header: header)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.code.name) == [code])
    #expect(read.diagnostics[0].place.line == line)
  }

  private func table(_ text: String, header: Int = 1) -> Diagnosed<Table?> {
    var reader = CSVReader(source: SourceText(file: "t.csv", text: text))
    return reader.read(headerRows: header)
  }
}

@Suite struct `A picture's header` {
  @Test func `tells a JPEG's size and resolution`() throws {
    let facts = try PictureFacts.read(Bytes(jpeg())).get()
    #expect(facts.width == 1500 && facts.height == 1000)
    #expect(facts.ppi == 250)
  }

  @Test func `turns a JPEG as its camera was held`() throws {
    let exif: [UInt8] =
      Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]
    let facts = try PictureFacts.read(Bytes(jpeg(extra: segment(0xE1, exif)))).get()
    #expect(facts.width == 1000 && facts.height == 1500)
  }

  @Test func `tells a PDF page's trimmed size in thousandths of a point`() throws {
    let pdf = """
      %PDF-1.4
      1 0 obj << /Type /Pages /Kids [2 0 R] /MediaBox [0 0 500 500] >> endobj
      2 0 obj << /Type /Page /MediaBox [0 0 300 200] /TrimBox[10 10 226.2 127.4] >> endobj
      trailer << >>
      %%EOF
      """
    let facts = try PictureFacts.read(Bytes(Array(pdf.utf8))).get()
    #expect(facts.width == 216_200 && facts.height == 117_400)
  }

  @Test func `knows an SVG by its root, and leaves its size to its drawer`() throws {
    let svg = #"<?xml version="1.0"?><!-- a map --><svg xmlns="x" width="25.4mm" height="50.8mm">"#
    let facts = try PictureFacts.read(Bytes(Array(svg.utf8))).get()
    #expect(facts.kind == .svg && facts.width == 0)
  }

  @Test func `never reads past the end, wherever the file is cut`() {
    let whole = jpeg()
    for count in 0..<whole.count {
      let cut = PictureFacts.read(Bytes(Array(whole[..<count])))
      #expect(throws: PictureFacts.Fault.self) { try cut.get() }
    }
  }

  @Test(arguments: ["GIF89a", "%!PS-Adobe", "<html>", "plain words", ""])
  func `refuses what is no picture`(_ text: String) {
    #expect(throws: PictureFacts.Fault.self) {
      try PictureFacts.read(Bytes(Array(text.utf8))).get()
    }
  }

  @Test(
    arguments: [([0x1F, 0x8B, 8], "gzip"), ([0xFF, 0xFE, 0x3C], "UTF-16")] as [([UInt8], String)])
  func `says how a drawing is packed that is not taken so`(_ start: [UInt8], _ name: String) throws
  {
    let fault = #expect(throws: PictureFacts.Fault.self) {
      try PictureFacts.read(Bytes(start)).get()
    }
    #expect(fault?.words.zh.contains(name) == true)
  }

  private func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
  }

  private func jpeg(extra: [UInt8] = []) -> [UInt8] {
    let jfif = Array("JFIF\0".utf8) + [1, 1, 1, 0, 250, 0, 250, 0, 0]
    let size: [UInt8] = [8, 0x03, 0xE8, 0x05, 0xDC, 1, 1, 0x11, 0]
    return [0xFF, 0xD8] + segment(0xE0, jfif) + extra + segment(0xC0, size)
      + segment(0xDA, [1, 1, 0, 0, 0x3F, 0]) + [0x12, 0x34, 0xFF, 0xD9]
  }
}

@Suite struct `A manuscript` {
  @Test func `keeps lines of a listed title and the soft places of a written one`() throws {
    let story = try #require(
      try read(
        "---\nid: a\ntitle: [上行, 下行]\nkicker: 引　题\nsubtitle: 副\ntrim: [1, 2]\n---\n一。\n\n### 小\n\n二。\n"
      ).story)
    #expect(story.title == ["上行", "下行"])
    #expect(story.kicker == ["引　题"])
    #expect(story.trim == [1, 2])
    #expect(story.place(of: "title").line == 3)
  }

  @Test func `reads its sidebars with places of their own`() throws {
    let story = try #require(
      try read(
        "---\nid: a\nsidebars:\n  - title: 数说\n    body: |\n      摊位：**96**个。\n\n      二。\n---\n一。\n"
      ).story)
    let blocks = try #require(story.sidebars.first).blocks
    #expect(blocks.map(\.text) == ["摊位：96个。", "二。"])
    #expect(blocks[1].place == SourcePlace(file: "articles/a.md", line: 8, column: 7))
  }

  @Test func `is left out while it is a draft`() throws {
    #expect(try read("---\nid: a\ndraft: true\n---\n一。\n").story == nil)
  }

  @Test func `keeps its place on the page when it is broken`() throws {
    let reading = try read("---\nid: a\npage: \"1\"\nslot: lead\ntitle: 江城: 新线\n---\n一。\n")
    let story = try #require(reading.story)
    #expect(story.isPlaceholder)
    #expect([story.id, story.page, story.slot] == ["a", "1", "lead"])
    #expect(reading.diagnostics.map(\.code) == [.yamlSyntax])
  }

  @Test(arguments: [
    ("title: " + String(repeating: "长", count: 81), "E0205"), ("title: \"\"", "E0205"),
    ("trim: [9]", "W0309"), ("photos: [{file: photos/none.jpg}]", "E0701"),
    ("table: {file: tables/none.csv}", "E0112"),
    ("photos: [{file: a.jpg, anchor: topleft}]", "E0205"),
    ("photos: [{file: a.jpg, files: [{file: b.jpg}]}]", "E0205"),
    ("photos: [{caption: 江上}]", "E0205"),
    ("photos: [{file: a.jpg, width: 0}]", "E0205"),
    ("photos: [{file: a.jpg, outline: [0% 50%, 100% 50%, 50% 50%]}]", "E0205"),
    ("photos: [{file: a.jpg, outline: alpha, distance: -1}]", "E0205"),
    ("photos: [{files: [{file: a.jpg}, {file: b.jpg}], outline: alpha}]", "E0205"),
    ("photos: [{file: a.jpg, caption-at: over}]", "E0205"),
    ("photos: [{file: a.jpg, outline: [0% 0%, 100% 0%]}]", "E0205"),
    ("photos: [{file: a.jpg, outline: [0% 0%, 100% 0%, 50% 120%]}]", "E0205"),
  ])
  func `says what its keys lack`(_ line: String, _ code: String) throws {
    let reading = try read("---\nid: a\n\(line)\n---\n一。\n")
    #expect(reading.diagnostics.contains { $0.code.name == code && $0.place.line == 3 })
  }

  @Test func `is refused beyond the limit of characters`() throws {
    var limits = Limits()
    limits.articleCharacters = 1_000
    let reading = try read(
      "---\nid: a\n---\n" + String(repeating: "字", count: 1_001), limits: limits)
    #expect(reading.diagnostics.map(\.code) == [.manuscriptTooLong])
    #expect(reading.story?.isPlaceholder == true)
  }

  private func read(_ text: String, limits: Limits = Limits()) throws -> StoryReader.Reading {
    try withFolder(["articles/a.md": text]) { folder in
      StoryReader(folder: folder, limits: limits).read(FoundName(path: "articles/a.md"))
    }
  }
}

/// Writes files into a folder of their own, and takes it away afterwards.
func withFolder<Answer>(_ files: [String: String], _ body: (EditionFolder) throws -> Answer) throws
  -> Answer
{
  let folder = FileManager.default.temporaryDirectory.appending(path: "banxin-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  for (path, text) in files {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  return try body(try #require(EditionFolder(at: folder.path)))
}
