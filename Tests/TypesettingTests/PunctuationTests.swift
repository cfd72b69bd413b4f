import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// CLREQ 3.1.6, GB/T 15834 5.1.
@Suite struct `Punctuation width` {
  @Test func `a comma fills its frame inside a line`() throws {
    #expect(try Setting().lines("天，地", 10)[0].origins == [0, 1000, 2000])
  }

  @Test func `a stop is half wide at the line end`() throws {
    let setting = try Setting()
    #expect(setting.lines("天地玄黄。", 10)[0].width == setting.ems(4500))
  }

  @Test func `a stop keeps its frame at the line end when marks are full`() throws {
    var setting = try Setting()
    setting.style.punctuation = .fullWidth
    #expect(setting.lines("天地玄黄。", 10)[0].width == setting.ems(5000))
  }

  @Test(arguments: [
    ("天。”地", [0, 1000, 1500, 2500]),
    ("天”，地", [0, 1000, 1500, 2500]),
    ("天，“地", [0, 1000, 1500, 2500]),
    ("天《“地", [0, 1000, 1500, 2500]),
    ("天”“地", [0, 1000, 1500, 2500]),
    ("天》·《地", [0, 1000, 1586, 1500, 2500]),
  ])
  func `neighbouring marks share one blank`(text: String, origins: [Int]) throws {
    let found = try Setting().lines(text, 10)[0].origins
    #expect(found == origins)
  }

  @Test(arguments: [("天。”地", [0, 1000, 2000, 3000]), ("“天", [0, 1000])])
  func `plain marks are left as they are`(text: String, origins: [Int]) throws {
    var setting = try Setting()
    setting.style.punctuation = .plain
    #expect(setting.lines(text, 10)[0].origins == origins)
  }

  @Test func `kaiming keeps the frame of stops alone`() throws {
    var setting = try Setting()
    setting.style.punctuation = .kaiming
    #expect(
      setting.lines("天，地。玄（黄）宇", 20)[0].origins
        == [0, 1000, 1500, 2500, 3500, 4000, 5000, 6000, 6500])
  }

  @Test func `half width marks are half wide everywhere`() throws {
    var setting = try Setting()
    setting.style.punctuation = .half
    #expect(setting.lines("天，地。玄", 20)[0].origins == [0, 1000, 1500, 2500, 3000])
  }

  @Test func `an opening mark loses its blank at the line start`() throws {
    #expect(try Setting().lines("“天地”", 10)[0].origins == [-500, 500, 1500, 2500])
  }

  @Test func `an opening mark at the paragraph start has its ink at the indent`() throws {
    var setting = try Setting()
    setting.style.indent = 2000
    #expect(setting.lines("“天地”", 10)[0].origins[0] == 1500)
  }

  /// JLREQ 3.1.5 ①②③, CLREQ 3.1.6.3: where the ink stands at a paragraph's start, and at other lines'.
  @Test(arguments: [
    (Language.ja, 1000, OpeningStyle?.none, 1000, 0), (.ja, 1000, .flush, 1000, 0),
    (.ja, 1000, .full, 1500, 500), (.ja, 1000, .half, 500, 0), (.ja, 0, .half, 0, 0),
    (.zhHans, 2000, nil, 2000, 0), (.zhHans, 2000, .firstFull, 2500, 0),
    (.zhHans, 2000, .full, 2500, 500),
  ])
  func `an opening mark stands at line starts as the style says`(
    language: Language, indent: Int, opening: OpeningStyle?, first: Int, others: Int
  ) throws {
    var setting = try Setting()
    (setting.style.language, setting.style.indent) = (language, indent)
    (setting.style.opening, setting.style.punctuation) = (
      opening, language == .ja ? .fullWidth : .lineEndHalf
    )
    let lines = setting.lines("「天」地玄黄宇宙「洪荒」日月「盈昃」辰宿", 6)
    // The ink is the second half of the glyph's frame.
    #expect(lines[0].origins[0] + 500 == first)
    let opened = lines.dropFirst().filter { $0.runs[0].text[0] == "「" }
    #expect(opened.allSatisfy { $0.origins[0] + 500 == others })
    for line in lines.dropLast() { #expect(line.width == line.measure) }
  }

  @Test func `an interpunct and a short connector are half an em`() throws {
    let setting = try Setting()
    #expect(setting.lines("天·地–玄", 10)[0].width == setting.ems(4000))
  }

  @Test func `two exclamation marks share a frame, three fill two`() throws {
    let setting = try Setting()
    #expect(setting.lines("天！！地", 10)[0].origins == [0, 1000, 1500, 2000])
    #expect(setting.lines("天！！！地", 10)[0].origins == [0, 1000, 1500, 2000, 3000])
  }

  @Test func `a dash is one object of two ems`() throws {
    let setting = try Setting()
    let line = setting.lines("天——地", 10)[0]
    #expect(line.width == setting.ems(4000))
    #expect(line.runs[0].clusters.map(\.scalars) == [1, 2, 1])
  }

  @Test func `two dashes on end may part between, and never open`() throws {
    let setting = try Setting()
    let shaped = setting.shape("天————地")
    #expect(shaped.cells.map(\.width.thousandthsOfTestEm) == [1000, 2000, 2000, 1000])
    #expect(shaped.mayBreak(2))
    #expect(shaped.gap(after: 1).stretchStep == 0 && !shaped.gap(after: 1).stretchesAtLast)
    #expect(setting.shape("天…………地").mayBreak(2))
    #expect(setting.shape("天——……地").mayBreak(2))
    var japanese = setting
    japanese.style.language = .ja
    #expect(!japanese.shape("天————地").mayBreak(2))
    #expect(japanese.shape("天——……地").mayBreak(2))
  }

  @Test func `an ellipsis is two ems wherever its dots come from`() throws {
    var setting = try Setting()
    #expect(setting.lines("天……地", 10)[0].width == setting.ems(4000))
    setting.text.font = .kai
    #expect(setting.lines("天……地", 10)[0].width == setting.ems(4000))
  }

  @Test func `squeezed marks whose origins meet are one cluster`() throws {
    let run = try Setting().lines("天」「地", 10)[0].runs[0]
    #expect(run.glyphs.count == 4)
    #expect(run.clusters.map(\.scalars).reduce(0, +) == 4)
    #expect(try Setting().lines("天，“地", 10)[0].runs[0].clusters.map(\.glyphs) == [1, 1, 1, 1])
    var half = try Setting()
    half.style.punctuation = .half
    #expect(half.lines("天」「地", 10)[0].runs[0].clusters.map(\.glyphs) == [1, 2, 1])
  }
}

extension Int {
  fileprivate var thousandthsOfTestEm: Int { Length(units: self).thousandthsOfEm }
}

/// CLREQ 3.1.3, 3.2.2, 3.2.4; JLREQ 3.2.6.
@Suite struct `Han beside Latin` {
  @Test(arguments: ["天A地", "天 A 地"])
  func `is parted by a quarter em, typed or not`(text: String) throws {
    let line = try Setting().lines(text, 10)[0]
    let letter = try Setting().lines("A", 10)[0].width.thousandthsOfEm
    let clusters = Array(zip(line.runs.flatMap(\.text), line.origins)).filter { $0.0 != " " }
    #expect(clusters.map(\.1) == [0, 1250, 1500 + letter])
  }

  @Test func `is not parted at line edges or beside marks`() throws {
    let setting = try Setting()
    let letter = setting.lines("A", 10)[0].width.thousandthsOfEm
    #expect(setting.lines("，A。", 10)[0].origins == [0, 1000, 1000 + letter])
    #expect(setting.lines("A天", 10)[0].origins[0] == 0)
    #expect(setting.lines("天， A", 10)[0].origins.first == 0)
    #expect(setting.lines("天， A", 10)[0].width == setting.lines("天，A", 10)[0].width)
  }

  @Test func `is parted by what the style asks`() throws {
    var setting = try Setting()
    setting.style.hanLatinSpace = 125
    #expect(setting.lines("天A", 10)[0].origins == [0, 1125])
  }

  /// JLREQ App. B: the em is that of the Han character.
  @Test func `is parted by a part of the Han em, whichever stands first`() throws {
    let setting = try Setting()
    var large = setting.text
    large.size = Setting.em * 2
    let text = Array("天A天".unicodeScalars)
    let paragraph = StyledParagraph(
      text: text,
      spans: [
        TextSpan(range: 0..<1, style: setting.text), TextSpan(range: 1..<2, style: large),
        TextSpan(range: 2..<3, style: setting.text),
      ], style: setting.style)
    let shaped = setting.typesetter.shape(paragraph).measured()
    #expect(shaped.ledger.distance(0, 1) - shaped.cells[0].width == setting.ems(250).units)
    #expect(shaped.ledger.distance(1, 2) - shaped.cells[1].width == setting.ems(250).units)
  }

  @Test func `keeps typed spaces in the text that copies out`() throws {
    let line = try Setting().lines("天 A", 10)[0]
    #expect(line.runs.flatMap(\.text) == Array("天 A".unicodeScalars))
    #expect(line.runs.flatMap(\.clusters).map(\.scalars).reduce(0, +) == 3)
  }

  @Test func `leaves quotation marks Han unless both sides are Latin`() throws {
    let setting = try Setting()
    #expect(setting.shape("说“Hello”的").cells.map(\.kind).filter { $0 == .opener }.count == 1)
    #expect(setting.shape("it’s").cells.map(\.kind) == [.letter, .letter, .latinCloser, .letter])
  }
}
