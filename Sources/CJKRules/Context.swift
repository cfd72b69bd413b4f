extension CharacterTable {
  /// Gives every character of `text` its class beside its neighbours: marks that Chinese and Latin
  /// share (“ ” ‘ ’ … — ·) become Latin between Latin neighbours (CSS Text 4 autospace notes, CLREQ
  /// 3.2.3), a lone — becomes a connector (CLREQ 3.1.3.2), the second of two ！ shares a frame.
  package func classify(_ text: [Unicode.Scalar], language: Language) -> [CharacterClass] {
    let needsContext = Self.needsContext
    let alone = text.map { characterClass(of: $0) }
    var classes = alone
    for index in alone.indices where needsContext.contains(alone[index]) {
      classes[index] = Self.resolve(index, text, alone, language)
    }
    return classes
  }

  private static let needsContext: ClassSet = [
    .opener, .closer, .middleDot, .dash, .ellipsis, .exclamation,
  ]

  private static func isShared(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{B7}", "—", "…", "“", "”", "‘", "’": true
    default: false
    }
  }

  private static func resolve(
    _ index: Int, _ text: [Unicode.Scalar], _ classes: [CharacterClass], _ language: Language
  ) -> CharacterClass {
    let own = classes[index]
    if own == .exclamation {
      return closesPair(index, classes) && language.chainsExclamations ? .secondExclamation : own
    }
    if isShared(text[index]) && isLatin(index, text, classes, language) {
      return latinForm(of: own)
    }
    if own == .dash && text[index] == "—" {
      let before = index > 0 && text[index - 1] == "—"
      let after = index + 1 < text.count && text[index + 1] == "—"
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
