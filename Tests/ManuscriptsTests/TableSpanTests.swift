import Diagnostics
import Testing

@testable import Manuscripts

@Suite struct `Joined cells` {
  private func read(_ csv: String, header: Int = 1) -> Diagnosed<Table?> {
    var reader = CSVReader(source: SourceText(file: "t.csv", text: csv))
    return reader.read(headerRows: header)
  }

  @Test func `reach to the left and up, over rows and columns at once`() throws {
    let table = try #require(read("甲,<,乙\n1,2,^\n3,<,<\n^,<,<\n", header: 2).value)
    #expect(
      table.spans == [
        Table.Span(row: 0, column: 0, rows: 1, columns: 2),
        Table.Span(row: 0, column: 2, rows: 2, columns: 1),
        Table.Span(row: 2, column: 0, rows: 2, columns: 3),
      ])
    #expect(table.rows == [["甲", "", "乙"], ["1", "2", ""], ["3", "", ""], ["", "", ""]])
  }

  @Test func `are typed out with a backslash`() throws {
    let table = try #require(read("甲,乙\n\\<,\\^\n").value)
    #expect(table.rows[1] == ["<", "^"])
    #expect(table.spans.isEmpty)
  }

  @Test(arguments: [
    ("<,乙\n1,2\n", "E0906", 1, 1), ("甲,^\n1,2\n", "E0906", 1, 3),
    ("甲,乙\n1,<\n^,2\n", "E0907", 2, 1),
    ("甲,乙\n^,2\n", "E0908", 1, 1),
  ])
  func `say what is wrong with them, and where, and stand as typed`(
    csv: String, code: String, line: Int, column: Int
  ) throws {
    let read = read(csv)
    let table = try #require(read.value)
    #expect(table.spans.isEmpty)
    #expect(table.rows.map { $0.joined(separator: ",") + "\n" }.joined() == csv)
    #expect(read.diagnostics.map(\.code.name) == [code])
    #expect(read.diagnostics.first?.place.line == line)
    #expect(read.diagnostics.first?.place.column == column)
  }

  @Test func `that are sound are made beside one that is not`() throws {
    let table = try #require(read("甲,乙,丙\n1,<,2\n^,3,<\n").value)
    #expect(table.spans == [Table.Span(row: 2, column: 1, rows: 1, columns: 2)])
    #expect(table.rows == [["甲", "乙", "丙"], ["1", "<", "2"], ["^", "3", ""]])
  }

  @Test func `are in pipe tables too, told at their cell`() throws {
    let lines = ["| 甲 | < |", "|---|---|", "| 1 | 2 |"].enumerated().map { number, text in
      ManuscriptLine(Array(text.unicodeScalars)[...], at: number * 10)
    }
    let source = SourceText(file: "a.md", text: "| 甲 | < |\n|---|---|\n| 1 | 2 |\n")
    let table = try #require(PipeTable(lines, source: source))
    #expect(table.table.spans == [Table.Span(row: 0, column: 0, rows: 1, columns: 2)])
    let bad = SourceText(file: "a.md", text: "| 甲 | ^ |\n|---|---|\n")
    let rows = [0, 1].map {
      ManuscriptLine(bad.line($0 + 1), at: bad.range(ofLine: $0 + 1).lowerBound)
    }
    let found = try #require(PipeTable(rows, source: bad)?.diagnostics.first)
    #expect(found.code == .tableSpanNowhere)
    #expect(found.place.column == 7)
  }

  @Test func `go with their rows when a table is divided`() throws {
    let table = try #require(read("甲,乙\n1,2\n3,<\n4,5\n^,6\n").value)
    #expect(!table.isDivisible(before: 4))
    #expect(table.isDivisible(before: 3))
    let piece = table.piece(2..<5)
    #expect(piece.rows.count == 4)
    #expect(piece.spans.map(\.row) == [1, 2])
  }
}
