import Diagnostics
import Testing

@testable import Manuscripts

@Suite struct `Heads of groups` {
  private func read(_ csv: String) -> Diagnosed<Table?> {
    var reader = CSVReader(source: SourceText(file: "t.csv", text: csv))
    return reader.read(headerRows: 1)
  }

  @Test(arguments: ["# 工业", "# 工业,,", "# 工业,<,<"])
  func `take all columns, however the rest of their row is typed`(row: String) throws {
    let read = read("代码,名,价\n\(row)\n1,甲,2\n")
    #expect(read.diagnostics.isEmpty)
    let table = try #require(read.value)
    #expect(table.groups == [1])
    #expect(table.rows[1] == ["工业", "", ""])
    #expect(table.spans == [Table.Span(row: 1, column: 0, rows: 1, columns: 3)])
  }

  @Test func `leave cells that hold something their own`() throws {
    let table = try #require(read("名,量,价\n# 工业,,9\n甲,1,2\n").value)
    #expect(table.rows[1] == ["工业", "", "9"])
    #expect(table.spans == [Table.Span(row: 1, column: 0, rows: 1, columns: 2)])
  }

  @Test func `are not in the table's head, nor where the mark is typed out`() throws {
    let table = try #require(read("# 名,价\n\\# 甲,1\n#2,3\n").value)
    #expect(table.groups.isEmpty)
    #expect(table.rows == [["# 名", "价"], ["# 甲", "1"], ["#2", "3"]])
  }

  @Test func `may be called as joined cells are typed`() throws {
    let table = try #require(read("名,价\n# <\n甲,1\n").value)
    #expect(table.rows[1] == ["<", ""])
  }

  @Test func `without rows are told`() {
    let read = read("名,价\n# 工业\n# 商业\n甲,1\n# 金融\n")
    #expect(read.value != nil)
    #expect(read.diagnostics.map(\.code) == [.tableGroupEmpty, .tableGroupEmpty])
    #expect(read.diagnostics.map(\.place.line) == [2, 5])
  }

  @Test(arguments: ["甲,1\n# 工业,^\n乙,2\n", "# 工业,<\n^,<\n"])
  func `are not joined to rows above or under them`(rows: String) {
    #expect(read("名,价\n" + rows).diagnostics.map(\.code) == [.tableSpanHead])
  }

  @Test func `are in pipe tables too`() throws {
    let text = "| 名 | 价 |\n|---|---|\n| # 工业 |\n| 甲 | 1 |\n"
    let source = SourceText(file: "a.md", text: text)
    let lines = (1...4).map {
      ManuscriptLine(source.line($0), at: source.range(ofLine: $0).lowerBound)
    }
    let read = try #require(PipeTable(lines, source: source))
    #expect(read.diagnostics.isEmpty)
    #expect(read.table.groups == [1])
    #expect(read.table.rows[1] == ["工业", ""])
  }

  @Test func `stay with the row under them, and go with what is taken of a table`() throws {
    let table = try #require(read("名,价\n甲,1\n# 工业\n乙,2\n丙,3\n").value)
    #expect((2...4).map(table.isDivisible) == [true, false, true])
    #expect(table.divisible(atMost: 2) == 1)
    #expect(table.piece(2..<4).groups == [1])
    let rest = table.piece(4..<5, repeatingGroup: true)
    #expect(rest.rows == [["名", "价"], ["工业", ""], ["丙", "3"]])
    #expect(rest.groups == [1])
    #expect(rest.repeatedGroup == 1)
    #expect(rest.spans == [Table.Span(row: 1, column: 0, rows: 1, columns: 2)])
    #expect(table.piece(1..<2, repeatingGroup: true).repeatedGroup == nil)
  }
}
