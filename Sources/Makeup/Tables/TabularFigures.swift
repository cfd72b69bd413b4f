import Fonts
import Geometry
import Typesetting

/// The widths of digits in one style, all made those of the widest: proportional digits and their kerning
/// would push the figures of a column out of line (等宽数字).
struct TabularFigures: Hashable {
  private let widths: [Unicode.Scalar: Length]
  private let digit: Length
  let style: ResolvedStyle

  private static let digits = Array("0123456789０１２３４５６７８９".unicodeScalars)
  private static let marks = Array(".,:：∶".unicodeScalars)

  init(_ style: ResolvedStyle, types: TypeCase) {
    self.style = style.aligned(.start)
    var widths: [Unicode.Scalar: Length] = [:]
    for scalar in Self.digits + Self.marks {
      widths[scalar] = types.width(String(Character(scalar)), as: self.style)
    }
    self.widths = widths
    digit = Self.digits.prefix(10).compactMap { widths[$0] }.max() ?? .zero
  }

  /// A figure's line, and how far from its start its point is.
  func set(_ figure: Figure, types: TypeCase) -> (line: Line, point: Length) {
    let text = figure.whole + figure.rest
    let shaped = types.shape(text, as: style)
    var line = types.single(shaped, measure: shaped.naturalWidth)
    let scalars = Array(text.unicodeScalars)
    guard let places = Self.places(of: line, count: scalars.count),
      let first = scalars.firstIndex(where: Self.isDigit),
      let last = scalars.lastIndex(where: Self.isDigit)
    else { return (line, types.width(figure.whole, as: style)) }
    let (moved, end) = level(scalars[first...last], from: places[first])
    let shift = end - places[last] - (widths[scalars[last]] ?? digit)
    let after = places[(last + 1)...].map { $0 + shift }
    line.place(Array(places[..<first]) + moved + after)
    line.width += shift
    line.measure += shift
    let point = figure.whole.unicodeScalars.count
    return (line, point > last ? end : moved[point - first])
  }

  /// Where the characters of a number stand, each digit in the middle of its room, and where the last ends.
  private func level(_ scalars: ArraySlice<Unicode.Scalar>, from start: Length) -> (
    [Length], Length
  ) {
    var (at, places) = (start, [Length]())
    for scalar in scalars {
      let own = widths[scalar] ?? .zero
      let room = Self.isDigit(scalar) ? max(digit, own) : own
      places.append(at + (room - own) / 2)
      at += room
    }
    return (places, at)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    "0"..."9" ~= scalar || "０"..."９" ~= scalar
  }

  /// Where each character's glyph stands; nil when characters and glyphs do not pair.
  private static func places(of line: Line, count: Int) -> [Length]? {
    let runs = line.runs
    guard runs.allSatisfy({ $0.clusters.allSatisfy { $0.scalars == 1 && $0.glyphs == 1 } }) else {
      return nil
    }
    let places = runs.flatMap { $0.glyphs.map(\.inline) }
    return places.count == count ? places : nil
  }
}

/// The digits of a table's cells, of the names of its rows, and of the heads of its groups.
struct TableDigits {
  private let cells: TabularFigures
  private let names: TabularFigures
  private let groups: TabularFigures

  init(_ type: CellType, hasGroups: Bool) {
    func digits(isName: Bool, isGroup: Bool) -> TabularFigures {
      let cell = TableCell(
        text: "", row: 0, column: 0, isHead: false, isName: isName, isGroup: isGroup)
      return TabularFigures(type.style(of: cell), types: type.types)
    }
    cells = digits(isName: false, isGroup: false)
    names = digits(isName: true, isGroup: false)
    groups = hasGroups ? digits(isName: false, isGroup: true) : names
  }

  func of(_ cell: TableCell) -> TabularFigures {
    if cell.isGroup { return groups }
    return cell.isName ? names : cells
  }
}

extension Line {
  /// The line with its glyphs at these places along it.
  fileprivate mutating func place(_ places: [Length]) {
    var next = 0
    for run in runs.indices {
      for glyph in runs[run].glyphs.indices {
        runs[run].glyphs[glyph].inline = places[next]
        next += 1
      }
    }
  }
}
