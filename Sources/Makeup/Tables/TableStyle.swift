import Diagnostics
import Drawing
import Geometry
import PageDesign
import Typesetting

/// A table's look with everything settled on one page (表格样式).
struct TableStyle {
  var rules: TableLook.Rules
  var outer: Length
  var headRule: Length
  var inner: Length
  var ink: Ink
  /// White at both sides of a cell, thousandths of its size.
  var padding: Int
  var headTint: Ink?
  var zebra: Ink?
  var groupTint: Ink?
  var groupRule: Length
  var groupRepeat: TableLook.Repeating
  var heads: TableLook.Heads
  var level: TableLook.Level
  var head: ResolvedStyle
  var cell: ResolvedStyle
  var group: ResolvedStyle

  /// Whether a group that goes on elsewhere has its head over it there.
  var repeatsGroups: Bool { groupRepeat != .none }
}

extension TypeCase {
  /// The look called `name`, or the usual one with cells in the style of that name. What nobody says is
  /// ruled as newsprint holds it: 0.25 pt is its thinnest line.
  func tableStyle(_ name: String?) -> TableStyle {
    let usual = sheet.tables[TableLook.usual]
    var look = usual ?? TableLook(name: TableLook.usual, place: SourcePlace(file: sheet.file))
    if let name, let own = sheet.tables[name] {
      look = look.overlaid(with: own)
    } else if let name, has(name) {
      look.cell = name
    }
    return TableStyle(
      rules: look.rules ?? .open, outer: look.outer ?? .points(0.75),
      headRule: look.headRule ?? .points(0.5), inner: look.inner ?? .points(0.25),
      ink: look.ink.map { Ink($0) } ?? .black, padding: look.padding ?? 350,
      headTint: ground(look.headTint), zebra: ground(look.zebra),
      groupTint: ground(look.groupTint), groupRule: look.groupRule ?? .points(0.25),
      groupRepeat: look.groupRepeat ?? .marked, heads: look.heads ?? .level,
      level: look.level ?? .middle,
      head: style(look.head ?? "table-head"), cell: style(look.cell ?? "table-cell"),
      group: style(look.group ?? look.head ?? "table-head"))
  }

  private func ground(_ choice: InkChoice?) -> Ink? {
    choice.map { Ink($0) }.flatMap { $0 == .white ? nil : $0 }
  }
}
