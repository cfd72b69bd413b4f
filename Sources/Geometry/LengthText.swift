// Lengths as messages say them.

extension Length {
  /// How many of `unit`, to a tenth: `1.5`, `2`.
  package func tenths(of unit: Length) -> String {
    let count = (units * 20 + (units < 0 ? -unit.units : unit.units)) / (2 * max(1, unit.units))
    let (whole, rest) = abs(count).quotientAndRemainder(dividingBy: 10)
    return (count < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }

  /// `350`, `80.5`.
  package var millimetresText: String { tenths(of: .millimetres(1)) }

  package var pointsText: String { tenths(of: .points(1)) + "pt" }
}

extension Size {
  /// `350×80.5 mm`.
  package var millimetresText: String {
    "\(width.millimetresText)×\(height.millimetresText) mm"
  }
}
