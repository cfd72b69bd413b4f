/// A distance on the sheet (尺寸), held as a whole number of units so that sums are exact.
///
/// An inch is 13 716 000 units: points (190 500) and millimetres (540 000) are whole, and so are
/// their halves, thirds and quarters. Rounding happens where glyph advances come in and where
/// Cairo's points go out, nowhere else.
package struct Length: Hashable, Comparable, Sendable {
  package var units: Int

  @inlinable package init(units: Int) { self.units = units }

  @inlinable package static var zero: Length { Length(units: 0) }
  @inlinable package static var unitsPerPoint: Int { 190_500 }
  @inlinable package static var unitsPerMillimetre: Int { 540_000 }

  @inlinable package static func points(_ count: Int) -> Length {
    Length(units: count * unitsPerPoint)
  }

  @inlinable package static func points(_ count: Double) -> Length {
    Length(units: Int((count * Double(unitsPerPoint)).rounded()))
  }

  @inlinable package static func millimetres(_ count: Double) -> Length {
    Length(units: Int((count * Double(unitsPerMillimetre)).rounded()))
  }

  @inlinable package var points: Double { Double(units) / Double(Length.unitsPerPoint) }
  @inlinable package var millimetres: Double { Double(units) / Double(Length.unitsPerMillimetre) }

  /// This many thousandths of the length, rounded to the nearest unit (a half goes up).
  @inlinable package func thousandths(_ count: Int) -> Length {
    let product = units * count
    return Length(units: (product + (product < 0 ? -500 : 500)) / 1000)
  }

  @inlinable package static func < (a: Length, b: Length) -> Bool { a.units < b.units }
  @inlinable package static func + (a: Length, b: Length) -> Length {
    Length(units: a.units + b.units)
  }
  @inlinable package static func - (a: Length, b: Length) -> Length {
    Length(units: a.units - b.units)
  }
  @inlinable package static prefix func - (a: Length) -> Length { Length(units: -a.units) }
  @inlinable package static func * (a: Length, b: Int) -> Length { Length(units: a.units * b) }
  @inlinable package static func * (a: Int, b: Length) -> Length { Length(units: a * b.units) }
  /// Division towards zero.
  @inlinable package static func / (a: Length, b: Int) -> Length { Length(units: a.units / b) }
  /// How often `b` goes into `a`, rounded down.
  @inlinable package static func / (a: Length, b: Length) -> Int {
    let quotient = a.units / b.units
    return a.units % b.units < 0 ? quotient - 1 : quotient
  }
  @inlinable package static func += (a: inout Length, b: Length) { a.units += b.units }
  @inlinable package static func -= (a: inout Length, b: Length) { a.units -= b.units }
}
