import Geometry
import PageDesign
import Manuscripts
import Typesetting

extension InsetSetter {
  /// A table between paragraphs, on whole rows.
  func fit(_ table: Table, measure: Length, isContinued: Bool) -> InsetFit {
    let fit = TableSetter(types: types, style: table.style).fit(table, width: measure)
    let dress = dress(table, measure, isContinued)
    let extent = dress.above + fit.extent + dress.below
    let pitch = types.grid.pitch
    let rows = (extent + pitch * 3 / 2 - Length(units: 1)) / pitch
    let room = pitch * (rows - 1) + types.grid.size
    let characters = table.rows.joined().reduce(0) { $0 + $1.unicodeScalars.count }
    return InsetFit(
      rows: rows, follows: 0, characters: characters,
      items: dress.items(around: fit).map { $0.moved(inline: .zero, block: (room - extent) / 2) })
  }

  /// How many of the rows under its head stand on `rows` rows of a leg.
  func rows(of table: Table, in rows: Int, measure: Length, isContinued: Bool) -> Int {
    let dress = dress(table, measure, isContinued)
    // What `fit` asks for: half a pitch of white besides.
    let room = types.grid.pitch * rows - types.grid.pitch / 2 - dress.above - dress.below
    return TableSetter(types: types, style: table.style).rowsThatFit(
      table, width: measure, extent: room)
  }

  private func dress(_ table: Table, _ width: Length, _ isContinued: Bool) -> TableDress {
    TableDress(types: types, table: table, width: width, isContinued: isContinued)
  }
}
