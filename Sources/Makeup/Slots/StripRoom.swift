import Geometry

/// The rooms of a frame that lie level beside each other, taken as one as deep as the shallowest: what is to stand across
/// an L or a T needs more than one of its rectangles (通栏).
struct StripRoom {
  var room: Room
  /// Which rooms it is made of, the one that text begins in first.
  var members: [Int]
  /// How far each of them begins from the strip's edge, along the lines.
  private var shifts: [Length]

  /// nil where no room lies beside the first.
  init?(of rooms: [Room]) {
    members = headRow(of: rooms)
    guard members.count > 1 else { return nil }
    let (first, level) = (rooms[members[0]], members.map { rooms[$0] })
    let places = level.map { $0.place(in: first) }
    let start = places.map(\.inline).min() ?? .zero
    shifts = places.map { $0.inline - start }
    room = first
    room.rect = first.mode.place(
      LogicalRect(
        inline: start, block: .zero,
        inlineSize: (places.map(\.inlineEnd).max() ?? start) - start,
        blockSize: places.map(\.blockSize).min() ?? first.size.block), in: first.rect)
    room.rows = level.map(\.rows).min() ?? first.rows
    let rows = room.rows
    room.legs = zip(level, shifts).flatMap { member, shift in
      member.legs.map {
        Leg(room: $0.room, inline: $0.inline + shift, measure: $0.measure, rows: rows)
      }
    }.sorted { $0.inline < $1.inline }
    room.exclusions = zip(level, shifts).flatMap { member, shift in
      member.exclusions.map { $0.moved(inline: shift) }
    }
    room.isAtFoot = level.allSatisfy { $0.isAtFoot && $0.rows == rows }
  }

  /// What an area of the strip takes of each of its rooms.
  func shares(of area: LogicalRect, in rooms: [Room]) -> [(room: Int, area: LogicalRect)] {
    zip(members, shifts).compactMap { member, shift in
      let own = area.moved(inline: .zero - shift)
      let (start, end) = (
        max(own.inline, .zero), min(own.inlineEnd, rooms[member].size.inline)
      )
      guard start < end else { return nil }
      return (
        member,
        LogicalRect(
          inline: start, block: own.block, inlineSize: end - start, blockSize: own.blockSize)
      )
    }
  }
}

/// The rooms that a headline may stand over together: those level with the first, side by side along its lines without
/// anything between, the first among them first.
func headRow(of rooms: [Room]) -> [Int] {
  guard let first = rooms.first else { return [0] }
  let places = rooms.map { $0.place(in: first) }
  let level = rooms.indices.filter { places[$0].block == .zero }
    .sorted { places[$0].inline < places[$1].inline }
  guard let place = level.firstIndex(of: 0) else { return [0] }
  // A gutter, and the paddings of a box, lie between neighbours; a page's column is wider.
  func touches(_ a: Int, _ b: Int) -> Bool {
    places[b].inline - places[a].inlineEnd < first.em * 6
  }
  var (from, to) = (place, place)
  while from > 0, touches(level[from - 1], level[from]) { from -= 1 }
  while to + 1 < level.count, touches(level[to], level[to + 1]) { to += 1 }
  return [0] + level[from...to].filter { $0 != 0 }
}
