/// The class of every character on its own, before its neighbours are asked (JLREQ Appendix A, CLREQ
/// Appendix A, UAX #14 for the rest).
package struct CharacterTable: Sendable {
  private let plane: [CharacterClass]

  package static let standard = CharacterTable()

  private init() {
    var plane = [CharacterClass](repeating: .letter, count: 0x10000)
    for (range, member) in Self.ranges {
      for value in range { plane[value] = member }
    }
    for (text, member) in Self.singles {
      for scalar in text.unicodeScalars { plane[Int(scalar.value)] = member }
    }
    self.plane = plane
  }

  package func characterClass(of scalar: Unicode.Scalar) -> CharacterClass {
    let value = Int(scalar.value)
    if value < plane.count { return plane[value] }
    switch value {
    case 0xE0100...0xE01EF: return .attached
    case 0x1F1E6...0x1F1FF: return .regionalIndicator
    case 0xE0020...0xE007F: return .attached
    case 0x1F3FB...0x1F3FF: return .attached
    case 0x1F000...0x1FAFF, 0x20000...0x3FFFF: return .ideograph
    default: return .letter
    }
  }

  /// Later rows win over earlier ones.
  private static let ranges: [(ClosedRange<Int>, CharacterClass)] = [
    (0x0000...0x0020, .space),
    (0x0021...0x002F, .latinMark),
    (0x0030...0x0039, .digit),
    (0x003A...0x0040, .latinMark),
    (0x005B...0x0060, .latinMark),
    (0x007B...0x00BF, .latinMark),
    (0x0300...0x036F, .attached),
    (0x1100...0x115F, .hangul),
    (0x1160...0x11FF, .attached),
    (0x2000...0x200A, .space),
    (0x200C...0x200F, .attached),
    (0x2010...0x206F, .latinMark),
    (0x20A0...0x20CF, .prefix),
    (0x20D0...0x20FF, .attached),
    (0x2150...0x2BFF, .ideograph),
    // Signs of mathematics are no Han: no space parts them from numbers (CLREQ 3.2.2; JLREQ cl-17).
    (0x2200...0x22FF, .latinMark),
    (0x2460...0x24FF, .prefix),
    (0x2E80...0xABFF, .ideograph),
    (0x3130...0x318F, .hangul),
    (0x31F0...0x31FF, .smallKana),
    (0x3371...0x33DF, .postfix),
    (0xA960...0xA97F, .hangul),
    (0xAC00...0xD7A3, .hangul),
    (0xD7B0...0xD7FF, .attached),
    (0xE000...0xFAFF, .ideograph),
    (0xFE00...0xFE0F, .attached),
    (0xFE10...0xFE4F, .ideograph),
    (0xFF00...0xFFEF, .ideograph),
    (0xFF10...0xFF19, .wideAlphanumeric),
    (0xFF21...0xFF3A, .wideAlphanumeric),
    (0xFF41...0xFF5A, .wideAlphanumeric),
  ]

  private static let singles: [(String, CharacterClass)] = [
    ("\u{00A0}\u{2007}\u{202F}", .noBreakSpace),
    ("\u{200B}", .zeroWidthSpace),
    ("\u{2060}\u{FEFF}", .wordJoiner),
    ("([{", .latinOpener),
    ("!),.:;?]}~", .latinCloser),
    ("-\u{2010}", .hyphen),
    ("/／", .solidus),
    ("“‘\u{2329}〈《「『【〔〖〘〚〝«（［｛｟｢︵︷︹︻︽︿﹁﹃", .opener),
    ("”’\u{232A}〉》」』】〕〗〙〛〞〟»）］｝｠｣︶︸︺︼︾﹀﹂﹄", .closer),
    ("，、､", .comma),
    ("。．｡", .stop),
    ("；", .semicolon),
    ("：", .colon),
    ("！？", .exclamation),
    ("‼⁇⁈⁉", .doubleExclamation),
    ("·・‧•･", .middleDot),
    ("—―⸺⸻", .dash),
    ("…⋯‥", .ellipsis),
    ("\u{2012}–゠", .shortConnector),
    ("～〜－", .longConnector),
    ("−", .latinMark),
    ("∶", .numeralDot),
    ("\u{3000}", .ideographicSpace),
    ("$¢£¥№￥￦＄￡＃＋", .prefix),
    ("%‰°′″℃℉￠％", .postfix),
    ("々", .iteration),
    ("〻ヽヾゝゞ", .repeatMark),
    ("ー", .longVowel),
    ("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ", .smallKana),
    ("\u{3099}\u{309A}", .attached),
    ("\u{FFFC}※†‡■□●○◆◇★☆", .ideograph),
    // Signs of a number where one follows (JLREQ 3.1.10 c): Japan prints losses with ▲.
    ("▲△▼▽", .prefix),
  ]
}
