import Manuscripts

/// One cell of a table with the rows and columns that it covers (格).
struct TableCell: Hashable {
  var text: String
  var row: Int
  var column: Int
  var rows = 1
  var columns = 1
  /// In the head's rows.
  var isHead: Bool
  /// In the columns that name the rows.
  var isName: Bool
  /// In the head of a group.
  var isGroup = false

  var lastRow: Int { row + rows - 1 }
  var lastColumn: Int { column + columns - 1 }
}

/// A table squared up: cells with their spans, in reading order.
struct TableGrid {
  let rowCount: Int
  let columns: Int
  let headerRows: Int
  let headerColumns: Int
  /// The head of a group that says that the group goes on.
  let repeatedGroup: Int?
  let cells: [TableCell]
  /// The two labels of a corner cell parted by 表头斜线.
  let corner: (rows: String, columns: String)?

  /// `mark` is what the head of a group says where the group goes on.
  init(_ table: Table, mark: (String) -> String = { $0 }) {
    (rowCount, columns) = (table.rows.count, max(1, table.columns))
    (headerRows, headerColumns) = (table.headerRows, table.headerColumns)
    repeatedGroup = table.repeatedGroup
    let columns = columns
    var covered = Array(
      repeating: Array(repeating: false, count: columns), count: table.rows.count)
    var spans: [Int: Table.Span] = [:]
    for span in table.spans {
      spans[span.row * columns + span.column] = span
      for row in span.row..<span.row + span.rows {
        for column in span.column..<span.column + span.columns { covered[row][column] = true }
      }
    }
    var cells: [TableCell] = []
    for (row, line) in table.rows.enumerated() {
      for column in 0..<columns {
        let span = spans[row * columns + column]
        guard span != nil || !covered[row][column] else { continue }
        let text = column < line.count ? line[column] : ""
        let isRepeated = row == table.repeatedGroup && column == 0
        cells.append(
          TableCell(
            text: isRepeated ? mark(text) : text, row: row, column: column,
            rows: span?.rows ?? 1, columns: span?.columns ?? 1, isHead: row < table.headerRows,
            isName: column < table.headerColumns, isGroup: table.groups.contains(row)))
      }
    }
    self.cells = cells
    corner = table.headerRows > 0 ? cells.first.flatMap { Self.labels(of: $0.text) } : nil
  }

  /// `项目\日期`: what names the rows, then what names the columns.
  private static func labels(of text: String) -> (rows: String, columns: String)? {
    let parts = text.split(separator: "\\", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return (parts[0], parts[1])
  }

  func isCorner(_ cell: TableCell) -> Bool { corner != nil && cell.row == 0 && cell.column == 0 }

  /// The cells under the head of one column alone.
  func body(ofColumn column: Int) -> [TableCell] {
    cells.filter { $0.column == column && $0.columns == 1 && !$0.isHead && !$0.text.isEmpty }
  }
}
