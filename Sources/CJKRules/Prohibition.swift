/// What may not open or end a line at one level (禁则).
package struct Prohibition: Sendable {
  package var lineStart: ClassSet
  package var lineEnd: ClassSet

  package init(_ level: ProhibitionLevel) {
    (lineStart, lineEnd) = Self.sets(level)
  }

  /// CLREQ 3.1.4 "basic"; the solidus is listed by its Chinese text only, and follows that.
  private static let basicStart: ClassSet = [
    .comma, .stop, .semicolon, .colon, .exclamation, .secondExclamation, .doubleExclamation,
    .closer, .shortConnector, .longConnector, .middleDot, .solidus, .latinCloser,
  ]
  private static let basicEnd: ClassSet = [.opener, .latinOpener]
  /// JLREQ 3.1.7 and 3.1.8.
  private static let japaneseStart: ClassSet = basicStart.union([
    .iteration, .longVowel, .smallKana,
  ])

  private static func sets(_ level: ProhibitionLevel) -> (ClassSet, ClassSet) {
    switch level {
    // CLREQ 3.1.4: newspapers of Taiwan and Hong Kong; Latin marks still cling to their words.
    case .none: ([.latinCloser], [.latinOpener])
    case .basic: (basicStart, basicEnd)
    // GB/T 15834 5.1.9: a solidus neither opens nor ends a line.
    case .gb: (basicStart, basicEnd.union([.solidus]))
    case .strict: (basicStart.union([.dash, .ellipsis]), basicEnd.union([.solidus]))
    // JLREQ App. C.3: newspapers; ！？ may open a line since lines are short (3.1.7).
    case .jaVeryLoose: ([.closer, .comma, .stop, .latinCloser], basicEnd)
    case .jaLoose:
      (
        japaneseStart.subtracting([
          .shortConnector, .longConnector, .middleDot, .iteration, .longVowel, .smallKana,
        ]), basicEnd
      )
    case .jaStrict:
      (japaneseStart.subtracting([.iteration, .longVowel, .smallKana]), basicEnd)
    case .jaVeryStrict: (japaneseStart, basicEnd)
    }
  }
}

extension Language {
  /// The level meant by `level` in this language: Japanese text set at a Chinese level follows
  /// JLREQ's own default, "strict" (JLREQ App. C.3).
  package func level(_ level: ProhibitionLevel) -> ProhibitionLevel {
    guard self == .ja else { return level }
    switch level {
    case .basic, .gb, .strict: return .jaStrict
    default: return level
    }
  }
}
