import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// What stands at the head of a part: heads, the label of the story's column, its summary.
struct HeadMatter {
  var text: HeadlineText
  var styles: HeadlineStyles
  var column: String?
  var summary: [String] = []
  /// Set at the end of the heads' lines, beside them.
  var note: String?
  /// Where a tap on it leads.
  var target: String?

  var isEmpty: Bool { text.isEmpty && column == nil && summary.isEmpty && note == nil }
}

extension StoryPartMaker {
  /// The heads of part one, with the 栏目 label above them, or beside them where rows are few.
  func standHeadline(in part: inout StoryPart, rows: Int? = nil) {
    let dress = dress
    let text = dress.text
    if text.isEmpty, story.blocks.isEmpty { return }
    let isBare = dress.runsIn && text.isEmpty && story.column == nil && story.summary.isEmpty
    if !isBare {
      let matter = HeadMatter(
        text: text, styles: dress.styles, column: story.column, summary: story.summary)
      if frame.headline.position == .picture {
        part.pictureHead = standOnPicture(matter, in: &part)
      }
      if part.pictureHead?.stands != true {
        stand(matter, rows: rows ?? design.lines, in: &part)
      }
    }
    if dress.runsIn {
      part.heads.append(
        HeadRecord(
          kind: .title, size: types.grid.size, condense: 1000, tracking: 0,
          lines: [story.title.joined(separator: "　")]))
    }
  }

  /// The head of a part that comes from another page: as much of the story's own as the house says, smaller, with 上接.
  func standJumpHead(in part: inout StoryPart, label: String, target: String) {
    let look = types.sheet.heads.jump
    var styles = dress.styles
    styles.title = types.style("jump-title")
    styles.byline = types.style("jump-back")
    // A rank's white is for its own title.
    styles.space = nil
    var matter = HeadMatter(text: HeadlineText(), styles: styles, target: target)
    let own = story.jump?.title ?? []
    let extent = look.extent ?? .title
    if extent != .label { matter.text.title = own.isEmpty ? onOneLine(story.title) : own }
    if extent == .full {
      (matter.text.kicker, matter.text.subtitle) = (story.kicker, story.subtitle)
    }
    switch matter.text.title.isEmpty ? .below : look.label ?? .below {
    case .below: matter.text.byline = label
    case .above: matter.text.overline = label
    case .beside: matter.note = label
    }
    stand(matter, rows: design.lines, in: &part)
  }

  private func onOneLine(_ title: [String]) -> [String] {
    title.count > 1 ? [title.joined(separator: "　")] : title
  }

  private func stand(_ matter: HeadMatter, rows: Int?, in part: inout StoryPart) {
    guard !matter.isEmpty || rows != nil, !part.rooms.isEmpty else { return }
    if standInStrip(matter, in: &part) { return }
    let row = headRow(of: part.rooms)
    // In the middle of a text that stands in rectangles side by side is in the middle of them all.
    let strip = design.position == .inside ? StripRoom(of: part.rooms) : nil
    let rooms = strip.map { [$0.room] } ?? row.map { part.rooms[$0] }
    let room = rooms[0]
    let tries = HeadlinePlace.tries(design, rooms: rooms, rows: rows, hasText: hasText)
    var best = tries[0]
    var head = head(matter, at: best)
    for place in tries.dropFirst() where head.isTooDeep {
      (best, head) = (place, self.head(matter, at: place))
    }
    // An upright head is as deep as its frame is wide, and lies over it where it is deeper.
    let depth = best.depth
    if best.mode == room.mode, head.rows > depth {
      lighten(&head, matter, at: &best)
      if head.rows > depth { head.leaveOut(matter.summary, from: &part) }
      if head.rows > depth { shrink(&head, matter, at: &best, of: &part) }
    }
    let area = best.area(rows: min(head.rows, depth))
    if let have = best.rows, head.isTooDeep { part.deepHeadline = (head.fit.rows, have) }
    lay(head, of: matter, room.mode.place(area, in: room.rect), best.mode, in: &part)
    let taken = best.exclusion(area)
    let shares =
      strip?.shares(of: taken, in: part.rooms)
      ?? row.map { ($0, taken.moved(inline: -part.rooms[$0].place(in: room).inline)) }
    for share in shares { part.rooms[share.room].exclusions.append(share.area) }
    // Tiers that the head is not before keep their lines, and those above them the same ones.
    if best.precedesTiers, row.count == part.rooms.count {
      for index in part.rooms.indices { part.rooms[index].rangeRowsAtEnd() }
    }
    if head.rows < depth { part.headRoom = headRoom(head, matter, at: best, in: row, of: part) }
  }

  func lay(
    _ head: StandingHead, of matter: HeadMatter, _ rect: Rect, _ mode: WritingMode,
    in part: inout StoryPart
  ) {
    (part.heads, part.titleExcess) = (head.records, head.fit.excess)
    let link = matter.target.map { MarkTag.link(to: $0) }
    let items = (link.map { [.begin($0)] } ?? []) + head.items + (link.map { [.end($0)] } ?? [])
    part.panels.append(Panel(rect: rect, mode: mode, items: items))
  }

  /// Where nobody ordered how deep the heads are, they get smaller within their styles before a summary goes.
  private func lighten(
    _ head: inout StandingHead, _ matter: HeadMatter, at place: inout HeadlinePlace
  ) {
    let rows = place.depth - (head.rows - head.fit.rows)
    guard place.rows == nil, head.summary != nil, rows > 0 else { return }
    var lower = place
    lower.rows = rows
    let smaller = self.head(matter, at: lower)
    if !smaller.isTooDeep, smaller.rows <= place.depth { (head, place) = (smaller, lower) }
  }

  /// No rank is worth a head that leaves its frame.
  private func shrink(
    _ head: inout StandingHead, _ matter: HeadMatter, at place: inout HeadlinePlace,
    of part: inout StoryPart
  ) {
    part.deepHeadline = (head.rows, place.depth)
    var smaller = matter
    (smaller.styles, smaller.summary) = (matter.styles.smallest(types.grid.size), [])
    place.rows = min(place.rows ?? place.depth, place.depth)
    head = self.head(smaller, at: place)
  }

  /// How the frame's heads stand where there is no picture for them to stand on, and no strip.
  var design: HeadlineDesign {
    var design = frame.headline
    switch design.position {
    case .picture: (design.position, design.lines, design.columns) = (.over, nil, nil)
    // Where there is no strip for it.
    case .level: (design.position, design.columns) = (.over, nil)
    case .over, .side, .inside, .vertical: break
    }
    return design
  }

  var hasText: Bool { !story.blocks.isEmpty }

  func head(_ matter: HeadMatter, at place: HeadlinePlace) -> StandingHead {
    var maker = HeadMaker(types: types, frame: frame, sponsor: story.sponsor)
    maker.position = frame.headline.summary ?? types.sheet.heads.summary.position ?? .under
    guard place.isOver, matter.column == nil, matter.summary.isEmpty else {
      return maker.head(matter, at: place)
    }
    var narrow = place
    narrow.width -= headInset * 2
    var head = maker.head(matter, at: narrow)
    if matter.styles.title.paragraph.alignment == .center { head.move(along: headInset) }
    return head
  }
}
