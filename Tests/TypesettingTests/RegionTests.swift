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

  /// JLREQ App. C, addendum: by level, very loose to very strict, whether a line may end at `|`.
  @Test(arguments: [
    ("天|〜地", "yynn"), ("天|–地", "yynn"), ("天|？地", "ynnn"), ("天|・地", "yynn"), ("天|：地", "ynnn"),
    ("天|々地", "yyyn"), ("天|ゝ地", "ynnn"), ("天|ー地", "yyyn"), ("天|ッ地", "yyyn"), ("5|％地", "yynn"),
    ("5|℃地", "ynnn"), ("￥|5地", "ynnn"), ("天…|…地", "yynn"), ("天|」地", "nnnn"), ("天|、地", "nnnn"),
    ("天|。地", "nnnn"), ("「|天地", "nnnn"), ("五|％地", "ynnn"), ("天|％地", "yyyy"),
  ])
  func `keep each class at the levels of JLREQ`(marked: String, answers: String) throws {
    let levels: [ProhibitionLevel] = [.jaVeryLoose, .jaLoose, .jaStrict, .jaVeryStrict]
    let parts = marked.split(separator: "|").map(String.init)
    for (level, answer) in zip(levels, answers) {
      var setting = try setting()
      setting.style.prohibition = level
      let shaped = setting.shape(parts.joined())
      let end = shaped.cells.firstIndex { Int($0.text) == parts[0].unicodeScalars.count }
      #expect(end.map { shaped.mayBreak($0) } ?? false == (answer == "y"), "\(level)")
    }
  }

  @Test func `take a Chinese level for JLREQ's default`() throws {
    var setting = try setting()
    setting.style.prohibition = .gb
    #expect(setting.shape("天々地").mayBreak(1) && !setting.shape("天？地").mayBreak(1))
  }

  /// JLREQ A.3; among letters it is theirs.
  @Test func `set a hyphen of their own a quarter em wide`() throws {
    let shaped = try setting().shape("天‐地a‐b")
    #expect(shaped.cells[1].width.thousandthsOfEm == 250)
    #expect(!shaped.mayBreak(1) && shaped.mayBreak(2))
    #expect(shaped.cells[4].kind == .hyphen)
    var loose = try setting()
    loose.style.prohibition = .jaLoose
    #expect(loose.shape("天‐地").mayBreak(1))
  }

  /// JLREQ 3.1.10, Table 6.
  @Test(arguments: ["￥5", "5％", "5℃"])
  func `never open a number and its sign, even where the loosest level parts them`(text: String)
    throws
  {
    var setting = try setting()
    setting.style.prohibition = .jaVeryLoose
    let gap = setting.shape(text).gap(after: 0)
    #expect(gap.stretchStep == 0 && !gap.stretchesAtLast)
  }

  /// The decimal point of upright lines; at the loosest level too, where ・ may open a line.
  @Test(arguments: ["５・５", "5・5"])
  func `part no line beside a point within a number`(text: String) throws {
    for level in [ProhibitionLevel.jaStrict, .jaVeryLoose] {
      var setting = try setting()
      setting.style.prohibition = level
      let shaped = setting.shape(text)
      #expect(!shaped.mayBreak(1) && !shaped.mayBreak(2))
      #expect(setting.shape("沖・合").mayBreak(1) == (level == .jaVeryLoose))
    }
  }

  /// JLREQ 3.1.3, 3.1.10.
  @Test(arguments: [("約二、三日", 2), ("三・一四", 1)])
  func `set a mark within a number solid, and part no line before it`(text: String, place: Int)
    throws
  {
    let shaped = try setting().shape(text)
    #expect(shaped.cells[place].width.thousandthsOfEm == 500)
    for gap in [place - 1, place] {
      #expect(
        shaped.gap(after: gap).after.natural == 0 && shaped.gap(after: gap).before.natural == 0)
      #expect(shaped.gap(after: gap).stretchStep == 0 && !shaped.gap(after: gap).stretchesAtLast)
    }
    #expect(!shaped.mayBreak(place) && shaped.mayBreak(place + 1))
    var chinese = try setting()
    chinese.style.language = .zhHans
    #expect(chinese.shape("约二、三日").gap(after: 2).after.natural == 500)
  }

  /// JLREQ 3.1.6.
  @Test func `leave an em after a sentence's question mark, but not at line ends`() throws {
    for space in [" ", "　"] {
      let setting = try setting()
      #expect(setting.lines("天？\(space)地玄", 9)[0].width == Setting.em * 5)
      let lines = setting.lines("天地玄？\(space)黄宇宙洪", 4)
      #expect(lines.map(\.width) == [Setting.em * 4, Setting.em * 4])
      #expect(lines[1].origins[0] == 0)
    }
    #expect(try setting().lines("「天？ 」地", 9)[0].width == setting().lines("「天？」地", 9)[0].width)
    #expect(try setting().lines("天？と地", 9)[0].width == Setting.em * 4)
    var chinese = try Setting()
    chinese.style.language = .zhHans
    #expect(chinese.lines("天？ 地", 9)[0].width == Setting.em * 3)
  }

  /// JLREQ 3.1.9, Table 3 note 5: both quarters go, or neither.
  @Test func `lose both blanks of a middle dot at the line's end at once`() throws {
    var setting = try setting()
    setting.style.prohibition = .jaVeryStrict
    let kept = setting.lines("天地玄・黄", 4)[0]
    #expect(kept.width == Setting.em * 4 && kept.adjustment.step == 0)
    let lost = setting.lines("天「地玄・黄宇宙洪", 5).first
    #expect(lost?.width == Setting.em * 5)
    let shaped = setting.shape("天地玄・黄")
    let fit = shaped.fit(0, 4, room: setting.ems(3500).units)
    #expect(fit?.dropsDotBlank == true && fit?.need == 0 && fit?.edgeStep == 3)
    #expect(shaped.fit(0, 4, room: setting.ems(3600).units)?.need ?? -1 > 0)
  }

  /// JLREQ 3.1.9 note.
  @Test func `keep half an em after a last stop by JIS, and none after a comma`() throws {
    var setting = try setting()
    setting.style.reduction = .jis
    #expect(setting.lines("天地。", 9)[0].width == Setting.em * 3)
    #expect(setting.lines("天地、", 9)[0].width == setting.ems(2500))
    #expect(setting.shape("天地。").fit(0, 3, room: setting.ems(2500).units) == nil)
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

extension Int {
  fileprivate var thousandthsOfEm: Int { Length(units: self).thousandthsOfEm }
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
    let line = setting.lines("대한 민국 만세 동해물과 백두", 7)[0]
    #expect(line.adjustment.step <= 1)
    let origins = line.origins
    // Hangul is as wide as its font draws it.
    #expect(origins[1] - origins[0] == setting.shape("대").naturalWidth.thousandthsOfEm)
    #expect(line.width == line.measure)
  }

  @Test func `keep words apart however far they are opened`() throws {
    let setting = try setting()
    for line in setting.lines("관련 문의는 누리집에서할수있습니다", 8).dropLast() {
      let text = line.runs.flatMap(\.text)
      let gaps = zip(line.origins, line.origins.dropFirst()).map { $1 - $0 }
      let syllables = zip(text, gaps).filter { $0.0 != " " }.map(\.1)
      guard let space = text.firstIndex(of: " "), let widest = syllables.max() else { continue }
      #expect(line.origins[space + 1] - line.origins[space - 1] > widest + 500)
    }
  }

  @Test func `take no space between Hangul and digits`() throws {
    let setting = try setting()
    #expect(setting.shape("제12회").gap(after: 0).after.natural == 0)
  }

  @Test func `set quotation marks as Latin`() throws {
    #expect(try setting().shape("“가”").cells.map(\.kind) == [.latinOpener, .hangul, .latinCloser])
  }

  @Test func `break at spaces, or between syllables where the style says`() throws {
    var setting = try setting()
    #expect(!setting.shape("가나다.").mayBreak(1) && setting.shape("가나다.").reliefCost(1) != nil)
    #expect(setting.shape("가나 다라").mayBreak(2))
    setting.style.koreanBreak = .character
    let shaped = setting.shape("가나다.")
    #expect(shaped.mayBreak(1))
    #expect(!shaped.mayBreak(3))
  }

  @Test(arguments: ["가」나", "가12회", "GDP는", "(주)가나", "가(나)다"])
  func `keep a word with its particles, numbers and brackets`(word: String) throws {
    let shaped = try setting().shape(word)
    #expect((1..<shaped.cells.count).allSatisfy { !shaped.mayBreak($0) })
  }

  @Test func `break a word where nothing else fits, and say so`() throws {
    let lines = try setting().lines("대한 동해물과백두산이마르고닳도록 만세", 5)
    #expect(lines.contains { $0.adjustment.relieved })
    #expect(lines.allSatisfy { $0.width <= $0.measure })
  }

  @Test func `open no places around marks before all others`() throws {
    let rules = try setting().shape("가").rules
    for (before, after) in [(CharacterClass.hangul, CharacterClass.opener), (.closer, .hangul)] {
      #expect(rules.gap(before, after).stretchStep == 0 && rules.gap(before, after).stretchesAtLast)
    }
    #expect(rules.gap(.hangul, .hangul).stretchStep == 3)
  }

  @Test func `open no line with an iteration mark or a long vowel`() throws {
    var setting = try setting()
    setting.style.koreanBreak = .character
    for mark in ["々", "ー", "・", "」", "。", "–"] {
      #expect(!setting.shape("가\(mark)나").mayBreak(1), "\(mark)")
    }
    #expect(!setting.shape("가「나").mayBreak(2))
  }
}
