import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// Where a table that does not fit goes on (续表): what its foot says, and the part that it leads to.
struct TableJump {
  var label: String
  var target: String
}

extension StoryPartMaker {
  /// The story's table over the whole width at the foot of its room, with what belongs to it, `taller`
  /// rows more or less than it naturally takes; text flows above it, and of a vertical room under it in the tiers that
  /// it does not take. A table without text takes all that the headline leaves, and may go on elsewhere.
  func standTable(in part: inout StoryPart, taller: Int, jump: TableJump?) {
    guard let table = story.table, let room = part.rooms.first else { return }
    let free = freeRows(below: room.legs[...], in: room)
    guard !free.isEmpty else { return }
    let alone = story.blocks.isEmpty
    // A table may be set smaller, but never over the text above it.
    let least = min(free.count, leastTableRows(in: room))
    let wanted = alone ? free.count : tableRows(in: room) + taller
    let rows = max(least, min(free.count, wanted))
    let setting = TableStand(
      table: table, rows: free.upperBound - rows..<free.upperBound,
      length: alone ? nil : tiers(for: table, rows: rows, in: room), isContinued: false,
      isAtTop: alone || room.mode == .vertical, jump: alone ? jump : nil)
    stand(setting, in: &part)
  }

  /// How far down the tiers of a vertical room reach that a table takes, `rows` wide.
  private func tiers(for table: Table, rows: Int, in room: Room) -> Length? {
    guard room.mode == .vertical else { return nil }
    let width = room.extent(rows: rows) - white * 2
    let dress = TableDress(types: types, table: table, width: width, foot: story.source)
    let need =
      setter(table, nil).fit(table, width: width).extent + dress.above + dress.below + white * 3
    return room.legs.map { $0.inline + $0.measure }.first { $0 >= need }
  }

  /// The rows of the story's table from `row` on, its head over them once more.
  /// Folded as before where that leaves three rows in each piece.
  func standTable(from row: Int, folds: Int, in part: inout StoryPart, jump: TableJump?) {
    guard let table = story.table, let room = part.rooms.first else { return }
    let free = freeRows(below: room.legs[...], in: room)
    part.tableRest = row
    guard !free.isEmpty else { return }
    let setter = setter(table, room)
    var rest = table.piece(
      row..<table.rows.count, repeatingGroup: setter.look.repeatsGroups)
    let width = setter.naturalWidth(rest) * folds + room.em * (folds - 1)
    if folds > 1, table.rows.count - row >= folds * 3, width <= room.size.inline {
      rest.folds = rest.folds ?? folds
    }
    let setting = TableStand(
      table: rest, rows: free, isContinued: true, isAtTop: true, jump: jump)
    stand(setting, in: &part)
    let repeated = rest.rows.count - table.headerRows - (table.rows.count - row)
    part.tableRest = part.tableRest.map { max(row, $0 + row - table.headerRows - repeated) }
  }

  /// Body lines that the table takes at its style's size: in a vertical room by its width.
  func tableRows(in room: Room) -> Int {
    guard let table = story.table else { return 0 }
    let setter = setter(table, nil)
    guard room.mode == .horizontal else {
      return min(room.rows, rows(of: setter.naturalWidth(table) + white * 2))
    }
    let fit = setter.fit(table, width: room.size.inline)
    return rows(of: fit.extent + rest(of: table, width: room.size.inline))
  }

  private func leastTableRows(in room: Room) -> Int {
    guard let table = story.table else { return 0 }
    guard room.mode == .horizontal else { return tableRows(in: room) }
    let width = room.size.inline
    // So many rows are a line's gap less deep than they are lines.
    return rows(
      of: setter(table, nil).leastExtent(table, width: width) + rest(of: table, width: width)
        + room.pitch - room.em)
  }

  private func rest(of table: Table, width: Length) -> Length {
    let dress = TableDress(types: types, table: table, width: width, foot: story.source)
    return dress.above + dress.below + white
  }

  private func rows(of extent: Length) -> Int {
    (extent + types.grid.pitch - Length(units: 1)) / types.grid.pitch
  }

  /// A little white above a table.
  private var white: Length { types.grid.pitch / 4 }

  /// The pieces of a folded table are as far apart as the room's legs.
  private func setter(_ table: Table, _ room: Room?) -> TableSetter {
    var gap: Length?
    if let legs = room?.legs, legs.count > 1 {
      gap = legs[1].inline - legs[0].inline - legs[0].measure
    }
    return TableSetter(types: types, style: table.style, gap: gap)
  }
}

extension Story {
  /// Where a pipe table is all that it has, that is its table: over the whole width, as deep as the frame.
  var withTableAlone: Story {
    guard table == nil, chart == nil, photos.isEmpty, blocks.count == 1,
      case .table(let only) = blocks[0].kind
    else { return self }
    var story = self
    (story.table, story.blocks) = (only, [])
    return story
  }
}

/// A table, or the rest of one, and the rows of its room that it gets.
private struct TableStand {
  var table: Table
  var rows: Range<Int>
  /// What it takes along the room's lines: all of them without.
  var length: Length?
  var isContinued: Bool
  /// Whether white that is left lies under it.
  var isAtTop: Bool
  var jump: TableJump?
}

extension StoryPartMaker {
  private func stand(_ stand: TableStand, in part: inout StoryPart) {
    let room = part.rooms[0]
    let area = LogicalRect(
      inline: .zero, block: room.start(ofRow: stand.rows.lowerBound),
      inlineSize: stand.length ?? room.size.inline,
      blockSize: room.extent(rows: stand.rows.count))
    part.rooms[0].exclusions.append(area)
    // Tables are horizontal, also beside vertical text.
    let rect = room.mode.place(area, in: room.rect)
    let size = room.mode == .horizontal ? rect.size : rect.inset(by: white).size
    let setter = setter(stand.table, room)
    let shown = shown(stand, setter, size)
    part.tableRest = shown.rest
    part.oversetLines += shown.lostNotes.count
    part.oversetCharacters += shown.lostNotes.reduce(0) { $0 + $1.unicodeScalars.count }
    let dress = dress(shown.table, stand, goesOn: shown.rest != nil, width: size.width)
    let extent = size.height - dress.above - dress.below - white
    let fit = setter.fit(
      shown.table, width: size.width, extent: extent,
      isFilled: !stand.isContinued || story.blocks.isEmpty)
    (part.tableExcess, part.tableFolds) = (max(part.tableExcess, fit.excess), fit.folds)
    part.tableIsStrained = part.tableIsStrained || fit.isStrained
    let top = stand.isAtTop ? white : size.height - dress.below - fit.extent - dress.above
    let items = dress.items(around: fit).map { $0.moved(inline: .zero, block: top) }
    let place = room.mode == .horizontal ? rect : rect.inset(by: white)
    part.panels.append(Panel(rect: place, items: [.begin(.table)] + items + [.end(.table)]))
  }

  /// A foot says where the table goes on, or whence it comes.
  private func dress(_ table: Table, _ stand: TableStand, goesOn: Bool, width: Length)
    -> TableDress
  {
    var dress = TableDress(types: types, table: table, width: width)
    dress.isContinued = stand.isContinued
    (dress.foot, dress.target) = (story.source, nil)
    if goesOn, let jump = stand.jump { (dress.foot, dress.target) = (jump.label, jump.target) }
    if goesOn { dress = dress.withoutNotes }
    return dress
  }

  /// What of the table stands here, the first row that does not, and notes without room under all of its rows: at its
  /// style's size where it may go on, else at its smallest.
  private func shown(_ stand: TableStand, _ setter: TableSetter, _ area: Size) -> (
    table: Table, rest: Int?, lostNotes: [String]
  ) {
    let (table, body) = (stand.table, stand.table.rows.count - stand.table.headerRows)
    func extent(_ dress: TableDress) -> Length {
      area.height - dress.above - dress.below - white
    }
    let whole = dress(table, stand, goesOn: false, width: area.width)
    let isSmallest = stand.jump == nil
    let fit = setter.fit(table, width: area.width, extent: extent(whole))
    let isFull = fit.size == setter.look.cell.text.size || isSmallest
    if fit.excess > .zero || fit.extent <= extent(whole) && isFull { return (table, nil, []) }
    let part = dress(table, stand, goesOn: true, width: area.width)
    var count = setter.rowsThatFit(
      table, width: area.width, extent: extent(part), smallest: isSmallest)
    if isSmallest, count == body {
      var bare = table
      bare.notes = []
      return (bare, nil, table.notes)
    }
    // Three rows are the least that go on.
    if !isSmallest, body - count < 3 { count = table.divisible(atMost: body - 3) }
    let end = table.headerRows + count
    return (table.piece(table.headerRows..<end), end, [])
  }
}

extension TableDress {
  /// Notes stand under the last rows.
  fileprivate var withoutNotes: TableDress {
    var table = table
    table.notes = []
    return TableDress(
      types: types, table: table, width: width, isContinued: isContinued, foot: foot, target: target
    )
  }
}
