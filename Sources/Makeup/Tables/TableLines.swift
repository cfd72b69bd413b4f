import Drawing
import Geometry
import PageDesign

/// The lines and tints of one piece of a table (表线).
struct TableLines {
  let look: TableStyle
  let grid: TableGrid
  let cells: [TableCell]
  /// Where the columns begin, and where the last ends; the rows likewise.
  let columns: [Length]
  let rows: [Length]
  let padding: Length

  /// Tints first, then lines.
  var items: [Item] { tints + rules }

  private var headerRows: Int { min(grid.headerRows, rows.count - 1) }

  private var tints: [Item] {
    var items: [Item] = []
    if let tint = look.headTint, headerRows > 0 { items.append(fill(0..<headerRows, tint)) }
    guard let zebra = look.zebra else { return items }
    for row in stride(from: headerRows + 1, to: rows.count - 1, by: 2) {
      items.append(fill(row..<row + 1, zebra))
    }
    return items
  }

  private func fill(_ range: Range<Int>, _ ink: Ink) -> Item {
    let top = rows[range.lowerBound]
    return .fill(
      LogicalRect(
        inline: columns[0], block: top, inlineSize: columns[columns.count - 1] - columns[0],
        blockSize: rows[range.upperBound] - top), ink)
  }

  private var rules: [Item] {
    guard look.rules != .none else { return corner }
    return rows.indices.flatMap(across) + columns.indices.flatMap(down) + corner
  }

  /// The lines at the top of a row, broken where a cell reaches over it.
  private func across(_ row: Int) -> [Item] {
    let isEdge = row == 0 || row == rows.count - 1
    let weight = isEdge ? look.outer : row == headerRows ? look.headRule : look.inner
    if look.rules == .three, !isEdge, row != headerRows, !partsGroups(row) {
      return groupLines(above: row)
    }
    let parts = runs(columns.count - 1) { column in
      isEdge
        || !cells.contains {
          $0.row < row && row <= $0.lastRow && $0.column <= column && column <= $0.lastColumn
        }
    }
    return parts.map {
      line(columns[$0.lowerBound], rows[row], columns[$0.upperBound], rows[row], weight)
    }
  }

  /// Whether a name over several rows begins or ends here.
  private func partsGroups(_ row: Int) -> Bool {
    cells.contains {
      $0.isName && !$0.isHead && $0.rows > 1 && ($0.row == row || $0.lastRow + 1 == row)
    }
  }

  /// 三线表: a head over several columns has a line of its own that says which.
  private func groupLines(above row: Int) -> [Item] {
    cells.filter { $0.isHead && $0.columns > 1 && $0.lastRow == row - 1 && row < headerRows }.map {
      line(
        columns[$0.column] + padding, rows[row], columns[$0.lastColumn + 1] - padding, rows[row],
        look.inner)
    }
  }

  /// The lines at the left of a column; at the sides only where the table is closed (全线).
  private func down(_ column: Int) -> [Item] {
    let isEdge = column == 0 || column == columns.count - 1
    guard look.rules == .full || look.rules == .open && !isEdge else { return [] }
    let isNames = column == grid.headerColumns && column > 0
    let weight = isEdge ? look.outer : isNames ? look.headRule : look.inner
    let parts = runs(rows.count - 1) { row in
      isEdge
        || !cells.contains {
          $0.column < column && column <= $0.lastColumn && $0.row <= row && row <= $0.lastRow
        }
    }
    return parts.map {
      line(columns[column], rows[$0.lowerBound], columns[column], rows[$0.upperBound], weight)
    }
  }

  /// 表头斜线, from the corner's top left to its bottom right.
  private var corner: [Item] {
    guard let cell = cells.first, grid.isCorner(cell) else { return [] }
    return [
      line(columns[0], rows[0], columns[cell.lastColumn + 1], rows[cell.lastRow + 1], look.inner)
    ]
  }

  /// Stretches of places that have a line.
  private func runs(_ count: Int, has: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for place in 0..<count where has(place) {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }

  private func line(_ x: Length, _ y: Length, _ toX: Length, _ toY: Length, _ weight: Length)
    -> Item
  {
    .rule(
      from: LogicalPoint(inline: x, block: y), to: LogicalPoint(inline: toX, block: toY),
      weight: weight, look.ink, .solid)
  }
}
