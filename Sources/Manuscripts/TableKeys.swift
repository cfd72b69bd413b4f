import Diagnostics
import Schema

/// The keys of `table:` beside its file: what is said of a table that its cells do not say.
struct TableKeys {
  let fields: Fields

  /// The table with what its keys say.
  func dress(_ table: Table) -> Table {
    var table = table
    (table.caption, table.style) = (fields.text("caption"), fields.text("style"))
    (table.unit, table.notes) = (fields.text("unit"), fields.lines("notes").map(\.value))
    (table.folds, table.continued) = (fields.integer("fold"), fields.text("continued"))
    table.headerColumns = headerColumns(of: table)
    table.alignments = alignments(of: table)
    return table
  }

  /// A table of nothing but names of rows says nothing.
  private func headerColumns(of table: Table) -> Int {
    guard let count = fields.integer("header-columns") else { return 0 }
    if count < table.columns { return count }
    fields.findings.add(
      Diagnostic(
        .tableHeadColumns, at: fields.place(of: "header-columns"),
        ["have": "\(count)", "columns": "\(table.columns)"]))
    return 0
  }

  private func alignments(of table: Table) -> [Table.CellAlignment] {
    let words = fields.has("align") ? fields.texts("align") : []
    if words.count > table.columns {
      fields.findings.add(
        Diagnostic(
          .tableAlignCount, at: words[table.columns].place,
          ["have": "\(words.count)", "columns": "\(table.columns)"]))
    }
    let known = Table.CellAlignment.allCases.map(\.rawValue)
    return words.map { word in
      if let alignment = Table.CellAlignment(rawValue: word.value) { return alignment }
      fields.findings.add(
        Expected.oneOf(known, given: word.value).diagnostic(at: word.place, key: "align"))
      return .automatic
    }
  }
}
