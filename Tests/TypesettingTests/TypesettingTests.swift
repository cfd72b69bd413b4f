import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

@Suite struct `Solid text` {
  @Test func `stands in frames of one em`() throws {
    let line = try Setting().lines("天地玄黄宇宙", 10)[0]
    #expect(line.origins == [0, 1000, 2000, 3000, 4000, 5000])
    #expect(line.width == Setting.em * 6)
  }

  @Test func `is broken where the measure is full`() throws {
    #expect(try Setting().broken("天地玄黄宇宙洪荒日月", 4) == ["天地玄黄", "宇宙洪荒", "日月"])
  }

  @Test func `has its baseline 0.38 em past the axis`() throws {
    let line = try Setting().lines("天", 10)[0]
    #expect(line.runs[0].glyphs[0].block.thousandthsOfEm == 380)
  }
}
