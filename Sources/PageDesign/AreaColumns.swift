import Geometry

/// How the rectangles of a frame are read (异形稿): a column goes down through all that lie right under each other, as columns
/// of a newspaper are read, not to the end of the first rectangle and back to its start for the next.
extension [GridArea] {
  /// The same cells in strips of columns of one depth, from left to right; as they are where none lies right under another, a
  /// column is interrupted, or the first strip would not begin at the top.
  var inColumns: [GridArea] {
    guard count > 1, let first = map(\.columns.lowerBound).min(),
      let last = map(\.columns.upperBound).max(), let top = map(\.lines.lowerBound).min()
    else { return self }
    var strips: [GridArea] = []
    for column in first...last {
      let pieces = filter { $0.columns.contains(column) }
        .sorted { $0.lines.lowerBound < $1.lines.lowerBound }
      let isWhole = zip(pieces, pieces.dropFirst()).allSatisfy {
        $0.lines.upperBound + 1 == $1.lines.lowerBound
      }
      guard isWhole, let upper = pieces.first, let lower = pieces.last else { return self }
      let lines = upper.lines.lowerBound...lower.lines.upperBound
      if let before = strips.last, before.lines == lines {
        strips[strips.count - 1].columns = before.columns.lowerBound...column
      } else {
        strips.append(GridArea(columns: column...column, lines: lines, place: upper.place))
      }
    }
    let isStacked = contains { area in
      contains {
        $0.columns.overlaps(area.columns) && $0.lines.upperBound + 1 == area.lines.lowerBound
      }
    }
    return isStacked && strips[0].lines.lowerBound == top ? strips : self
  }
}

extension Frame {
  /// A story in level lines; where its width is divided anew, only if every strip of it keeps whole columns.
  var isReadInColumns: Bool {
    guard kind == .article, mode == .horizontal else { return false }
    guard let bodyColumns else { return true }
    let strips = areas.inColumns
    let all = strips.reduce(0) { $0 + $1.columns.count }
    return strips.allSatisfy { ($0.columns.count * bodyColumns).isMultiple(of: all) }
  }
}
