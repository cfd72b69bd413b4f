import Geometry

// How rectangles of a page lie to each other.

extension [Rect] {
  /// The rectangle round all of them.
  var bounds: Rect? {
    guard let first else { return nil }
    return dropFirst().reduce(first) { sum, rect in
      let (x, y) = (Swift.min(sum.x, rect.x), Swift.min(sum.y, rect.y))
      return Rect(
        x: x, y: y, width: Swift.max(sum.maxX, rect.maxX) - x,
        height: Swift.max(sum.maxY, rect.maxY) - y)
    }
  }
}

extension Rect {
  /// White between them from side to side; zero where one stands over the other.
  func gapAcross(to other: Rect) -> Length { max(.zero, other.x - maxX, x - other.maxX) }

  /// White between them from top to bottom; zero where they stand side by side.
  func gapDown(to other: Rect) -> Length { max(.zero, other.y - maxY, y - other.maxY) }

  func spansRows(of other: Rect) -> Bool { y < other.maxY && other.y < maxY }
  func spansColumns(of other: Rect) -> Bool { x < other.maxX && other.x < maxX }

  func sharedHeight(with other: Rect) -> Length {
    max(.zero, min(maxY, other.maxY) - max(y, other.y))
  }

  /// Its part on the rows of another.
  func rows(sharedWith other: Rect) -> Rect {
    Rect(x: x, y: max(y, other.y), width: width, height: sharedHeight(with: other))
  }
}
