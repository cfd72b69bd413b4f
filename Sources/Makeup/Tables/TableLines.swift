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
  /// Rows that are the heads of groups.
  private let groups: Set<Int>
  /// Places of the grid whose top, or left, lies inside a joined cell.
  private let joined: (tops: Set<Int>, lefts: Set<Int>)

  init(
    look: TableStyle, grid: TableGrid, cells: [TableCell], columns: [Length], rows: [Length],
    padding: Length
  ) {
    (self.look, self.grid, self.cells) = (look, grid, cells)
    (self.columns, self.rows, self.padding) = (columns, rows, padding)
    groups = Set(cells.filter(\.isGroup).map(\.row))
    joined = Self.joined(cells, columns: grid.columns)
  }

  private static func joined(_ cells: [TableCell], columns: Int) -> (
    tops: Set<Int>, lefts: Set<Int>
  ) {
    var (tops, lefts) = (Set<Int>(), Set<Int>())
    for cell in cells where cell.rows > 1 || cell.columns > 1 {
      for row in cell.row...cell.lastRow {
        for column in cell.column...cell.lastColumn {
          if row > cell.row { tops.insert(row * columns + column) }
          if column > cell.column { lefts.insert(row * columns + column) }
        }
      }
    }
    return (tops, lefts)
  }

  /// Tints first, then lines.
  var items: [Item] { tints + rules }

  private var headerRows: Int { min(grid.headerRows, rows.count - 1) }

  private var tints: [Item] {
    var items: [Item] = []
    if let tint = look.headTint, headerRows > 0 { items.append(fill(0..<headerRows, tint)) }
    if let tint = look.groupTint { items += groups.sorted().map { fill($0..<$0 + 1, tint) } }
    return items + stripes
  }

  /// Every second row, counted anew after the head of a group.
  private var stripes: [Item] {
    guard let zebra = look.zebra else { return [] }
    var (items, count) = ([Item](), 0)
    for row in headerRows..<rows.count - 1 {
      count = groups.contains(row) ? 0 : count + 1
      if count > 0, count.isMultiple(of: 2) { items.append(fill(row..<row + 1, zebra)) }
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
    let isGroup = groups.contains(row)
    let under = row == headerRows ? look.headRule : isGroup ? look.groupRule : look.inner
    let weight = isEdge ? look.outer : under
    if look.rules == .three, !isEdge, row != headerRows, !isGroup, !partsNames(row) {
      return groupLines(above: row)
    }
    guard weight > .zero else { return [] }
    let parts = runs(columns.count - 1) { column in
      isEdge || !joined.tops.contains(row * grid.columns + column)
    }
    return parts.map {
      line(columns[$0.lowerBound], rows[row], columns[$0.upperBound], rows[row], weight)
    }
  }

  /// Whether a name over several rows begins or ends here.
  private func partsNames(_ row: Int) -> Bool {
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
      isEdge || !joined.lefts.contains(row * grid.columns + column)
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
