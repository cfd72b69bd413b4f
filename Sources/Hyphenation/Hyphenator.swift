/// Knows where the words of alphabets may be parted with a hyphen (断词).
///
/// Patterns are opened when the first word asks for them: reading those of English takes as long as setting
/// 50 000 characters, and most editions part no word. It keeps what it opened: one for each thread.
package final class Hyphenator {
  /// Languages that were asked for and have no patterns here, in the order they were asked (BCP 47).
  package private(set) var missing: [String] = []
  private let folder: String
  private var opened: [(language: String, patterns: Patterns)] = []

  /// Where Debian's hyphen-* packages put their patterns.
  package static let standardFolder = "/usr/share/hyphen"

  package init(folder: String = Hyphenator.standardFolder) { self.folder = folder }

  /// How many letters may stand before a hyphen, in rising order: two stay before it, three after it.
  package func places(in word: [Unicode.Scalar], language: String) -> [Int] {
    guard let patterns = patterns(of: language) else { return [] }
    return patterns.places(in: word.map(Self.lowercase))
  }

  private func patterns(of language: String) -> Patterns? {
    if let known = opened.first(where: { $0.language == language }) { return known.patterns }
    if missing.contains(language) { return nil }
    let name = String(language.map { $0 == "-" ? "_" : $0 })
    guard let patterns = Patterns("\(folder)/hyph_\(name).dic") else {
      missing.append(language)
      return nil
    }
    opened.append((language, patterns))
    return patterns
  }

  /// Patterns are written in small letters.
  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? scalar : scalar
  }
}
