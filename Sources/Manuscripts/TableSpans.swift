import Diagnostics

/// Finds the cells over several rows or columns: `<` joins a cell to the one at its left, `^` to the one
/// above. AsciiDoc and MultiMarkdown say the same in other words; these two can be typed in any
/// spreadsheet, where the grid stays square. `\<` and `\^` are the characters themselves.
struct TableSpans {
  /// Where a cell was typed, for messages.
  let place: (_ row: Int, _ column: Int) -> SourcePlace

  /// The table with its joined cells emptied and its spans and groups told; or what is wrong with them.
  func resolve(_ typed: Table) -> Diagnosed<Table?> {
    let table = TableGroups.resolve(typed)
    var owners: [[Cell]] = []
    var faults: [Diagnostic] = []
    for (row, cells) in table.rows.enumerated() {
      owners.append([])
      for (column, text) in cells.enumerated() {
        if let owner = owner(of: text, row, column, owners) {
          owners[row].append(owner)
        } else {
          owners[row].append(Cell(row: row, column: column))
          faults.append(
            Diagnostic(.tableSpanNowhere, at: place(row, column), ["mark": text]))
        }
      }
    }
    guard faults.isEmpty else { return Diagnosed(nil, faults) }
    var joined = joined(table, owners)
    for row in joined.value?.emptyGroups ?? [] {
      let name: KeyValuePairs = ["cell": joined.value?.rows[row][0] ?? ""]
      joined.diagnostics.append(Diagnostic(.tableGroupEmpty, at: place(row, 0), name))
    }
    return joined
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

  private func joined(_ table: Table, _ owners: [[Cell]]) -> Diagnosed<Table?> {
    var ends: [Cell: Cell] = [:]
    var counts: [Cell: Int] = [:]
    for (row, line) in owners.enumerated() {
      for (column, owner) in line.enumerated() {
        let end = ends[owner] ?? owner
        ends[owner] = Cell(row: max(end.row, row), column: max(end.column, column))
        counts[owner, default: 0] += 1
      }
    }
    var (copy, faults) = (table, [Diagnostic]())
    for (row, line) in owners.enumerated() {
      for (column, owner) in line.enumerated() {
        let isOwner = owner == Cell(row: row, column: column)
        copy.rows[row][column] = isOwner ? Self.unescaped(table.rows[row][column]) : ""
        guard isOwner, let end = ends[owner], let count = counts[owner], count > 1 else { continue }
        let span = Table.Span(
          row: row, column: column, rows: end.row - row + 1, columns: end.column - column + 1)
        if let fault = fault(of: span, cells: count, in: table) { faults.append(fault) }
        copy.spans.append(span)
      }
    }
    return faults.isEmpty ? Diagnosed(copy) : Diagnosed(nil, faults)
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
