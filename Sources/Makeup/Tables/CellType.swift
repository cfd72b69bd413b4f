import CJKRules
import Geometry
import PageDesign
import Typesetting
import Words

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

  /// Short words whole, longer texts of up to twelve characters in two lines parted between words: 第七轮 is not
  /// parted, 南浦体育场 once, a Korean 동해안동 never.
  func fairWidth(of cell: TableCell, natural: Length) -> Length {
    let em = max(Length(units: 1), style(of: cell).text.size.thousandths(condense))
    let characters = (natural + em - Length(units: 1)) / em
    let half = em * ((min(12, characters) + 1) / 2)
    let fair =
      characters <= 3
      ? natural
      : characters > 12 ? half : parted(cell)?.width ?? (isWord(characters) ? natural : half)
    return max(fair, leastWidth(of: cell, natural: natural))
  }

  /// Whether text that has no place to be parted is a word at so many ems: of Han, more are several words that the
  /// dictionary does not know.
  private func isWord(_ characters: Int) -> Bool { types.language == .ko || characters <= 4 }

  /// A cell's text in two lines about equally wide, parted between words; nil where no word ends inside it.
  func parted(_ cell: TableCell) -> (lines: [String], width: Length)? {
    let scalars = Array(cell.text.unicodeScalars)
    let widths = TextWidths(types.shape(cell.text, as: style(of: cell).aligned(.start)))
    func width(_ place: SplitPlace) -> Length {
      max(widths.width(0..<place.end), widths.width(place.next..<scalars.count))
    }
    let best = types.words.places(in: scalars).min { (width($0), $0.cost) < (width($1), $1.cost) }
    return best.map { place in
      let lines = [scalars[..<place.end], scalars[place.next...]]
      return (lines.map { String(String.UnicodeScalarView($0)) }, width(place))
    }
  }
}
