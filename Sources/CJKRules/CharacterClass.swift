/// What a character does in a line (字符类). The cl- numbers are JLREQ Appendix A; marks that
/// Chinese treats apart (；：！？, connectors, solidus) have classes of their own.
package enum CharacterClass: UInt8, CaseIterable, Sendable {
  /// Han, kana and anything else set in a square frame (cl-15, cl-16, cl-19).
  case ideograph
  /// 々 (cl-09).
  case iteration
  /// ヽ ヾ ゝ ゞ 〻 (the rest of cl-09), which Japanese levels keep longer than 々.
  case repeatMark
  /// ー (cl-10).
  case longVowel
  /// Small kana (cl-11).
  case smallKana
  /// Hangul syllables and jamo.
  case hangul
  /// Opening brackets and quotation marks (cl-01).
  case opener
  /// Closing brackets and quotation marks (cl-02).
  case closer
  /// ， 、 (cl-07).
  case comma
  /// 。 ． (cl-06).
  case stop
  /// ； (cl-05 in Japanese).
  case semicolon
  /// ： (cl-05 in Japanese).
  case colon
  /// ！ ？ (cl-04).
  case exclamation
  /// The second of exactly two chained ！ or ？, which share one frame (GB/T 15834 5.1.2).
  case secondExclamation
  /// ‼ ⁇ ⁈ ⁉ (cl-04).
  case doubleExclamation
  /// · ・ ‧ (cl-05).
  case middleDot
  /// —— : half or the whole of a two-em dash (cl-08).
  case dash
  /// …… : half or the whole of a two-em ellipsis (cl-08).
  case ellipsis
  /// 、 between the ideographic numerals of one number, as in 二、三日: solid (JLREQ 3.1.3).
  case numeralComma
  /// ・ for a decimal point between ideographic numerals: solid (JLREQ 3.1.3).
  case numeralDot
  /// – ゠ (cl-03).
  case shortConnector
  /// ‐ (U+2010) among Japanese characters: a quarter em wide (cl-03).
  case quarterHyphen
  /// ～ 〜 and a single — (cl-03).
  case longConnector
  /// ／ and /.
  case solidus
  /// U+3000 (cl-14).
  case ideographicSpace
  /// ￥ $ № ① : stands with what follows (cl-12).
  case prefix
  /// % ℃ ° ㎏ : stands with the number before it (cl-13).
  case postfix
  /// Full-width digits and letters.
  case wideAlphanumeric
  /// European digits (cl-24).
  case digit
  /// Letters of alphabets (cl-27).
  case letter
  /// Opening marks of Latin text.
  case latinOpener
  /// Marks of Latin text that cling to what stands before them.
  case latinCloser
  /// Other signs within Latin text.
  case latinMark
  /// Hyphens and dashes of Latin text: a line may end after them.
  case hyphen
  /// Word space (cl-26).
  case space
  /// Word space at which no line ends.
  case noBreakSpace
  /// U+200B: no space, but a line may end there (UAX #14 ZW).
  case zeroWidthSpace
  /// U+2060: no space, and no line ends there (UAX #14 WJ).
  case wordJoiner
  /// Half of a flag; beside its neighbours the first is a character, the second attached (UAX #14 LB30a).
  case regionalIndicator
  /// Combining marks, joiners and variation selectors: part of the character before them.
  case attached

  package static let count = allCases.count
  package var index: Int { Int(rawValue) }
}

/// A set of character classes.
package struct ClassSet: Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  package init(arrayLiteral classes: CharacterClass...) {
    for member in classes { bits |= 1 << UInt64(member.rawValue) }
  }

  package func contains(_ member: CharacterClass) -> Bool {
    (bits >> UInt64(member.rawValue)) & 1 != 0
  }

  package func union(_ other: ClassSet) -> ClassSet {
    var sum = self
    sum.bits |= other.bits
    return sum
  }

  package func intersection(_ other: ClassSet) -> ClassSet {
    var common = self
    common.bits &= other.bits
    return common
  }

  package func subtracting(_ other: ClassSet) -> ClassSet {
    var rest = self
    rest.bits &= ~other.bits
    return rest
  }
}

extension ClassSet {
  /// H of CLREQ 3.2.2: square characters that take a space beside Latin.
  package static let han: ClassSet = [
    .ideograph, .iteration, .repeatMark, .longVowel, .smallKana, .hangul,
  ]
  /// L of CLREQ 3.2.2: letters and European digits.
  package static let alphanumeric: ClassSet = [.letter, .digit]
  /// Digits of either width.
  package static let digits: ClassSet = [.digit, .wideAlphanumeric]
  /// What is set in the Latin face.
  package static let latin: ClassSet = [
    .letter, .digit, .latinOpener, .latinCloser, .latinMark, .hyphen, .space, .noBreakSpace,
  ]
  /// CJK punctuation that carries blank of its own.
  package static let marks: ClassSet = [
    .opener, .closer, .comma, .stop, .semicolon, .colon, .exclamation, .secondExclamation,
    .doubleExclamation, .middleDot,
  ]
  /// What is not counted as a character when a last line is called lonely (CLREQ 3.4.4).
  package static let punctuation: ClassSet = marks.union([
    .dash, .ellipsis, .shortConnector, .quarterHyphen, .longConnector, .solidus, .ideographicSpace,
    .latinOpener, .latinCloser, .latinMark, .hyphen, .space, .noBreakSpace, .attached,
    .numeralComma, .numeralDot,
    .zeroWidthSpace, .wordJoiner,
  ])
  package static let spaces: ClassSet = [.space, .noBreakSpace, .zeroWidthSpace, .wordJoiner]
  /// What a line is broken by as UAX #14 has it.
  package static let western: ClassSet = [
    .letter, .digit, .latinOpener, .latinCloser, .latinMark, .hyphen, .solidus, .prefix, .postfix,
  ]
}
