import Geometry
import PageDesign

/// Where in a frame its headline stands: over the text (盖文题), beside it (串文题), inside it (文包题), or upright at
/// its side (竖题).
struct HeadlinePlace {
  var mode: WritingMode
  /// Along the headline's lines.
  var width: Length
  /// What the title's size suits where no rows are given and that is more than its width: an upright story's head
  /// stands in one tier and speaks for all.
  var suits = Length.zero
  /// Body lines it is given; nil: as many as it needs.
  var rows: Int?
  private var design: HeadlineDesign
  private var room: Room
  private var legs: ArraySlice<Leg>
  /// Where it begins along its lines.
  private var start: Length
  /// It stands in every leg that it might, so that no text could stand beside it.
  private let takesAll: Bool

  /// The places to try, the one that the layout asks for first. An upright headline may take the whole depth of its
  /// legs before it is laid over them; one that would leave no leg for the text beside it lies over it.
  static func tries(_ design: HeadlineDesign, rooms: [Room], rows: Int?, hasText: Bool)
    -> [HeadlinePlace]
  {
    let place = HeadlinePlace(design: design, rooms: rooms, rows: rows)
    guard design.position != .over else { return [place] }
    var over = design
    (over.position, over.columns) = (.over, nil)
    let laid = HeadlinePlace(design: over, rooms: rooms, rows: rows)
    if hasText, place.takesAll { return [laid] }
    guard design.position == .vertical else { return [place] }
    let deep = HeadlinePlace(design: design, rooms: rooms, rows: nil)
    return [place, deep, laid]
  }

  /// `rooms` lie beside each other; the first is the one that text begins in.
  init(design: HeadlineDesign, rooms: [Room], rows: Int?) {
    self.design = design
    room = rooms[0]
    // Beside the text of tiers a head stands in the first of them all, whichever rectangles they are in.
    let isOfAll =
      design.position == .over || room.mode == .vertical && design.position != .inside
    let all = HeadlinePlace.legs(of: isOfAll ? rooms : [rooms[0]])
    let count = min(design.columns ?? (design.position == .over ? all.count : 1), all.count)
    let first = design.position == .inside ? (all.count - count) / 2 : 0
    legs = all[first..<first + count]
    takesAll = legs.count == HeadlinePlace.legs(of: rooms).count
    mode = design.position == .vertical ? .vertical : room.mode
    self.rows = rows
    (start, width) = (legs.first?.inline ?? .zero, Self.inlineExtent(of: legs))
    if design.position == .over, count == all.count, Self.inlineSize(of: rooms) > width {
      start = rooms.map { $0.place(in: room).inline }.min() ?? .zero
      width = Self.inlineSize(of: rooms)
    }
    if design.position == .vertical, room.mode == .vertical {
      suits = Self.inlineSize(of: rooms)
    }
    guard design.position == .vertical, room.mode == .horizontal else { return }
    // An upright headline's lines run down its legs; its depth is their width.
    let depth = room.extent(rows: min(rows ?? room.rows, room.rows))
    self.rows = width / room.pitch
    width = depth
  }

  /// An upright headline down a whole level room, as wide as it needs.
  static func strip(_ design: HeadlineDesign, in room: Room) -> HeadlinePlace {
    var place = HeadlinePlace(design: design, rooms: [room], rows: nil)
    place.rows = nil
    return place
  }

  /// The legs of some rooms, as the first room counts.
  private static func legs(of rooms: [Room]) -> [Leg] {
    rooms.flatMap { room in
      room.legs.map { leg in
        var leg = leg
        leg.inline += room.place(in: rooms[0]).inline
        return leg
      }
    }.sorted { $0.inline < $1.inline }
  }

  private static func inlineSize(of rooms: [Room]) -> Length {
    let places = rooms.map { $0.place(in: rooms[0]) }
    return (places.map(\.inlineEnd).max() ?? .zero) - (places.map(\.inline).min() ?? .zero)
  }

  private static func inlineExtent(of legs: ArraySlice<Leg>) -> Length {
    guard let first = legs.first, let last = legs.last else { return .zero }
    return last.inline + last.measure - first.inline
  }

  /// Body lines that there are for it: of the rectangles that it stands across, those of the shallowest.
  var depth: Int { legs.map(\.rows).min() ?? room.rows }

  /// Level over its text.
  var isOver: Bool { design.position == .over && mode == .horizontal && room.mode == .horizontal }

  /// At the right of all tiers of an upright text.
  var precedesTiers: Bool { design.position == .over && room.mode == .vertical && takesAll }

  /// The headline's rectangle in the first room.
  func area(rows taken: Int) -> LogicalRect {
    if design.position == .vertical, room.mode == .horizontal {
      return LogicalRect(
        inline: start, block: room.firstRow, inlineSize: Self.inlineExtent(of: legs),
        blockSize: width)
    }
    let rows =
      switch design.position {
      case .side: besideRows(taken)
      default: taken
      }
    return LogicalRect(
      inline: start, block: design.position == .inside ? insideStart(rows) : room.start(ofRow: 0),
      inlineSize: design.position == .over ? width : Self.inlineExtent(of: legs),
      blockSize: max(room.em, room.pitch * rows - (room.pitch - room.em)))
  }

  /// Where a head in the middle of its text begins: under a white line, that stands with what the head has under
  /// itself in equal parts over and under it; at the top of its columns where too few lines would be over it.
  private func insideStart(_ rows: Int) -> Length {
    let row = max(0, (room.rows - rows - 1) / 2)
    guard row >= leastLinesOfPart else { return room.start(ofRow: 0) }
    guard rows < room.rows else { return room.start(ofRow: row) }
    return room.start(ofRow: row + 1) - whiteShared
  }

  private var whiteShared: Length { room.pitch / 4 }

  /// The depth of a head beside its text: what the layout gives it, or what it needs. Text goes on under it, but
  /// not in a stub of a leg.
  private func besideRows(_ taken: Int) -> Int {
    let rows = min(room.rows, max(design.lines ?? taken, taken))
    return design.lines == nil && room.rows - rows < Self.leastRowsUnder ? room.rows : rows
  }

  /// Of a leg under a head: fewer lines read as a remnant (the lint's stub).
  private static let leastRowsUnder = 4

  /// What of the room text must leave free for it: all above an overhead headline, a line over one in the text.
  func exclusion(_ area: LogicalRect) -> LogicalRect {
    guard design.position != .inside else {
      return LogicalRect(
        inline: area.inline, block: area.block + whiteShared - room.pitch,
        inlineSize: area.inlineSize, blockSize: area.blockSize + room.pitch)
    }
    return LogicalRect(
      inline: area.inline, block: .zero, inlineSize: area.inlineSize, blockSize: area.blockEnd)
  }
}

extension LogicalRect {
  /// The rectangle further along the lines and across them.
  func moved(inline shift: Length, block across: Length = .zero) -> LogicalRect {
    LogicalRect(
      inline: inline + shift, block: block + across, inlineSize: inlineSize, blockSize: blockSize)
  }
}
