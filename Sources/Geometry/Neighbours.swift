// How rectangles of a page lie to each other.

extension Rect {
  /// White between them from side to side; zero where one stands over the other.
  package func gapAcross(to other: Rect) -> Length { max(.zero, other.x - maxX, x - other.maxX) }

  /// White between them from top to bottom; zero where they stand side by side.
  package func gapDown(to other: Rect) -> Length { max(.zero, other.y - maxY, y - other.maxY) }

  /// White between them, whichever way.
  package func gap(to other: Rect) -> Length { max(gapAcross(to: other), gapDown(to: other)) }

  /// Beside or under each other.
  package func faces(_ other: Rect) -> Bool { spansRows(of: other) || spansColumns(of: other) }

  package func spansRows(of other: Rect) -> Bool { y < other.maxY && other.y < maxY }
  package func spansColumns(of other: Rect) -> Bool { x < other.maxX && other.x < maxX }

  package func sharedHeight(with other: Rect) -> Length {
    max(.zero, min(maxY, other.maxY) - max(y, other.y))
  }
  package func sharedWidth(with other: Rect) -> Length {
    max(.zero, min(maxX, other.maxX) - max(x, other.x))
  }

  /// Its part on the rows of another.
  package func rows(sharedWith other: Rect) -> Rect {
    Rect(x: x, y: max(y, other.y), width: width, height: sharedHeight(with: other))
  }
}

extension [Rect] {
  /// Whether one of these and one of those face each other, side by side or under each other, across no more than `white`:
  /// across a corner nobody takes one for the other.
  package func face(_ others: [Rect], across white: Length) -> Bool {
    contains { a in others.contains { b in a.faces(b) && a.gap(to: b) <= white } }
  }
}
