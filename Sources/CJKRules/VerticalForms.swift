/// How a character stands in a vertical line (UAX #50, CLREQ 3.2.3, JLREQ 3.2.3–3.2.5).
package enum VerticalForm: Hashable, Sendable {
  /// Upright in a frame of its own, in its vertical form.
  case upright
  /// Turned a quarter clockwise with its word.
  case turned
  /// Side by side with its neighbours in one frame (纵中横 / 縦中横).
  case combined
}

/// Words with only spaces between them: when one is turned, so are all.
private struct VerticalPhrase {
  private var words: [VerticalWord] = []
  private var isTurned = false

  mutating func add(_ word: VerticalWord, _ forms: inout [VerticalForm]) {
    words.append(word)
    guard isTurned || word.isTurned(forms) else { return }
    isTurned = true
    for index in words.flatMap(\.range) { forms[index] = .turned }
    words = []
  }
}

extension CharacterTable {
  /// The form of every character. Han, kana and CJK marks stand upright, words of Latin text by
  /// `VerticalWord`, anything else by its orientation; two of ！？ share a frame.
  ///
  /// `fits` says whether some characters, side by side, fit one frame when condensed to so many thousandths at most.
  package func verticalForms(
    of text: [Unicode.Scalar], classes: [CharacterClass], language: Language,
    fits: FrameFit
  ) -> [VerticalForm] {
    var forms = [VerticalForm](repeating: .upright, count: text.count)
    var index = 0
    var phrase = VerticalPhrase()
    while index < text.count {
      let word = VerticalWord(text, classes, from: index)
      if !word.range.isEmpty {
        word.settle(&forms, fits)
        phrase.add(word, &forms)
      } else {
        if !ClassSet.spaces.contains(classes[index]) { phrase = VerticalPhrase() }
        switch classes[index] {
        case .secondExclamation: (forms[index - 1], forms[index]) = (.combined, .combined)
        case .attached: if index > 0 { forms[index] = forms[index - 1] }
        case let kind where Self.standsByClass.contains(kind): break
        default:
          if case .turned = VerticalOrientation.of(text[index], language: language) {
            forms[index] = .turned
          }
        }
      }
      index = max(word.range.upperBound, index + 1)
    }
    turnQuotes(of: text, classes, &forms)
    return forms
  }

  /// Marks that Latin and CJK text share are R for Unicode; as CJK marks they take the vertical form that
  /// their font has, and are turned where it has none. A middle dot is the same either way.
  private static let standsByClass: ClassSet = ClassSet.marks.union([
    .dash, .ellipsis, .shortConnector, .quarterHyphen, .longConnector, .longVowel, .space,
    .noBreakSpace,
    .ideographicSpace,
  ])

  /// “ ” ‘ ’ round nothing but turned words turn with them (CLREQ 3.2.3).
  private func turnQuotes(
    of text: [Unicode.Scalar], _ classes: [CharacterClass], _ forms: inout [VerticalForm]
  ) {
    var opener: Int?
    for index in text.indices {
      let isTurned = forms[index] == .turned || ClassSet.spaces.contains(classes[index])
      switch classes[index] {
      case .opener: opener = Self.pair(of: text[index]) == nil ? nil : index
      case .closer:
        if let start = opener, start + 1 < index, Self.pair(of: text[start]) == text[index] {
          (forms[start], forms[index]) = (.turned, .turned)
        }
        opener = nil
      default: if !isTurned { opener = nil }
      }
    }
  }

  private static func pair(of opener: Unicode.Scalar) -> Unicode.Scalar? {
    switch opener {
    case "“": "”"
    case "‘": "’"
    default: nil
    }
  }

  /// Quotation marks in vertical lines, drawn by the vertical form of another character. The mainland's “ ” become
  /// ﹃ ﹄ and ‘ ’ ﹁ ﹂ (GB/T 15834 5.2.3), which are those of corner brackets; Japan's “ ” become 〝 〟
  /// (JLREQ Appendix A, cl-01 and cl-02).
  package static func verticalQuote(
    of scalar: Unicode.Scalar, language: Language
  ) -> Unicode.Scalar? {
    switch (scalar, language) {
    case ("“", .zhHans): "『"
    case ("”", .zhHans): "』"
    case ("‘", .zhHans): "「"
    case ("’", .zhHans): "」"
    case ("“", .ja): "〝"
    case ("”", .ja): "〟"
    default: nil
    }
  }
}
