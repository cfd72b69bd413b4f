import Schema

/// Finds the rows that are the heads of groups (组头): `# 工业` in the first cell of a row under the head, as
/// headings are typed everywhere else. It takes the empty cells at its right; `\# ` is the mark itself.
struct TableGroups {
  private static let mark = "# "

  /// Whether a row is a group's head that was typed without its other cells.
  static func stands(aloneIn cells: [String]) -> Bool {
    cells.count == 1 && cells[0].hasPrefix(mark)
  }

  /// The table with its groups told and the cells that their heads take typed as joined ones.
  static func resolve(_ table: Table) -> Table {
    var copy = table
    for row in table.rows.indices.dropFirst(table.headerRows) {
      guard let first = table.rows[row].first else { continue }
      if first.hasPrefix("\\" + mark) { copy.rows[row][0] = String(first.dropFirst()) }
      guard first.hasPrefix(mark) else { continue }
      copy.groups.append(row)
      copy.rows[row][0] = named(String(first.dropFirst(mark.count)).trimmed)
      let others = table.rows[row].dropFirst()
      for column in others.prefix(while: { $0.isEmpty || $0 == "<" }).indices {
        copy.rows[row][column] = "<"
      }
    }
    return copy
  }

  /// A group may be called `<`.
  private static func named(_ name: String) -> String {
    name == "<" || name == "^" ? "\\" + name : name
  }
}

extension Table {
  /// Heads of groups with no row under them.
  var emptyGroups: [Int] {
    groups.filter { $0 + 1 == rows.count || groups.contains($0 + 1) }
  }

  /// The group that goes on at a row: its head stands further up.
  package func group(goingOnAt row: Int) -> Int? {
    groups.contains(row) ? nil : groups.last { $0 < row }
  }
}
