import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// What must hold of every line, in every language, at every level and in every style.
@Suite struct `Every line` {
  private static let levels: [Language: [ProhibitionLevel]] = [
    .zhHans: [.none, .basic, .gb, .strict], .zhHantTW: [.none, .basic, .gb, .strict],
    .zhHantHK: [.basic, .strict], .ko: [.basic],
    .ja: [.jaVeryLoose, .jaLoose, .jaStrict, .jaVeryStrict],
  ]

  private static func text(_ language: Language, _ dice: inout Dice) -> String {
    var text = ""
    for _ in 0..<18 {
      for _ in 0...dice.roll(6) { text.append(dice.pick(letters(language))) }
      text += dice.pick(language == .ko ? koreanPieces : pieces)
    }
    return text + String((0..<3).map { _ in dice.pick(letters(language)) })
  }

  private static func letters(_ language: Language) -> [Character] {
    switch language {
    case .ja: Array("天地玄黄宇宙洪荒あいうえおカタナノーッ々ょ二三")
    case .ko: Array("가나다라마바사아자차카타파하")
    default: Array("天地玄黄宇宙洪荒日月盈昃辰宿列张")
    }
  }

  private static let pieces = [
    "，", "、", "。", "；", "：", "！", "？", "「", "」", "“", "”", "《", "》", "（", "）", "——", "……", "·", "・",
    "～", "12", "2026", "85%", "GDP", " word ", "￥30", "。」", "、「", "》《", "！！", "3.5℃", "／",
    "no-one's",
    "①", "（1）", "10\u{2009}000",
  ]
  private static let koreanPieces = [
    " ", " ", " ", ". ", ", ", "는 ", " “", "” ", "(", ")", "「", "」", "·", "12", "85%", " GDP", "? ",
  ]

  /// One paragraph in one style.
  private struct Trial {
    let setting: Setting
    let shaped: ShapedParagraph
    let room: Int
    let choices: [LineChoice]
    let lines: [Line]

    init(_ language: Language, measure: Int, seed: Int, _ book: Setting) {
      var dice = Dice(seed: UInt64(seed))
      var setting = book
      setting.style.language = language
      setting.style.prohibition = dice.pick(levels[language] ?? [.basic])
      setting.style.punctuation = dice.pick(PunctuationStyle.allCases)
      setting.style.hanging = dice.pick(HangingStyle.allCases)
      setting.style.reduction = dice.pick(ReductionTable.allCases)
      setting.style.opening = dice.pick(OpeningStyle.allCases + [nil])
      setting.style.koreanBreak = dice.pick(KoreanBreak.allCases)
      setting.style.hanLatinSpace = dice.pick([125, 250])
      self.setting = setting
      let shaped = setting.shape(text(language, &dice))
      let room = Setting.em * measure
      self.shaped = shaped
      self.room = room.units
      var search = BreakSearch(shaped, rooms: [room.units, room.units])
      choices = search.lines()
      lines = setting.typesetter.breakLines(shaped, measures: { _ in room })
    }

    var name: String { "\(setting.style) \(String(String.UnicodeScalarView(shaped.source.text)))" }
  }

  @Test(arguments: 4...40)
  func `keeps the laws`(measure: Int) throws {
    let book = try Setting()
    for language in Language.allCases {
      for seed in 1...3 {
        let trial = Trial(language, measure: measure, seed: seed * 97 + measure, book)
        #expect(trial.lines.count == trial.choices.count)
        checkText(trial)
        checkEdges(trial)
        checkLengths(trial)
        checkGaps(trial)
        checkCost(trial)
        if measure >= 16 { checkLastLine(trial) }
      }
    }
  }

  private func checkText(_ trial: Trial) {
    #expect(
      trial.lines.map(\.text.lowerBound) == [0] + trial.lines.map(\.text.upperBound).dropLast())
    #expect(trial.lines.last?.text.upperBound == trial.shaped.source.text.count)
  }

  /// Predicates 2 and 3: no mark where it may not stand, no object parted, but in lines that say so.
  private func checkEdges(_ trial: Trial) {
    let (shaped, style) = (trial.shaped, trial.setting.style)
    let rules = Prohibition(style.language.level(style.prohibition), language: style.language)
    for (choice, line) in zip(trial.choices, trial.lines).dropLast() {
      #expect(line.adjustment.relieved == !shaped.mayBreak(choice.end))
      guard !line.adjustment.relieved else { continue }
      #expect(!rules.lineStart.contains(shaped.cells[choice.end].kind), "\(trial.name)")
      #expect(!rules.lineEnd.contains(shaped.cells[choice.end - 1].kind), "\(trial.name)")
    }
  }

  /// Predicate 5: flush, but for a line with nothing more to open, or with a mark hung out.
  private func checkLengths(_ trial: Trial) {
    for (choice, line) in zip(trial.choices, trial.lines).dropLast()
    where line.width.units != trial.room {
      let last = trial.shaped.cells[choice.end - 1]
      let mayHang =
        trial.setting.style.hanging != .none && trial.shaped.rules.hanging.contains(last.kind)
      let inside = line.width.units - (mayHang ? last.width : 0)
      let isHeld = line.adjustment.hanExtra == Fit.widestGap
      let opens = (choice.first..<choice.end - 1).contains { index in
        let gap = trial.shaped.gap(after: index)
        return gap.stretchStep > 0 || gap.stretchesAtLast
      }
      #expect(inside == trial.room || (inside < trial.room && (isHeld || !opens)), "\(trial.name)")
    }
  }

  /// Predicates 9 to 13: within a step all gaps give alike, no step begins before the one above is spent, and
  /// what belongs to no step stays as it is.
  private func checkGaps(_ trial: Trial) {
    for (choice, line) in zip(trial.choices, trial.lines) {
      let reached = choice.fit.reach.step
      let gaps = (choice.first..<choice.end - 1).map { index in
        Gap(index, trial.shaped, line, first: choice.first, reached: reached, fit: choice.fit)
      }
      let spent = gaps.map(\.spent).reduce(0, +)
      let (given, capacity) = (gaps.map(\.given).reduce(0, +), gaps.map(\.capacity).reduce(0, +))
      for gap in gaps {
        let share = capacity == 0 ? 0 : (given - spent) * gap.capacity / capacity
        #expect(abs(gap.given - gap.spent - share) <= 2, "\(trial.name)")
      }
      if reached < 0 { #expect(given - spent <= capacity && given >= spent) }
      #expect(line.adjustment.hanExtra <= Fit.widestGap)
    }
  }

  /// Predicate 8 of the optimum: no dearer than line by line.
  private func checkCost(_ trial: Trial) {
    let shaped = trial.shaped
    let total = trial.choices.map { choice in
      (shaped.fit(choice.first, choice.end, room: trial.room)?.cost ?? LineCost.forced)
        + shaped.endingCost(choice.first, choice.end) + (choice.relieved ? LineCost.relief : 0)
    }.reduce(0, +)
    #expect(total <= greedyCost(shaped, trial.room), "\(trial.name)")
  }

  /// Predicate 18 (CLREQ 3.4.4).
  private func checkLastLine(_ trial: Trial) {
    // A Korean word of one syllable cannot be helped.
    let style = trial.setting.style
    guard style.language != .ko || style.koreanBreak == .character else { return }
    guard let last = trial.choices.last, trial.choices.count > 1 else { return }
    let characters = trial.shaped.cells[last.first..<last.end].filter {
      !ClassSet.punctuation.contains($0.kind)
    }
    #expect(characters.count >= 2, "\(trial.name)")
  }

  /// The longest line that fits, each time.
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
}

/// One gap of a set line, read back from where the glyphs stand.
private struct Gap {
  /// What it gave, squeezed or opened.
  var given: Int
  /// What all steps before the one reached had to give, and what that one can.
  var spent = 0
  var capacity = 0

  init(
    _ index: Int, _ shaped: ShapedParagraph, _ line: Line, first: Int, reached: Int, fit: Fit
  ) {
    let glyphs = line.runs.flatMap(\.glyphs)
    func pen(_ cell: Int) -> Int {
      let glyph = Int(shaped.cells[cell].firstGlyph)
      return glyphs[glyph - Int(shaped.cells[first].firstGlyph)].inline.units
        - Int(shaped.glyphs[glyph].inline)
    }
    let width = pen(index + 1) - pen(index) - shaped.cells[index].width
    let extra = width - (shaped.ledger.distance(index, index + 1) - shaped.cells[index].width)
    given = reached < 0 ? -extra : extra
    if fit.dropsDotBlank && index == fit.lastGap(from: first, shaped, line) {
      given += shaped.em(of: index + 1) / (reached < 0 ? -4 : 4)
      return
    }
    let rule = shaped.gap(after: index)
    let (before, after) = (shaped.em(of: index), shaped.em(of: index + 1))
    if reached < 0 {
      add(Int(rule.after.shrink) * before / 1000, Int(rule.after.shrinkStep), -reached)
      add(Int(rule.before.shrink) * after / 1000, Int(rule.before.shrinkStep), -reached)
    } else if reached > 0 {
      add(Int(rule.stretch) * before / 1000, Int(rule.stretchStep), reached)
      if rule.stretchesAtLast { add(before, ShapedParagraph.stretchSteps, reached) }
    }
  }

  private mutating func add(_ amount: Int, _ step: Int, _ reached: Int) {
    guard step > 0, step <= reached else { return }
    if step < reached { spent += amount } else { capacity += amount }
  }
}

extension Fit {
  /// The gap before the last cell of a line.
  fileprivate func lastGap(from first: Int, _ shaped: ShapedParagraph, _ line: Line) -> Int {
    let end = shaped.cells.firstIndex { Int($0.text) >= line.text.upperBound } ?? shaped.cells.count
    return end - 2
  }
}
