import Diagnostics
import Schema

/// Reads a table of comma-separated values (RFC 4180) in UTF-8. A cell is text and nothing else: what
/// begins with `=` is not computed.
struct CSVReader {
  let source: SourceText
  private var records: [(cells: [String], starts: [Int], line: Int)] = []
  private var cells: [String] = []
  /// Where the cells of the record begin in the file, and the cell that is being read.
  private var starts: [Int] = []
  private var start = 0
  private var cell: [Unicode.Scalar] = []
  private var line = 1

  /// Sizes that no page holds.
  static let mostRows = 500
  static let mostColumns = 40
  static let longestCell = 2_000
  static let mostBytes = 16 << 20

  init(source: SourceText) { self.source = source }

  /// The table; nil with the fault when there is none to set.
  mutating func read(headerRows: Int) -> Diagnosed<Table?> {
    let sheet = readSheet(leastRows: headerRows + 1, leastColumns: 1, else: .tableEmpty)
    guard let cells = sheet.value else { return Diagnosed(nil, sheet.diagnostics) }
    let first = cells.place(row: 0, column: 0)
    let table = Table(rows: cells.rows, headerRows: headerRows, place: first)
    let resolved = TableSpans(place: cells.place).resolve(table)
    return Diagnosed(resolved.value, sheet.diagnostics + resolved.diagnostics)
  }

  /// The cells, every row as long as the longest; nil with the fault, `empty` where there are too few.
  mutating func readSheet(leastRows: Int, leastColumns: Int, else empty: Code)
    -> Diagnosed<CSVSheet?>
  {
    if let fault = scan() { return Diagnosed(nil, [fault]) }
    let width = records.map(\.cells.count).max() ?? 0
    let longest = records.flatMap(\.cells).map(\.unicodeScalars.count).max() ?? 0
    let first = SourcePlace(file: source.file, line: 1, column: 1)
    guard records.count <= Self.mostRows, width <= Self.mostColumns, longest <= Self.longestCell
    else {
      let size: KeyValuePairs = ["rows": "\(records.count)", "columns": "\(width)"]
      return Diagnosed(nil, [Diagnostic(.tableTooLarge, at: first, size)])
    }
    guard records.count >= leastRows, width >= leastColumns else {
      return Diagnosed(nil, [Diagnostic(empty, at: first)])
    }
    let rows = records.map { $0.cells + Array(repeating: "", count: width - $0.cells.count) }
    let places = records.map { record in
      record.starts.map { source.place(at: $0) }
        + Array(
          repeating: SourcePlace(file: source.file, line: record.line, column: 1),
          count: width - record.starts.count)
    }
    return Diagnosed(CSVSheet(rows: rows, places: places), unevenRows())
  }

  private func unevenRows() -> [Diagnostic] {
    let want = records[0].cells.count
    return records.filter {
      $0.cells.count != want && !TableGroups.stands(aloneIn: $0.cells)
    }.map { record in
      Diagnostic(
        .tableRowLength, at: SourcePlace(file: source.file, line: record.line, column: 1),
        ["row": "\(record.line)", "have": "\(record.cells.count)", "want": "\(want)"])
    }
  }

  /// Fills `records`; answers an unclosed quote.
  private mutating func scan() -> Diagnostic? {
    let scalars = source.scalars
    var at = 0
    while at < scalars.count {
      switch scalars[at] {
      case "\"" where cell.allSatisfy { $0 == " " }:
        guard let end = quoted(from: at + 1) else {
          let place = source.place(at: at)
          return Diagnostic(.tableQuote, at: place, ["row": "\(place.line)"])
        }
        at = end
      case ",":
        endCell()
        start = at + 1
      case "\n":
        endRecord()
        start = at + 1
        line = source.lineNumber(at: at) + 1
      default: cell.append(scalars[at])
      }
      at += 1
    }
    if !cell.isEmpty || !cells.isEmpty { endRecord() }
    while let last = records.last, last.cells == [""] { records.removeLast() }
    return nil
  }

  /// Takes a quoted cell; answers the index of its closing quote. `""` is a quote in the cell.
  private mutating func quoted(from start: Int) -> Int? {
    let scalars = source.scalars
    cell = []
    var at = start
    while at < scalars.count {
      if scalars[at] == "\"" {
        guard at + 1 < scalars.count, scalars[at + 1] == "\"" else { return at }
        at += 1
      }
      cell.append(scalars[at])
      at += 1
    }
    return nil
  }

  private mutating func endCell() {
    cells.append(ManuscriptText.string(cell).trimmed)
    starts.append(start)
    cell = []
  }

  private mutating func endRecord() {
    endCell()
    records.append((cells, starts, line))
    (cells, starts) = ([], [])
  }
}

/// The cells of a CSV file, and where each stands in it.
struct CSVSheet {
  let rows: [[String]]
  fileprivate let places: [[SourcePlace]]

  func place(row: Int, column: Int) -> SourcePlace { places[row][column] }
}
