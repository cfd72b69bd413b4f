import Geometry
import PageDesign
import Manuscripts
import Typesetting

/// A table set to a width: its rows' heights follow from what its cells hold.
package struct TableFit: Hashable, Sendable {
  package var extent: Length
  package var items: [Item]
  package var size: Length
  /// What the table needs over its width even at the smallest size.
  package var excess: Length
  /// Even at the smallest size short words are parted.
  package var isStrained: Bool
  /// Pieces side by side.
  package var folds: Int
}

/// Sets tables for one page's styles (表格).
package struct TableSetter {
  let types: TypeCase
  let look: TableStyle
  private let style: String?
  /// White between the pieces of a folded table.
  let gap: Length

  /// `style` names the table's look, or the cells' style where a table asks for its own.
  package init(types: TypeCase, style: String? = nil, gap: Length? = nil) {
    self.types = types
    self.style = style
    look = types.tableStyle(style)
    self.gap = gap ?? types.grid.gutter
  }

  /// The table at the largest size at which it keeps to `width` and, when given, to `extent`; room that is
  /// left is shared among its rows when it is to be filled.
  package func fit(
    _ table: Table, width: Length, extent: Length? = nil, isFilled: Bool = true
  ) -> TableFit {
    let fitting = TableMemory.Fitting(
      table: table, style: style, gap: gap, width: width, extent: extent, isFilled: isFilled)
    return types.tables.fit(fitting) {
      newFit(table, width: width, extent: extent, isFilled: isFilled)
    }
  }

  private func newFit(_ table: Table, width: Length, extent: Length?, isFilled: Bool) -> TableFit {
    var shape = bestShape(table, width: width, extent: extent)
    if let extent, isFilled, shape.extent < extent { shape.open(to: extent) }
    return TableFit(
      extent: shape.extent, items: shape.items, size: shape.measure.type.size, excess: shape.excess,
      isStrained: shape.isStrained, folds: shape.pieces.count)
  }

  private func measure(_ table: Table, in type: CellType) -> TableMeasure {
    types.tables.measure(table, style: style, in: type)
  }

  /// What its columns take at the style's size with every cell on one line.
  func naturalWidth(_ table: Table) -> Length {
    guard let type = CellType.all(look, types).first else { return .zero }
    return measure(table, in: type).demands.reduce(.zero) { $0 + $1.natural }
  }

  /// What the table is deep at its smallest, without being folded unasked.
  func leastExtent(_ table: Table, width: Length) -> Length {
    guard let smallest = CellType.all(look, types).last else { return .zero }
    let measure = measure(table, in: smallest)
    return shape(measure, table, width: width, folds: table.folds ?? 1).extent
  }

  private func shape(_ measure: TableMeasure, _ table: Table, width: Length, folds: Int)
    -> TableShape
  {
    let rows = max(1, table.rows.count - table.headerRows)
    return TableShape(
      measure, table, width: width, folds: min(folds, rows), gap: max(gap, measure.type.size))
  }
}

// MARK: The choice of size and folds

extension TableSetter {
  /// A table that is a quarter too deep is folded rather than set small (折栏); short words are parted only
  /// when no size helps.
  private func bestShape(_ table: Table, width: Length, extent: Length?) -> TableShape {
    var tried: [TableShape] = []
    var mayFold = false
    let sizes = CellType.all(look, types)
    for (step, type) in sizes.enumerated() {
      // Twice too deep in every fold: no size between helps.
      let isHopeless = extent.map { most in tried.allSatisfy { $0.extent > most * 2 } } ?? false
      if step > 0, step < sizes.count - 1, isHopeless { continue }
      let measure = measure(table, in: type)
      let single = shape(measure, table, width: width, folds: table.folds ?? 1)
      tried.append(single)
      if isGood(single, extent) { return single }
      if tried.count == 1, table.folds == nil, let extent {
        mayFold = single.extent * 4 > extent * 5
      }
      let folds = mayFold ? foldsToTry(measure, table, width: width).dropFirst() : []
      tried += folds.map { shape(measure, table, width: width, folds: $0) }
      if let best = tried.suffix(folds.count).first(where: { isGood($0, extent) }) { return best }
    }
    return leastBad(tried, extent)
  }

  private func isGood(_ shape: TableShape, _ extent: Length?) -> Bool {
    !shape.isStrained && fits(shape, extent)
  }

  private func fits(_ shape: TableShape, _ extent: Length?) -> Bool {
    shape.excess == .zero && extent.map { shape.extent <= $0 } ?? true
  }

  /// The largest that fits with words parted; else the shallowest of those that are not too wide.
  private func leastBad(_ tried: [TableShape], _ extent: Length?) -> TableShape {
    if let strained = tried.first(where: { fits($0, extent) }) { return strained }
    let narrow = tried.filter { $0.excess == .zero }.min { $0.extent < $1.extent }
    guard let best = narrow ?? tried.min(by: { $0.excess < $1.excess }) else {
      preconditionFailure("a table has a size of type")
    }
    return best
  }

  /// One piece, or as many as its columns leave room for, of three rows at least.
  private func foldsToTry(_ measure: TableMeasure, _ table: Table, width: Length) -> [Int] {
    let natural = measure.demands.reduce(.zero) { $0 + $1.natural }
    let between = max(gap, measure.type.size)
    let rows = table.rows.count - table.headerRows
    let most = max(1, min((width + between) / (natural + between), rows / 3, 12))
    return Array(1...most)
  }

  /// How many of the rows under the head keep to `extent` at the style's own size, however folded.
  func rowsThatFit(_ table: Table, width: Length, extent: Length, smallest: Bool = false) -> Int {
    let sizes = CellType.all(look, types)
    guard let type = smallest ? sizes.last : sizes.first else { return 0 }
    let measure = measure(table, in: type)
    let folds = table.folds.map { [$0] } ?? foldsToTry(measure, table, width: width)
    return folds.map { fold in
      rows(of: shape(measure, table, width: width, folds: fold), table, thatFit: extent)
    }.max() ?? 0
  }

  private func rows(of whole: TableShape, _ table: Table, thatFit extent: Length) -> Int {
    let body = table.rows.count - table.headerRows
    guard whole.excess == .zero else { return 0 }
    var (low, high) = (0, body)
    while low < high {
      let middle = (low + high + 1) / 2
      if whole.shortened(to: middle, of: table).extent <= extent {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return table.divisible(atMost: low)
  }
}
