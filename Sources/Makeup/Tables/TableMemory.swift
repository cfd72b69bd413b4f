import Geometry
import Manuscripts

/// What tables were found to need on one page, so that no remedy measures one again.
final class TableMemory {
  private struct Measuring: Hashable {
    var table: Table
    var style: String?
    var size: Length
    var condense: Int
  }

  struct Fitting: Hashable {
    var table: Table
    var style: String?
    var gap: Length
    var width: Length
    var extent: Length?
    var isFilled: Bool
  }

  private var measures: [Measuring: TableMeasure] = [:]
  private var fits: [Fitting: TableFit] = [:]

  func measure(_ table: Table, style: String?, in type: CellType) -> TableMeasure {
    let key = Measuring(table: table, style: style, size: type.size, condense: type.condense)
    if let known = measures[key] { return known }
    let measure = TableMeasure(table, in: type)
    measures[key] = measure
    return measure
  }

  func fit(_ fitting: Fitting, _ make: () -> TableFit) -> TableFit {
    if let known = fits[fitting] { return known }
    let fit = make()
    fits[fitting] = fit
    return fit
  }
}
