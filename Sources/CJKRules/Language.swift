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

/// Which table Japanese lines are squeezed by (JLREQ Appendix D).
package enum ReductionTable: String, Hashable, Sendable, CaseIterable {
  /// Table 3, JLREQ's own.
  case jlreq
  /// Table 4, of JIS X 4051, whose marks at line ends are fixed too (JLREQ 3.1.9 note).
  case jis
  /// Table 5, of books: marks keep a quarter em.
  case books
}

/// How opening brackets stand at line starts (CLREQ 3.1.6.3; JLREQ 3.1.5, whose patterns are numbered).
package enum OpeningStyle: String, Hashable, Sendable, CaseIterable {
  /// ① 天付き: their ink stands at the line's start, or at a paragraph's indent.
  case flush
  /// ② Their blank stays, at every line's start.
  case full
  /// ③ The same as ①, but a paragraph's first stands half an em before the indent.
  case half
  /// A paragraph's first keeps its blank; the others stand as in ①.
  case firstFull = "first-full"
}

/// Where Korean lines may end (KLREQ 4.4.2).
package enum KoreanBreak: String, Hashable, Sendable, CaseIterable {
  /// 어절: at spaces alone.
  case word
  /// 글자: between syllables.
  case character
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
