import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// CLREQ 3.1.4; each text is broken at 4 or 5 characters and would open or end a line with the mark.
@Suite struct `A prohibition` {
  @Test(arguments: ["，", "。", "、", "；", "：", "！", "？", "”", "》", "）", "·", "～", "／"])
  func `keeps closing and pausing marks from opening a line`(mark: String) throws {
    let lines = try Setting().broken("天地玄黄宇\(mark)宙洪荒日月盈昃", 5)
    #expect(!lines.contains { $0.hasPrefix(mark) })
  }

  @Test(arguments: ["“", "《", "（", "「", "【"])
  func `keeps opening marks from ending a line`(mark: String) throws {
    let lines = try Setting().broken("天地玄黄\(mark)宇宙洪荒日月盈昃", 5)
    #expect(!lines.contains { $0.hasSuffix(mark) })
  }

  @Test func `none lets a stop open a line`() throws {
    var setting = try Setting()
    setting.style.prohibition = .none
    setting.style.punctuation = .plain
    #expect(setting.broken("天地玄黄宇。宙洪荒日", 5) == ["天地玄黄宇", "。宙洪荒日"])
  }

  @Test func `a solidus may end a line at basic, not at gb`() throws {
    func endsWithSolidus(_ level: ProhibitionLevel) throws -> Bool {
      var setting = try Setting()
      setting.style.prohibition = level
      return setting.shape("天／地").mayBreak(2)
    }
    #expect(try endsWithSolidus(.basic))
    #expect(try !endsWithSolidus(.gb))
  }

  @Test func `a dash may open a line at gb, not at strict`() throws {
    func opens(_ level: ProhibitionLevel) throws -> Bool {
      var setting = try Setting()
      setting.style.prohibition = level
      return setting.shape("天——地").mayBreak(1)
    }
    #expect(try opens(.gb))
    #expect(try !opens(.strict))
  }

  /// CLREQ 3.1.4.
  @Test func `is relieved among three marks rather than to tear a line open`() throws {
    let among = try Setting().shape("天地玄黄。』」宇宙")
    #expect(among.standsAmongMarks(6) && !among.standsAmongMarks(4) && !among.standsAmongMarks(7))
    let shaped = try Setting().shape("天地。」玄")
    #expect(!shaped.standsAmongMarks(3))
    // Two marks: the line is torn open.
    let torn = try Setting().lines("天地ABCDEFG。」玄黄宇宙", 4)
    #expect(
      torn.contains { $0.adjustment.hanExtra > 500 } || torn.contains { $0.adjustment.relieved })
  }

  @Test func `is relieved where no line can keep it, and says so`() throws {
    let lines = try Setting().lines("“““““““““““天地玄黄", 4)
    #expect(lines.contains { $0.adjustment.relieved })
    #expect(lines.allSatisfy { $0.width <= $0.measure })
  }
}

/// CLREQ 3.1.5, JLREQ 3.1.10.
@Suite struct `Unbreakable sequences` {
  @Test(arguments: [
    "1234", "12.5", "1,234", "85%", "12℃", "￥25", "$25", "A4", "word", "——", "……", "！！", "№5",
    "１２", "it’s", "３．５", "1，000", "12 %",
  ])
  func `stay on one line`(sequence: String) throws {
    let setting = try Setting()
    for lead in 1...5 {
      let text = String(repeating: "天", count: lead) + sequence + "地玄黄宇宙洪荒"
      #expect(setting.broken(text, 5).contains { $0.contains(sequence) })
    }
  }

  @Test func `a number may part from a list of numbers`() throws {
    #expect(try Setting().shape("1、2").mayBreak(2))
  }

  @Test func `a Latin phrase breaks at its spaces`() throws {
    #expect(try Setting().broken("good morning", 5) == ["good ", "morning"])
  }

  @Test func `a word breaks after its hyphen`() throws {
    #expect(try Setting().shape("on-line").mayBreak(3))
    #expect(try !Setting().shape("10-20").mayBreak(3))
  }

  @Test func `a word wider than the line is broken by force`() throws {
    let lines = try Setting().lines("天Donaudampfschifffahrt地", 4)
    #expect(lines.allSatisfy { $0.width <= $0.measure })
    #expect(lines.contains { $0.adjustment.relieved })
  }
}

/// What a caller joins.
@Suite struct `Characters joined` {
  @Test func `stay on one line`() throws {
    let setting = try Setting()
    let shaped = setting.shape("天地玄黄宇宙洪荒日月盈昃")
    func broken(_ paragraph: ShapedParagraph) -> [Range<Int>] {
      setting.typesetter.breakLines(paragraph, measures: { _ in Setting.em * 4 }).map(\.text)
    }
    #expect(broken(shaped) == [0..<4, 4..<8, 8..<12])
    let joined = broken(shaped.joined(at: 4))
    #expect(!joined.contains { $0.lowerBound == 4 })
    #expect(joined.first?.lowerBound == 0 && joined.last?.upperBound == 12)
    #expect(broken(shaped.joined(at: 99)) == broken(shaped))
  }
}

/// CLREQ 3.4.4.
@Suite struct `A last line` {
  /// Pulled in where its marks give enough, else with one character of the line before, which opens.
  @Test func `is pulled in, or else joined by a character of the line before`() throws {
    #expect(try Setting().broken("天，地，玄黄宇", 6) == ["天，地，玄黄宇"])
    let lines = try Setting().lines("天地玄黄宇宙洪荒日月盈", 10)
    #expect(lines.map(\.text) == [0..<9, 9..<11])
    #expect(lines[0].adjustment.step == 3)
  }

  @Test func `has two characters at least`() throws {
    let lines = try Setting().broken("天地玄黄宇宙洪荒日月盈。", 5)
    #expect(lines.last == "月盈。")
  }

  @Test func `of a part swallows an ideographic space`() throws {
    let lines = try Setting().lines("天地玄黄　宇宙洪荒", 4)
    #expect(lines.map(\.text) == [0..<5, 5..<9])
    #expect(lines[0].width == lines[0].measure)
    #expect(lines[0].origins == [0, 1000, 2000, 3000, 4000])
  }

  @Test func `is not stretched`() throws {
    let lines = try Setting().lines("天地玄黄宇宙洪", 5)
    #expect(lines[1].width == Setting.em * 2)
  }

  @Test func `is pulled in by squeezing its commas`() throws {
    #expect(try Setting().broken("天，地，玄，黄宇", 7) == ["天，地，玄，黄宇"])
  }
}

/// CLREQ 3.1.7, JLREQ 3.8.2.
@Suite struct `Hanging marks` {
  @Test func `hang where they would open the next line and cannot be taken in`() throws {
    var setting = try Setting()
    setting.style.hanging = .allow
    let lines = setting.lines("天地玄黄宇，宙洪荒日", 5)
    #expect(lines[0].text == 0..<6)
    #expect(lines[0].origins == [0, 1000, 2000, 3000, 4000, 5000])
    #expect(lines[0].width == setting.ems(5500))
  }

  @Test func `do not hang where the style forbids it`() throws {
    let lines = try Setting().lines("天地玄黄宇，宙洪荒日", 5)
    #expect(lines.allSatisfy { $0.width <= $0.measure })
  }

  @Test func `hang wherever they end a line when forced`() throws {
    var setting = try Setting()
    setting.style.hanging = .force
    let lines = setting.lines("天地玄黄，宇宙洪荒", 4)
    #expect(lines[0].text == 0..<5)
    #expect(lines[0].width == setting.ems(4500))
  }

  @Test func `never hang beside another mark`() throws {
    var setting = try Setting()
    setting.style.hanging = .force
    let lines = setting.lines("天地玄”，宇宙洪荒", 4)
    #expect(lines.allSatisfy { $0.width <= $0.measure })
  }
}
