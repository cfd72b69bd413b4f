import Diagnostics

/// Finds the cells over several rows or columns: `<` joins a cell to the one at its left, `^` to the one
/// above. AsciiDoc and MultiMarkdown say the same in other words; these two can be typed in any
/// spreadsheet, where the grid stays square. `\<` and `\^` are the characters themselves.
struct TableSpans {
  /// Where a cell was typed, for messages.
  let place: (_ row: Int, _ column: Int) -> SourcePlace

  /// The table with its joined cells emptied and its spans and groups told, and what is wrong with the
  /// marks: a join that cannot be made is not, and its marks stand as they were typed.
  func resolve(_ typed: Table) -> Diagnosed<Table> {
    let table = TableGroups.resolve(typed)
    var owners: [[Cell]] = []
    var faults: [Diagnostic] = []
    for (row, cells) in table.rows.enumerated() {
      owners.append([])
      for (column, text) in cells.enumerated() {
        let owner = owner(of: text, row, column, owners)
        owners[row].append(owner ?? Cell(row: row, column: column))
        if owner == nil {
          faults.append(Diagnostic(.tableSpanNowhere, at: place(row, column), ["mark": text]))
        }
      }
    }
    let joined = joined(table, owners)
    for row in joined.value.emptyGroups {
      let name: KeyValuePairs = ["cell": joined.value.rows[row][0]]
      faults.append(Diagnostic(.tableGroupEmpty, at: place(row, 0), name))
    }
    return Diagnosed(joined.value, joined.diagnostics + faults)
  }

  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  private func owner(of text: String, _ row: Int, _ column: Int, _ owners: [[Cell]]) -> Cell? {
    switch text {
    case "<": column > 0 ? owners[row][column - 1] : nil
    case "^": row > 0 ? owners[row - 1][column] : nil
    default: Cell(row: row, column: column)
    }
  }

  private func joined(_ table: Table, _ owners: [[Cell]]) -> Diagnosed<Table> {
    var (copy, faults) = (table, [Diagnostic]())
    for (owner, cells) in members(owners) {
      let (row, column) = (owner.row, owner.column)
      let span = Table.Span(
        row: row, column: column, rows: cells.map(\.row).reduce(row, max) - row + 1,
        columns: cells.map(\.column).reduce(column, max) - column + 1)
      if cells.count > 1, let fault = fault(of: span, cells: cells.count, in: table) {
        faults.append(fault)
        continue
      }
      for cell in cells.dropFirst() { copy.rows[cell.row][cell.column] = "" }
      copy.rows[row][column] = Self.unescaped(table.rows[row][column])
      if cells.count > 1 { copy.spans.append(span) }
    }
    return Diagnosed(copy, faults)
  }

  /// The cells that belong together, the one that was typed first, in reading order.
  private func members(_ owners: [[Cell]]) -> [(owner: Cell, cells: [Cell])] {
    var members: [Cell: [Cell]] = [:]
    for (row, line) in owners.enumerated() {
      for (column, owner) in line.enumerated() {
        members[owner, default: []].append(Cell(row: row, column: column))
      }
    }
    return members.map { (owner: $0.key, cells: $0.value) }
      .sorted { ($0.owner.row, $0.owner.column) < ($1.owner.row, $1.owner.column) }
  }

  private func fault(of span: Table.Span, cells: Int, in table: Table) -> Diagnostic? {
    let place = place(span.row, span.column)
    let cell = table.rows[span.row][span.column]
    if cells != span.rows * span.columns {
      return Diagnostic(.tableSpanRagged, at: place, ["cell": cell])
    }
    let edges = [table.headerRows] + table.groups.flatMap { [$0, $0 + 1] }
    let crosses = edges.contains { span.row < $0 && $0 < span.row + span.rows }
    return crosses ? Diagnostic(.tableSpanHead, at: place, ["cell": cell]) : nil
  }

  private static func unescaped(_ text: String) -> String {
    text == "\\<" || text == "\\^" ? String(text.dropFirst()) : text
  }
}
