import Geometry

/// Where a column of text is cut by a picture each part keeps at least so many lines (断头).
let leastLinesOfPart = 4

extension Room {
  /// The room as it is read when what stands in `area` folds its text back (折返, JLREQ 4.1.11): the legs left of it, what
  /// is above it in all its legs, what is below it, the legs right of it. The room itself where nothing stands above
  /// or below.
  func folded(round area: LogicalRect) -> [Room] {
    let covered = legs.indices.filter {
      legs[$0].inline < area.inlineEnd && area.inline < legs[$0].inline + legs[$0].measure
    }
    let taken = (0..<rows).filter {
      area.block < start(ofRow: $0) + em && start(ofRow: $0) < area.blockEnd
    }
    guard let first = covered.first, let last = covered.last, let top = taken.first,
      let foot = taken.last
    else { return [self] }
    let upper = part(legs: first..<last + 1, rows: 0..<top, isAtFoot: false)
    let lower = part(legs: first..<last + 1, rows: foot + 1..<rows, isAtFoot: isAtFoot)
    guard !slots(in: [upper]).isEmpty, !slots(in: [lower]).isEmpty else { return [self] }
    let sides = [0..<first, last + 1..<legs.count].map {
      $0.isEmpty ? [] : [part(legs: $0, rows: 0..<rows, isAtFoot: isAtFoot)]
    }
    return sides[0] + [upper, lower] + sides[1]
  }

  /// Some of its legs, and some of their rows, where they are.
  private func part(legs range: Range<Int>, rows: Range<Int>, isAtFoot: Bool) -> Room {
    var part = self
    part.firstRow = start(ofRow: rows.lowerBound)
    part.rows = rows.count
    part.legs = legs[range].map { leg in
      var leg = leg
      leg.rows = rows.count
      return leg
    }
    (part.isAtFoot, part.isFolded) = (isAtFoot, true)
    return part
  }
}
