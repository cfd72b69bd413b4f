extension CharacterTable {
  /// Gives every character of `text` its class beside its neighbours: marks that Chinese and Latin
  /// share (“ ” ‘ ’ … — ·) become Latin between Latin neighbours (CSS Text 4 autospace notes, CLREQ
  /// 3.2.3), a lone — becomes a connector (CLREQ 3.1.3.2), ‐ among Japanese its own mark
  /// (JLREQ A.3), the second of two ！ shares a frame.
  package func classify(_ text: [Unicode.Scalar], language: Language) -> [CharacterClass] {
    let needsContext = Self.needsContext
    let alone = text.map { characterClass(of: $0) }
    var classes = alone
    for index in alone.indices where needsContext.contains(alone[index]) {
      switch alone[index] {
      // Most stand outside numbers.
      case .comma, .stop:
        if index + 1 < alone.count, language == .ja || ClassSet.digits.contains(alone[index + 1]) {
          classes[index] = Self.resolve(index, text, alone, language)
        }
      default: classes[index] = Self.resolve(index, text, alone, language)
      }
    }
    return classes
  }

  private static let needsContext: ClassSet = [
    .opener, .closer, .middleDot, .dash, .ellipsis, .exclamation, .comma, .stop, .space,
    .noBreakSpace, .regionalIndicator, .longConnector, .hyphen, .prefix,
  ]

  private static func isShared(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{B7}", "—", "…", "“", "”", "‘", "’", "«", "»": true
    default: false
    }
  }

  private static func resolve(
    _ index: Int, _ text: [Unicode.Scalar], _ classes: [CharacterClass], _ language: Language
  ) -> CharacterClass {
    let own = classes[index]
    switch own {
    case .exclamation:
      return closesPair(index, classes) && language.chainsExclamations ? .secondExclamation : own
    case .space, .noBreakSpace: return isThousandsSpace(index, text, classes) ? .digit : own
    case .longConnector: return text[index] == "－" ? wideHyphen(index, classes, language) : own
    case .prefix: return isSign(index, text, classes, language) ? own : .ideograph
    case .regionalIndicator: return closesFlag(index, classes) ? .attached : .ideograph
    case .hyphen:
      let isSquare = language == .ja && text[index] == "\u{2010}"
      return isSquare && !isLatin(index, text, classes, language) ? .quarterHyphen : own
    case .comma, .stop: return separator(index, text, classes, language) ?? own
    case .middleDot where language == .ja:
      if let separator = separator(index, text, classes, language) { return separator }
    default: break
    }
    if isShared(text[index]) && isLatin(index, text, classes, language) {
      return latinForm(of: own)
    }
    if own == .dash && (text[index] == "—" || text[index] == "―") {
      let before = index > 0 && text[index - 1] == text[index]
      let after = index + 1 < text.count && text[index + 1] == text[index]
      return before || after ? .dash : .longConnector
    }
    return own
  }

  private static func latinForm(of mark: CharacterClass) -> CharacterClass {
    switch mark {
    case .opener: .latinOpener
    case .closer, .ellipsis: .latinCloser
    case .dash: .hyphen
    default: .latinMark
    }
  }

  /// Whether a shared mark stands in Latin text: both nearest neighbours that are not themselves
  /// shared are Latin. Korean sets quotation marks as Latin always (KLREQ 4.3.1).
  private static func isLatin(
    _ index: Int, _ text: [Unicode.Scalar], _ classes: [CharacterClass], _ language: Language
  ) -> Bool {
    if language == .ko && (classes[index] == .opener || classes[index] == .closer) { return true }
    return isLatinNeighbour(from: index, step: -1, text, classes)
      && isLatinNeighbour(from: index, step: 1, text, classes)
  }

  private static func isLatinNeighbour(
    from index: Int, step: Int, _ text: [Unicode.Scalar], _ classes: [CharacterClass]
  ) -> Bool {
    var place = index + step
    // Farther neighbours say nothing of a mark, and a page of quotation marks must not cost its square.
    for _ in 0..<16 where text.indices.contains(place) {
      if !isShared(text[place]) && !ClassSet.spaces.contains(classes[place]) {
        return ClassSet.latin.contains(classes[place])
      }
      place += step
    }
    return false
  }

  /// What a separator within a number is: full-width ． among digits, and ， before three of them, are part of
  /// it (JLREQ 3.1.10), while that of “3月18，8点” ends a clause;
  /// Japanese sets 、 ・ among ideographic numerals solid (JLREQ 3.1.3), and ・ among digits, where it is the decimal
  /// point of upright lines.
  private static func separator(
    _ index: Int, _ text: [Unicode.Scalar], _ classes: [CharacterClass], _ language: Language
  ) -> CharacterClass? {
    guard index > 0, index + 1 < text.count else { return nil }
    switch text[index] {
    case "，", "．":
      let before = digits(from: index, step: -1, classes)
      let after = digits(from: index, step: 1, classes)
      let parts = text[index] == "，" ? before < 4 && after == 3 : after > 0
      return parts && before > 0 ? .wideAlphanumeric : nil
    case "、", "・":
      let areDigits =
        text[index] == "・"
        && [index - 1, index + 1].allSatisfy { ClassSet.digits.contains(classes[$0]) }
      guard language == .ja,
        areDigits || isNumeral(text[index - 1]) && isNumeral(text[index + 1])
      else { return nil }
      return classes[index] == .comma ? .numeralComma : .numeralDot
    default: return nil
    }
  }

  /// How many digits stand beside a separator, up to one more than a group of thousands has.
  private static func digits(from index: Int, step: Int, _ classes: [CharacterClass]) -> Int {
    var count = 0
    while count < 4, case let place = index + step * (count + 1), classes.indices.contains(place),
      ClassSet.digits.contains(classes[place])
    { count += 1 }
    return count
  }

  /// － is the sign of the number after it (JLREQ 3.1.10 c), unless that goes on from a number or a word:
  /// there, and among Han, it connects (CLREQ 3.1.3.2). Japanese has it for an operator (cl-18).
  private static func wideHyphen(
    _ index: Int, _ classes: [CharacterClass], _ language: Language
  ) -> CharacterClass {
    if opensNumber(index, classes) { return .prefix }
    return language == .ja || language == .ko ? .ideograph : .longConnector
  }

  /// Whether a sign stands before a number that does not go on from another number or a word.
  private static func opensNumber(_ index: Int, _ classes: [CharacterClass]) -> Bool {
    let words: ClassSet = [.letter, .digit, .wideAlphanumeric]
    return index + 1 < classes.count && ClassSet.digits.contains(classes[index + 1])
      && !(index > 0 && words.contains(classes[index - 1]))
  }

  /// What stands for plus or minus is the sign of the number after it, solid (JLREQ 3.1.10 c); elsewhere ＋
  /// is an operator (cl-18) and ▲ a mark of its own, as it is in Chinese and Korean, which begin items with it.
  private static func isSign(
    _ index: Int, _ text: [Unicode.Scalar], _ classes: [CharacterClass], _ language: Language
  ) -> Bool {
    switch text[index] {
    case "＋": opensNumber(index, classes)
    case "▲", "△", "▼", "▽": language == .ja && opensNumber(index, classes)
    default: true
    }
  }

  /// Ideographic numerals (JLREQ 3.1.10).
  package static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "萬", "億",
      "亿", "兆", "壱", "弐", "参":
      true
    default: false
    }
  }

  /// A space between the digits of one number (10 000), which has a fixed width and ends no line (JLREQ
  /// 3.1.10 note): thin, narrow or figure space, or one that ends no line anyway.
  private static func isThousandsSpace(
    _ index: Int, _ text: [Unicode.Scalar], _ classes: [CharacterClass]
  ) -> Bool {
    switch text[index] {
    case "\u{2009}", "\u{202F}", "\u{2007}", "\u{00A0}": break
    default: return false
    }
    return index > 0 && index + 1 < text.count && classes[index - 1] == .digit
      && classes[index + 1] == .digit
  }

  /// Whether this is the second half of a flag, among the last few dozen.
  private static func closesFlag(_ index: Int, _ classes: [CharacterClass]) -> Bool {
    var first = index
    while first > max(0, index - 64), classes[first - 1] == .regionalIndicator { first -= 1 }
    return (index - first) % 2 == 1
  }

  /// Whether this is the second of exactly two exclamation or question marks.
  private static func closesPair(_ index: Int, _ classes: [CharacterClass]) -> Bool {
    func isMark(_ place: Int) -> Bool {
      classes.indices.contains(place) && classes[place] == .exclamation
    }
    return isMark(index - 1) && !isMark(index - 2) && !isMark(index + 1)
  }
}

extension Language {
  /// ！！ in one frame is a rule of GB/T 15834 5.1.2.
  fileprivate var chainsExclamations: Bool { self == .zhHans }
}
