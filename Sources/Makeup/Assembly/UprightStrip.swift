import Geometry
import PageDesign

/// An upright head beside level text for which the layout gives neither columns nor lines (竖题): it takes a strip as wide
/// as it needs down the whole frame, and what is left is divided into columns anew (破栏).
extension StoryPartMaker {
  /// Whether the head stands so: not where it would be half of the frame, or leave the text too short lines.
  func standInStrip(_ matter: HeadMatter, in part: inout StoryPart) -> Bool {
    guard hasText, frame.givesStrip, part.rooms.count == 1 else { return false }
    let room = part.rooms[0]
    let place = HeadlinePlace.strip(frame.headline, in: room)
    let head = head(matter, at: place)
    let extent = room.pitch * head.rows
    guard extent * 2 <= room.rect.width, let rest = room.beside(extent, of: frame, on: types.grid)
    else { return false }
    let strip = LogicalRect(
      inline: .zero, block: room.firstRow, inlineSize: extent, blockSize: place.width)
    lay(head, of: matter, room.mode.place(strip, in: room.rect), place.mode, in: &part)
    part.rooms[0] = rest
    return true
  }
}

extension Frame {
  fileprivate var givesStrip: Bool {
    headline.position == .vertical && mode == .horizontal && headline.columns == nil
      && headline.lines == nil && bodyColumns == nil && remainder != .auto
  }
}

extension Room {
  /// What a strip of this width leaves of a level room, on whole 字: as many columns as come nearest to those it had. nil
  /// where lines would be shorter than beside a picture, or under seven tenths of the frame's.
  fileprivate func beside(_ strip: Length, of frame: Frame, on grid: BodyGrid) -> Room? {
    guard let first = legs.first else { return nil }
    let gutter = frame.bodyGutter?.length(em: em, pitch: pitch) ?? grid.gutter
    let taken = em * ((strip + em - Length(units: 1)) / em) + gutter
    let divisions = (1...legs.count).map {
      Division(
        width: rect.width - taken, em: em, count: $0, gutter: gutter, remainder: frame.remainder)
    }.filter { $0.measures[0] >= max(em * leastMeasureBesidePicture, first.measure * 7 / 10) }
    func ratio(_ division: Division) -> Int {
      let (one, other) = (division.measures[0], first.measure)
      return max(one, other).units * 1000 / min(one, other).units
    }
    guard let division = divisions.min(by: { ratio($0) < ratio($1) }) else { return nil }
    var rest = self
    rest.rect = Rect(
      x: rect.x + taken, y: rect.y, width: rect.width - taken, height: rect.height)
    rest.legs = zip(division.starts, division.measures).map {
      Leg(room: first.room, inline: $0, measure: $1, rows: rows)
    }
    return rest
  }
}
