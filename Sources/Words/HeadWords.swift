import CJKRules

/// Knows where headlines of a language may be split (标题断行): between words and never inside a name
/// in brackets, a number with its unit, a Latin word; never before a particle nor after a word that
/// leans on the next (JLREQ 4.1.6; newspaper practice).
package final class HeadWords {
  package let language: Language
  /// Opened with the first headline: the dictionaries are large.
  lazy var breaker = WordBreaker(language)

  package init(_ language: Language) { self.language = language }

  /// The places of a text, in its order.
  package func places(in text: [Unicode.Scalar]) -> [SplitPlace] {
    guard text.count > 2 else { return [] }
    let classes = CharacterTable.standard.classify(text, language: language)
    let parts = breaker?.parts(of: text) ?? [0..<text.count]
    var splitting = Splitting(language, text, classes: classes, parts: parts)
    switch language {
    case .zhHans, .zhHantTW, .zhHantHK: splitting.weighChinese()
    case .ja: splitting.weighJapanese()
    case .ko: splitting.weighKorean()
    }
    splitting.weighMarks()
    return splitting.places()
  }
}

/// A text on its way to its split places: what it costs to begin a line at each scalar.
struct Splitting {
  let language: Language
  let text: [Unicode.Scalar]
  let classes: [CharacterClass]
  /// Words, marks and blanks.
  var parts: [Range<Int>]
  private(set) var costs: [Int]

  init(
    _ language: Language, _ text: [Unicode.Scalar], classes: [CharacterClass], parts: [Range<Int>]
  ) {
    (self.language, self.text, self.classes, self.parts) = (language, text, classes, parts)
    costs = [Int](repeating: SplitCost.never, count: text.count + 1)
  }

  mutating func set(_ place: Int, _ cost: Int) { costs[place] = cost }
  mutating func forbid(_ place: Int) { costs[place] = SplitCost.never }
  mutating func raise(_ place: Int, by cost: Int) { costs[place] += cost }
  mutating func forbid(inside range: Range<Int>) {
    for place in range.dropFirst() { costs[place] = SplitCost.never }
  }

  func isBlank(_ index: Int) -> Bool {
    ClassSet.spaces.contains(classes[index]) || classes[index] == .ideographicSpace
  }

  /// The scalars of a part as a text.
  func string(_ part: Range<Int>) -> String { String(String.UnicodeScalarView(text[part])) }

  func places() -> [SplitPlace] {
    (1..<text.count).compactMap { next in
      guard costs[next] < SplitCost.never, !isBlank(next) else { return nil }
      var end = next
      while end > 0, isBlank(end - 1) { end -= 1 }
      return end > 0 ? SplitPlace(end: end, next: next, cost: costs[next]) : nil
    }
  }
}
