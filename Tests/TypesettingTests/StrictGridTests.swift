import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// CLREQ 3.2.5.
@Suite struct `The strict grid` {
  private func setting(_ mode: WritingMode = .horizontal) throws -> Setting {
    var setting = try Setting()
    (setting.style.grid, setting.style.mode) = (.strict, mode)
    return setting
  }

  static let mixed =
    "据统计，2026年第1季度GDP增长5.2%，其中Wi-Fi设备出口（含“OpenType”字体）达1,280万台——约合US$30亿元；"
    + "international cooperation继续加深，“东、西部”差距缩小……北京·上海之间的电话、网络、数据流量增加了12.5%。"

  /// Where each Han character's square begins, in thousandths of an em.
  private func squares(_ line: Line) -> [Int] {
    var squares: [Int] = []
    for run in line.runs {
      var (glyph, scalar) = (0, 0)
      for cluster in run.clusters {
        if cluster.scalars > 0, (0x4E00...0x9FFF).contains(run.text[scalar].value) {
          squares.append(run.glyphs[glyph].inline.thousandthsOfEm)
        }
        (glyph, scalar) = (glyph + cluster.glyphs, scalar + cluster.scalars)
      }
    }
    return squares
  }

  @Test(arguments: [WritingMode.horizontal, .vertical], [9, 11, 14, 20])
  func `stands every Han character at a whole number of ems`(
    mode: WritingMode, measure: Int
  ) throws {
    let setting = try setting(mode)
    for line in setting.lines(Self.mixed, measure) {
      // Upright glyphs have their origin at the baseline of a vertical line's square.
      let origins =
        mode == .horizontal ? squares(line) : squares(line).map { $0 - squares(line)[0] }
      #expect(origins.allSatisfy { $0 % 1000 == 0 }, "\(origins)")
    }
    #expect(setting.broken(Self.mixed, measure).joined() == Self.mixed)
  }

  @Test func `pads Latin runs on both sides by half an em at most`() throws {
    for word in ["a", "GDP", "2026", "5.2%", "OpenType", "New York", "W"] {
      let lines = try setting().lines("天\(word)地", 20)
      let natural = try setting().shape(word).naturalWidth.thousandthsOfEm
      let start = lines[0].origins[1]
      let end = try #require(lines.flatMap(squares).last)
      #expect((1...500).contains(start - 1000), "\(word) begins at \(start)")
      #expect((0...500).contains(end - start - natural), "\(word) ends at \(start + natural)")
    }
  }

  @Test func `keeps every mark one em wide`() throws {
    let line = try #require(try setting().lines("天，“地”。（玄）、黄", 20).first)
    #expect(squares(line) == [0, 3000, 7000, 10000])
  }

  @Test func `hangs the first mark at a line's end, and lets later ones open a line`() throws {
    let setting = try setting()
    #expect(setting.broken("天地玄黄宇。宙洪荒日月", 5) == ["天地玄黄宇。", "宙洪荒日月"])
    #expect(setting.broken("天地玄黄宇。”宙洪荒日", 5) == ["天地玄黄宇。", "”宙洪荒日"])
    #expect(setting.broken("天地玄黄。”宇宙洪荒日", 5) == ["天地玄黄。", "”宇宙洪荒", "日"])
    #expect(setting.lines("天地玄黄宇。宙洪荒日月", 5)[0].origins.last == 5000)
  }

  @Test func `leaves a square empty rather than end a line with an opening mark`() throws {
    let lines = try setting().broken("天地玄黄“宇宙”洪荒日", 5)
    #expect(lines == ["天地玄黄", "“宇宙”洪", "荒日"])
  }

  @Test func `parts words anywhere at a line's end, and no number`() throws {
    let setting = try setting()
    let word = setting.broken("天地玄黄internationalization", 8)
    #expect(word[0].count == 4 + "internat".count || word[0].hasPrefix("天地玄黄inter"))
    #expect(setting.lines("天地玄黄internationalization", 8)[0].runs.allSatisfy { !$0.text.isEmpty })
    #expect(setting.broken("天地玄黄宇1234567890宙洪", 8)[0] == "天地玄黄宇")
  }

  @Test func `sets a number that is longer than a line over several`() throws {
    let lines = try setting().broken(String(repeating: "1234567890", count: 10), 8)
    #expect(lines.count > 3 && lines.joined().count == 100)
  }

  @Test func `keeps ordered lines and indents`() throws {
    var setting = try setting()
    setting.style.indent = 2000
    let lines = setting.lines("天地玄黄\u{2028}宇宙洪荒日月盈昃", 6)
    #expect(squares(lines[0]) == [2000, 3000, 4000, 5000])
    #expect(squares(lines[1]).first == 0)
  }
}
