import Geometry
import Manuscripts
import Typesetting

/// A measured table at a width, folded into pieces side by side: the heights of its rows (行高).
struct TableShape {
  let measure: TableMeasure
  /// Rows of each piece, the head not counted.
  private(set) var pieces: [Range<Int>]
  let pieceWidth: Length
  let gap: Length
  let columns: ColumnWidths
  /// What each row of the table needs.
  private let needs: [Length]
  /// White that every row gets besides.
  var spare = Length.zero

  init(
    _ measure: TableMeasure, _ table: Table, width: Length, folds: Int, gap: Length
  ) {
    (self.measure, self.gap) = (measure, gap)
    pieceWidth = (width - gap * (folds - 1)) / folds
    columns = ColumnWidths(measure.demands, width: pieceWidth)
    let body = table.headerRows..<max(table.rows.count, table.headerRows)
    pieces = Self.pieces(of: table, body: body, folds: folds)
    needs = Self.needs(measure, CellSetter(measure: measure, widths: columns.widths))
  }

  /// As many rows in each piece, and no joined cell cut.
  private static func pieces(of table: Table, body: Range<Int>, folds: Int) -> [Range<Int>] {
    let most = max(1, (body.count + folds - 1) / folds)
    var pieces: [Range<Int>] = []
    var start = body.lowerBound
    while start < body.upperBound, pieces.count < folds {
      var end = min(start + most, body.upperBound)
      while end < body.upperBound, !table.isDivisible(before: end) { end += 1 }
      if pieces.count == folds - 1 { end = body.upperBound }
      pieces.append(start..<end)
      start = end
    }
    return pieces.isEmpty ? [body] : pieces
  }

  private static func needs(_ measure: TableMeasure, _ setter: CellSetter) -> [Length] {
    let (grid, type) = (measure.grid, measure.type)
    var needs = Array(repeating: type.size + type.rowWhite, count: grid.rowCount)
    for (index, cell) in grid.cells.enumerated() where cell.rows == 1 {
      let extent = setter.extent(of: cell, natural: measure.naturals[index])
      needs[cell.row] = max(needs[cell.row], extent + type.rowWhite)
    }
    for (index, cell) in grid.cells.enumerated() where cell.rows > 1 {
      let rows = cell.row...cell.lastRow
      let extent = setter.extent(of: cell, natural: measure.naturals[index]) + type.rowWhite
      let short = extent - rows.reduce(.zero) { $0 + needs[$1] }
      guard short > .zero else { continue }
      for (row, share) in zip(rows, Shares.of(short, by: rows.map { needs[$0] })) {
        needs[row] += share
      }
    }
    return needs
  }
}

extension TableShape {
  /// The same with the first rows under the head alone.
  func shortened(to count: Int, of table: Table) -> TableShape {
    var copy = self
    let body = table.headerRows..<table.headerRows + count
    copy.pieces = Self.pieces(of: table, body: body, folds: pieces.count)
    return copy
  }

  var excess: Length { columns.excess }
  var isStrained: Bool { columns.isStrained }
  private var headerRows: Int { measure.grid.headerRows }
  /// Rows that stand under each other, the head among them.
  var depth: Int { headerRows + (pieces.map(\.count).max() ?? 0) }

  /// The heights of the rows, head first. Rows that stand beside each other are as high as the highest.
  var heights: [Length] {
    (0..<depth).map { row in
      if row < headerRows { return needs[row] + spare }
      let beside = pieces.compactMap { piece -> Length? in
        let at = piece.lowerBound + row - headerRows
        return at < piece.upperBound ? needs[at] : nil
      }
      return (beside.max() ?? .zero) + spare
    }
  }

  var extent: Length { heights.reduce(.zero, +) }
}
