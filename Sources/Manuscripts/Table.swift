import Diagnostics

/// A table of figures or words, from CSV or pipes (表).
package struct Table: Hashable, Sendable {
  package enum CellAlignment: String, Hashable, Sendable, CaseIterable {
    case automatic = "auto"
    case start, center, end
    /// Numbers under each other by their points (小数点对齐).
    case decimal
  }

  /// A cell over several rows or columns (合并单元格); the cells that it covers are empty.
  package struct Span: Hashable, Sendable {
    package var row: Int
    package var column: Int
    package var rows: Int
    package var columns: Int
    package init(row: Int, column: Int, rows: Int, columns: Int) {
      (self.row, self.column, self.rows, self.columns) = (row, column, rows, columns)
    }
  }

  package var rows: [[String]]
  /// How many of the first rows are its head (表头).
  package var headerRows: Int
  /// How many of the first columns name their rows (项目栏).
  package var headerColumns = 0
  package var spans: [Span] = []
  /// Rows that are the heads of groups (组头), from the top.
  package var groups: [Int] = []
  /// The row that says once more to which group the rows under it belong, where a table goes on within one.
  package private(set) var repeatedGroup: Int?
  package var caption: String?
  /// What its figures count (单位), at the right above it.
  package var unit: String?
  /// What stands under it (注).
  package var notes: [String] = []
  /// A table look of the style sheet, or the type style of its cells.
  package var style: String?
  /// From `align`, or the `:---:` marks of a pipe table; columns past its end are automatic.
  package var alignments: [CellAlignment]
  /// Into how many pieces side by side it is folded (折栏); nil: as its room asks.
  package var folds: Int?
  /// Printed over what goes on elsewhere, instead of 续表.
  package var continued: String?
  package var place: SourcePlace

  package init(
    rows: [[String]], headerRows: Int, caption: String? = nil, style: String? = nil,
    alignments: [CellAlignment] = [], place: SourcePlace
  ) {
    (self.rows, self.headerRows, self.caption, self.style) = (rows, headerRows, caption, style)
    (self.alignments, self.place) = (alignments, place)
  }
}

extension Table {
  package var columns: Int { rows.map(\.count).max() ?? 0 }

  /// The head with some of the rows under it: a piece of a table that is divided (续表). A group that goes
  /// on in it may have its head over it once more.
  package func piece(_ body: Range<Int>, repeatingGroup: Bool = false) -> Table {
    let group = repeatingGroup ? group(goingOnAt: body.lowerBound) : nil
    let taken = Array(0..<headerRows) + (group.map { [$0] } ?? []) + Array(body)
    var copy = self
    copy.rows = taken.map { rows[$0] }
    copy.groups = taken.indices.filter { groups.contains(taken[$0]) }
    copy.repeatedGroup =
      group == nil ? repeatedGroup.flatMap { taken.firstIndex(of: $0) } : headerRows
    copy.spans = taken.enumerated().flatMap { row, typed in
      spans.filter { $0.row == typed }.map { span in
        Span(row: row, column: span.column, rows: span.rows, columns: span.columns)
      }
    }
    return copy
  }

  /// Whether it may be divided before this row: no cell reaches over the place, and no group's head is
  /// left above it.
  package func isDivisible(before row: Int) -> Bool {
    !groups.contains(row - 1) && !spans.contains { $0.row < row && row < $0.row + $0.rows }
  }

  /// The most of the rows under the head, `count` at the most, after which it may be divided.
  package func divisible(atMost count: Int) -> Int {
    let body = rows.count - headerRows
    guard count < body else { return body }
    return (0...max(0, count)).last { $0 == 0 || isDivisible(before: headerRows + $0) } ?? 0
  }

  /// The table with every row as long as the longest.
  var levelled: Table {
    var copy = self
    let width = columns
    copy.rows = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
    return copy
  }
}
