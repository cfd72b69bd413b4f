import CJKRules
import Geometry
import Testing

/// JLREQ's class tables, for the classes that this room tells apart; rows are the class before, columns the
/// class after: cl-01 to cl-14, cl-19, cl-24, cl-27. `?` marks cells that a note of the table settles.
@Suite struct `Gaps of Japanese` {
  private static let classes: [CharacterClass] = [
    .opener, .closer, .longConnector, .exclamation, .middleDot, .stop, .comma, .dash, .iteration,
    .longVowel, .smallKana, .prefix, .postfix, .ideographicSpace, .ideograph, .digit, .letter,
  ]

  private let rules = LineRules(
    LineRulesKey(
      language: .ja, prohibition: .jaVeryStrict, punctuation: .fullWidth, mode: .horizontal,
      hanLatinSpace: 250))

  /// Holds each cell that the table settles against the gap, but those that we settle otherwise.
  private func check(
    _ table: [String], but exceptions: (CharacterClass, CharacterClass) -> Bool = { _, _ in false },
    _ cell: (GapRule) -> String
  ) {
    for (before, row) in zip(Self.classes, table) {
      for (after, expected) in zip(Self.classes, row)
      where expected != "?" && !exceptions(before, after) {
        #expect(cell(rules.gap(before, after)) == String(expected), "\(before) \(after)")
      }
    }
  }

  @Test func `are as wide as Table 1 says, in quarters of an em`() {
    check(Self.spaces) { String((Int($0.after.natural) + Int($0.before.natural)) / 250) }
  }

  /// UAX #14 keeps a line from starting with U+3000, and signs with the words that they stand in.
  @Test func `end lines where Table 2 says`() {
    let signs: [CharacterClass] = [.postfix, .digit, .letter]
    let words: [CharacterClass] = [.prefix, .postfix, .digit, .letter]
    check(
      Self.breaks,
      but: { $1 == .ideographicSpace || (signs.contains($0) && words.contains($1)) }
    ) { $0.breaking == .allowed ? "-" : "x" }
  }

  @Test func `shrink at the steps of Table 3`() {
    check(Self.shrinks) { gap in
      let step = max(gap.after.shrinkStep, gap.before.shrinkStep)
      return step == 0 ? "-" : String(step)
    }
  }

  /// Nothing opens inside a number or a word with its signs.
  @Test func `stretch at the steps of Table 6`() {
    let signs: [CharacterClass] = [.postfix, .digit, .letter]
    let words: [CharacterClass] = [.prefix, .postfix, .digit, .letter]
    check(Self.stretches, but: { signs.contains($0) && words.contains($1) }) { gap in
      if gap.stretchStep > 0 { return String(gap.stretchStep) }
      return gap.stretchesAtLast ? "4" : "-"
    }
  }

  private static let spaces = [
    "00001000000000000",
    "20221002222220222",
    "20001000000000000",
    "20001000000000011",
    "1111?111111111111",
    "2022?002222222222",
    "2022?002222222222",
    "20001000000000000",
    "20001000000000011",
    "20001000000000011",
    "20001000000000011",
    "20001000000000000",
    "20001000000000000",
    "00001000000000000",
    "20001000000000011",
    "20001000111000100",
    "20001000111000100",
  ]

  private static let breaks = [
    "xxxxxxxxxxxxxxxxx",
    "-xxxxxx-xxx------",
    "-xxxxxx-xxx------",
    "-xxxxxx-xxx--?---",
    "-xxxxxx-xxx------",
    "-xxxxxx-xxx------",
    "-xxxxxx-xxx------",
    "-xxxxxx?xxx------",
    "-xxxxxx-xxx------",
    "-xxxxxx-xxx------",
    "-xxxxxx-xxx------",
    "xxxxxxxxxxxxxxxxx",
    "-xxxxxx-xxx------",
    "-xxxxxx-xxx------",
    "-xxxxxx-xxx------",
    "-xxxxxx-xxx-?--x?",
    "-xxxxxx-xxx-?--x?",
  ]

  private static let shrinks = [
    "----4------------",
    "5-554--555555-555",
    "5---4------------",
    "5---4----------66",
    "4444?444444444444",
    "----?------------",
    "5-55?--5555555555",
    "5---4------------",
    "5---4----------66",
    "5---4----------66",
    "5---4----------66",
    "5---4------------",
    "5---4------------",
    "----4------------",
    "5---4----------66",
    "5---4---666---6--",
    "5---4---666---6--",
  ]

  private static let stretches = [
    "-----------------",
    "4------4---444444",
    "4------4---444444",
    "4------4---444422",
    "4------4---444444",
    "4------4---444444",
    "4------4---444444",
    "4------?333334343",
    "4------4333334322",
    "4------4333334322",
    "4------4333334322",
    "-------333333-3-3",
    "4------3333334333",
    "4------4---444444",
    "4------3333334322",
    "4------32223?42-?",
    "4------32223?42-?",
  ]
}
