/// Whether a line may end at a gap.
package enum BreakPermission: UInt8, Sendable {
  case allowed
  /// Kept by a prohibition, which may be relieved where nothing else fits (CLREQ 3.1.4).
  case prohibited
  /// Inside a word, a number or a mark of two frames (CLREQ 3.1.5).
  case unbreakable
  /// Told by what stands around the two characters: in Latin text, by UAX #14.
  case byContext
}

/// A stretch of space that may be squeezed away at one step. Thousandths of an em.
package struct Blank: Hashable, Sendable {
  package var natural: Int16 = 0
  /// What of it may be taken, and at which step (0 = never).
  package var shrink: Int16 = 0
  package var shrinkStep: UInt8 = 0

  static let none = Blank()

  /// Blank that goes wholly at `step`.
  init(natural: Int = 0, shrink: Int = 0, step: Int = 0) {
    self.natural = Int16(natural)
    self.shrink = step == 0 ? 0 : Int16(shrink)
    shrinkStep = shrink == 0 ? 0 : UInt8(step)
  }
}

/// The space between two neighbouring characters (间隙): natural width, the steps by which it shrinks
/// and stretches, and whether a line may end there. Thousandths of an em.
package struct GapRule: Hashable, Sendable {
  /// Blank counted in the em of the character before: its own blank, Han–Latin and word spaces.
  package var after = Blank.none
  /// Blank counted in the em of the character after.
  package var before = Blank.none
  /// What it may grow by at `stretchStep` (0 = never); at a step without limit, its share.
  package var stretch: Int16 = 0
  package var stretchStep: UInt8 = 0
  /// Whether it goes on growing at the last step.
  package var stretchesAtLast = false
  package var breaking = BreakPermission.allowed
}

/// What is typed between two characters, or what keeps them together.
package enum Joint: UInt8, CaseIterable, Sendable {
  case solid, spaced, noBreakSpaced
  /// Within the base of a ruby: the gap is not adjusted and no line ends there (JLREQ 3.3.6).
  case bound
  /// Within the base of a jukugo ruby: not adjusted, but a line may end there (JLREQ 3.3.7).
  case linked
  /// Within an inline note, whose own sub-lines have the gaps: nothing is left for the line (JLREQ 3.4.2).
  case inNote
  /// U+200B, U+2060: no space.
  case divided, joined
}
