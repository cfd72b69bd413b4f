import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A picture with its words in a width (图片·图说): what the picture gets of it, what the caption takes under it or
/// beside it, and what stands along its edge.
struct PictureBlock {
  let width: Length
  /// The width of the picture itself.
  let image: Length
  private let group: PhotoGroup
  private let types: TypeCase
  private let manner: PictureManner
  /// Where the caption stands here: one that has no room beside its picture stands under it.
  private let place: CaptionPlace
  private let caption: CaptionFit
  /// The caption's measure, where it stands beside.
  private let measure: Length
  /// The credit along the picture's edge.
  private let edge: Line?
  /// White between a picture and what stands under it.
  private let gap: Length

  /// Rows of the picture that are the least.
  private static let leastRows = 3

  /// `captionBeside`: the measure of a caption that is to stand beside the picture, whatever was asked. A picture that has
  /// its frame to itself has more white over its caption.
  init(
    _ picture: Picture, width: Length, _ manner: PictureManner, _ types: TypeCase,
    captionBeside asked: Length? = nil, isAlone: Bool = false
  ) {
    gap = types.grid.pitch / (isAlone ? 2 : 4)
    (self.width, self.manner, self.types) = (width, manner, types)
    group = PhotoGroup(picture, manner)
    let upright =
      manner.credit == .edge ? picture.credit.map(CaptionSetter(types: types).upright) : nil
    let strip = upright == nil ? Length.zero : Self.edgeWidth(types)
    // A name longer than half the picture's height stands in the caption.
    let half = group.naturalExtent(width: width - strip) / 2
    edge = upright.flatMap { $0.width <= half ? $0 : nil }
    let free = width - (edge == nil ? .zero : strip)
    let credit = manner.credit == .edge && edge == nil ? .end : manner.credit
    let isStraight = manner.shape.isCropped && picture.outline == nil
    let words = PictureWords(
      picture: picture, credit: credit, types: types, isStraight: isStraight)
    let side =
      asked.map { (measure: $0, caption: words.under($0)) }
      ?? (manner.caption == .beside ? words.beside(group, in: free) : nil)
    if let side {
      (place, measure, caption) = (.beside, side.measure, side.caption)
      image = free - side.measure - types.grid.size
    } else {
      // A strip over a foot that is not straight would hang in the air.
      let isOn = manner.caption == .on && manner.shape == .rectangle && picture.outline == nil
      (place, measure, image) = (isOn ? .on : .under, .zero, free)
      caption = isOn ? words.on(free) : words.under(free)
    }
  }

  private static func edgeWidth(_ types: TypeCase) -> Length {
    types.style("credit").text.size * 5 / 4
  }

  /// What the words add under the picture.
  var below: Length { place == .under && caption.extent > .zero ? caption.extent + gap : .zero }

  /// What they take of the width.
  var side: Length { width - image }

  /// The picture's height at which it shows whole.
  var natural: Length { group.naturalExtent(width: image) }

  /// The lowest that it may be with its words.
  var least: Length {
    let picture = types.grid.pitch * Self.leastRows
    return switch place {
    case .under: picture + below
    case .beside: max(picture, caption.extent)
    case .on: picture + caption.extent
    }
  }

  /// Thousandths of the picture that are cut away where the block is so high.
  func loss(inHeight height: Length) -> Int {
    group.hasFiles ? group.loss(width: image, extent: height - below) : 0
  }

  var captionExtent: Length { caption.extent }

  /// How long the caption's lines are: one under a picture without straight sides stands in the middle.
  var captionLength: Length { caption.length }

  /// Whether its inks are to be kept on a dark ground.
  var isOnOwnGround: Bool { place == .on && caption.extent > .zero }

  /// The block on the page; the picture is as high as its words leave.
  func panels(in rect: Rect) -> [Panel] {
    let area = area(inHeight: rect.height)
    var panel = Panel(rect: rect, items: group.items(in: area))
    switch place {
    case .under:
      panel.items += moved(inline: .zero, block: shown(inHeight: rect.height).blockEnd + gap)
    // Its foot is level with the picture's.
    case .beside:
      panel.items += moved(inline: width - measure, block: area.blockEnd - caption.extent)
    case .on where caption.extent > .zero: panel.items += strip(on: area)
    case .on: break
    }
    return [panel] + (edge.map { [edgePanel($0, beside: area, rect)] } ?? [])
  }

  /// What shows of the picture where the block is so high: a shape of its own may leave white over and under it, and its
  /// caption stands at its foot.
  func shown(inHeight height: Length) -> LogicalRect {
    group.shown(in: area(inHeight: height))
  }

  private func area(inHeight height: Length) -> LogicalRect {
    LogicalRect(inline: .zero, block: .zero, inlineSize: image, blockSize: height - below)
  }

  private func moved(inline: Length, block: Length) -> [Item] {
    caption.items.map { $0.moved(inline: inline, block: block) }
  }

  /// The caption on its ground over the picture's foot.
  private func strip(on area: LogicalRect) -> [Item] {
    let white = PictureWords.white(types)
    let ground = LogicalRect(
      inline: area.inline, block: area.blockEnd - caption.extent - white * 2,
      inlineSize: area.inlineSize, blockSize: caption.extent + white * 2)
    return [.fill(ground, manner.ground)]
      + moved(inline: area.inline + white * 2, block: ground.block + white)
  }

  /// The credit upright right of the picture, down to its foot.
  private func edgePanel(_ line: Line, beside area: LogicalRect, _ rect: Rect) -> Panel {
    let strip = Self.edgeWidth(types)
    let room = Rect(
      x: rect.x + area.inlineEnd, y: rect.y + area.block, width: strip, height: area.blockSize)
    let start = LogicalPoint(
      inline: max(.zero, area.blockSize - line.width), block: types.style("credit").text.size / 2)
    let ink = Ink(percents: types.style("credit").ink)
    return Panel(rect: room, mode: .vertical, items: [.line(line, start: start, ink)])
  }
}

/// A picture's words for each place that they may stand in.
private struct PictureWords {
  let picture: Picture
  let credit: CreditPlace
  let types: TypeCase
  /// The picture has sides and a foot.
  let isStraight: Bool

  /// White round a caption on its ground.
  static func white(_ types: TypeCase) -> Length { types.style("caption-on").text.size / 2 }

  func under(_ width: Length) -> CaptionFit {
    CaptionSetter(types: types, centres: !isStraight).caption(
      picture, width: width, credit: credit)
  }

  func on(_ width: Length) -> CaptionFit {
    CaptionSetter(types: types, style: "caption-on").caption(
      picture, width: width - Self.white(types) * 4, credit: credit)
  }

  /// The narrowest column of eight whole 字 or more, of six where there is no room for those, in which the caption is no
  /// higher than nine tenths of the picture that is left.
  func beside(_ group: PhotoGroup, in width: Length) -> (measure: Length, caption: CaptionFit)? {
    let size = types.style("caption").text.size
    for count in Array(8...16) + [7, 6] {
      let image = width - size * count - types.grid.size
      guard image >= width / 2 else { continue }
      let caption = under(size * count)
      if caption.extent <= group.naturalExtent(width: image) * 9 / 10 {
        return (size * count, caption)
      }
    }
    return nil
  }
}
