import Geometry
import PageDesign
import Manuscripts
import Typesetting

/// What a column asks for (列宽的要求).
struct ColumnDemand: Hashable {
  /// What its longest unbreakable part needs.
  var least = Length.zero
  /// What lets its words of up to twelve characters stand in two lines, and short ones in one.
  var fair = Length.zero
  /// What its cells take on one line.
  var natural = Length.zero

  /// A column whose cells cannot be broken.
  init(whole: Length) { (least, fair, natural) = (whole, whole, whole) }

  init(least: Length = .zero, fair: Length = .zero, natural: Length = .zero) {
    self.least = min(least, natural)
    self.fair = min(max(least, fair), natural)
    self.natural = natural
  }

  mutating func ask(_ other: ColumnDemand) {
    natural = max(natural, other.natural)
    fair = max(fair, other.fair)
    least = max(least, other.least)
  }
}

/// Where the figures of a column are aligned.
struct PointRoom: Hashable {
  var before = Length.zero
  var after = Length.zero
  /// The widest figure, which is less where the one with most digits has no decimals.
  var widest = Length.zero
  var width: Length { before + after }
}

/// A table with every cell measured in one size of type, before it has any width (量表).
struct TableMeasure {
  let grid: TableGrid
  let type: CellType
  /// How each column's cells stand.
  let alignments: [Alignment]
  /// Columns of figures, by the room on both sides of the point.
  private(set) var points: [PointRoom?]
  let digits: TableDigits
  /// Cells' widths on one line, in the order of `grid.cells`.
  let naturals: [Length]
  private(set) var demands: [ColumnDemand]
  /// The same with every head level.
  private var levelDemands: [ColumnDemand] = []
  /// Columns whose heads stand or lie because they are wider than what is under them.
  private(set) var turned: Set<Int> = []

  init(_ table: Table, in type: CellType) {
    let grid = TableGrid(table, mark: type.repeated)
    (self.grid, self.type) = (grid, type)
    let kinds = (0..<grid.columns).map { column in
      column < table.alignments.count ? table.alignments[column] : .automatic
    }
    alignments = kinds.map { Self.alignment($0, type.look.cell.paragraph.alignment) }
    naturals = grid.cells.map { type.width($0.text, in: $0) }
    let digits = TableDigits(type, hasGroups: !table.groups.isEmpty)
    self.digits = digits
    points = kinds.enumerated().map { column, kind in
      let aligns =
        kind == .decimal || [.automatic, .end].contains(kind) && grid.holdsFigures(column)
      return aligns ? Self.points(of: column, grid, digits, type.types) : nil
    }
    demands = Array(repeating: ColumnDemand(), count: grid.columns)
    gatherDemands(turning: false)
    levelDemands = demands
    guard type.look.heads != .level else { return }
    demands = Array(repeating: ColumnDemand(), count: grid.columns)
    gatherDemands(turning: true)
  }

  /// What its columns ask of a width: where all heads can be level beside each other, no column is narrower than its head.
  func demands(in width: Length) -> [ColumnDemand] {
    levelDemands.reduce(.zero) { $0 + $1.natural } <= width ? levelDemands : demands
  }

  private static func alignment(_ kind: Table.CellAlignment, _ usual: Alignment) -> Alignment {
    switch kind {
    case .start: .start
    case .center, .decimal: .center
    case .end: .end
    case .automatic: usual == .justify ? .start : usual
    }
  }

  private static func points(
    of column: Int, _ grid: TableGrid, _ digits: TableDigits, _ types: TypeCase
  ) -> PointRoom {
    var room = PointRoom()
    for cell in grid.body(ofColumn: column) {
      guard let figure = Figure(cell.text) else { continue }
      let (line, point) = digits.of(cell).set(figure, types: types)
      room.before = max(room.before, point)
      room.after = max(room.after, line.width - point)
      room.widest = max(room.widest, line.width)
    }
    return room
  }
}

extension TableMeasure {
  /// The first cell of a group's head as it is where the group goes on in another piece.
  func repeated(_ cell: TableCell) -> (cell: TableCell, natural: Length)? {
    guard cell.isGroup, cell.column == 0, cell.row != grid.repeatedGroup else { return nil }
    var again = cell
    again.text = type.repeated(cell.text)
    return (again, type.width(again.text, in: again))
  }

  private mutating func gatherDemands(turning: Bool) {
    let padding = type.padding * 2
    for (column, room) in points.enumerated() {
      guard let room else { continue }
      // Flush at the column's end they are not aligned by their points.
      let need = alignments[column] == .end ? room.widest : room.width
      demands[column].ask(ColumnDemand(whole: need + padding))
    }
    for (index, cell) in grid.cells.enumerated() where cell.columns == 1 && !cell.isHead {
      ask(cell, naturals[index])
    }
    for (index, cell) in grid.cells.enumerated() where cell.columns == 1 && cell.isHead {
      if turning, isTurned(cell, naturals[index]) { turned.insert(cell.column) }
      ask(cell, naturals[index])
    }
    for column in demands.indices where demands[column].natural == .zero {
      demands[column] = ColumnDemand(least: type.size, fair: type.size, natural: type.size * 2)
    }
    spread()
  }

  private mutating func ask(_ cell: TableCell, _ natural: Length) {
    guard !cell.text.isEmpty else { return }
    demands[cell.column].ask(demand(of: cell, natural))
  }

  private func demand(of cell: TableCell, _ natural: Length) -> ColumnDemand {
    let padding = type.padding * 2
    if let corner = grid.corner, grid.isCorner(cell) {
      let both = type.width(corner.rows, in: cell) + type.width(corner.columns, in: cell)
      return ColumnDemand(whole: both + padding)
    }
    if stands(cell) {
      let narrow = type.leading(of: cell) * turnedLines(natural, of: cell)
      return ColumnDemand(whole: narrow)
    }
    return ColumnDemand(
      least: type.leastWidth(of: cell, natural: natural) + padding,
      fair: type.fairWidth(of: cell, natural: natural) + padding, natural: natural + padding)
  }

  /// A head over a column that needs less than the head itself.
  private func isTurned(_ cell: TableCell, _ natural: Length) -> Bool {
    guard type.look.heads != .level, !grid.isCorner(cell), cell.text.unicodeScalars.count > 1
    else { return false }
    let body = demands[cell.column].natural
    return body > .zero && natural + type.padding * 2 > body
  }

  /// Whether a head's characters stand under each other, or its line is turned.
  func stands(_ cell: TableCell) -> Bool {
    cell.isHead && cell.columns == 1 && turned.contains(cell.column) && !grid.isCorner(cell)
      && cell.text.unicodeScalars.count > 1
  }

  /// Six characters are as deep as a head should be.
  func turnedLines(_ natural: Length, of cell: TableCell) -> Int {
    let most = type.style(of: cell).text.size * 6
    return max(1, (natural + most - Length(units: 1)) / most)
  }

  /// What cells over several columns need besides is shared among these, the narrowest spans first.
  private mutating func spread() {
    let wide = grid.cells.enumerated().filter { $1.columns > 1 && !$1.text.isEmpty }
    for (index, cell) in wide.sorted(by: { ($0.1.columns, $0.0) < ($1.1.columns, $1.0) }) {
      let demand = demand(of: cell, naturals[index])
      let span = cell.column...cell.lastColumn
      widen(span, to: demand.natural, \.natural)
      widen(span, to: demand.fair, \.fair)
      widen(span, to: demand.least, \.least)
    }
  }

  private mutating func widen(
    _ span: ClosedRange<Int>, to need: Length, _ key: WritableKeyPath<ColumnDemand, Length>
  ) {
    let have = span.map { demands[$0][keyPath: key] }
    let short = need - have.reduce(.zero, +)
    guard short > .zero else { return }
    for (column, share) in zip(span, Shares.of(short, by: have)) {
      demands[column][keyPath: key] += share
      demands[column].fair = max(demands[column].fair, demands[column].least)
      demands[column].natural = max(demands[column].natural, demands[column].fair)
    }
  }
}
