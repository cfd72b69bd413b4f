import Diagnostics
import Schema

/// A table typed with pipes, `<` and `^` for joined cells: a head, a row of dashes that says how columns are aligned, then rows.
struct PipeTable {
  let table: Table
  let diagnostics: [Diagnostic]

  /// Nil when the second row does not say the alignment: then it is no table.
  init?(_ rows: [ManuscriptLine], source: SourceText) {
    guard rows.count >= 2, let alignments = Self.alignments(Self.cells(of: rows[1])) else {
      return nil
    }
    let head = Self.cells(of: rows[0])
    var diagnostics: [Diagnostic] = []
    var cells = [head]
    for row in rows.dropFirst(2) {
      let place = source.place(at: row.start, length: row.scalars.count)
      let line = Self.cells(of: row)
      if line.count != head.count, !TableGroups.stands(aloneIn: line) {
        diagnostics.append(
          Diagnostic(
            .tableRowLength, at: place,
            ["row": "\(place.line)", "have": "\(line.count)", "want": "\(head.count)"]))
      }
      cells.append(line)
    }
    let place = source.place(at: rows[0].start, length: rows[0].scalars.count)
    let table = Table(rows: cells, headerRows: 1, alignments: alignments, place: place).levelled
    let typed = [rows[0]] + rows.dropFirst(2)
    let spans = TableSpans { row, column in
      source.place(at: Self.start(ofCell: column, in: typed[row]))
    }
    let resolved = spans.resolve(table)
    self.table = resolved.value
    self.diagnostics = diagnostics + resolved.diagnostics
  }

  /// The cells between pipes; `\|` is a pipe in a cell.
  private static func cells(of row: ManuscriptLine) -> [String] {
    var cells: [[Unicode.Scalar]] = [[]]
    var isEscaped = false
    for scalar in row.scalars.dropFirst() {
      if isEscaped {
        if scalar != "|" { cells[cells.count - 1].append("\\") }
        cells[cells.count - 1].append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "|" {
        cells.append([])
      } else {
        cells[cells.count - 1].append(scalar)
      }
    }
    if cells.last?.allSatisfy(\.properties.isWhitespace) == true, cells.count > 1 {
      cells.removeLast()
    }
    return cells.map { ManuscriptText.string($0).trimmed }
  }

  /// Where a cell's text begins in the file.
  private static func start(ofCell wanted: Int, in row: ManuscriptLine) -> Int {
    var (cell, at) = (-1, 0)
    while at < row.scalars.count {
      if row.scalars[at] == "|" { cell += 1 }
      if row.scalars[at] == "\\" { at += 1 }
      at += 1
      if cell == wanted { break }
    }
    while at < row.scalars.count, row.scalars[at].isBlank { at += 1 }
    return at < row.origins.count ? row.origins[at] : row.start
  }

  private static func alignments(_ cells: [String]) -> [Table.CellAlignment]? {
    var alignments: [Table.CellAlignment] = []
    for cell in cells {
      let dashes = cell.filter { $0 != ":" }
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == "-" }) else { return nil }
      alignments.append(alignment(start: cell.hasPrefix(":"), end: cell.hasSuffix(":")))
    }
    return alignments
  }

  private static func alignment(start: Bool, end: Bool) -> Table.CellAlignment {
    if start { return end ? .center : .start }
    return end ? .end : .automatic
  }
}
