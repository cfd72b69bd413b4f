import Geometry

// How rectangles of a page lie to each other.

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
