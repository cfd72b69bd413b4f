import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup
@testable import Manuscripts

/// Tables for tests, typed as CSV, and what is to be read off them when they are set.
enum TestTable {
  static func csv(_ text: String, header: Int = 1, names: Int = 0) throws -> Table {
    var reader = CSVReader(source: SourceText(file: "t.csv", text: text))
    let read = reader.read(headerRows: header)
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.code))")
    var table = try #require(read.value)
    table.headerColumns = names
    return table
  }

  static func quotes(_ rows: Int) throws -> Table {
    let lines = (0..<rows).map { row in
      let change = row % 3 == 0 ? "+\(row % 11).1\(row % 10)" : "−0.\(row % 10)1"
      return "\(8000 + row),砚江股\(row),\(row * 7 % 120).\(10 + row % 90),\(change)%"
    }
    return try csv("代码,简称,收盘,涨跌\n" + lines.joined(separator: "\n"))
  }

  static func shape(_ table: Table, width: Length, style: String? = nil, folds: Int = 1)
    throws -> TableShape
  {
    let types = TestPage.types()
    let type = try #require(CellType.all(types.tableStyle(style), types).first)
    return TableShape(
      TableMeasure(table, in: type), table, width: width, folds: folds, gap: .points(9))
  }
}

/// A line of text on a table.
struct TableText {
  var text: String
  var line: Line
  var start: LogicalPoint

  /// Where a character's glyph begins.
  func inline(of character: Character) -> Length? {
    let scalars = Array(line.string)
    let glyphs = line.runs.flatMap(\.glyphs)
    guard let index = scalars.firstIndex(of: character), index < glyphs.count else { return nil }
    return start.inline + glyphs[index].inline
  }
}

extension [Item] {
  var texts: [TableText] {
    compactMap { item in
      guard case .line(let line, let start, _) = item else { return nil }
      return TableText(text: line.string, line: line, start: start)
    }
  }

  func text(_ text: String) -> TableText? { texts.first { $0.text == text } }

  var rules: [(from: LogicalPoint, to: LogicalPoint, weight: Length)] {
    compactMap { item in
      guard case .rule(let from, let to, let weight, _, _) = item else { return nil }
      return (from, to, weight)
    }
  }

  var across: [(from: LogicalPoint, to: LogicalPoint, weight: Length)] {
    rules.filter { $0.from.block == $0.to.block }
  }
  var down: [(from: LogicalPoint, to: LogicalPoint, weight: Length)] {
    rules.filter { $0.from.inline == $0.to.inline }
  }
  var fills: [LogicalRect] {
    compactMap { item in
      guard case .fill(let rect, _) = item else { return nil }
      return rect
    }
  }
}

extension Diagnostic {
  func value(_ name: String) -> String? { values.first { $0.name == name }?.text }
}
