/// Finds the word that was probably meant.
package enum NearestWord {
  /// The known word nearest to `word`, the first of equals; nil when none is near: more than a third
  /// of its letters (at least two) would have to change, or as many as it has.
  package static func to(_ word: String, among known: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(64))
    let bound = min(max(2, letters.count / 3), max(letters.count - 1, 1))
    var best: (distance: Int, word: String)?
    for candidate in known {
      let distance = edits(letters, Array(candidate.lowercased().unicodeScalars.prefix(64)))
      if distance <= bound, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Insertions, deletions, changes, and swaps of neighbours (optimal string alignment).
  static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        let change = rows[i][j] + (a[i] == b[j] ? 0 : 1)
        var least = min(change, rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
