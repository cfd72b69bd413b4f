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

  /// The head with some of the rows under it: a piece of a table that is divided (续表).
  package func piece(_ body: Range<Int>) -> Table {
    var copy = self
    copy.rows = Array(rows.prefix(headerRows)) + Array(rows[body])
    copy.spans = spans.compactMap { span in
      if span.row < headerRows { return span }
      guard body.contains(span.row) else { return nil }
      var moved = span
      moved.row += headerRows - body.lowerBound
      return moved
    }
    return copy
  }

  /// Whether it may be divided before this row: no cell reaches over the place.
  package func isDivisible(before row: Int) -> Bool {
    !spans.contains { $0.row < row && row < $0.row + $0.rows }
  }

  /// The table with every row as long as the longest.
  var levelled: Table {
    var copy = self
    let width = columns
    copy.rows = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
    return copy
  }
}
