/// Where a picture is light and where dark (影调): how much light each of its cells gives back.
package struct ToneMap: Hashable, Sendable {
  package let columns: Int
  package let rows: Int
  /// Row after row, thousandths of what white gives back (relative luminance; IEC 61966-2-1).
  package let light: [Int]

  package init(columns: Int, rows: Int, light: [Int]) {
    precondition(columns > 0 && rows > 0 && light.count == columns * rows)
    (self.columns, self.rows, self.light) = (columns, rows, light)
  }

  /// The light of the cells under a part of the whole picture, which lies at `placement`; empty where it lies beside it.
  package func light(under area: Rect, of placement: Rect) -> [Int] {
    guard placement.width > .zero, placement.height > .zero else { return [] }
    let across = Self.cells(
      from: area.x - placement.x, to: area.maxX - placement.x, of: placement.width, columns)
    let down = Self.cells(
      from: area.y - placement.y, to: area.maxY - placement.y, of: placement.height, rows)
    return down.flatMap { row in across.map { light[row * columns + $0] } }
  }

  private static func cells(from: Length, to: Length, of whole: Length, _ count: Int)
    -> Range<Int>
  {
    let first = from.units * count / whole.units
    let last = (to.units * count - 1) / whole.units
    return (first..<max(first, last) + 1).clamped(to: 0..<count)
  }
}
