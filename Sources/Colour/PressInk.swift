import Drawing

/// One of the four inks of a press, each with a plate of its own (四色印版).
package enum PressInk: Int, Hashable, Sendable, CaseIterable {
  case cyan, magenta, yellow, black

  /// What its plate is called.
  package var letter: String { ["C", "M", "Y", "K"][rawValue] }

  /// How much of it is in an ink, in percent.
  package func share(of ink: Ink) -> Int {
    switch self {
    case .cyan: ink.c
    case .magenta: ink.m
    case .yellow: ink.y
    case .black: ink.k
    }
  }

  /// What a paint puts on its plate, 255 for all of it; nil where the paint leaves the plate as it is.
  package func cover(of paint: InkPaint) -> UInt8? {
    if paint.overprints, self != .black { return nil }
    return UInt8(min(255, max(0, (share(of: paint.ink) * 255 + 50) / 100)))
  }
}
