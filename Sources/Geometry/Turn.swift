/// A direction as part of a whole turn, clockwise from straight up (12 o'clock).
///
/// Its sine is summed here and not asked of the system, whose last digits differ between machines.
package struct Turn: Hashable, Comparable, Sendable {
  /// Whole turns: a quarter is 0.25.
  package var turns: Double

  package init(turns: Double) { self.turns = turns }

  package static func < (a: Turn, b: Turn) -> Bool { a.turns < b.turns }

  package var sine: Double { Self.sine(ofQuarters: turns * 4) }
  package var cosine: Double { Self.sine(ofQuarters: turns * 4 + 1) }

  /// A right angle is one quarter.
  private static func sine(ofQuarters quarters: Double) -> Double {
    let whole = quarters.rounded(.down)
    let rest = quarters - whole
    let quadrant = ((Int(whole) % 4) + 4) % 4
    let value = series(quadrant.isMultiple(of: 2) ? rest : 1 - rest)
    return quadrant < 2 ? value : -value
  }

  /// Taylor's series, exact to the last digit but one between nought and a right angle.
  private static func series(_ quarters: Double) -> Double {
    let angle = quarters * Double.pi / 2
    var (term, sum) = (angle, angle)
    for step in 1...12 {
      term *= -angle * angle / Double((2 * step) * (2 * step + 1))
      sum += term
    }
    return sum
  }
}

extension LogicalPoint {
  /// The place at a distance in a direction, on a panel whose lines run from left to right.
  package func towards(_ turn: Turn, by distance: Length) -> LogicalPoint {
    LogicalPoint(
      inline: inline + .points(distance.points * turn.sine),
      block: block - .points(distance.points * turn.cosine))
  }
}
