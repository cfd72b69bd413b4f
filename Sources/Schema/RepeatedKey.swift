/// Finds where a key is written twice in one map. The parser knows only the name: its place for it is
/// that of the first one, or none.
struct RepeatedKey {
  let names: [String]
  let scalars: [Unicode.Scalar]

  /// How many keys of the same name, in maps within, may stand between the two.
  private static let reach = 200

  init(names: [String], in scalars: [Unicode.Scalar]) {
    (self.names, self.scalars) = (names, scalars)
  }

  /// The key and the offsets of its first and second writing.
  func find() -> (name: String, first: Int, second: Int)? {
    for name in names.sorted() {
      let keys = writings(of: name)
      for (index, first) in keys.enumerated() {
        let next = keys[(index + 1)...].prefix(Self.reach)
        if let second = next.first(where: { isSameMap(first, $0) }) {
          return (name, first.start, second.start)
        }
      }
    }
    return nil
  }

  private struct Writing {
    var start: Int
    /// Columns from the line's start.
    var indent: Int
    /// Follows `- ` and so begins a map.
    var beginsItem: Bool
    /// Follows `{` or `,`.
    var isInBraces: Bool
  }

  /// The places where `name` stands as a key: a colon and a blank behind, a line's start, `- `, `{`
  /// or `,` before it.
  private func writings(of name: String) -> [Writing] {
    let word = Array(name.unicodeScalars)
    guard !word.isEmpty, scalars.count > word.count else { return [] }
    return (0..<scalars.count - word.count).compactMap { start in
      guard scalars[start] == word[0], scalars[start..<start + word.count].elementsEqual(word)
      else {
        return nil
      }
      return writing(at: start, length: word.count)
    }
  }

  private func writing(at start: Int, length: Int) -> Writing? {
    var after = start + length
    var before = start - 1
    if before >= 0, after < scalars.count, isQuote(scalars[before]),
      scalars[after] == scalars[before]
    {
      (before, after) = (before - 1, after + 1)
    }
    while after < scalars.count, scalars[after] == " " { after += 1 }
    guard after < scalars.count, scalars[after] == ":" else { return nil }
    let keyStart = before + 1
    while before >= 0, scalars[before] == " " { before -= 1 }
    let lineStart = (scalars[..<keyStart].lastIndex(of: "\n") ?? -1) + 1
    let mark = before >= 0 ? scalars[before] : "\n"
    guard before < lineStart || mark == "-" || mark == "{" || mark == "," else { return nil }
    return Writing(
      start: start, indent: keyStart - lineStart, beginsItem: mark == "-" && before >= lineStart,
      isInBraces: (mark == "{" || mark == ",") && before >= lineStart)
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }

  private func isSameMap(_ first: Writing, _ second: Writing) -> Bool {
    let between = scalars[first.start..<second.start]
    if first.isInBraces || second.isInBraces {
      guard first.isInBraces == second.isInBraces else { return false }
      var depth = 0
      for scalar in between {
        depth += scalar == "{" || scalar == "[" ? 1 : scalar == "}" || scalar == "]" ? -1 : 0
        if depth < 0 { return false }
      }
      return depth == 0
    }
    guard first.indent == second.indent, !second.beginsItem else { return false }
    // No line between them may stand further left.
    var at = between.startIndex
    while let end = between[at...].firstIndex(of: "\n") {
      let line = between[(end + 1)...].prefix { $0 != "\n" }
      let indent = line.prefix { $0 == " " }.count
      let isBlank = indent == line.count || line[line.startIndex + indent] == "#"
      if indent < first.indent, !isBlank { return false }
      at = end + 1
    }
    return true
  }
}
