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
  /// Pictures that are not as wide as they were asked to be: columns asked, columns they have, and where.
  var narrowPictures: [(asked: Int, columns: Int, place: SourcePlace)] = []
  /// Pictures cropped further than they bear: percent cut away, and where.
  var croppedPictures: [(share: Int, place: SourcePlace)] = []
  /// Which of the story's blocks stands across columns, and no more in its text.
  var standingQuote: Int?
  /// What folds the text of a room back: the room's number, and where in it.
  var folds: [(room: Int, area: LogicalRect)] = []
  /// What its table needs over the frame's width at the smallest size.
  var tableExcess = Length.zero
  /// The first row of its table that found no room here.
  var tableRest: Int?
  /// Into how many pieces side by side its table is folded.
  var tableFolds = 1
  /// Why its QR code is not on the page.
  var codeFault: CodeFault?
  /// What keeps its inks in a reversed frame.
  var fixedPanels: [Panel] = []
  /// Lines and characters of sidebars that found no room.
  var oversetLines = 0
  var oversetCharacters = 0
  /// 下转 line at its end, when the story goes on elsewhere.
  var jumpLabel: Line?

  var slots: [LineSlot] { Makeup.slots(in: rooms) }

  /// Takes an area of a room from its text, which goes past it as `wrap` says.
  mutating func clear(_ area: LogicalRect, in index: Int, _ wrap: PictureWrap) {
    let room = rooms[index]
    let whole = LogicalRect(
      inline: .zero, block: area.block, inlineSize: room.size.inline, blockSize: area.blockSize)
    let cleared = wrap == .none ? whole : area
    rooms[index].exclusions.append(cleared)
    let cutsAcross = room.legs.allSatisfy {
      cleared.inline <= $0.inline && $0.inline + $0.measure <= cleared.inlineEnd
    }
    let folds = wrap == .fold || wrap != .around && cutsAcross
    if folds, room.legs.count > 1 { self.folds.append((index, cleared)) }
  }

  /// Divides the rooms where their text is folded back, once nothing more is to stand in them.
  mutating func fold() {
    rooms = rooms.enumerated().flatMap { index, room in
      folds.filter { $0.room == index }.reduce([room]) { parts, fold in
        parts.flatMap { $0.folded(round: fold.area) }
      }
    }
    folds = []
  }
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
  /// A headline keeps at least so many 字 beside a label.
  private static let charactersForLabel = 8

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
    let row = headRow(of: part.rooms)
    let rooms = row.map { part.rooms[$0] }
    let tries = HeadlinePlace.tries(frame.headline, rooms: rooms, rows: rows, hasText: hasText)
    var best = tries[0]
    var head = head(text, styles, column: column, at: best)
    for place in tries.dropFirst() where head.isTooDeep {
      (best, head) = (place, self.head(text, styles, column: column, at: place))
    }
    let area = best.area(rows: min(head.fit.rows, room.rows))
    (part.heads, part.titleExcess) = (head.fit.heads, head.fit.excess)
    if let have = best.rows, head.isTooDeep { part.deepHeadline = (head.fit.rows, have) }
    part.panels.append(
      Panel(rect: room.mode.place(area, in: room.rect), mode: best.mode, items: head.items))
    for index in row {
      let shift = part.rooms[index].rect.x - room.rect.x
      part.rooms[index].exclusions.append(
        best.exclusion(area).moved(inline: room.mode == .horizontal ? -shift : .zero))
    }
  }

  private var hasText: Bool { !story.blocks.isEmpty }

  /// A headline set for a place.
  private struct Head {
    var fit: HeadlineFit
    var items: [Item]
    var isTooDeep: Bool
  }

  private func head(
    _ text: HeadlineText, _ styles: HeadlineStyles, column: String?, at place: HeadlinePlace
  ) -> Head {
    let setter = HeadlineSetter(types: types, styles: styles, mode: place.mode)
    let tab = column.map { tabWidth($0) + types.grid.size } ?? .zero
    let isNarrow = place.width - tab * 2 < types.grid.size * Self.charactersForLabel
    let isAbove =
      column != nil && (isNarrow || place.rows.map { $0 >= Self.rowsForLabel } ?? true)
    let beside = isAbove ? Length.zero : tab
    let fit = setter.fit(
      text, width: place.width - beside * 2, rows: place.rows,
      below: isAbove ? types.grid.pitch * 3 / 2 : .zero)
    var items = fit.items.map { $0.moved(inline: beside, block: .zero) }
    if let column { items = label(column, width: isAbove ? place.width : nil) + items }
    return Head(fit: fit, items: items, isTooDeep: place.rows.map { fit.rows > $0 } ?? false)
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
