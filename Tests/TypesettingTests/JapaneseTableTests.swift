import CJKRules
import Geometry
import Testing

/// JLREQ's class tables, cell by cell; rows are the class before, columns the class after: cl-01 to cl-14,
/// cl-19, cl-24, cl-27. `?` marks cells that a note of the table settles, and a test of their own holds.
@Suite struct `Gaps of Japanese` {
  /// Our classes, and the row that each stands in.
  private static let classes: [(member: CharacterClass, row: Int)] = [
    (.opener, 0), (.closer, 1), (.shortConnector, 2), (.quarterHyphen, 2), (.longConnector, 2),
    (.exclamation, 3),
    (.doubleExclamation, 3), (.middleDot, 4), (.colon, 4), (.semicolon, 4), (.stop, 5), (.comma, 6),
    (.dash, 7), (.ellipsis, 7), (.iteration, 8), (.repeatMark, 8), (.longVowel, 9),
    (.smallKana, 10),
    (.prefix, 11), (.postfix, 12), (.ideographicSpace, 13), (.ideograph, 14), (.digit, 15),
    (.letter, 16),
  ]

  private static func rules(
    _ reduction: ReductionTable = .jlreq, _ level: ProhibitionLevel = .jaVeryStrict
  ) -> LineRules {
    var key = LineRulesKey(
      language: .ja, prohibition: level, punctuation: .fullWidth, mode: .horizontal,
      hanLatinSpace: 250)
    key.reduction = reduction
    return LineRules(key)
  }

  private let rules = Self.rules()

  /// Holds each cell that the table settles against the gap, but those that we settle otherwise.
  private func check(
    _ table: [String], of rules: LineRules? = nil,
    but exceptions: (CharacterClass, CharacterClass) -> Bool = { _, _ in false },
    _ cell: (GapRule) -> String
  ) {
    let rows = table.map(Array.init)
    for (before, row) in Self.classes {
      for (after, column) in Self.classes where !exceptions(before, after) {
        let expected = String(rows[row][column])
        guard expected != "?" else { continue }
        #expect(cell((rules ?? self.rules).gap(before, after)) == expected, "\(before) \(after)")
      }
    }
  }

  @Test func `are as wide as Table 1 says, in quarters of an em`() {
    check(Self.spaces) { String((Int($0.after.natural) + Int($0.before.natural)) / 250) }
  }

  /// Notes 3 and 5 of Table 1: both blanks add up.
  @Test func `add up beside a middle dot`() {
    for (before, blanks) in [(CharacterClass.middleDot, 250), (.stop, 500), (.comma, 500)] {
      let gap = rules.gap(before, .middleDot)
      #expect(gap.after.natural == blanks && gap.before.natural == 250)
    }
    #expect(rules.gap(.stop, .middleDot).after.shrink == 0)
    #expect(rules.gap(.comma, .middleDot).after.shrinkStep == 5)
    #expect(rules.gap(.comma, .middleDot).before.shrinkStep == 4)
  }

  /// UAX #14 keeps a line from starting with U+3000, and signs with the words that they stand in.
  @Test func `end lines where Table 2 says`() {
    check(
      Self.breaks,
      but: { $1 == .ideographicSpace || Self.areWords($0, $1) }
    ) { gap in
      switch gap.breaking {
      // A unit after Han, which clings to numerals alone.
      case .allowed, .byContext: "-"
      case .prohibited, .unbreakable: "x"
      }
    }
  }

  /// Note 5 of Table 2.
  @Test func `do not end lines inside dashes or dots of one kind`() {
    #expect(rules.gap(.dash, .dash).breaking == .unbreakable)
    #expect(rules.gap(.ellipsis, .ellipsis).breaking == .unbreakable)
    #expect(rules.gap(.dash, .ellipsis).breaking == .allowed)
    #expect(
      rules.gap(.dash, .dash).stretchStep == 0 && rules.gap(.dash, .ellipsis).stretchStep == 3)
  }

  @Test(arguments: [
    (ReductionTable.jlreq, shrinks, amounts), (.jis, industrialShrinks, industrialAmounts),
    (.books, bookShrinks, bookAmounts),
  ])
  func `shrink as Tables 3, 4 and 5 say`(
    table: ReductionTable, steps: [String], amounts: [String]
  ) {
    let rules = Self.rules(table)
    check(steps, of: rules) { gap in
      let step = max(gap.after.shrinkStep, gap.before.shrinkStep)
      return step == 0 ? "-" : String(step)
    }
    check(amounts, of: rules) { String((Int($0.after.shrink) + Int($0.before.shrink)) / 125) }
  }

  /// The last column of Tables 3 to 5, with JLREQ 3.1.9 and its note on JIS X 4051.
  @Test func `lose their blank at line ends as Tables 3, 4 and 5 say`() {
    func ends(_ table: ReductionTable) -> [[Int]] {
      [CharacterClass.closer, .stop, .comma, .middleDot].map { member in
        let blank = Self.rules(table).lineEndBlank[member.index]
        return [blank.kept, blank.step]
      }
    }
    #expect(ends(.jlreq) == [[500, 2], [500, 2], [500, 2], [250, 3]])
    #expect(ends(.jis) == [[0, 0], [500, 0], [0, 0], [0, 0]])
    #expect(ends(.books) == [[500, 2], [500, 2], [500, 2], [250, 0]])
  }

  /// Nothing opens inside a number or a word with its signs.
  @Test func `stretch at the steps of Table 6`() {
    check(Self.stretches, but: Self.areWords) { gap in
      if gap.stretchStep > 0 { return String(gap.stretchStep) }
      return gap.stretchesAtLast ? "4" : "-"
    }
  }

  /// The legend of Table 6: by Table 5 the space beside Latin is fixed.
  @Test func `do not open beside Latin in books`() {
    let gap = Self.rules(.books).gap(.ideograph, .letter)
    #expect(gap.after.natural == 250 && gap.stretchStep == 0 && !gap.stretchesAtLast)
  }

  /// Notes 1 to 3 of Tables 2 and 6: where a level lets them open a line, 々 ー and small kana are letters.
  @Test func `treat kana that may open a line as letters`() {
    let strict = Self.rules(.jlreq, .jaStrict)
    for member in [CharacterClass.iteration, .longVowel, .smallKana] {
      for other in Self.classes.map(\.member) where other != member {
        #expect(strict.gap(other, member).breaking == strict.gap(other, .ideograph).breaking)
        #expect(strict.gap(other, member).stretchStep == strict.gap(other, .ideograph).stretchStep)
      }
    }
    #expect(strict.gap(.ideograph, .repeatMark).breaking == .prohibited)
  }

  private static func areWords(_ before: CharacterClass, _ after: CharacterClass) -> Bool {
    let signs: [CharacterClass] = [.postfix, .digit, .letter]
    let words: [CharacterClass] = [.prefix, .postfix, .digit, .letter]
    return signs.contains(before) && words.contains(after)
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

  /// Table 3: the step.
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

  /// Table 3: what goes at most, in eighths of an em.
  private static let amounts = [
    "00002000000000000",
    "40442004444440444",
    "40002000000000000",
    "40002000000000011",
    "2222?222222222222",
    "0000?000000000000",
    "4044?004444444444",
    "40002000000000000",
    "40002000000000011",
    "40002000000000011",
    "40002000000000011",
    "40002000000000000",
    "40002000000000000",
    "00002000000000000",
    "40002000000000011",
    "40002000111000100",
    "40002000111000100",
  ]

  /// Table 4: the step.
  private static let industrialShrinks = [
    "----2------------",
    "3-332--333333-333",
    "3---2------------",
    "3---2----------44",
    "2222?222222222222",
    "----?------------",
    "3-33?--3333333333",
    "3---2------------",
    "3---2----------44",
    "3---2----------44",
    "3---2----------44",
    "3---2------------",
    "3---2------------",
    "----2------------",
    "3---2----------44",
    "3---2---444---4--",
    "3---2---444---4--",
  ]

  /// Table 4: what goes at most, in eighths of an em.
  private static let industrialAmounts = [
    "00002000000000000",
    "40442004444440444",
    "40002000000000000",
    "40002000000000011",
    "2222?222222222222",
    "0000?000000000000",
    "4044?004444444444",
    "40002000000000000",
    "40002000000000011",
    "40002000000000011",
    "40002000000000011",
    "40002000000000000",
    "40002000000000000",
    "00002000000000000",
    "40002000000000011",
    "40002000111000100",
    "40002000111000100",
  ]

  /// Table 5: the step.
  private static let bookShrinks = [
    "-----------------",
    "3-33---333333-333",
    "3----------------",
    "3----------------",
    "----?------------",
    "----?------------",
    "3-33?--3333333333",
    "3----------------",
    "3----------------",
    "3----------------",
    "3----------------",
    "3----------------",
    "3----------------",
    "-----------------",
    "3----------------",
    "3----------------",
    "3----------------",
  ]

  /// Table 5: what goes at most, in eighths of an em.
  private static let bookAmounts = [
    "00000000000000000",
    "20220002222220222",
    "20000000000000000",
    "20000000000000000",
    "0000?000000000000",
    "0000?000000000000",
    "2022?002222222222",
    "20000000000000000",
    "20000000000000000",
    "20000000000000000",
    "20000000000000000",
    "20000000000000000",
    "20000000000000000",
    "00000000000000000",
    "20000000000000000",
    "20000000000000000",
    "20000000000000000",
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
