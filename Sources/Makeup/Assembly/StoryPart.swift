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
  /// Rows that its pictures and its chart are off their natural depth, where that closes the story.
  var changedRows: [Int] = []
  /// How its heads may be changed to close the story.
  var headRoom: HeadRoom?
  /// Body lines that its headline takes and was given, when it takes more.
  var deepHeadline: (need: Int, have: Int)?
  /// How a headline that is to stand on a picture came out.
  var pictureHead: PictureHead?
  /// Pictures that found no room: rows they need, rows there are, and where they were asked for.
  var pictureNeeds: [(need: Int, have: Int, place: SourcePlace)] = []
  /// Pictures that are not as wide as they were asked to be: columns asked, columns they have, and where.
  var narrowPictures: [(asked: Int, columns: Int, place: SourcePlace)] = []
  /// Pictures cropped further than they bear: percent cut away, and where.
  var croppedPictures: [(share: Int, place: SourcePlace)] = []
  /// Circles, ellipses and cut-outs that are smaller than their width asks: by how many percent, and where.
  var shrunkPictures: [(share: Int, place: SourcePlace)] = []
  /// Which of the story's blocks stands across columns, and no more in its text; and where on the page.
  var standingQuote: (block: Int, rect: Rect)?
  /// What folds its text back: one room, or those of a strip, and where in each.
  var folds: [[(room: Int, area: LogicalRect)]] = []
  /// What its table needs over the frame's width at the smallest size.
  var tableExcess = Length.zero
  /// Its table parts short words.
  var tableIsStrained = false
  /// The first row of its table that found no room here.
  var tableRest: Int?
  /// Into how many pieces side by side its table is folded.
  var tableFolds = 1
  /// Rows that its chart needs, where it has fewer.
  var chartNeed: ChartNeed?
  /// The picture that it stands on.
  var ground: PictureGround?
  var groundFault: GroundFault?
  /// Why its QR code is not on the page.
  var codeFault: CodeFault?
  /// What keeps its inks in a reversed frame.
  var fixedPanels: [Panel] = []
  /// Lines and characters of sidebars that found no room.
  var oversetLines = 0
  var oversetCharacters = 0
  /// In which of the story's types it is set.
  var dress = 0
  /// 下转 at its end, when the story goes on elsewhere.
  var jumpLine: JumpLine?

  var slots: [LineSlot] { Makeup.slots(in: rooms) }

  /// What a story's type here depends on.
  func dressKey(of story: Story?) -> FlowDress.Key {
    FlowDress.Key(
      body: story?.style ?? frame.bodyStyle ?? "body", mode: frame.mode, types: types)
  }

  /// The rooms, and the strip that the first ones make, in which something may stand.
  var stands: [Room] { rooms + (StripRoom(of: rooms).map { [$0.room] } ?? []) }

  /// Takes an area of one of the places to stand in from the text, which goes past it as `wrap` says; where it has an
  /// outline and text goes round it, no more than that.
  mutating func clear(
    _ area: LogicalRect, in index: Int, _ wrap: PictureWrap, outline: [LogicalRect]? = nil
  ) {
    let room = stands[index]
    if let outline, wrap == .auto || wrap == .around {
      for strip in outline { exclude(strip, in: index) }
      for share in shares(of: area, in: index) { rooms[share.room].closeGaps(within: share.area) }
      return
    }
    let whole = LogicalRect(
      inline: .zero, block: area.block, inlineSize: room.size.inline, blockSize: area.blockSize)
    let cleared = wrap == .none ? whole : area
    exclude(cleared, in: index)
    let cutsAcross = room.legs.allSatisfy {
      cleared.inline <= $0.inline && $0.inline + $0.measure <= cleared.inlineEnd
    }
    let isFolded = wrap == .fold || wrap != .around && cutsAcross
    if isFolded, room.legs.count > 1 { folds.append(shares(of: cleared, in: index)) }
  }

  /// Text goes nowhere in an area of one of the places to stand in.
  mutating func exclude(_ area: LogicalRect, in index: Int) {
    for share in shares(of: area, in: index) { rooms[share.room].exclusions.append(share.area) }
  }

  private func shares(of area: LogicalRect, in index: Int) -> [(room: Int, area: LogicalRect)] {
    guard index == rooms.count else { return [(index, area)] }
    return StripRoom(of: rooms)?.shares(of: area, in: rooms) ?? []
  }

  /// Divides the rooms where their text is folded back, once nothing more is to stand in them: what is above in all rooms
  /// of a strip is read before what is below.
  mutating func fold() {
    var parts = rooms.map { [$0] }
    for share in folds.joined() {
      parts[share.room] = parts[share.room].flatMap { $0.folded(round: share.area) }
    }
    let strip = folds.first { $0.count > 1 }?.map(\.room) ?? []
    let isParted = strip.allSatisfy { parts[$0].count == 2 }
    let upper = isParted ? strip.map { parts[$0].removeFirst() } : []
    rooms = upper + parts.joined()
    folds = []
  }
}

/// Builds the parts of one story.
struct StoryPartMaker {
  var story: Story
  let types: TypeCase
  var frame: Frame
  let address: FrameAddress
  /// No title may be larger.
  var largestTitle: Length?
  /// White that heads over their text keep from the frame's sides.
  var headInset = Length.zero
  /// The picture that it stands on, no more among the story's.
  var ground: PictureGround?
  var groundFault: GroundFault?

  /// The frame with its rooms empty.
  func emptyPart() -> StoryPart {
    var part = StoryPart(
      address: address, frame: frame, types: types, rooms: rooms(of: frame, on: types.grid))
    (part.ground, part.groundFault) = (ground, groundFault)
    return part
  }

  var dress: HeadDress {
    HeadDress(story: story, frame: frame, types: types, largest: largestTitle)
  }
}
