/// How a character stands in a vertical line (UAX #50, CLREQ 3.2.3, JLREQ 3.2.3–3.2.5).
package enum VerticalForm: Hashable, Sendable {
  /// Upright in a frame of its own, in its vertical form.
  case upright
  /// Turned a quarter clockwise with its word.
  case turned
  /// Side by side with its neighbours in one frame (纵中横 / 縦中横).
  case combined
}

extension CharacterTable {
  /// The form of every character. Han, kana and CJK marks stand upright, and so do a letter or a digit
  /// alone; two digits, or two of ！？, share a frame; other Latin text is turned.
  package func verticalForms(
    of text: [Unicode.Scalar], classes: [CharacterClass]
  ) -> [VerticalForm] {
    var forms = [VerticalForm](repeating: .upright, count: text.count)
    var index = 0
    while index < text.count {
      let end = Self.wordEnd(text, classes, from: index)
      if end > index {
        forms.replaceSubrange(
          index..<end,
          with: repeatElement(Self.form(of: classes[index..<end]), count: end - index))
      } else if classes[index] == .secondExclamation {
        (forms[index - 1], forms[index]) = (.combined, .combined)
      }
      index = max(end, index + 1)
    }
    return forms
  }

  /// Where the run of Latin text that starts at `start` ends.
  private static func wordEnd(
    _ text: [Unicode.Scalar], _ classes: [CharacterClass], from start: Int
  ) -> Int {
    var end = start
    while end < text.count, isTurned(classes[end], text[end]) { end += 1 }
    return end
  }

  /// R of UAX #50 among what newspapers set: Latin text with its signs. ℃ № × ÷ ± stand upright (U).
  private static func isTurned(_ kind: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "±", "×", "÷", "©", "®", "§", "¶": return false
    default: break
    }
    switch kind {
    case .letter, .digit, .latinOpener, .latinCloser, .latinMark, .hyphen: return true
    case .prefix, .postfix, .solidus: return scalar.value < 0x0250
    default: return false
    }
  }

  private static func form(of word: ArraySlice<CharacterClass>) -> VerticalForm {
    if word.count == 1, let only = word.first, ClassSet.alphanumeric.contains(only) {
      return .upright
    }
    return word.count == 2 && word.allSatisfy({ $0 == .digit }) ? .combined : .turned
  }

  /// The mainland's quotation marks in vertical lines (GB/T 15834 5.2.3): “ ” become ﹃ ﹄, ‘ ’ become
  /// ﹁ ﹂, which are the vertical forms of the corner brackets.
  package static func verticalQuote(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "“": "『"
    case "”": "』"
    case "‘": "「"
    case "’": "」"
    default: nil
    }
  }
}
