import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// A small generator with a fixed seed (xorshift64*).
struct Dice {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 2_685_821_657_736_338_717 | 1 }

  mutating func roll(_ sides: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 2_685_821_657_736_338_717) >> 33) % sides
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }
}

@Suite struct `Random text` {
  private static let han = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏")
  private static let pieces = [
    "，", "，", "，", "。", "。", "、", "；", "：", "！", "？", "“", "”", "《", "》", "（", "）", "——", "……",
    "·", "12", "2026", "85%", "GDP", " ", "word", "￥30", "。”", "，“", "》《", "！！", "3.5℃",
  ]

  private func text(_ seed: Int, pieces count: Int) -> String {
    var dice = Dice(seed: UInt64(seed))
    var text = ""
    for _ in 0..<count {
      for _ in 0...dice.roll(6) { text.append(Self.han[dice.roll(Self.han.count)]) }
      text += Self.pieces[dice.roll(Self.pieces.count)]
    }
    return text + "完毕。"
  }

  @Test(arguments: 4...40)
  func `is set to the measure, parted without loss, with no mark in a wrong place`(
    measure: Int
  ) throws {
    var setting = try Setting()
    setting.style.indent = 1000
    for seed in 1...6 {
      let string = text(seed * 41 + measure, pieces: 24)
      let shaped = setting.shape(string)
      let room = Setting.em * measure
      let lines = setting.typesetter.breakLines(shaped, measures: { _ in room })
      #expect(lines.map(\.text.lowerBound) == [0] + lines.map(\.text.upperBound).dropLast())
      #expect(lines.last?.text.upperBound == shaped.source.text.count)
      for line in lines.dropLast() { #expect(line.width == room) }
      checkEdges(lines, shaped, measure)
      checkGlyphs(lines, shaped)
    }
  }

  private func checkEdges(_ lines: [Line], _ shaped: ShapedParagraph, _ measure: Int) {
    let rules = Prohibition(.gb)
    let ends = lines.dropLast().map { line in
      shaped.cells.firstIndex { Int($0.text) >= line.text.upperBound } ?? 0
    }
    for (line, end) in zip(lines, ends) where !line.adjustment.relieved {
      #expect(!rules.lineStart.contains(shaped.cells[end].kind))
      #expect(!rules.lineEnd.contains(shaped.cells[end - 1].kind))
      #expect(shaped.mayBreak(end))
    }
    if measure >= 8 { #expect(!lines.contains { $0.adjustment.relieved }) }
  }

  /// All the text is drawn but spaces at line ends; clusters leave nothing out.
  private func checkGlyphs(_ lines: [Line], _ shaped: ShapedParagraph) {
    for line in lines {
      let drawn = line.runs.flatMap(\.text)
      let source = shaped.source.text[line.text]
      #expect(drawn == Array(source).trimmingSpaces)
      for run in line.runs {
        #expect(run.clusters.map(\.scalars).reduce(0, +) == run.text.count)
        #expect(run.clusters.map(\.glyphs).reduce(0, +) == run.glyphs.count)
      }
    }
  }

  @Test(arguments: [6, 11, 17, 18, 24])
  func `costs no more than when set line by line`(measure: Int) throws {
    let setting = try Setting()
    let room = Setting.em.units * measure
    for seed in 1...8 {
      let shaped = setting.shape(text(seed * 7 + measure, pieces: 30))
      var search = BreakSearch(shaped, rooms: [room, room])
      let total = search.lines().map { line in
        line.fit.cost + shaped.endingCost(line.first, line.end)
          + (line.relieved ? LineCost.relief : 0)
      }.reduce(0, +)
      #expect(total <= greedyCost(shaped, room))
    }
  }

  /// The longest line that fits, each time: what other engines do.
  private func greedyCost(_ shaped: ShapedParagraph, _ room: Int) -> Int {
    var (first, total) = (0, 0)
    while first < shaped.cells.count {
      let ends = (first + 1...shaped.cells.count).filter { shaped.mayBreak($0) }
      let fits = ends.compactMap { end in
        shaped.fit(first, end, room: room).map { (end: end, cost: $0.cost) }
      }
      guard let longest = fits.last else { return Int.max }
      total += longest.cost + shaped.endingCost(first, longest.end)
      first = longest.end
    }
    return total
  }

  @Test func `breaks the same when all lengths double`() throws {
    let setting = try Setting()
    var large = try Setting()
    large.text.size = Setting.em * 2
    let string = text(5, pieces: 60)
    let small = setting.lines(string, 17)
    let double = setting.typesetter.breakLines(
      large.shape(string), measures: { _ in Setting.em * 34 })
    #expect(small.map(\.text) == double.map(\.text))
  }

  @Test func `fits rooms of changing length`() throws {
    let setting = try Setting()
    let rooms = [17, 17, 9, 9, 9, 12, 17, 17, 11].map { Setting.em * $0 }
    let room = { (index: Int) in rooms[index % rooms.count] }
    let lines = setting.typesetter.breakLines(
      setting.shape(text(9, pieces: 60)), measures: room, from: 2)
    for (index, line) in lines.enumerated() {
      #expect(line.measure == room(index + 2))
      if index + 1 < lines.count { #expect(line.width == line.measure) }
    }
  }
}

extension [Unicode.Scalar] {
  /// Without the spaces that lines swallow at their edges.
  fileprivate var trimmingSpaces: [Unicode.Scalar] {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return Array(rest)
  }
}

@Suite struct `Tables read by case tags` {
  @Test func `agree with the tables' own indices`() {
    #expect(CharacterClass.count == ShapedParagraph.classes)
    #expect(AdjustmentOrder.shrinkSteps == ShapedParagraph.shrinkSteps)
    #expect(AdjustmentOrder.stretchSteps == ShapedParagraph.stretchSteps)
    for member in CharacterClass.allCases { #expect(member.place == member.index) }
  }

  @Test func `find the gap of two classes`() throws {
    let shaped = try Setting().shape("天，A b。”地")
    for index in 0..<shaped.cells.count - 1 {
      let (one, other) = (shaped.cells[index], shaped.cells[index + 1])
      #expect(shaped.gap(after: index) == shaped.rules.gap(one.kind, other.kind, one.joint))
    }
  }
}
