import CJKRules
import Geometry
import Testing

@testable import Typesetting

/// JLREQ 3.1.10 c, GB/T 15834: what belongs to a number, and what only stands beside one.
@Suite struct `What belongs to a number` {
  private func classes(_ text: String, _ language: Language = .zhHans) -> [CharacterClass] {
    CharacterTable.standard.classify(Array(text.unicodeScalars), language: language)
  }

  @Test func `has a full-width comma only before three digits`() throws {
    #expect(classes("1，280元")[1] == .wideAlphanumeric)
    #expect(classes("１，２８０")[1] == .wideAlphanumeric)
    #expect(classes("3月18，8点")[4] == .comma)
    #expect(classes("2025，100")[4] == .comma)
    #expect(classes("1，2800")[1] == .comma)
    #expect(try Setting().broken("天2026-03-18，8:00-9:00地", 8)[0] == "天2026-03-18，")
  }

  @Test func `is not parted after the colon of a time or a score`() throws {
    let setting = try Setting()
    #expect(setting.broken("天地玄黄8：30宇宙", 6)[0] == "天地玄黄")
    #expect(setting.broken("天地玄黄：30宇宙", 5)[0] == "天地玄黄：")
  }

  @Test func `keeps the sign of a ratio, half an em wide and solid`() throws {
    let setting = try Setting()
    #expect(setting.broken("天地玄黄3∶2宇宙", 5)[0] == "天地玄黄")
    let ratio = setting.line("3∶2").origins
    #expect(ratio[2] - ratio[0] == 557 + 500)
  }

  /// － is a sign before a number, and connects words and numbers elsewhere.
  @Test func `has － for its sign, solid, or for its connector`() throws {
    #expect(classes("气温－5℃")[2] == .prefix)
    #expect(classes("北京－上海")[2] == .longConnector)
    #expect(classes("2020－2026年")[4] == .longConnector)
    #expect(classes("北京－上海", .ja)[2] == .ideograph)
    let cold = try Setting().line("温－5").origins
    #expect(cold == [0, 1000, 2000])
  }

  /// JLREQ 3.1.10 c: a sign and its number are one; between two numbers ＋ is an operator.
  @Test func `has ＋ and Japan's ▲ for its signs, solid however a line is opened`() throws {
    for language in [Language.zhHans, .ja, .ko] {
      #expect(classes("比＋3.5％", language)[1] == .prefix)
      #expect(classes("3＋5", language)[1] == .ideograph)
      #expect(classes("甲＋乙", language)[1] == .ideograph)
    }
    for sign in ["▲", "△", "▼", "▽"] {
      #expect(classes(sign + "３億", .ja)[0] == .prefix)
      #expect(classes(sign + "地図", .ja)[0] == .ideograph)
    }
    #expect(classes("▲3月")[0] == .ideograph)
    var setting = try Setting()
    setting.style.language = .ja
    let text = "前年比＋3.5％、気温はまた下がる。"
    let line = try #require(setting.lines(text, 10).first)
    let (sign, digit) = (line.origins[3], line.origins[4])
    let alone = setting.line("＋3").origins
    #expect(digit - sign == alone[1] - alone[0])
    #expect(setting.broken("天地玄黄＋3.5宇宙", 5)[0] == "天地玄黄")
    #expect(setting.broken("天地玄黄▲3.5宇宙", 5)[0] == "天地玄黄")
  }

  @Test func `takes no space beside a sign of mathematics`() throws {
    let sum = try Setting().line("3≤5").origins
    let alone = try Setting().line("≤5").origins
    #expect(sum[2] - sum[1] == alone[1])
    #expect(sum[1] == 557)
  }

  @Test func `breaks rather than a row of like signs does`() throws {
    #expect(try Setting().broken("天地玄黄C++宇宙", 6)[0] == "天地玄黄")
  }

  /// A line that could only be filled by wider holes than one em is short, and costs no more than that.
  @Test func `stays whole where its line can only be short`() throws {
    let lines = try Setting().broken("2026-03-18，12.5‰", 8)
    #expect(lines == ["2026-03-18，", "12.5‰"])
  }
}
