import Drawing
import Geometry
import PageDesign
import Typesetting

extension TableShape {
  /// Everything that is drawn of the table, from its own top left.
  var items: [Item] {
    let heights = heights
    return pieces.enumerated().flatMap { number, piece in
      placed(piece, at: (pieceWidth + gap) * number, heights)
    }
  }

  private func placed(_ piece: TablePiece, at left: Length, _ heights: [Length]) -> [Item] {
    let columns = Self.edges(columns.widths, from: left)
    // A piece of fewer rows than its neighbours ends with its own last one.
    let rows = Self.edges(
      Array(heights.prefix(measure.grid.headerRows + piece.count)), from: .zero)
    let cells = cells(of: piece)
    let lines = TableLines(
      look: measure.type.look, grid: measure.grid, cells: cells.map(\.cell), columns: columns,
      rows: rows, padding: measure.type.padding)
    return lines.items + cells.flatMap { text(of: $0.cell, $0.natural, columns, rows) }
  }

  private static func edges(_ sizes: [Length], from start: Length) -> [Length] {
    sizes.reduce(into: [start]) { edges, size in edges.append(edges[edges.count - 1] + size) }
  }

  /// The head's cells and the piece's own, these with the rows that they stand in here.
  private func cells(of piece: TablePiece) -> [(cell: TableCell, natural: Length)] {
    zip(measure.grid.cells, measure.naturals).compactMap { cell, natural in
      if cell.isHead { return (cell, natural) }
      guard let place = piece.place(of: cell.row) else { return nil }
      let again = cell.row == piece.group ? measure.repeated(cell) : nil
      var (moved, natural) = again ?? (cell, natural)
      moved.row = measure.grid.headerRows + place
      return (moved, natural)
    }
  }

  private func text(
    of cell: TableCell, _ natural: Length, _ columns: [Length], _ rows: [Length]
  ) -> [Item] {
    let set = CellSetter(measure: measure, widths: self.columns.widths).set(cell, natural: natural)
    let (top, bottom) = (rows[cell.row], rows[cell.lastRow + 1])
    let style = measure.type.style(of: cell)
    let isCorner = measure.grid.isCorner(cell)
    let type = measure.type
    let isAtTop = type.look.level == .top && !cell.isHead
    var block = top + (isAtTop ? (type.rowWhite + spare) / 2 : (bottom - top - set.extent) / 2)
    if !set.isTurned { block += style.text.size / 2 }
    return zip(set.lines, set.starts).map { line, start in
      defer {
        if !set.isTurned {
          block += isCorner ? style.text.size.thousandths(1350) : measure.type.leading(of: cell)
        }
      }
      return .line(
        line, start: LogicalPoint(inline: columns[cell.column] + start, block: block),
        Ink(percents: style.ink))
    }
  }
}
