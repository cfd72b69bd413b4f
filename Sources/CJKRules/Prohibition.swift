/// What may not open or end a line at one level (禁则), and what is held together.
package struct Prohibition: Sendable {
  package private(set) var lineStart: ClassSet
  package private(set) var lineEnd: ClassSet
  /// Signs and the numbers beside them may be parted (cl-12, cl-13).
  package private(set) var partsSigns = false
  /// % alone may be parted from its number.
  package private(set) var partsPercent = false
  /// …… may be parted in the middle (cl-08).
  package private(set) var partsEllipsis = false

  package init(_ level: ProhibitionLevel, language: Language = .zhHans) {
    (lineStart, lineEnd) = (Self.basicStart, Self.basicEnd)
    switch level {
    case _ where language == .ko: keepKorean(level)
    // CLREQ 3.1.4: newspapers of Taiwan and Hong Kong; Latin marks still cling to their words.
    case .none: (lineStart, lineEnd) = ([.latinCloser], [.latinOpener])
    case .basic: break
    // GB/T 15834 5.1.9: a solidus neither opens nor ends a line.
    case .gb: lineEnd = Self.basicEnd.union([.solidus])
    case .strict:
      lineStart = Self.basicStart.union([.dash, .ellipsis])
      lineEnd = Self.basicEnd.union([.solidus])
    case .jaVeryLoose, .jaLoose, .jaStrict, .jaVeryStrict: keepJapanese(level)
    }
  }

  /// CLREQ 3.1.4 "basic"; the solidus is listed by its Chinese text only, and follows that.
  private static let basicStart: ClassSet = [
    .comma, .stop, .semicolon, .colon, .exclamation, .secondExclamation, .doubleExclamation,
    .closer, .shortConnector, .quarterHyphen, .longConnector, .middleDot, .numeralComma,
    .numeralDot, .solidus,
    .latinCloser,
  ]
  private static let basicEnd: ClassSet = [.opener, .latinOpener]
  /// JLREQ Table 2, that is 3.1.7 and 3.1.8 to the letter.
  private static let japaneseStart: ClassSet = basicStart.union([
    .iteration, .repeatMark, .longVowel, .smallKana,
  ])

  /// JLREQ App. C, addendum: what each level lets go of Table 2, the looser as well as the stricter.
  private mutating func keepJapanese(_ level: ProhibitionLevel) {
    lineStart = Self.japaneseStart
    guard level != .jaVeryStrict else { return }
    lineStart = lineStart.subtracting([.iteration, .longVowel, .smallKana])
    guard level != .jaStrict else { return }
    lineStart = lineStart.subtracting([
      .shortConnector, .quarterHyphen, .longConnector, .middleDot,
    ])
    (partsEllipsis, partsPercent) = (true, true)
    guard level == .jaVeryLoose else { return }
    // Newspapers: ！？ may open a line since lines are short (3.1.7 note).
    lineStart = lineStart.subtracting([
      .exclamation, .secondExclamation, .doubleExclamation, .colon, .semicolon, .repeatMark,
      .solidus,
    ])
    partsSigns = true
  }

  /// KLREQ 4.3.3 and 4.3.4, which know no levels.
  private mutating func keepKorean(_ level: ProhibitionLevel) {
    guard level != .none else {
      (lineStart, lineEnd) = ([.latinCloser], [.latinOpener])
      return
    }
    lineStart = Self.basicStart.subtracting([.solidus]).union([.iteration, .repeatMark, .longVowel])
  }
}

extension Language {
  /// The level meant by `level` in this language: Japanese text set at a Chinese level follows
  /// JLREQ's own default, "strict" (JLREQ App. C).
  package func level(_ level: ProhibitionLevel) -> ProhibitionLevel {
    guard self == .ja else { return level }
    switch level {
    case .basic, .gb, .strict: return .jaStrict
    default: return level
    }
  }
}
