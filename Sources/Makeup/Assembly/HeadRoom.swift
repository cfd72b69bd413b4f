import Geometry
import PageDesign

/// The white over and under a story's heads, which an editor changes to close the story (题空): a row or two more where
/// the text ends short, a row less where it is too long. Heads that the layout gives a depth of their own keep it.
struct HeadRoom {
  /// The heads, among the part's panels.
  var panel: Int
  /// What they take from each room's text.
  var exclusions: [(room: Int, number: Int)]
  /// Rows that they can give and still stand clear of the text.
  var spare: Int

  /// Textbooks give a line or two of white over and under a title: more rows would look like a fault.
  static let mostOpened = 2
}

extension StoryPart {
  /// The part with its heads on so many rows more or fewer; nil where they must stay as they are.
  func heads(opened rows: Int) -> StoryPart? {
    guard rows != 0 else { return self }
    guard let headRoom, -rows <= headRoom.spare else { return nil }
    var part = self
    let change = types.grid.pitch * rows
    part.panels[headRoom.panel].rect.height += change
    part.panels[headRoom.panel].items = part.panels[headRoom.panel].items.map {
      $0.moved(inline: .zero, block: change / 2)
    }
    for place in headRoom.exclusions {
      part.rooms[place.room].exclusions[place.number].blockSize += change
    }
    return part
  }
}

extension StoryPartMaker {
  /// What a head that stands as `place` says can give or take: nothing where it is beside the text, has a label or a
  /// summary with it, or a depth by order.
  func headRoom(
    _ head: StandingHead, _ matter: HeadMatter, at place: HeadlinePlace, in row: [Int],
    of part: StoryPart
  ) -> HeadRoom? {
    guard place.isOver, place.rows == nil, matter.column == nil, matter.summary.isEmpty,
      matter.note == nil, !head.fit.heads.isEmpty
    else { return nil }
    return HeadRoom(
      panel: part.panels.count - 1,
      exclusions: row.map { ($0, part.rooms[$0].exclusions.count - 1) },
      spare: matter.styles.space == nil ? max(0, head.fit.rows - head.fit.least) : 0)
  }
}
