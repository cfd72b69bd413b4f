import Drawing
import Geometry
import Manuscripts
import Typesetting

/// A table set to a width: its rows' heights follow from what its cells hold.
package struct TableFit: Hashable, Sendable {
  package var extent: Length
  package var items: [Item]
  package var size: Length
  /// What the table needs over its width even at the smallest size.
  package var excess: Length
}

/// Sets tables for one page's styles (表格).
package struct TableSetter {
  let types: TypeCase
  let head: ResolvedStyle
  let cell: ResolvedStyle

  /// `style` names the cells' style where a table asks for its own.
  package init(types: TypeCase, style: String? = nil) {
    self.types = types
    head = types.style("table-head")
    cell = types.style(style ?? "table-cell")
  }

  /// The table at the largest size, from the style's down to its smallest, at which it keeps to
  /// `width` and, when given, to `extent`.
  package func fit(_ table: Table, width: Length, extent: Length? = nil) -> TableFit {
    var size = cell.text.size
    var fit = set(table, width: width, size: size)
    while size > cell.minSize, fit.excess > .zero || extent.map({ fit.extent > $0 }) ?? false {
      size -= .points(1) / 2
      fit = set(table, width: width, size: size)
    }
    guard let extent, fit.extent < extent else { return fit }
    return set(
      table, width: width, size: size, spare: min(extent - fit.extent, size * 2 * table.rows.count))
  }

  private func set(_ table: Table, width: Length, size: Length, spare: Length = .zero) -> TableFit {
    let grid = CellGrid(table)
    let padding = size.thousandths(350)
    let (widths, excess) = columnWidths(grid, width: width, size: size, padding: padding)
    let lines = grid.rows.enumerated().map { row, cells in
      cells.enumerated().map { column, text in
        setCell(
          text, row: row, width: widths[column] - padding * 2, size: size, column: column,
          grid: grid)
      }
    }
    let leading = size.thousandths(1200)
    let heights = lines.map { cells in
      let most = max(1, cells.map(\.count).max() ?? 1)
      return size + leading * (most - 1) + size.thousandths(450) + spare / max(1, grid.rows.count)
    }
    let frame = TableFrame(
      widths: widths, heights: heights, padding: padding, size: size, leading: leading)
    return TableFit(
      extent: heights.reduce(.zero, +), items: items(lines, in: frame, grid: grid), size: size,
      excess: excess)
  }

  private func style(row: Int, grid: CellGrid) -> ResolvedStyle {
    row < grid.headerRows ? head : cell
  }

  private func setCell(
    _ text: String, row: Int, width: Length, size: Length, column: Int, grid: CellGrid
  ) -> [Line] {
    guard !text.isEmpty else { return [] }
    let style = style(row: row, grid: grid).sized(size).aligned(
      grid.alignment(column: column, row: row))
    return types.lines(text, as: style, measure: max(width, size))
  }
}

/// A table's cells squared up: every row has as many as the widest.
struct CellGrid {
  var rows: [[String]]
  var headerRows: Int
  var columns: Int
  private var alignments: [Table.CellAlignment]

  init(_ table: Table) {
    let columns = max(1, table.rows.map(\.count).max() ?? 1)
    self.columns = columns
    rows = table.rows.map { $0 + Array(repeating: "", count: columns - $0.count) }
    headerRows = table.headerRows
    alignments = table.alignments
  }

  /// Words of the first column start at its left; everything else stands in the middle, as in print.
  func alignment(column: Int, row: Int) -> Alignment {
    switch column < alignments.count ? alignments[column] : .automatic {
    case .start: .start
    case .center: .center
    case .end: .end
    case .automatic: .center
    }
  }
}

/// Where a table's rows and columns lie.
struct TableFrame {
  var widths: [Length]
  var heights: [Length]
  var padding: Length
  var size: Length
  var leading: Length
}

extension TableSetter {
  /// Columns get what their cells need on one line; when that is too much, the wide ones share what
  /// the narrow ones leave, down to the longest run that cannot be broken.
  private func columnWidths(
    _ grid: CellGrid, width: Length, size: Length, padding: Length
  ) -> (widths: [Length], excess: Length) {
    var natural = Array(repeating: Length.zero, count: grid.columns)
    var least = natural
    for (row, cells) in grid.rows.enumerated() {
      let style = style(row: row, grid: grid).sized(size)
      for (column, text) in cells.enumerated() where !text.isEmpty {
        let full = types.width(text, as: style) + padding * 2
        natural[column] = max(natural[column], full)
        least[column] = max(
          least[column], min(full, leastWidth(text, style, size: size) + padding * 2))
      }
    }
    for column in natural.indices where natural[column] == .zero {
      natural[column] = size * 2
      least[column] = size
    }
    alike(&natural, &least, width: width)
    let total = natural.reduce(.zero, +)
    if total <= width { return (spread(natural, over: width), .zero) }
    return share(natural, least, width: width)
  }

  /// Four columns and more after the first are a series (days, places): they are made alike when
  /// there is room.
  private func alike(_ natural: inout [Length], _ least: inout [Length], width: Length) {
    guard natural.count > 4 else { return }
    let (widest, most) = (natural.dropFirst().max() ?? .zero, least.dropFirst().max() ?? .zero)
    let narrow = natural.dropFirst().min() ?? .zero
    guard widest <= narrow * 4, least[0] + most * (natural.count - 1) <= width else { return }
    for column in natural.indices.dropFirst() {
      natural[column] = widest
      least[column] = most
    }
  }

  /// Two characters of Han at least; a Latin word or a number whole.
  private func leastWidth(_ text: String, _ style: ResolvedStyle, size: Length) -> Length {
    let words = text.unicodeScalars.split { $0.value > 0x2E7F || $0 == " " }
    let longest =
      words.map { types.width(String(String.UnicodeScalarView($0)), as: style) }.max() ?? .zero
    let han = text.unicodeScalars.filter { $0.value > 0x2E7F }.count
    return max(longest, size * min(2, han))
  }

  private func spread(_ widths: [Length], over width: Length) -> [Length] {
    let spare = width - widths.reduce(.zero, +)
    let total = widths.reduce(.zero, +)
    return widths.map {
      $0 + Length(units: Int(Double(spare.units) * Double($0.units) / Double(max(1, total.units))))
    }
  }

  private func share(
    _ natural: [Length], _ least: [Length], width: Length
  ) -> (widths: [Length], excess: Length) {
    let needed = least.reduce(.zero, +)
    guard needed <= width else { return (least, needed - width) }
    let wish = zip(natural, least).map { $0 - $1 }
    let total = max(1, wish.reduce(.zero, +).units)
    let spare = width - needed
    let widths = zip(least, wish).map {
      $0 + Length(units: Int(Double(spare.units) * Double($1.units) / Double(total)))
    }
    return (widths, .zero)
  }

  private func items(_ lines: [[[Line]]], in frame: TableFrame, grid: CellGrid) -> [Item] {
    var items: [Item] = []
    var top = Length.zero
    for (row, cells) in lines.enumerated() {
      var left = Length.zero
      for (column, cell) in cells.enumerated() {
        let extent = cell.isEmpty ? .zero : frame.size + frame.leading * (cell.count - 1)
        var axis = top + (frame.heights[row] - extent) / 2 + frame.size / 2
        let ink = Ink(percents: style(row: row, grid: grid).ink)
        for line in cell {
          items.append(
            .line(line, start: LogicalPoint(inline: left + frame.padding, block: axis), ink))
          axis += frame.leading
        }
        left += frame.widths[column]
      }
      top += frame.heights[row]
    }
    return rules(of: frame, grid: grid) + items
  }

  /// Top and bottom rules of 0.75 pt, a 0.5 pt line under the head, hairlines of 0.25 pt elsewhere
  /// (0.25 pt is the thinnest line that newsprint holds).
  private func rules(of frame: TableFrame, grid: CellGrid) -> [Item] {
    let width = frame.widths.reduce(.zero, +)
    var items: [Item] = []
    if grid.headerRows > 0 {
      let extent = frame.heights.prefix(grid.headerRows).reduce(.zero, +)
      items.append(
        .fill(
          LogicalRect(inline: .zero, block: .zero, inlineSize: width, blockSize: extent), .grey(12))
      )
    }
    var top = Length.zero
    for row in 0...frame.heights.count {
      let isEdge = row == 0 || row == frame.heights.count
      let weight = Length.points(isEdge ? 0.75 : row == grid.headerRows ? 0.5 : 0.25)
      items.append(
        .rule(
          from: LogicalPoint(inline: .zero, block: top),
          to: LogicalPoint(inline: width, block: top),
          weight: weight, .black, .solid))
      if row < frame.heights.count { top += frame.heights[row] }
    }
    var left = Length.zero
    for column in frame.widths.dropLast() {
      left += column
      items.append(
        .rule(
          from: LogicalPoint(inline: left, block: .zero),
          to: LogicalPoint(inline: left, block: top),
          weight: .points(0.25), .black, .solid))
    }
    return items
  }
}
