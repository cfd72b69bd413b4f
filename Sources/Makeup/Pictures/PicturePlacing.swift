import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// How a picture with its caption stands in some legs of a room (图片占位): the rows it takes, counted across the
/// room's lines, and the panel that shows it. Picture and caption are upright whichever way the text runs.
struct PicturePlacing {
  /// Its words and three rows of the picture are the least.
  let least: Int
  /// Rows at which the picture shows whole.
  let natural: Int
  /// How far the picture reaches across the lines at its natural size, and what its words add.
  private let whole: Length
  private let rest: Length
  private let picture: Picture
  private let manner: PictureManner
  private let room: Room
  private let types: TypeCase
  /// As the text of the room sees it.
  private let anchor: PictureAnchor
  /// Where it stands along the lines, and how long.
  private let inline: Length
  private let length: Length

  /// In some legs, or as wide as the picture asks at its anchor's side of them. Nil where there are no legs.
  init?(
    _ picture: Picture, at anchor: PictureAnchor, _ legs: ArraySlice<Leg>, in room: Room,
    frame: Frame, types: TypeCase
  ) {
    guard let first = legs.first, let last = legs.last else { return nil }
    (self.picture, self.room, self.types, self.anchor) = (picture, room, types, anchor)
    var manner = PictureManner(picture, in: frame, types: types)
    // Over a caption it stands in the middle, as that does.
    if picture.caption == nil, picture.credit == nil { manner.side = anchor.onPage(in: room.mode) }
    self.manner = manner
    let span = last.inline + last.measure - first.inline
    let length = min(
      Self.length(asked: picture, in: room, frame: frame, types: types) ?? span, span)
    (self.length, inline) = (length, first.inline + anchor.start(of: length, in: span))
    switch room.mode {
    case .horizontal:
      let block = PictureBlock(picture, width: length, manner, types)
      (whole, rest) = (block.natural, block.below)
      least = block.least / room.pitch + 1
    case .vertical:
      // The height is the legs'; how wide the picture is depends on how deep its caption is, and that on the width.
      let group = PhotoGroup(picture, manner)
      let first = PictureBlock(picture, width: group.naturalWidth(extent: length), manner, types)
      let width = group.naturalWidth(extent: max(length / 3, length - first.below))
      rest = PictureBlock(picture, width: width, manner, types).side
      whole = width
      // No picture is smaller than its words.
      let most = length / 2
      least =
        (4..<max(5, room.rows + 1)).first { rows in
          let block = PictureBlock(picture, width: room.extent(rows: rows), manner, types)
          return block.below <= most && block.least <= length
        } ?? room.rows + 1
    }
    natural = (whole + rest + room.pitch) / room.pitch
  }

  /// How long a picture of a width of its own is along the lines; nil where it stands in whole columns.
  static func length(asked picture: Picture, in room: Room, frame: Frame, types: TypeCase)
    -> Length?
  {
    guard let width = picture.width?.length(em: room.em, pitch: room.pitch) else { return nil }
    guard room.mode == .vertical else { return width }
    let manner = PictureManner(picture, in: frame, types: types)
    let block = PictureBlock(picture, width: width, manner, types)
    return block.natural + block.below
  }

  /// Rows at which no more of the picture is cut away than so many thousandths.
  func rows(losing share: Int) -> ClosedRange<Int> {
    guard !picture.files.isEmpty, share < 1000 else { return least...max(least, room.rows) }
    let round = room.extent(rows: 1) - held(inRows: 1)
    let fewest = (whole.thousandths(1000 - share) + round - room.em) / room.pitch + 1
    // What is not cropped only has white in a deeper room.
    let largest = Length(units: whole.units * 1000 / (1000 - share))
    let most =
      picture.isCutOut || !manner.shape.isCropped
      ? natural : (largest + round - room.em) / room.pitch + 1
    return max(least, fewest + 1)...max(least, fewest + 1, most)
  }

  /// Thousandths of the picture that are cut away in so many rows.
  func loss(ofRows rows: Int) -> Int {
    let have = held(inRows: rows)
    guard !picture.files.isEmpty, have > .zero, whole > .zero else { return 0 }
    return 1000 - 1000 * min(have, whole).units / max(have, whole).units
  }

  /// How far the picture reaches across the lines in so many rows, without its caption and the white round it.
  private func held(inRows rows: Int) -> Length { room.extent(rows: rows) - rest - room.pitch / 3 }

  /// The rows it takes of those that are free: as many as it naturally takes, more or fewer by the remedy, as far as it
  /// may be cropped; all of them where so few would be left that no text should stand there.
  func rows(_ remedy: Remedy, of free: Int) -> Int {
    let bounds = rows(losing: types.mostCropped(remedy.crop, of: picture))
    let most = min(bounds.upperBound, free)
    let rows = max(min(bounds.lowerBound, most), min(natural + remedy.rows, most))
    let filled = self.rows(losing: types.mostCropped(.fill, of: picture)).upperBound
    return free - rows < leastLinesOfPart && free <= max(filled, bounds.upperBound) ? free : rows
  }

  /// The rectangle that it takes of the text.
  func room(from start: Int, rows: Int) -> LogicalRect {
    LogicalRect(
      inline: inline, block: room.start(ofRow: start), inlineSize: length,
      blockSize: room.extent(rows: rows))
  }

  /// What text keeps out of row by row, where the picture has an outline: the outline, and what stands under it.
  func outlined(from start: Int, rows: Int) -> [LogicalRect]? {
    guard picture.outline != nil else { return nil }
    let rect = room.mode.place(area(from: start, rows: rows), in: room.rect)
    let block = PictureBlock(picture, width: rect.width, manner, types)
    let below = block.below
    let image = Rect(x: rect.x, y: rect.y, width: block.image, height: rect.height - below)
    guard let outline = outline(in: image) else { return nil }
    let distance = picture.distance?.length(em: room.em, pitch: room.pitch) ?? room.em
    var areas = (start..<start + rows).compactMap { row -> LogicalRect? in
      let top = room.start(ofRow: row)
      guard
        let reach = outline.reach(from: top - room.pitch / 3, to: top + room.em + room.pitch / 3)
      else { return nil }
      // Slots keep one 字 from what is in their way.
      let more = distance - room.em
      return LogicalRect(
        inline: reach.lowerBound - more, block: top,
        inlineSize: reach.upperBound - reach.lowerBound + more * 2, blockSize: room.em)
    }
    var words: [Rect] = []
    if below > .zero {
      let free = rect.width - block.captionLength
      words.append(
        Rect(
          x: rect.x + free / 2, y: rect.y + block.shown(inHeight: rect.height).blockEnd,
          width: block.captionLength, height: below))
    }
    if image.maxX < rect.maxX {
      words.append(
        Rect(x: image.maxX, y: rect.y, width: rect.maxX - image.maxX, height: image.height))
    }
    areas += words.map { room.mode.logical($0, in: room.rect) }
    return areas
  }

  /// The line that text follows round the picture.
  private func outline(in image: Rect) -> Outline? {
    let area = PhotoGroup(picture, manner).shown(
      in: LogicalRect(
        inline: image.x, block: image.y, inlineSize: image.width, blockSize: image.height))
    let shown = Rect(
      x: area.inline, y: area.block, width: area.inlineSize, height: area.blockSize)
    switch picture.outline {
    case .points(let points):
      return picture.file.map { Outline(points, of: $0, picture.crop, in: shown, room) }
    case .shape where !manner.shape.isCropped:
      return Outline(ellipseIn: shown, room)
    case .shape, .transparency, nil: return nil
    }
  }

  /// Its panels, and whether they bring a ground of their own.
  func panels(from start: Int, rows: Int) -> (panels: [Panel], keepsInks: Bool) {
    let rect = room.mode.place(area(from: start, rows: rows), in: room.rect)
    let block = PictureBlock(picture, width: rect.width, manner, types)
    return (block.panels(in: rect), block.isOnOwnGround)
  }

  /// The picture without its words.
  func imageSize(from start: Int, rows: Int) -> Size {
    let size = room.mode.place(area(from: start, rows: rows), in: room.rect).size
    let block = PictureBlock(picture, width: size.width, manner, types)
    return Size(width: block.image, height: size.height - block.below)
  }

  /// Half a line, about, stays free between the picture's block and the text it meets.
  private func area(from start: Int, rows: Int) -> LogicalRect {
    let area = room(from: start, rows: rows)
    let clear = room.pitch / 3
    let head = anchor.isAtBottom || anchor.isInMiddle ? clear : .zero
    let foot = anchor.isAtBottom ? Length.zero : clear
    return LogicalRect(
      inline: area.inline, block: area.block + head, inlineSize: length,
      blockSize: area.blockSize - head - foot)
  }
}
