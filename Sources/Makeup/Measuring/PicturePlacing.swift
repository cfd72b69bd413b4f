import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// How a picture with its caption stands in some legs of a room (图片占位): the rows it takes, counted across the
/// room's lines, and the panel that shows it. Picture and caption are upright whichever way the text runs.
struct PicturePlacing {
  /// Thousandths of a picture that are cut away without a thought, and at the most.
  static let easyCrop = 250
  static let mostCrop = 450

  /// Its caption and three rows of the picture are the least.
  let least: Int
  /// Rows at which the picture shows whole.
  let natural: Int
  /// How far the picture reaches across the lines at its natural size, and what its caption adds.
  private let whole: Length
  private let rest: Length
  private let picture: Picture
  private let room: Room
  private let types: TypeCase
  /// Where it stands along the lines, and how long.
  private let inline: Length
  private let length: Length

  /// Nil where there are no legs.
  init?(_ picture: Picture, _ legs: ArraySlice<Leg>, in room: Room, types: TypeCase) {
    guard let first = legs.first, let last = legs.last else { return nil }
    (self.picture, self.room, self.types) = (picture, room, types)
    (inline, length) = (first.inline, last.inline + last.measure - first.inline)
    let setter = PictureSetter(types: types)
    let gap = types.grid.pitch / 4
    switch room.mode {
    case .horizontal:
      let caption = setter.caption(picture, width: length).extent
      (whole, rest) = (setter.naturalExtent(picture, width: length), gap + caption)
      least = rest / room.pitch + 4
    case .vertical:
      // The height is the legs'; how wide the picture is depends on how deep its caption is, and that on the width.
      var width = setter.naturalWidth(picture, height: length)
      let caption = setter.caption(picture, width: width).extent
      width = setter.naturalWidth(picture, height: max(length / 3, length - caption - gap))
      (whole, rest) = (width, .zero)
      // The caption takes two thirds of the height at most.
      let most = length - length / 3 - gap
      least =
        (4..<max(5, room.rows + 1)).first {
          setter.caption(picture, width: room.extent(rows: $0)).extent <= most
        } ?? room.rows + 1
    }
    natural = (whole + rest + room.pitch) / room.pitch
  }

  /// Rows at which no more of the picture is cut away than so many thousandths.
  func rows(losing share: Int) -> ClosedRange<Int> {
    guard picture.file != nil, share < 1000 else { return least...max(least, room.rows) }
    let round = room.extent(rows: 1) - held(inRows: 1)
    let fewest = (whole.thousandths(1000 - share) + round - room.em) / room.pitch + 1
    let most =
      (Length(units: whole.units * 1000 / (1000 - share)) + round - room.em) / room.pitch + 1
    return max(least, fewest + 1)...max(least, fewest + 1, most)
  }

  /// Thousandths of the picture that are cut away in so many rows.
  func loss(ofRows rows: Int) -> Int {
    let have = held(inRows: rows)
    guard picture.file != nil, have > .zero, whole > .zero else { return 0 }
    return 1000 - 1000 * min(have, whole).units / max(have, whole).units
  }

  /// How far the picture reaches across the lines in so many rows, without its caption and the white round it.
  private func held(inRows rows: Int) -> Length { room.extent(rows: rows) - rest - room.pitch / 3 }

  /// The rows it takes of those that are free: as many as it naturally takes, more or fewer by the remedy, as far as it
  /// may be cropped.
  func rows(_ remedy: Remedy, of free: Int) -> Int {
    let bounds = rows(losing: remedy.crop)
    let most = min(bounds.upperBound, free)
    return max(min(bounds.lowerBound, most), min(natural + remedy.rows, most))
  }

  /// What text leaves free.
  func exclusion(from start: Int, rows: Int) -> LogicalRect {
    LogicalRect(
      inline: inline, block: room.start(ofRow: start), inlineSize: length,
      blockSize: room.extent(rows: rows))
  }

  func panel(from start: Int, rows: Int, _ anchor: PictureAnchor) -> Panel {
    let rect = room.mode.place(area(from: start, rows: rows, anchor), in: room.rect)
    let gap = types.grid.pitch / 4
    let setter = PictureSetter(types: types)
    let caption = setter.caption(picture, width: rect.width)
    let text = caption.extent == .zero ? Length.zero : caption.extent + gap
    let image = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width, blockSize: rect.height - text)
    let items =
      setter.place(picture, in: image)
      + caption.items.map { $0.moved(inline: .zero, block: image.blockEnd + gap) }
    return Panel(rect: rect, items: items)
  }

  /// Half a line, about, stays free between the picture's block and the text it meets.
  private func area(from start: Int, rows: Int, _ anchor: PictureAnchor) -> LogicalRect {
    let area = exclusion(from: start, rows: rows)
    let clear = room.pitch / 3
    let head = anchor.isAtBottom || anchor.isInMiddle ? clear : .zero
    let foot = anchor.isAtBottom ? Length.zero : clear
    return LogicalRect(
      inline: area.inline, block: area.block + head, inlineSize: length,
      blockSize: area.blockSize - head - foot)
  }
}
