/// The text's language and region, which settle its punctuation (by region, not by script).
package enum Language: String, Hashable, Sendable, CaseIterable {
  case zhHans = "zh-Hans"
  case zhHantTW = "zh-Hant-TW"
  case zhHantHK = "zh-Hant-HK"
  case ja
  case ko
}

/// How strictly marks are kept from line ends and starts (CLREQ 3.1.4; JLREQ C.3).
package enum ProhibitionLevel: String, Hashable, Sendable, CaseIterable {
  case none, basic, gb, strict
  case jaVeryLoose = "ja-very-loose"
  case jaLoose = "ja-loose"
  case jaStrict = "ja-strict"
  case jaVeryStrict = "ja-very-strict"
}

/// How wide marks are (CLREQ 3.1.6).
package enum PunctuationStyle: String, Hashable, Sendable, CaseIterable {
  /// 全角式: full width, adjacent pairs squeezed to 1.5 em.
  case fullWidth = "full"
  /// 开明式: sentence-ending marks full, the others half.
  case kaiming
  /// 行末半角式: full inside, half at line edges.
  case lineEndHalf = "line-end-half"
  /// 半角式: all half.
  case half
  /// 原样: nothing is changed.
  case plain
}

/// Whether a mark may hang past the line's end (CLREQ 3.1.7).
package enum HangingStyle: String, Hashable, Sendable, CaseIterable {
  case none, allow, force
}
