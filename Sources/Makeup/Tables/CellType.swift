import Geometry
import PageDesign
import Typesetting

/// The type of a table's cells at one size.
struct CellType {
  let types: TypeCase
  let look: TableStyle
  let size: Length
  let condense: Int

  /// The sizes that a table may be set in: its style's, by half points down to its smallest, then narrower.
  static func all(_ look: TableStyle, _ types: TypeCase) -> [CellType] {
    var (size, condense) = (look.cell.text.size, 1000)
    var all = [CellType(types: types, look: look, size: size, condense: condense)]
    while size > look.cell.minSize {
      size = max(look.cell.minSize, size - .points(1) / 2)
      all.append(CellType(types: types, look: look, size: size, condense: condense))
    }
    while condense > look.cell.condense {
      condense = max(look.cell.condense, condense - 50)
      all.append(CellType(types: types, look: look, size: size, condense: condense))
    }
    return all
  }

  var padding: Length { size.thousandths(look.padding) }
  /// White above and below what a row holds, together.
  var rowWhite: Length { size.thousandths(450) }

  /// The style of a cell; heads keep their proportion to the cells.
  func style(of cell: TableCell) -> ResolvedStyle {
    guard cell.isHead || cell.isName || cell.isGroup else {
      return look.cell.sized(size, condense: condense)
    }
    let style = cell.isGroup ? look.group : look.head
    let own = style.text.size.units * (size.units / 100)
    let head = Length(units: own / max(1, look.cell.text.size.units / 100))
    return style.sized(head, condense: condense)
  }

  /// What the head of a group says where the group goes on.
  func repeated(_ group: String) -> String {
    look.groupRepeat == .marked
      ? types.paperWords.said(.groupContinued, ["name": group]) : group
  }

  func leading(of cell: TableCell) -> Length { style(of: cell).text.size.thousandths(1200) }

  func width(_ text: String, in cell: TableCell) -> Length {
    text.isEmpty ? .zero : types.width(text, as: style(of: cell))
  }

  /// What cannot be broken: two characters of Han at least, a Latin word or a number whole.
  func leastWidth(of cell: TableCell, natural: Length) -> Length {
    let words = cell.text.unicodeScalars.split { $0.value > 0x2E7F || $0 == " " }
    if words.count == 1, words[0].count == cell.text.unicodeScalars.count { return natural }
    let longest =
      words.map { width(String(String.UnicodeScalarView($0)), in: cell) }.max() ?? .zero
    let han = cell.text.unicodeScalars.count { $0.value > 0x2E7F }
    let em = style(of: cell).text.size.thousandths(condense)
    return max(longest, em * min(2, han))
  }

  /// Han of up to three characters whole, of up to twelve in two lines: 第七轮 is not parted, 南浦体育场 once.
  func fairWidth(of cell: TableCell, natural: Length) -> Length {
    let em = max(Length(units: 1), style(of: cell).text.size.thousandths(condense))
    let characters = min(12, (natural + em - Length(units: 1)) / em)
    let fair = characters <= 3 ? natural : em * ((characters + 1) / 2)
    return max(fair, leastWidth(of: cell, natural: natural))
  }
}
