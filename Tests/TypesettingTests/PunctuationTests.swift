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
