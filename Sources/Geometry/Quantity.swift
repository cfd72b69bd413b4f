/// A length as a designer wrote it: absolute, or counted in the grid's characters (字) or lines (行).
package enum Quantity: Hashable, Sendable {
  case absolute(Length)
  /// Ten-thousandths of one body em (字).
  case characters(tenThousandths: Int)
  /// Ten-thousandths of one line pitch (行).
  case lines(tenThousandths: Int)

  /// The length on a grid with this body size and pitch.
  package func length(em: Length, pitch: Length) -> Length {
    switch self {
    case .absolute(let length): length
    case .characters(let count): Length(units: (em.units * count + 5_000) / 10_000)
    case .lines(let count): Length(units: (pitch.units * count + 5_000) / 10_000)
    }
  }
}
