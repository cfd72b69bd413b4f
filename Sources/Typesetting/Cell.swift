import CJKRules
import Fonts

/// A character in its frame (字身): the unit that lines are made of.
struct Cell {
  /// The first scalar it stands for; spaces typed after it belong to it too.
  var text: Int32
  var firstGlyph: Int32
  var endGlyph: Int32
  /// Which of the paragraph's looks it has.
  var look: Int32
  /// The ink box, without blank that may be adjusted, in `Length` units.
  var width: Int
  var kind: CharacterClass
  /// What is typed between it and the next cell.
  var joint: Joint
}

/// A glyph with its place from its cell's start and from the line's axis, in `Length` units: 32 bits hold
/// 11 000 pt.
struct CellGlyph {
  var id: UInt32
  var text: Int32
  var inline: Int32
  var block: Int32
}

/// How some cells look. Lengths in `Length` units.
struct Look: Hashable {
  var font: FontID
  var size: Int
  var condense: Int
  var orientation: GlyphOrientation
  /// One em along the line.
  var em: Int
  /// Added after each character, except at the line's end.
  var tracking: Int
  var dot: EmphasisDot?

  func isDrawnLike(_ other: Look) -> Bool {
    font.index == other.font.index && size == other.size && condense == other.condense
      && orientation == other.orientation
  }
}
