/// A distance on the sheet (尺寸), held as a whole number of units so that sums are exact.
///
/// An inch is 13 716 000 units: points (190 500) and millimetres (540 000) are whole, and so are
/// their halves, thirds and quarters. Rounding happens where glyph advances come in and where
/// Cairo's points go out, nowhere else.
package struct Length: Hashable, Comparable, Sendable {
  package var units: Int

  package init(units: Int) { self.units = units }

  package static let zero = Length(units: 0)
  package static let unitsPerPoint = 190_500
  package static let unitsPerMillimetre = 540_000

  package static func points(_ count: Int) -> Length { Length(units: count * unitsPerPoint) }

  package static func points(_ count: Double) -> Length {
    Length(units: Int((count * Double(unitsPerPoint)).rounded()))
  }

  package static func millimetres(_ count: Double) -> Length {
    Length(units: Int((count * Double(unitsPerMillimetre)).rounded()))
  }

  package var points: Double { Double(units) / Double(Length.unitsPerPoint) }
  package var millimetres: Double { Double(units) / Double(Length.unitsPerMillimetre) }

  /// This many thousandths of the length, rounded to the nearest unit (a half goes up).
  package func thousandths(_ count: Int) -> Length {
    let product = units * count
    return Length(units: (product + (product < 0 ? -500 : 500)) / 1000)
  }

  package static func < (a: Length, b: Length) -> Bool { a.units < b.units }
  package static func + (a: Length, b: Length) -> Length { Length(units: a.units + b.units) }
  package static func - (a: Length, b: Length) -> Length { Length(units: a.units - b.units) }
  package static prefix func - (a: Length) -> Length { Length(units: -a.units) }
  package static func * (a: Length, b: Int) -> Length { Length(units: a.units * b) }
  package static func * (a: Int, b: Length) -> Length { Length(units: a * b.units) }
  /// Division towards zero.
  package static func / (a: Length, b: Int) -> Length { Length(units: a.units / b) }
  /// How often `b` goes into `a`, rounded down.
  package static func / (a: Length, b: Length) -> Int {
    let quotient = a.units / b.units
    return a.units % b.units < 0 ? quotient - 1 : quotient
  }
  package static func += (a: inout Length, b: Length) { a.units += b.units }
  package static func -= (a: inout Length, b: Length) { a.units -= b.units }
}
