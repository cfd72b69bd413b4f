import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A measured table at a width, folded into pieces side by side: the heights of its rows (行高).
struct TableShape {
  let measure: TableMeasure
  /// Rows of each piece, the head not counted.
  private(set) var pieces: [TablePiece]
  let pieceWidth: Length
  let gap: Length
  let columns: ColumnWidths
  /// What each row of the table needs.
  private let needs: [Length]
  /// White that every row gets besides, and every row of the head.
  private(set) var spare = Length.zero
  private var headSpare = Length.zero

  init(
    _ measure: TableMeasure, _ table: Table, width: Length, folds: Int, gap: Length
  ) {
    (self.measure, self.gap) = (measure, gap)
    let body = table.headerRows..<max(table.rows.count, table.headerRows)
    pieces = TablePiece.all(
      of: table, body: body, folds: folds, isRepeating: measure.type.look.repeatsGroups)
    // Rows that hang together in joined cells cannot be folded: they have the width to themselves.
    let count = pieces.count == 1 ? 1 : folds
    pieceWidth = (width - gap * (count - 1)) / count
    columns = ColumnWidths(measure.demands(in: pieceWidth), width: pieceWidth)
    needs = Self.needs(measure, CellSetter(measure: measure, widths: columns.widths))
  }

  private static func needs(_ measure: TableMeasure, _ setter: CellSetter) -> [Length] {
    let (grid, type) = (measure.grid, measure.type)
    var needs = Array(repeating: type.size + type.rowWhite, count: grid.rowCount)
    for (index, cell) in grid.cells.enumerated() where cell.rows == 1 {
      var extent = setter.extent(of: cell, natural: measure.naturals[index])
      if let again = measure.repeated(cell) {
        extent = max(extent, setter.extent(of: again.cell, natural: again.natural))
      }
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
    copy.pieces = TablePiece.all(
      of: table, body: body, folds: pieces.count, isRepeating: measure.type.look.repeatsGroups)
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
      if row < headerRows { return needs[row] + headSpare }
      let beside = pieces.compactMap { piece in
        piece.row(at: row - headerRows).map { needs[$0] }
      }
      return (beside.max() ?? .zero) + spare
    }
  }

  var extent: Length { heights.reduce(.zero, +) }

  /// Shares out what an extent has more than the rows need: up to two 字 each, to a head over rows that begin at their tops
  /// half a one.
  mutating func open(to extent: Length) {
    let (free, size) = (extent - self.extent, measure.type.size)
    let even = free / max(1, depth)
    headSpare = min(even, measure.type.look.level == .top ? size / 2 : size * 2)
    spare = min((free - headSpare * headerRows) / max(1, depth - headerRows), size * 2)
  }
}
