import Geometry
import PageDesign

/// Heads whose lines run across those of their text take a strip of the frame, and what is left is divided into columns or
/// tiers anew (破栏): an upright one beside level text (竖题), a level one over upright text (横题).
extension StoryPartMaker {
  /// Whether the head stands so: not where it would be half of the frame, or leave the text too short lines.
  func standInStrip(_ matter: HeadMatter, in part: inout StoryPart) -> Bool {
    guard hasText, part.rooms.count == 1 else { return false }
    switch (frame.mode, frame.headline.position) {
    case (.horizontal, .vertical): return frame.givesStrip && standUpright(matter, in: &part)
    case (.vertical, .level): return standLevel(matter, in: &part)
    default: return false
    }
  }

  /// As wide as it needs, down the whole frame.
  private func standUpright(_ matter: HeadMatter, in part: inout StoryPart) -> Bool {
    let room = part.rooms[0]
    let place = HeadlinePlace.strip(frame.headline, in: room)
    let head = head(matter, at: place)
    let extent = room.pitch * head.rows
    guard extent * 2 <= room.rect.width else { return false }
    let taken = room.em * ((extent + room.em - Length(units: 1)) / room.em) + gutter
    let least = max(
      room.em * leastMeasureBesidePicture, (room.legs.first?.measure ?? .zero) * 7 / 10)
    guard let rest = room.rest(after: taken, of: frame, gutter, least: least) else { return false }
    let strip = LogicalRect(
      inline: .zero, block: room.firstRow, inlineSize: extent, blockSize: place.width)
    lay(head, of: matter, room.mode.place(strip, in: room.rect), place.mode, in: &part)
    part.rooms[0] = rest
    return true
  }

  /// As deep as the layout says, else as it needs, over the whole frame; the tiers begin under it.
  private func standLevel(_ matter: HeadMatter, in part: inout StoryPart) -> Bool {
    let room = part.rooms[0]
    let level = room.level
    let place = HeadlinePlace(design: design, rooms: [level], rows: design.lines)
    let head = head(matter, at: place)
    let extent = room.pitch * head.rows
    guard extent * 2 <= room.rect.height,
      let rest = room.rest(after: extent, of: frame, gutter, least: room.em * leastTier)
    else { return false }
    let strip = level.mode.place(place.area(rows: head.rows), in: level.rect)
    lay(head, of: matter, strip, place.mode, in: &part)
    part.rooms[0] = rest
    return true
  }

  private var gutter: Length { bodyGutter(of: frame, on: types.grid) }
}

/// 字 that a line under a level head has at least.
private let leastTier = 8

extension Frame {
  fileprivate var givesStrip: Bool {
    headline.columns == nil && headline.lines == nil && bodyColumns == nil && remainder != .auto
  }
}

extension Room {
  /// The same rectangle for level lines, in one column.
  fileprivate var level: Room {
    var level = self
    (level.mode, level.firstRow, level.exclusions) = (.horizontal, .zero, [])
    level.rows = max(1, (rect.height - em) / pitch + 1)
    level.legs = [Leg(room: 0, inline: .zero, measure: rect.width, rows: level.rows)]
    return level
  }

  /// What is left after a strip along the start of the lines, on whole 字: as many columns or tiers as come nearest to
  /// those it had. nil where lines would be shorter than `least`.
  fileprivate func rest(after strip: Length, of frame: Frame, _ gutter: Length, least: Length)
    -> Room?
  {
    guard let first = legs.first else { return nil }
    let divisions = (1...legs.count).map {
      Division(
        width: size.inline - strip, em: em, count: $0, gutter: gutter, remainder: frame.remainder)
    }.filter { $0.measures[0] >= least }
    func ratio(_ division: Division) -> Int {
      let (one, other) = (division.measures[0], first.measure)
      return max(one, other).units * 1000 / min(one, other).units
    }
    guard let division = divisions.min(by: { ratio($0) < ratio($1) }) else { return nil }
    var rest = self
    rest.rect = mode.place(
      LogicalRect(
        inline: strip, block: .zero, inlineSize: size.inline - strip, blockSize: size.block),
      in: rect)
    rest.legs = zip(division.starts, division.measures).map {
      Leg(room: first.room, inline: $0, measure: $1, rows: rows)
    }
    return rest
  }
}
