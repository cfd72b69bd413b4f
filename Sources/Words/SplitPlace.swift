/// A place where a headline may be split in two lines (标题断行处).
package struct SplitPlace: Hashable, Sendable {
  /// Where the line before it ends and the next begins: scalars of the text. Blanks between them are
  /// swallowed.
  package var end: Int
  package var next: Int
  /// How bad it is, in thousandths of the headline's size: of a place that costs 40 a paper would
  /// rather set the type 4 % smaller.
  package var cost: Int

  package init(end: Int, next: Int, cost: Int) {
    (self.end, self.next, self.cost) = (end, next, cost)
  }
}

/// What it costs to split at a place. The order is the trade's (blank, mark, phrase, word); the numbers
/// are ours.
enum SplitCost {
  static let never = 1_000_000
  /// At a blank that the editor set for it.
  static let blank = 0
  /// After ，；：。
  static let pause = 10
  /// Where a phrase begins: before a preposition, after a particle.
  static let phrase = 20
  /// Between words.
  static let word = 40
  /// Between words that probably belong together.
  static let close = 90
  /// Between characters of what the dictionary does not know.
  static let doubtful = 160
  /// Elsewhere than at a blank, where there is one.
  static let besidesBlank = 250
  /// Elsewhere than at a pause, where there is one.
  static let besidesPause = 100
}
