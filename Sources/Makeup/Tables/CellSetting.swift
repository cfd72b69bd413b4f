import Fonts
import Geometry
import PageDesign
import Typesetting

/// A cell's lines, where they stand along the cell, and how deep they are.
struct SetCell: Hashable {
  var lines: [Line]
  /// From the cell's left edge to each line's start; turned lines: to each line's axis.
  var starts: [Length]
  var isTurned = false
  /// From the first line's top to the last one's bottom.
  var extent: Length
}

/// Sets the cells of a measured table into columns of known widths.
struct CellSetter {
  let measure: TableMeasure
  let widths: [Length]

  private var type: CellType { measure.type }

  func width(of cell: TableCell) -> Length {
    widths[cell.column...cell.lastColumn].reduce(.zero, +)
  }

  /// The lines of a cell; the corner's labels are set apart.
  func set(_ cell: TableCell, natural: Length) -> SetCell {
    guard !cell.text.isEmpty else { return SetCell(lines: [], starts: [], extent: .zero) }
    if measure.grid.isCorner(cell) { return corner(cell) }
    if stands(cell, natural) { return turned(cell, natural) }
    return figure(cell) ?? level(cell, natural)
  }

  /// How deep a cell is; most cells are one line, which nobody needs to break to know.
  func extent(of cell: TableCell, natural: Length) -> Length {
    let inner = width(of: cell) - type.padding * 2
    let isLine =
      natural <= inner && !cell.text.isEmpty && !cell.isHead || !cell.isHead && isFigure(cell)
    return isLine ? type.style(of: cell).text.size : set(cell, natural: natural).extent
  }

  /// A head that is wider than its column asked to be is level all the same where the column came out as wide, or as half
  /// of it between two words.
  private func stands(_ cell: TableCell, _ natural: Length) -> Bool {
    guard measure.stands(cell) else { return false }
    let inner = width(of: cell) - type.padding * 2
    return natural > inner && type.parted(cell).map { $0.width > inner } ?? true
  }

  private func level(_ cell: TableCell, _ natural: Length) -> SetCell {
    let inner = max(width(of: cell) - type.padding * 2, type.size)
    let style = type.style(of: cell).aligned(alignment(of: cell, natural, inner))
    return stack(lines(of: cell, style, inner), of: cell, at: type.padding)
  }

  /// Lines are parted between words where no more of them are needed so.
  private func lines(of cell: TableCell, _ style: ResolvedStyle, _ inner: Length) -> [Line] {
    let lines = type.types.lines(cell.text, as: style, measure: inner)
    guard lines.count > 1 else { return lines }
    let words = type.types.balancedTexts(cell.text, as: style, measure: inner)
    return words.count <= lines.count
      ? words.map { type.types.line($0, as: style, measure: inner) } : lines
  }

  private func stack(_ lines: [Line], of cell: TableCell, at start: Length) -> SetCell {
    let size = type.style(of: cell).text.size
    return SetCell(
      lines: lines, starts: lines.map { _ in start },
      extent: size + type.leading(of: cell) * (lines.count - 1))
  }

  /// Heads stand in the middle. So do cells that nothing is said of, but text of three lines and more.
  private func alignment(of cell: TableCell, _ natural: Length, _ inner: Length) -> Alignment {
    if cell.isHead { return type.look.head.paragraph.alignment }
    if cell.isGroup, cell.column == 0 { return type.look.group.paragraph.alignment }
    if cell.columns > 1 { return .center }
    let own = measure.alignments[cell.column]
    return own == .center && natural > inner * 2 ? .start : own
  }
}

// MARK: Figures

extension CellSetter {
  private func isFigure(_ cell: TableCell) -> Bool {
    cell.columns == 1 && measure.points[cell.column] != nil && Figure(cell.text) != nil
  }

  /// A figure with its point under the others': the column's figures as a whole stand in its middle, or at
  /// its start; at its end each is flush.
  private func figure(_ cell: TableCell) -> SetCell? {
    guard !cell.isHead, cell.columns == 1, let room = measure.points[cell.column],
      let figure = Figure(cell.text)
    else { return nil }
    let (line, point) = measure.digits.of(cell).set(figure, types: type.types)
    let (width, start) = (widths[cell.column], room.before - point)
    switch measure.alignments[cell.column] {
    case .end: return stack([line], of: cell, at: width - type.padding - line.width)
    case .start, .justify: return stack([line], of: cell, at: type.padding + start)
    case .center, .spread:
      return stack([line], of: cell, at: max(type.padding, (width - room.width) / 2) + start)
    }
  }
}

// MARK: Heads

extension CellSetter {
  /// Characters under each other, or the whole line turned; the second line stands at the left, as in
  /// vertical text.
  private func turned(_ cell: TableCell, _ natural: Length) -> SetCell {
    let isStacked = type.look.heads == .stacked
    var style = type.style(of: cell)
    if isStacked { style = style.mode(.vertical) }
    let size = style.text.size
    let count = measure.turnedLines(natural, of: cell)
    // Upright characters may be deeper than they are wide.
    let whole = isStacked ? type.types.width(cell.text, as: style) : natural
    let depth = count == 1 ? max(whole, size) : size * ((whole / size + count) / count)
    let lines = type.types.lines(cell.text, as: style.aligned(.center), measure: depth)
    let leading = type.leading(of: cell)
    let first = width(of: cell) / 2 + leading * (lines.count - 1) / 2
    return SetCell(
      lines: lines.map { $0.standing(isTurned: !isStacked) },
      starts: lines.indices.map { first - leading * $0 }, isTurned: true, extent: depth)
  }

  /// The label of the columns at the right above the line, that of the rows at the left below it.
  private func corner(_ cell: TableCell) -> SetCell {
    guard let corner = measure.grid.corner else {
      return SetCell(lines: [], starts: [], extent: .zero)
    }
    let style = type.style(of: cell).aligned(.start)
    let lines = [corner.columns, corner.rows].map {
      type.types.line($0, as: style, measure: type.width($0, in: cell))
    }
    let right = width(of: cell) - type.padding - type.width(corner.columns, in: cell)
    return SetCell(
      lines: lines, starts: [right, type.padding],
      extent: style.text.size + style.text.size.thousandths(1350))
  }
}

extension Line {
  /// A line that runs down, placed in a panel whose lines run across: what was along it is now across. A
  /// turned line's glyphs lie on their sides too.
  func standing(isTurned: Bool) -> Line {
    var line = self
    line.strokes = []
    for run in line.runs.indices {
      if isTurned { line.runs[run].orientation = .rotated }
      for glyph in line.runs[run].glyphs.indices {
        let placed = line.runs[run].glyphs[glyph]
        line.runs[run].glyphs[glyph].inline = -placed.block
        line.runs[run].glyphs[glyph].block = placed.inline
      }
    }
    return line
  }
}
