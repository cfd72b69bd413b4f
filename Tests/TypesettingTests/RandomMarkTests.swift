import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

@Suite struct `Random text with marks` {
  private static let han = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏")
  private static let pieces = ["，", "。", "、", "“天”", "《", "》", "（", "）", "——", "12", "word"]

  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    mutating func han(_ most: Int) -> String {
      String((0...roll(most)).map { _ in `Random text with marks`.han[roll(24)] })
    }
    mutating func words(_ most: Int) -> String {
      (0...roll(most)).map { _ in
        han(6) + `Random text with marks`.pieces[roll(`Random text with marks`.pieces.count)]
      }.joined() + han(1)
    }
  }

  private func text(_ seed: Int, _ mode: WritingMode, _ language: Language) throws -> MarkedText {
    var setting = try Setting()
    (setting.style.mode, setting.style.language) = (mode, language)
    setting.style.indent = 1000
    var text = MarkedText(setting)
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<14 {
      text.add(dice.words(1), dots: dice.roll(4) == 0)
      switch dice.roll(5) {
      case 0: text.add(dice.han(5), .name, dots: dice.roll(3) == 0)
      case 1:
        text.add(dice.han(4), .title)
        text.add(dice.han(4), .name)
      case 2: text.add(dice.han(1), .mourning)
      default: text.add(dice.words(5), .note)
      }
    }
    text.add("完毕。")
    return text
  }

  private static let settings: [(WritingMode, Language)] = [
    (.horizontal, .zhHans), (.vertical, .zhHantTW), (.vertical, .ja), (.horizontal, .ja),
  ]

  @Test(arguments: 4...40)
  func `keeps its text, its measure and its strokes`(measure: Int) throws {
    for (seed, (mode, language)) in Self.settings.enumerated() {
      let text = try text(seed * 97 + measure, mode, language)
      let shaped = text.setting.typesetter.shape(text.paragraph).measured()
      let room = Setting.em * measure
      let lines = text.setting.typesetter.breakLines(shaped, measures: { _ in room })
      #expect(lines.map(\.text.lowerBound) == [0] + lines.map(\.text.upperBound).dropLast())
      #expect(lines.last?.text.upperBound == text.count)
      #expect(String(lines.flatMap(\.pieces).joined()) == source(of: shaped))
      for line in lines.dropLast() where measure >= 8 && line.adjustment.hanExtra < Fit.widestGap {
        #expect(line.width == room)
      }
      if measure >= 8, let last = lines.last { #expect(last.width <= room) }
      for line in lines { checkStrokes(line, shaped) }
    }
  }

  private func source(of shaped: ShapedParagraph) -> String {
    String(String.UnicodeScalarView(shaped.source.text))
  }

  /// Every mark of the line has one stroke, over the ink of all its characters and inside the line.
  private func checkStrokes(_ line: Line, _ shaped: ShapedParagraph) {
    let marks = shaped.source.marks.filter { $0.kind != .note && $0.range.overlaps(line.text) }
    #expect(marks.count == line.strokes.count)
    let glyphs = places(of: line)
    for (mark, stroke) in zip(marks, line.strokes) {
      #expect(stroke.from >= .zero && stroke.to <= max(line.width, line.measure))
      let join = Setting.em.thousandths(63)
      for index in mark.range.clamped(to: line.text) {
        // Frames, not origins: an upright glyph's origin in a vertical line is its baseline.
        let start = shaped.source.style.mode == .vertical ? Setting.em.thousandths(880) : .zero
        guard let place = glyphs[index] else { continue }
        #expect(stroke.from <= place - start + join)
        #expect(place - start + Setting.em <= stroke.to + join)
      }
    }
  }

  /// Where the glyph of each Han scalar outside notes stands along the line.
  private func places(of line: Line) -> [Int: Length] {
    var places: [Int: Length] = [:]
    var scalar = line.text.lowerBound
    for run in line.runs {
      var glyph = 0
      for cluster in run.clusters {
        if cluster.scalars == 1, cluster.glyphs == 1, run.size == Setting.em {
          places[scalar] = run.glyphs[glyph].inline
        }
        glyph += cluster.glyphs
        scalar += cluster.scalars
      }
    }
    return places
  }

  @Test(arguments: 4...40)
  func `parts notes into sub-lines alike in length that keep the prohibitions`(measure: Int) throws
  {
    for (seed, (mode, language)) in Self.settings.enumerated() {
      let text = try text(seed * 31 + measure, mode, language)
      let shaped = text.setting.typesetter.shape(text.paragraph).measured()
      let room = Setting.em.units * measure
      var search = BreakSearch(shaped, rooms: [room - Setting.em.units, room])
      for line in search.lines() {
        for part in shaped.noteParts(line.first, line.end) { try check(part, of: shaped) }
      }
    }
  }

  private func check(_ part: Range<Int>, of shaped: ShapedParagraph) throws {
    let note = try #require(shaped.noteText)
    let split = note.split(part)
    guard split < part.upperBound else {
      // A part that nothing may divide.
      #expect(part.dropFirst().allSatisfy { !note.text.mayBreak($0) })
      return
    }
    #expect(note.text.mayBreak(split))
    let first = note.width(part.lowerBound, split)
    let second = note.width(split, part.upperBound)
    // The place before would make the first the shorter one, or is prohibited.
    let earlier = (part.lowerBound + 1..<split).last(where: note.text.mayBreak)
    if first >= second, let earlier {
      let shorter = note.width(part.lowerBound, earlier)
      #expect(shorter < note.width(earlier, part.upperBound))
    }
    if first < second {
      #expect((split + 1..<part.upperBound).allSatisfy { !note.text.mayBreak($0) })
    }
  }
}
