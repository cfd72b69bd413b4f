import Geometry
import Manuscripts

extension PictureAnchor {
  var isAtBottom: Bool { [.bottom, .bottomLeft, .bottomRight].contains(self) }
  var isInMiddle: Bool { [.left, .center, .right].contains(self) }
  var isAtRight: Bool { [.topRight, .right, .bottomRight].contains(self) }

  /// Where pictures stand that say nothing of it, one after the other.
  static func usual(_ mode: WritingMode) -> [PictureAnchor] {
    switch mode {
    case .horizontal: [.topRight, .bottomLeft, .center, .bottomRight, .topLeft]
    case .vertical: [.bottomRight, .topLeft, .center, .bottomLeft, .topRight]
    }
  }

  /// The anchor as the text of a room sees it, `left` where its lines begin and `top` where its first line is: vertical
  /// lines begin at the top, and the first is at the right.
  func seen(in mode: WritingMode) -> PictureAnchor {
    guard mode == .vertical else { return self }
    return switch self {
    case .topRight: .topLeft
    case .right: .top
    case .bottomRight: .topRight
    case .top: .left
    case .center: .center
    case .bottom: .right
    case .topLeft: .bottomLeft
    case .left: .bottom
    case .bottomLeft: .bottomRight
    }
  }

  /// The anchor on the page of one that the text of a room sees.
  func onPage(in mode: WritingMode) -> PictureAnchor {
    Self.allCases.first { $0.seen(in: mode) == self } ?? self
  }

  /// Places in the order in which it is tried to stand in them: its side first, then top or foot; of two that begin
  /// alike the wider.
  func order(of rooms: [Room]) -> [Int] {
    let isCentred = [.top, .center, .bottom].contains(self)
    func key(_ index: Int) -> (Int, Int, Int, Int) {
      let rect = rooms[index].rect
      let side = isAtRight ? -rect.maxX.units : rect.x.units
      let depth = isAtBottom ? -rect.maxY.units : rect.y.units
      let width = -rect.width.units
      return isCentred ? (depth, width, side, index) : (side, depth, width, index)
    }
    return rooms.indices.sorted { key($0) < key($1) }
  }

  /// So many legs of a room at its side, as its text sees it.
  func legs(_ count: Int, of room: Room) -> ArraySlice<Leg> {
    let first =
      switch self {
      case .topLeft, .left, .bottomLeft: 0
      case .top, .center, .bottom: (room.legs.count - count) / 2
      case .topRight, .right, .bottomRight: room.legs.count - count
      }
    return room.legs[first..<first + count]
  }

  /// So many legs of a room in all ways, those at its side first, then the nearest to them.
  func windows(of count: Int, in room: Room) -> [ArraySlice<Leg>] {
    let count = max(1, min(count, room.legs.count))
    let own = legs(count, of: room).startIndex
    return (0...room.legs.count - count).sorted { (abs($0 - own), $0) < (abs($1 - own), $1) }
      .map { room.legs[$0..<$0 + count] }
  }

  /// Where something so long stands along a length: at the anchor's side, or in the middle.
  func start(of length: Length, in whole: Length) -> Length {
    switch self {
    case .topLeft, .left, .bottomLeft: .zero
    case .top, .center, .bottom: (whole - length) / 2
    case .topRight, .right, .bottomRight: whole - length
    }
  }

  /// The first of so many rows among the free ones. In the middle there is text enough above and below, or none above.
  func start(of rows: Int, in free: Range<Int>) -> Int {
    if isAtBottom { return free.upperBound - rows }
    let rest = free.count - rows
    return isInMiddle && rest >= 2 * leastLinesOfPart ? free.lowerBound + rest / 2 : free.lowerBound
  }
}
