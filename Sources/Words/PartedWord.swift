import CJKRules

/// What a break in running text parts. Headlines are split by stricter rules: at a phrase, not only between words.
package enum PartedWord: Hashable, Sendable {
  case none
  /// Characters that no dictionary knows: a name, most likely.
  case doubtful
  case word
}

extension HeadWords {
  /// What a break before a scalar of a text parts.
  package func parted(at place: Int, in text: [Unicode.Scalar]) -> PartedWord {
    guard place > 0, place < text.count else { return .none }
    let classes = CharacterTable.standard.classify(text, language: language)
    var splitting = Splitting(
      language, text, classes: classes, parts: breaker?.parts(of: text) ?? [])
    splitting.joinKnownWords()
    guard let index = splitting.parts.firstIndex(where: { $0.upperBound >= place }) else {
      return .none
    }
    let part = splitting.parts[index]
    if part.upperBound > place { return .word }
    guard index + 1 < splitting.parts.count else { return .none }
    return splitting.parted(part, from: splitting.parts[index + 1])
  }
}

extension Splitting {
  /// What a break between two parts parts: a name after its first character, a number before what it counts.
  fileprivate func parted(_ before: Range<Int>, from after: Range<Int>) -> PartedWord {
    let isName = ChineseWords.surnames.contains(string(before)) && isHan(after) && after.count <= 2
    let isAmount = before.allSatisfy { isDigit($0) } && isHan(after)
    if isName || isAmount { return .word }
    return isUnknown(before) && isUnknown(after) ? .doubtful : .none
  }
}
