import Geometry

/// How a mark fills its frame (标点的字身), in thousandths of an em: a full-width mark is an ink box with
/// blank before or after it; only the blank is ever adjusted (CLREQ 3.1.6.1, JLREQ 3.1.2).
package struct MarkBody: Hashable, Sendable {
  /// The ink box, which never changes.
  package var box: Int
  /// Where the box begins in the full-width glyph.
  package var lead: Int
  /// Adjustable blank before and after the box.
  package var before: Int
  package var after: Int

  package init(box: Int, lead: Int = 0, before: Int = 0, after: Int = 0) {
    (self.box, self.lead, self.before, self.after) = (box, lead, before, after)
  }

  /// A full frame, nothing to adjust.
  static let full = MarkBody(box: 1000)
  /// Ink in the second half: opening brackets.
  static let opening = MarkBody(box: 500, lead: 500, before: 500)
  /// Ink in the first half: closing brackets; pause and stop marks of the mainland and Japan.
  static let closing = MarkBody(box: 500, after: 500)
  /// Half a frame, ink in its middle, nothing to adjust (GB/T 15834 5.1.7, 5.1.9).
  static let half = MarkBody(box: 500, lead: 250)
  /// A quarter of a frame, ink in its middle (JLREQ A.3).
  static let quarter = MarkBody(box: 250, lead: 375)
  /// Ink in the middle half: middle dots of Japanese.
  static let centred = MarkBody(box: 500, lead: 250, before: 250, after: 250)

  /// The same glyph with all its blank fixed.
  fileprivate var fixed: MarkBody { MarkBody(box: box + before + after, lead: lead - before) }
  /// The same glyph with all its blank gone.
  fileprivate var bare: MarkBody { MarkBody(box: box, lead: lead) }
}

extension MarkBody {
  /// The body of a class under a region's habits and a publication's style (CLREQ 3.1.2, 3.1.6; JLREQ
  /// Table 1); nil for what is as wide as its glyph.
  package static func of(
    _ member: CharacterClass, language: Language, style: PunctuationStyle, mode: WritingMode
  ) -> MarkBody? {
    guard let natural = natural(member, language, mode) else { return nil }
    guard ClassSet.marks.contains(member) else { return natural }
    switch style {
    case .fullWidth, .lineEndHalf: return natural
    case .half: return natural.bare
    // 开明式: marks that end a sentence keep their frame.
    case .kaiming:
      return member == .stop || member == .exclamation ? natural : natural.bare
    case .plain: return member == .secondExclamation ? natural : natural.fixed
    }
  }

  private static func natural(
    _ member: CharacterClass, _ language: Language, _ mode: WritingMode
  ) -> MarkBody? {
    switch member {
    case .ideograph, .iteration, .repeatMark, .longVowel, .smallKana, .ideographicSpace,
      .wideAlphanumeric, .dash, .ellipsis, .longConnector, .doubleExclamation:
      full
    case .opener: opening
    case .closer: closing
    case .shortConnector, .numeralDot: half
    case .quarterHyphen: quarter
    case .numeralComma: MarkBody(box: 500)
    case .secondExclamation: mode == .vertical ? full : MarkBody(box: 500)
    case .comma, .stop: language.centresMarks ? full : closing
    case .semicolon, .colon:
      switch language {
      // CLREQ 3.1.6.1: fixed frames in vertical lines, and everywhere in Taiwan and Hong Kong.
      case .zhHans: mode == .vertical ? full : closing
      case .zhHantTW, .zhHantHK: full
      case .ja, .ko: centred
      }
    case .exclamation: language == .zhHans && mode == .horizontal ? closing : full
    case .middleDot:
      switch language {
      case .zhHans: half
      case .zhHantTW, .zhHantHK: full
      case .ja, .ko: centred
      }
    case .solidus: language.centresMarks ? full : half
    default: nil
    }
  }
}

extension Language {
  /// Pause and stop marks stand in the middle of their frame, and are not squeezed (CLREQ 3.1.6.1,
  /// clreq#615).
  package var centresMarks: Bool { self == .zhHantTW || self == .zhHantHK }
}
