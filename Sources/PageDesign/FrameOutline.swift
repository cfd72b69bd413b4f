import Geometry

extension Frame {
  /// The outlines of a frame on its page: corners clockwise from the top left, one outline for all areas that touch. They run
  /// so far inside its edge.
  package func outlines(on grid: BodyGrid, inset: Length = .zero) -> [[Point]] {
    areas.connected.map { areas in
      CellOutline(areas: areas).corners.map { corner in
        let column = grid.rect(columns: corner.column...corner.column, lines: 1...1)
        let line = grid.rect(columns: 1...1, lines: corner.line...corner.line)
        return Point(
          x: corner.isRight ? column.maxX - inset : column.x + inset,
          y: corner.isBottom ? line.maxY - inset : line.y + inset)
      }
    }
  }
}

extension GridArea {
  /// Lies right beside another, or right over or under it.
  fileprivate func touches(_ other: GridArea) -> Bool {
    func isNext(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> Bool {
      a.upperBound + 1 == b.lowerBound || b.upperBound + 1 == a.lowerBound
    }
    return columns.overlaps(other.columns) && isNext(lines, other.lines)
      || lines.overlaps(other.lines) && isNext(columns, other.columns)
  }
}

extension [GridArea] {
  /// In groups that touch, in their order.
  fileprivate var connected: [[GridArea]] {
    reduce(into: []) { groups, area in
      let near = groups.indices.filter { groups[$0].contains(where: area.touches) }
      let joined = near.flatMap { groups[$0] } + [area]
      for index in near.reversed() { groups.remove(at: index) }
      groups.insert(joined, at: near.first ?? groups.count)
    }
  }
}

/// Walks around cells of columns and lines with the cells on its right hand.
private struct CellOutline {
  /// A corner of a cell. The cells on the two sides of an edge do not touch on the page (a gutter, a
  /// line gap lies between), so that the cell counts, not only the crossing of the grid.
  struct Corner: Hashable {
    var column: Int
    var line: Int
    var isRight: Bool
    var isBottom: Bool
  }

  let areas: [GridArea]

  private func has(_ column: Int, _ line: Int) -> Bool {
    areas.contains { $0.columns.contains(column) && $0.lines.contains(line) }
  }

  /// Right along a top, down a right side, left along a bottom, up a left side.
  private enum Heading: Int {
    case right, down, left, up
    var ahead: (column: Int, line: Int) {
      switch self {
      case .right: (1, 0)
      case .down: (0, 1)
      case .left: (-1, 0)
      case .up: (0, -1)
      }
    }
    func turned(by quarters: Int) -> Heading {
      Heading(rawValue: (rawValue + quarters + 4) % 4) ?? self
    }
  }

  var corners: [Corner] {
    guard let top = areas.map(\.lines.lowerBound).min(),
      let left = areas.filter({ $0.lines.lowerBound == top }).map(\.columns.lowerBound).min()
    else { return [] }
    var corners: [Corner] = []
    var (column, line, heading) = (left, top, Heading.right)
    repeat {
      let ahead = heading.ahead
      let side = heading.turned(by: -1).ahead
      let next = (column + ahead.column, line + ahead.line)
      if has(next.0 + side.column, next.1 + side.line) {
        // The outline turns left, into the cell that stands in the way.
        (column, line) = (next.0 + side.column, next.1 + side.line)
        heading = heading.turned(by: -1)
        corners.append(inner(column, line, heading, before: next))
      } else if has(next.0, next.1) {
        (column, line) = next
      } else {
        corners.append(outer(column, line, heading))
        heading = heading.turned(by: 1)
      }
    } while !((column, line) == (left, top) && heading == .right)
    // The walk ends at the corner it set out from.
    return corners.last.map { [$0] + corners.dropLast() } ?? []
  }

  /// The corner of this cell that lies ahead, on the outline's side.
  private func outer(_ column: Int, _ line: Int, _ heading: Heading) -> Corner {
    Corner(
      column: column, line: line, isRight: heading == .right || heading == .down,
      isBottom: heading == .down || heading == .left)
  }

  /// Where the side of the cell walked along meets the side of the one that stood in the way.
  private func inner(
    _ column: Int, _ line: Int, _ heading: Heading, before: (Int, Int)
  ) -> Corner {
    switch heading {
    case .up: Corner(column: column, line: before.1, isRight: false, isBottom: false)
    case .right: Corner(column: before.0, line: line, isRight: true, isBottom: false)
    case .down: Corner(column: column, line: before.1, isRight: true, isBottom: true)
    case .left: Corner(column: before.0, line: line, isRight: false, isBottom: true)
    }
  }
}
