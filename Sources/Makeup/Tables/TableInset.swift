import Drawing
import Fonts
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
      items: dress.items(around: fit).map { $0.moved(inline: .zero, block: (room - extent) / 2) },
      excess: fit.excess, isStrained: fit.isStrained)
  }

  /// How many of the rows under its head stand on `rows` rows of a leg.
  func rows(of table: Table, in rows: Int, measure: Length, isContinued: Bool) -> Int {
    let dress = dress(table, measure, isContinued)
    // What `fit` asks for: half a pitch of white besides.
    let room = types.grid.pitch * rows - types.grid.pitch / 2 - dress.above - dress.below
    return TableSetter(types: types, style: table.style).rowsThatFit(
      table, width: measure, extent: room)
  }

  /// What of a table goes on in another leg.
  func rest(of table: Table, from row: Int) -> Table {
    let setter = TableSetter(types: types, style: table.style)
    return table.piece(row..<table.rows.count, repeatingGroup: setter.look.repeatsGroups)
  }

  /// A table across the lines of vertical text: as wide as it likes, as deep as the lines are long, in
  /// pieces side by side where it is deeper; rows are opened as in a frame of its own, so that its foot is level with
  /// the tier's, and what still is over lies half above it and half below.
  func lie(_ table: Table, measure: Length) -> InsetFit {
    let setter = TableSetter(types: types, style: table.style)
    var (copy, width) = (table, setter.naturalWidth(table))
    var fit = setter.fit(copy, width: width, extent: measure)
    while table.folds == nil, fit.extent > measure, (copy.folds ?? 1) < 6 {
      copy.folds = (copy.folds ?? 1) + 1
      width = width + setter.naturalWidth(table) + types.grid.gutter
      fit = setter.fit(copy, width: width, extent: measure)
    }
    let over = max(.zero, measure - fit.extent) / 2
    let pitch = types.grid.pitch
    let rows = (width + pitch * 3 / 2 - Length(units: 1)) / pitch
    let room = pitch * (rows - 1) + types.grid.size
    let characters = table.rows.joined().reduce(0) { $0 + $1.unicodeScalars.count }
    return InsetFit(
      rows: rows, follows: 0, characters: characters,
      items: fit.items.map {
        $0.across(width: width).moved(inline: over, block: (room - width) / 2)
      })
  }

  private func dress(_ table: Table, _ width: Length, _ isContinued: Bool) -> TableDress {
    TableDress(types: types, table: table, width: width, isContinued: isContinued)
  }
}

extension Item {
  /// What stands horizontally, in a panel whose lines run down and leftwards: its left edge is furthest
  /// across them.
  fileprivate func across(width: Length) -> Item {
    func turned(_ point: LogicalPoint) -> LogicalPoint {
      LogicalPoint(inline: point.block, block: width - point.inline)
    }
    switch self {
    case .line(let line, let start, let ink): return .line(line.across, start: turned(start), ink)
    case .rule(let from, let to, let weight, let ink, let pattern):
      return .rule(from: turned(from), to: turned(to), weight: weight, ink, pattern)
    case .fill(let rect, let ink):
      let turned = LogicalRect(
        inline: rect.block, block: width - rect.inlineEnd, inlineSize: rect.blockSize,
        blockSize: rect.inlineSize)
      return .fill(turned, ink)
    // Tables hold nothing else.
    case .paper, .stroke, .roundBox, .path, .picture, .shapedPicture, .begin, .end: return self
    }
  }
}

extension Line {
  fileprivate var across: Line {
    var line = self
    line.strokes = []
    for run in line.runs.indices {
      for glyph in line.runs[run].glyphs.indices {
        let placed = line.runs[run].glyphs[glyph]
        line.runs[run].glyphs[glyph].inline = placed.block
        line.runs[run].glyphs[glyph].block = -placed.inline
      }
    }
    return line
  }
}
