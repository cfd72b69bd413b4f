/// A place on the sheet, from its top left corner; used from the draw stage on.
package struct Point: Hashable, Sendable {
  package var x: Length
  package var y: Length
  @inlinable package init(x: Length, y: Length) { (self.x, self.y) = (x, y) }
}

/// A width and a height on the sheet.
package struct Size: Hashable, Sendable {
  package var width: Length
  package var height: Length
  @inlinable package init(width: Length, height: Length) {
    (self.width, self.height) = (width, height)
  }
}

/// An upright rectangle on the sheet.
package struct Rect: Hashable, Sendable {
  package var x: Length
  package var y: Length
  package var width: Length
  package var height: Length

  @inlinable package init(x: Length, y: Length, width: Length, height: Length) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  @inlinable package var maxX: Length { x + width }
  @inlinable package var maxY: Length { y + height }
  @inlinable package var size: Size { Size(width: width, height: height) }
  @inlinable package var origin: Point { Point(x: x, y: y) }

  @inlinable package func inset(by distance: Length) -> Rect {
    Rect(
      x: x + distance, y: y + distance, width: width - 2 * distance, height: height - 2 * distance)
  }

  @inlinable package func intersects(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  @inlinable package func contains(_ other: Rect) -> Bool {
    x <= other.x && y <= other.y && other.maxX <= maxX && other.maxY <= maxY
  }
}

extension [Rect] {
  /// The smallest rectangle round all of them; nil for none.
  package var bounds: Rect? {
    guard let first else { return nil }
    return dropFirst().reduce(first) { sum, rect in
      let (x, y) = (Swift.min(sum.x, rect.x), Swift.min(sum.y, rect.y))
      return Rect(
        x: x, y: y, width: Swift.max(sum.maxX, rect.maxX) - x,
        height: Swift.max(sum.maxY, rect.maxY) - y)
    }
  }
}
