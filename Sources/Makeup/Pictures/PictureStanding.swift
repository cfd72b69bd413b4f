import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension StoryPartMaker {
  /// The pictures of a story, as the remedy has them.
  func standPictures(in part: inout StoryPart, _ remedy: Remedy) {
    guard !part.rooms.isEmpty else { return }
    for (picture, anchor) in zip(story.photos, anchors) {
      stand(picture, at: anchor, remedy, in: &part)
    }
  }

  /// Where each picture stands, in their order.
  var anchors: [PictureAnchor] {
    story.photos.reduce(into: []) { used, picture in
      used.append(anchor(wished: picture.anchor, besides: used))
    }
  }

  /// A picture's own wish, then the layout's, then the first corner still free.
  func anchor(wished: PictureAnchor?, besides used: [PictureAnchor]) -> PictureAnchor {
    let order = PictureAnchor.usual(frame.mode)
    let wish = wished ?? frame.photo?.anchor.flatMap(PictureAnchor.init)
    let free = wish.flatMap { used.contains($0) ? nil : $0 }
    return free ?? order.first { !used.contains($0) } ?? order[0]
  }

  /// How many columns and rows the largest of the pictures naturally takes.
  func largestPicture(in rooms: [Room]) -> (columns: Int, rows: Int) {
    guard let room = rooms.first else { return (1, 0) }
    let places = story.photos.compactMap { picture in
      PicturePlacing(
        picture, at: .topLeft, room.legs.prefix(columns(of: picture, in: room)), in: room,
        frame: frame, types: types)
    }
    return (
      story.photos.map { columns(of: $0, in: room) }.max() ?? 1, places.map(\.natural).max() ?? 0
    )
  }

  private func columns(of picture: Picture, in room: Room) -> Int {
    let own = PicturePlacing.length(asked: picture, in: room, frame: frame, types: types)
    let asked = picture.columns ?? own.map { legs(under: $0, in: room) }
    return max(
      1, min(asked ?? frame.photo?.columns ?? (room.legs.count + 1) / 2, room.legs.count))
  }

  private func columns(of picture: Picture, in room: Room, fewer: Int) -> Int {
    max(1, min(room.legs.count, columns(of: picture, in: room) - fewer))
  }

  /// Whether a place has the columns that a picture was ordered to take; without an order any will do.
  private func reaches(_ picture: Picture, over columns: Int, of room: Room) -> Bool {
    (picture.columns ?? frame.photo?.columns) == nil || room.legs.count >= columns
  }

  /// As many legs as something so long reaches over.
  private func legs(under length: Length, in room: Room) -> Int {
    let start = room.legs.first?.inline ?? .zero
    return 1 + room.legs.count { $0.inline + $0.measure - start < length }
  }

  /// A picture in the first of the places, by its anchor, that has rows enough for it; narrower where none has enough
  /// for it as wide as it was asked to be.
  private func stand(
    _ picture: Picture, at anchor: PictureAnchor, _ remedy: Remedy, in part: inout StoryPart
  ) {
    let places = part.stands
    let order = anchor.order(of: places)
    let most = places.map { columns(of: picture, in: $0) }.max() ?? 1
    var need: (rows: Int, have: Int)?
    for crop in [types.mostCropped, 1000] {
      for fewer in min(remedy.columns, most - 1)..<most {
        for index in order where reaches(picture, over: most - fewer, of: places[index]) {
          let stand = PictureStand(
            picture: picture, anchor: anchor, room: index,
            columns: columns(of: picture, in: places[index], fewer: fewer))
          switch self.stand(stand, losing: crop, remedy, in: &part) {
          case nil: return
          case let miss?: need = need ?? miss
          }
        }
      }
    }
    if standAnywhere(picture, at: anchor, remedy, in: &part) { return }
    if let need { part.pictureNeeds.append((need.rows, need.have, picture.path.place)) }
  }

  /// In other columns than those of its anchor, such as beside an upright head: better than nowhere.
  private func standAnywhere(
    _ picture: Picture, at anchor: PictureAnchor, _ remedy: Remedy, in part: inout StoryPart
  ) -> Bool {
    let places = part.stands
    for index in anchor.order(of: places) {
      let columns = columns(of: picture, in: places[index])
      for legs in anchor.seen(in: frame.mode).windows(of: columns, in: places[index]) {
        let stand = PictureStand(
          picture: picture, anchor: anchor, room: index, columns: columns, legs: legs)
        if self.stand(stand, losing: 1000, remedy, in: &part) == nil { return true }
      }
    }
    return false
  }

  /// Puts a picture into its legs; where it has not rows enough there, says how many it needs.
  private func stand(
    _ stand: PictureStand, losing crop: Int, _ remedy: Remedy, in part: inout StoryPart
  ) -> (rows: Int, have: Int)? {
    let (picture, room) = (stand.picture, part.stands[stand.room])
    let anchor = stand.anchor.seen(in: room.mode)
    let legs = stand.legs ?? anchor.legs(stand.columns, of: room)
    guard
      let place = PicturePlacing(
        picture, at: anchor, legs, in: room, frame: frame, types: types)
    else { return (0, 0) }
    let least = crop < 1000 ? place.rows(losing: crop).lowerBound : place.least
    let free = freeRows(below: legs, in: room, least: least, at: anchor)
    guard free.count >= least else { return (place.least, free.count) }
    let rows = place.rows(remedy, of: free.count)
    let start = anchor.start(of: rows, in: free)
    part.clear(
      place.room(from: start, rows: rows), in: stand.room,
      picture.wrap ?? frame.photo?.wrap ?? .auto,
      outline: place.outlined(from: start, rows: rows))
    let (panels, keepsInks) = place.panels(from: start, rows: rows)
    if keepsInks { part.fixedPanels += panels } else { part.panels += panels }
    if remedy.rows != 0 { part.changedRows.append(rows - place.natural) }
    report(stand, loss: place.loss(ofRows: rows), isLower: rows < place.natural, in: &part)
    return nil
  }

  /// What is to be said of a picture that is not as it was asked to be.
  private func report(_ stand: PictureStand, loss: Int, isLower: Bool, in part: inout StoryPart) {
    let place = stand.picture.path.place
    let legs = part.stands.map(\.legs.count).max() ?? 1
    let asked = (stand.picture.columns ?? frame.photo?.columns).map { min($0, legs) }
    if let asked, stand.columns < asked {
      part.narrowPictures.append((asked, stand.columns, place))
    }
    let shape = PictureManner(stand.picture, in: frame, types: types).shape
    part.note(loss: loss, of: stand.picture, as: shape, isLower: isLower)
  }

  /// The rows of some legs that nothing stands in yet: the longest run.
  func freeRows(below legs: ArraySlice<Leg>, in room: Room) -> Range<Int> {
    freeRuns(below: legs, in: room).max { $0.count < $1.count } ?? 0..<0
  }

  /// Of the runs that hold so many rows the one at the anchor's side, such as under a head inside the text; else the
  /// longest.
  func freeRows(
    below legs: ArraySlice<Leg>, in room: Room, least: Int, at anchor: PictureAnchor
  ) -> Range<Int> {
    let runs = freeRuns(below: legs, in: room).filter { $0.count >= least }
    let own = anchor.isInMiddle ? nil : anchor.isAtBottom ? runs.last : runs.first
    return own ?? freeRows(below: legs, in: room)
  }

  private func freeRuns(below legs: ArraySlice<Leg>, in room: Room) -> [Range<Int>] {
    guard let first = legs.first, let last = legs.last else { return [] }
    let end = last.inline + last.measure
    var runs: [Range<Int>] = []
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
        runs.append(from..<row)
        start = nil
      } else if !isTaken, start == nil {
        start = row
      }
    }
    return runs
  }
}

/// A picture, and the columns of a place that it is to stand in.
private struct PictureStand {
  var picture: Picture
  var anchor: PictureAnchor
  var room: Int
  var columns: Int
  /// Which; those of the anchor without.
  var legs: ArraySlice<Leg>?
}
