import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// One frame's share of a story: its rooms with headline, pictures and tables already standing in
/// them, ready for the text.
struct StoryPart {
  var address: FrameAddress
  var frame: Frame
  var types: TypeCase
  var rooms: [Room]
  /// Headline, pictures, tables: panels of their own, in reading order before the text.
  var panels: [Panel] = []
  /// How its heads were set.
  var heads: [HeadRecord] = []
  var titleExcess = 0
  /// Body lines that its headline takes and was given, when it takes more.
  var deepHeadline: (need: Int, have: Int)?
  /// Pictures that found no room: rows they need, rows there are, and where they were asked for.
  var pictureNeeds: [(need: Int, have: Int, place: SourcePlace)] = []
  /// What its table needs over the frame's width at the smallest size.
  var tableExcess = Length.zero
  /// The first row of its table that found no room here.
  var tableRest: Int?
  /// Into how many pieces side by side its table is folded.
  var tableFolds = 1
  /// 下转 line at its end, when the story goes on elsewhere.
  var jumpLabel: Line?

  var slots: [LineSlot] { Makeup.slots(in: rooms) }
}

/// Builds the parts of one story.
struct StoryPartMaker {
  let story: Story
  let types: TypeCase
  let frame: Frame
  let address: FrameAddress

  /// The frame with its rooms empty.
  func emptyPart() -> StoryPart {
    StoryPart(address: address, frame: frame, types: types, rooms: rooms(of: frame, on: types.grid))
  }

  private var headlineStyles: HeadlineStyles {
    let design = frame.headline
    let boxed = frame.box != nil || frame.areas[0].columns.count <= 2
    return HeadlineStyles(
      kicker: types.style(design.kickerStyle ?? "kicker"),
      title: types.style(design.style ?? (boxed ? "title-small" : "title")),
      subtitle: types.style(design.subtitleStyle ?? "subtitle"), byline: types.style("byline"))
  }

  /// The heads of part one, with the 栏目 label above them, or beside them where rows are few.
  func standHeadline(in part: inout StoryPart, rows: Int? = nil) {
    let text = HeadlineText(of: story)
    if text.isEmpty, story.blocks.isEmpty { return }
    stand(text, headlineStyles, column: story.column, rows: rows ?? frame.headline.lines, in: &part)
  }

  /// From this many rows on a headline has room for a label of its own above it.
  private static let rowsForLabel = 6

  /// The head of a part that comes from another page: the title once more, smaller, and 上接.
  func standJumpHead(in part: inout StoryPart, label: String) {
    var styles = headlineStyles
    styles.title = types.style("jump-title")
    var title = story.title
    if title.count > 1 { title = [title.joined(separator: "　")] }
    stand(
      HeadlineText(title: title, byline: label), styles, column: nil, rows: frame.headline.lines,
      in: &part)
  }

  private func stand(
    _ text: HeadlineText, _ styles: HeadlineStyles, column: String?, rows: Int?,
    in part: inout StoryPart
  ) {
    guard !text.isEmpty || column != nil || rows != nil, let room = part.rooms.first else { return }
    let place = HeadlinePlace(design: frame.headline, room: room, rows: rows)
    let setter = HeadlineSetter(types: types, styles: styles, mode: place.mode)
    let isAbove = column != nil && (place.rows.map { $0 >= Self.rowsForLabel } ?? true)
    let beside = isAbove ? Length.zero : column.map { tabWidth($0) + types.grid.size } ?? .zero
    let fit = setter.fit(
      text, width: place.width - beside * 2, rows: place.rows,
      below: isAbove ? types.grid.pitch * 3 / 2 : .zero)
    let area = place.area(rows: min(fit.rows, room.rows))
    (part.heads, part.titleExcess) = (fit.heads, fit.excess)
    if let have = place.rows, fit.rows > have { part.deepHeadline = (fit.rows, have) }
    var items = fit.items.map { $0.moved(inline: beside, block: .zero) }
    if let column { items = label(column, width: isAbove ? place.width : nil) + items }
    part.panels.append(
      Panel(rect: room.mode.place(area, in: room.rect), mode: place.mode, items: items))
    part.rooms[0].exclusions.append(place.exclusion(area))
  }

  private func tabWidth(_ name: String) -> Length {
    let style = types.style("label")
    return types.width(name, as: style) + style.text.size
  }

  /// 栏目: a black tab with the column's name; over a width also a rule along the rest of it, and
  /// the sponsor at its end.
  func label(_ name: String, width: Length?) -> [Item] {
    let mode = frame.mode
    let style = types.style("label").aligned(.center).mode(mode)
    let size = style.text.size
    let extent = size * 3 / 2
    let tab = tabWidth(name)
    var items: [Item] = [
      .fill(LogicalRect(inline: .zero, block: .zero, inlineSize: tab, blockSize: extent), .black),
      .line(
        types.line(name, as: style, measure: tab),
        start: LogicalPoint(inline: .zero, block: extent / 2), .white),
    ]
    guard let width else { return items }
    items.append(
      .rule(
        from: LogicalPoint(inline: .zero, block: extent),
        to: LogicalPoint(inline: width, block: extent), weight: .points(0.75), .black, .solid))
    if let sponsor = story.sponsor {
      let measure = width - tab - size
      items.append(
        .line(
          types.line(sponsor, as: types.style("sponsor").mode(mode), measure: measure),
          start: LogicalPoint(inline: tab + size, block: extent / 2), .black))
    }
    return items
  }
}

/// Where in a frame its headline stands: over the text, beside it, inside it, or upright at its side.
struct HeadlinePlace {
  var mode: WritingMode
  /// Along the headline's lines.
  var width: Length
  /// Body lines it is given; nil: as many as it needs.
  var rows: Int?
  private var design: HeadlineDesign
  private var room: Room
  private var legs: ArraySlice<Leg>

  init(design: HeadlineDesign, room: Room, rows: Int?) {
    (self.design, self.room) = (design, room)
    let count = min(
      design.columns ?? (design.position == .over ? room.legs.count : 1), room.legs.count)
    let first = design.position == .inside ? (room.legs.count - count) / 2 : 0
    legs = room.legs[first..<first + count]
    mode = design.position == .vertical ? .vertical : room.mode
    self.rows = rows
    width = room.legs.isEmpty ? .zero : Self.inlineExtent(of: legs)
    if design.position == .over, count == room.legs.count { width = room.size.inline }
    guard design.position == .vertical, room.mode == .horizontal else { return }
    // An upright headline's lines run down its legs; its depth is their width.
    let depth = room.extent(rows: rows ?? room.rows)
    self.rows = width / room.pitch
    width = depth
  }

  private static func inlineExtent(of legs: ArraySlice<Leg>) -> Length {
    guard let first = legs.first, let last = legs.last else { return .zero }
    return last.inline + last.measure - first.inline
  }

  /// The headline's rectangle in its room.
  func area(rows taken: Int) -> LogicalRect {
    let inline = legs.first?.inline ?? .zero
    if design.position == .vertical, room.mode == .horizontal {
      return LogicalRect(
        inline: inline, block: room.firstRow, inlineSize: Self.inlineExtent(of: legs),
        blockSize: width)
    }
    let rows =
      switch design.position {
      case .side: design.lines ?? room.rows
      default: taken
      }
    let start = design.position == .inside ? max(0, (room.rows - rows) / 2) : 0
    let block = room.start(ofRow: start)
    return LogicalRect(
      inline: inline, block: block,
      inlineSize: design.position == .over ? width : Self.inlineExtent(of: legs),
      blockSize: max(room.em, room.pitch * rows - (room.pitch - room.em)))
  }

  /// What of the room text must leave free for it; all above an overhead headline too.
  func exclusion(_ area: LogicalRect) -> LogicalRect {
    guard design.position != .inside else { return area }
    return LogicalRect(
      inline: area.inline, block: .zero, inlineSize: area.inlineSize, blockSize: area.blockEnd)
  }
}
