import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// JLREQ 3.1, 3.8, Tables 1, 3 and 6.
@Suite struct `Japanese lines` {
  private func setting() throws -> Setting {
    var setting = try Setting()
    setting.style.language = .ja
    setting.style.punctuation = .fullWidth
    return setting
  }

  @Test func `keep a blank after a last mark, or lose it whole`() throws {
    let kept = try setting().lines("天地、", 9)[0]
    #expect(kept.width == Setting.em * 3)
    let lines = try setting().lines("天地玄黄、宇宙洪荒", 4)
    #expect(lines.allSatisfy { $0.width <= $0.measure })
    let shrunk = try setting().lines("天「地」、", 4)[0]
    #expect(shrunk.width == Setting.em * 4)
    #expect(shrunk.adjustment.step == -2)
    #expect(shrunk.origins == [0, 1000, 2000, 3000, 3500])
  }

  @Test func `set a middle dot between two quarters`() throws {
    let line = try setting().lines("天・地", 9)[0]
    #expect(line.origins == [0, 1000, 2000])
    #expect(line.width == Setting.em * 3)
  }

  @Test func `reduce middle dots before brackets and commas`() throws {
    let line = try setting().lines("天・地、玄・黄", 6)[0]
    #expect(line.adjustment.step == -4)
    let dot = line.origins
    #expect(dot[3] - dot[2] == 1000 && dot[4] - dot[3] == 1000)
  }

  @Test func `never reduce a stop inside a line`() throws {
    #expect(try setting().shape("天。地").gap(after: 1).after.shrink == 0)
    #expect(try setting().shape("天、地").gap(after: 1).after.shrink == 500)
  }

  @Test func `never open the places inside brackets and before marks`() throws {
    let shaped = try setting().shape("（天）、地")
    #expect(shaped.gap(after: 0).stretchStep == 0 && !shaped.gap(after: 0).stretchesAtLast)
    #expect(shaped.gap(after: 1).stretchStep == 0 && !shaped.gap(after: 1).stretchesAtLast)
    #expect(shaped.gap(after: 3).stretchStep == 0 && shaped.gap(after: 3).stretchesAtLast)
  }

  @Test func `open a gap by a quarter em before the last step`() throws {
    let line = try setting().lines("天地玄「黄」宇宙", 4)[0]
    #expect(line.adjustment.hanExtra >= 0)
    #expect(line.width == line.measure)
  }

  @Test(arguments: [
    (ProhibitionLevel.jaVeryStrict, [false, false, false, false]),
    (.jaStrict, [false, true, true, true]),
    (.jaVeryLoose, [true, true, true, true]),
    (.gb, [false, true, true, true]),
  ])
  func `keep small kana and marks by level`(level: ProhibitionLevel, allowed: [Bool]) throws {
    var setting = try setting()
    setting.style.prohibition = level
    for (mark, mayOpen) in zip(["？", "ー", "ッ", "々"], allowed) {
      #expect(setting.shape("天\(mark)地").mayBreak(1) == mayOpen)
    }
    for mark in ["」", "、", "。"] { #expect(!setting.shape("天\(mark)地").mayBreak(1)) }
    #expect(!setting.shape("天「地").mayBreak(2))
  }

  @Test func `fill their measure`() throws {
    let text = "「天地」は、玄・黄である。宇宙（うちゅう）は洪荒、ＡＢＣとGDPが5.2％！日月、盈昃。"
    for measure in 5...30 {
      for line in try setting().lines(text, measure).dropLast() {
        #expect(line.width == line.measure)
      }
    }
  }
}

/// CLREQ 3.1.6.1, clreq#615.
@Suite struct `Lines of Taiwan and Hong Kong` {
  private func origins(_ text: String, _ language: Language) throws -> [Int] {
    var setting = try Setting()
    setting.style.language = language
    return setting.lines(text, 20)[0].origins
  }

  @Test(arguments: [Language.zhHantTW, .zhHantHK])
  func `leave centred marks as wide as they are`(language: Language) throws {
    #expect(try origins("天，「地」。玄", language) == [0, 1000, 2000, 3000, 4000, 5000, 6000])
    #expect(try origins("天·地", language)[2] == 2000)
    var setting = try Setting()
    setting.style.language = language
    #expect(setting.lines("天地，", 9)[0].width == Setting.em * 3)
  }

  @Test func `squeeze neighbouring brackets in Hong Kong only`() throws {
    #expect(try origins("天」「地", .zhHantHK) == [0, 1000, 1500, 2500])
    #expect(try origins("天」「地", .zhHantTW) == [0, 1000, 2000, 3000])
  }

  @Test func `hang marks in vertical lines only`() {
    func hanging(_ mode: WritingMode) -> ClassSet {
      LineRules(
        LineRulesKey(
          language: .zhHantTW, prohibition: .basic, punctuation: .fullWidth, mode: mode,
          hanLatinSpace: 250)
      ).hanging
    }
    #expect(hanging(.vertical).contains(.comma) && !hanging(.horizontal).contains(.comma))
  }
}

/// KLREQ 4.3, 4.4.
@Suite struct `Korean lines` {
  private func setting() throws -> Setting {
    var setting = try Setting()
    setting.style.language = .ko
    return setting
  }

  @Test func `open word spaces before syllables`() throws {
    let setting = try setting()
    let line = setting.lines("대한 민국 만세 동해물과 백두산이", 7)[0]
    #expect(line.adjustment.step <= 1)
    let origins = line.origins
    // Hangul is as wide as its font draws it.
    #expect(origins[1] - origins[0] == setting.shape("대").naturalWidth.thousandthsOfEm)
    #expect(line.width == line.measure)
  }

  @Test func `take no space between Hangul and digits`() throws {
    let setting = try setting()
    #expect(setting.shape("제12회").gap(after: 0).after.natural == 0)
  }

  @Test func `set quotation marks as Latin`() throws {
    #expect(try setting().shape("“가”").cells.map(\.kind) == [.latinOpener, .hangul, .latinCloser])
  }

  @Test func `may break between syllables, not before closing marks`() throws {
    let shaped = try setting().shape("가나다.")
    #expect(shaped.mayBreak(1))
    #expect(!shaped.mayBreak(3))
  }
}
