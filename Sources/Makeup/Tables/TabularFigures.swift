import Fonts
import Geometry
import Typesetting

/// The widths of digits in one style, all made those of the widest: proportional digits and their kerning
/// would push the figures of a column out of line (等宽数字).
struct TabularFigures: Hashable {
  private let widths: [Unicode.Scalar: Length]
  private let marks: [Unicode.Scalar: MarkRoom]
  private let digit: Length
  let style: ResolvedStyle

  private static let digits = Array("0123456789０１２３４５６７８９".unicodeScalars)
  private static let marks = Array(".,:：∶".unicodeScalars)

  init(_ style: ResolvedStyle, types: TypeCase) {
    let style = style.aligned(.start)
    self.style = style
    var widths: [Unicode.Scalar: Length] = [:]
    for scalar in Self.digits { widths[scalar] = types.width(String(scalar), as: style) }
    self.widths = widths
    let zero = widths["0"] ?? .zero
    marks = Dictionary(
      uniqueKeysWithValues: Self.marks.compactMap { mark in
        MarkRoom(of: mark, between: zero, in: style, types: types).map { (mark, $0) }
      })
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
      if let mark = marks[scalar] {
        places.append(at + mark.offset)
        at += mark.width
      } else {
        let own = widths[scalar] ?? .zero
        let room = max(digit, own)
        places.append(at + (room - own) / 2)
        at += room
      }
    }
    return (places, at)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    "0"..."9" ~= scalar || "０"..."９" ~= scalar
  }

  /// Where each character's glyph stands; nil when characters and glyphs do not pair.
  fileprivate static func places(of line: Line, count: Int) -> [Length]? {
    let runs = line.runs
    guard runs.allSatisfy({ $0.clusters.allSatisfy { $0.scalars == 1 && $0.glyphs == 1 } }) else {
      return nil
    }
    let places = runs.flatMap { $0.glyphs.map(\.inline) }
    return places.count == count ? places : nil
  }
}

/// The room of a mark between two digits, and where in it its glyph stands: one whose blank is cut off (∶ in half a 字)
/// begins before it.
private struct MarkRoom: Hashable {
  let offset: Length
  let width: Length

  init?(of mark: Unicode.Scalar, between zero: Length, in style: ResolvedStyle, types: TypeCase) {
    let shaped = types.shape("0\(mark)0", as: style)
    let line = types.single(shaped, measure: shaped.naturalWidth)
    guard let places = TabularFigures.places(of: line, count: 3) else { return nil }
    offset = places[1] - places[0] - zero
    width = places[2] - places[0] - zero
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
