import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension StoryPartMaker {
  /// The pictures of a story, `taller` rows more (or less) than they naturally take.
  func standPictures(in part: inout StoryPart, taller: Int) {
    guard !part.rooms.isEmpty else { return }
    var used: Set<PictureAnchor> = []
    for picture in story.photos {
      let anchor = anchor(of: picture, avoiding: used)
      used.insert(anchor)
      stand(picture, at: anchor, taller: taller, in: &part)
    }
  }

  /// The picture's own wish, then the layout's, then the first corner still free.
  private func anchor(of picture: Picture, avoiding used: Set<PictureAnchor>) -> PictureAnchor {
    let wish = picture.anchor ?? frame.photo?.anchor.flatMap(PictureAnchor.init)
    let order: [PictureAnchor] = [.topRight, .bottomLeft, .center, .bottomRight, .topLeft]
    if let wish, !used.contains(wish) { return wish }
    return order.first { !used.contains($0) } ?? .topRight
  }

  /// A picture in the first of the rooms, by its anchor, that has rows enough for it.
  private func stand(
    _ picture: Picture, at anchor: PictureAnchor, taller: Int, in part: inout StoryPart
  ) {
    var need: (rows: Int, have: Int)?
    for index in anchor.order(of: part.rooms) {
      let room = part.rooms[index]
      let legs = legs(for: picture, at: anchor, in: room)
      let free = freeRows(below: legs, in: room)
      guard let place = PicturePlacing(picture, legs, in: room, types: types) else { continue }
      guard free.count >= place.least else {
        need = need ?? (place.least, free.count)
        continue
      }
      let rows = max(place.least, min(place.natural + taller, free.count))
      let start = anchor.start(of: rows, in: free)
      part.rooms[index].exclusions.append(
        cleared(place.exclusion(from: start, rows: rows), in: room))
      part.panels.append(place.panel(from: start, rows: rows, anchor))
      return
    }
    if let need { part.pictureNeeds.append((need.rows, need.have, picture.path.place)) }
  }

  /// What text leaves free for a picture: the whole width where none is to run beside it.
  private func cleared(_ area: LogicalRect, in room: Room) -> LogicalRect {
    guard frame.photo?.wrap == false else { return area }
    return LogicalRect(
      inline: .zero, block: area.block, inlineSize: room.size.inline, blockSize: area.blockSize)
  }

  private func legs(for picture: Picture, at anchor: PictureAnchor, in room: Room) -> ArraySlice<
    Leg
  > {
    let count = max(
      1, min(picture.columns ?? frame.photo?.columns ?? (room.legs.count + 1) / 2, room.legs.count))
    let first =
      switch anchor {
      case .topLeft, .left, .bottomLeft: 0
      case .top, .center, .bottom: (room.legs.count - count) / 2
      case .topRight, .right, .bottomRight: room.legs.count - count
      }
    return room.legs[first..<first + count]
  }

  /// The rows of some legs that nothing stands in yet: the longest run.
  func freeRows(below legs: ArraySlice<Leg>, in room: Room) -> Range<Int> {
    guard let first = legs.first, let last = legs.last else { return 0..<0 }
    let end = last.inline + last.measure
    var best = 0..<0
    var start: Int?
    for row in 0...room.rows {
      let top = room.start(ofRow: row)
      let isTaken =
        row == room.rows
        || room.exclusions.contains {
          $0.inline < end && first.inline < $0.inlineEnd && $0.block < top + room.em
            && top < $0.blockEnd
        }
      if isTaken, let from = start {
        if row - from > best.count { best = from..<row }
        start = nil
      } else if !isTaken, start == nil {
        start = row
      }
    }
    return best
  }
}

extension PictureAnchor {
  var isAtBottom: Bool { [.bottom, .bottomLeft, .bottomRight].contains(self) }
  var isInMiddle: Bool { [.left, .center, .right].contains(self) }
  private var isAtRight: Bool { [.topRight, .right, .bottomRight].contains(self) }

  /// Rooms in the order in which it is tried to stand in them: its side first, then top or foot.
  func order(of rooms: [Room]) -> [Int] {
    let isCentred = [.top, .center, .bottom].contains(self)
    func key(_ index: Int) -> (Int, Int, Int) {
      let rect = rooms[index].rect
      let side = isAtRight ? -rect.maxX.units : rect.x.units
      let depth = isAtBottom ? -rect.maxY.units : rect.y.units
      return isCentred ? (depth, -rect.width.units, index) : (side, depth, index)
    }
    return rooms.indices.sorted { key($0) < key($1) }
  }

  /// The first of so many rows among the free ones.
  func start(of rows: Int, in free: Range<Int>) -> Int {
    if isAtBottom { return free.upperBound - rows }
    return isInMiddle ? free.lowerBound + (free.count - rows) / 2 : free.lowerBound
  }
}
