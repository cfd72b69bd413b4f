import Manuscripts

/// The rows of one piece of a folded table (折栏): the head of a group that goes on, then rows of its own.
struct TablePiece: Hashable {
  /// The row that is the group's head.
  var group: Int?
  var rows: Range<Int>

  var count: Int { rows.count + (group == nil ? 0 : 1) }

  /// Which row of the table stands at a place of the piece.
  func row(at place: Int) -> Int? {
    guard let group else { return place < rows.count ? rows.lowerBound + place : nil }
    return place == 0 ? group : place <= rows.count ? rows.lowerBound + place - 1 : nil
  }

  /// Where a row of the table stands in the piece.
  func place(of row: Int) -> Int? {
    if row == group { return 0 }
    return rows.contains(row) ? row - rows.lowerBound + count - rows.count : nil
  }

  /// The pieces of a table: as shallow as may be with no joined cell cut and no group's head left at an end.
  static func all(of table: Table, body: Range<Int>, folds: Int, isRepeating: Bool)
    -> [TablePiece]
  {
    guard !body.isEmpty else { return [TablePiece(rows: body)] }
    let least = (body.count + folds - 1) / folds
    for depth in least..<body.count {
      let pieces = filled(table, body, folds: folds, depth: depth, isRepeating)
      if pieces.last?.rows.upperBound == body.upperBound { return pieces }
    }
    return [TablePiece(rows: body)]
  }

  /// Pieces of at most `depth` rows, one after the other, until there are no rows or pieces left.
  private static func filled(
    _ table: Table, _ body: Range<Int>, folds: Int, depth: Int, _ isRepeating: Bool
  ) -> [TablePiece] {
    var pieces: [TablePiece] = []
    var start = body.lowerBound
    while start < body.upperBound, pieces.count < folds {
      let group = isRepeating ? table.group(goingOnAt: start) : nil
      let most = min(start + depth - (group == nil ? 0 : 1), body.upperBound)
      let ends = (start..<most).map { $0 + 1 }
      guard
        let end = ends.last(where: { $0 == body.upperBound || table.isDivisible(before: $0) })
      else { return pieces }
      pieces.append(TablePiece(group: group, rows: start..<end))
      start = end
    }
    return pieces
  }
}
