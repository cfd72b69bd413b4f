import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// How far an advertisement's size may be from its slot's without a word (广告尺寸).
let adTolerance = Length.millimetres(0.5)

/// Places one advertisement in its slot: never scaled unless it asks to be.
struct AdSetter {
  let types: TypeCase
  let frame: Frame
  let page: String

  /// The room that an advertisement has in its frame: the whole of it, or its own place in the cells that it is
  /// stacked on.
  private var rect: Rect { frame.stackedRoom ?? frame.bounds(on: types.grid) }

  /// What of the room is seen: the frame's own shape (异形), by rectangles from the room's top left.
  private var shape: [LogicalRect] {
    let parts = frame.areas.count > 1 ? frame.shape(on: types.grid) : [rect]
    return parts.map {
      LogicalRect(
        inline: $0.x - rect.x, block: $0.y - rect.y, inlineSize: $0.width, blockSize: $0.height)
    }
  }

  func set(_ ad: Advertisement?) -> (panel: Panel, diagnostics: [Diagnostic]) {
    let ground = frame.areas.count > 1 ? [] : backgroundItems(of: frame, size: rect.size)
    guard let ad else { return (Panel(rect: rect, items: ground), []) }
    guard let file = ad.file, let size = naturalSize(of: file) else {
      return (Panel(rect: rect, items: ground + whiteBox(ad)), [])
    }
    let figure = MarkTag.figure(
      alternative: types.paperWords.said(.advertisement, ["name": ad.client ?? ad.id]))
    let items = ground + [.begin(figure), picture(ad, file, size), .end(figure)]
    return (
      Panel(rect: rect, items: items + (ad.label.map(mark) ?? [])),
      complaints(ad, file: file, size: size)
    )
  }

  private func picture(_ ad: Advertisement, _ file: PictureFile, _ size: Size) -> Item {
    let placement = placement(of: size, in: rect.size, fit: ad.fit)
    let shape = shape
    if shape.count > 1 {
      return .shapedPicture(file: file.path, placement: placement, shape: shape)
    }
    let clip = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width, blockSize: rect.height)
    return .picture(file: file.path, placement: placement, clip: clip)
  }

  /// The size that a file says it has. A picture that says nothing of its resolution is taken to be
  /// made for the slot when its sides have the slot's proportion.
  private func naturalSize(of file: PictureFile) -> Size? {
    if let size = file.statedSize { return size }
    guard file.width > 0, file.height > 0 else { return nil }
    let have = Double(file.width) / Double(file.height)
    let want = rect.width.points / rect.height.points
    if abs(have / want - 1) < 0.01 { return rect.size }
    let scale = rect.width.points / Double(file.width)
    return Size(width: rect.width, height: .points(Double(file.height) * scale))
  }

  private func placement(of size: Size, in slot: Size, fit: Advertisement.Fit) -> LogicalRect {
    let ratios = (slot.width.points / size.width.points, slot.height.points / size.height.points)
    let scale =
      switch fit {
      case .none: 1.0
      case .contain: min(ratios.0, ratios.1)
      case .cover: max(ratios.0, ratios.1)
      }
    let (width, height) = (
      Length.points(size.width.points * scale), Length.points(size.height.points * scale)
    )
    return LogicalRect(
      inline: (slot.width - width) / 2, block: (slot.height - height) / 2, inlineSize: width,
      blockSize: height)
  }

  private func complaints(_ ad: Advertisement, file: PictureFile, size: Size) -> [Diagnostic] {
    let path = ad.path?.place ?? ad.place
    let booked = ad.size.map { [($0.size(on: types.grid), ad.places["size"] ?? ad.place)] } ?? []
    let wrong = ([(size, path)] + booked).first {
      ad.fit == .none && differs($0.0, from: rect.size)
    }
    guard let (have, place) = wrong else { return [] }
    return [
      Diagnostic(
        .adSize, at: place,
        ["have": have.millimetresText, "want": rect.size.millimetresText], related: [frame.place],
        page: page, frame: frame.id)
    ]
  }

  private func differs(_ size: Size, from slot: Size) -> Bool {
    max(abs((size.width - slot.width).units), abs((size.height - slot.height).units))
      > adTolerance.units
  }

  /// A marked white box in the place of an advertisement that has not come.
  private func whiteBox(_ ad: Advertisement) -> [Item] {
    let style = types.style("ad-empty")
    let parts = shape
    let name = parts.max { $0.blockSize < $1.blockSize }
    let words = name.map { part in
      let line = types.line(
        types.paperWords.said(.adSpace, ["name": ad.client ?? ad.id]), as: style,
        measure: part.inlineSize)
      let start = LogicalPoint(inline: part.inline, block: part.block + part.blockSize / 2)
      return Item.line(line, start: start, .grey(60))
    }
    return parts.map { .fill($0, .white) }
      + parts.map { .stroke($0, weight: .points(0.5), .grey(50)) } + (words.map { [$0] } ?? [])
  }

  /// The word the advertising law asks for, in a white tab at the top right corner.
  private func mark(_ label: String) -> [Item] {
    let style = types.style("ad-label")
    let top = shape.min { ($0.block, .zero - $0.inlineEnd) < ($1.block, .zero - $1.inlineEnd) }
    let right = top?.inlineEnd ?? rect.width
    let width = types.width(label, as: style) + style.text.size * 2 / 3
    let height = style.text.size * 4 / 3
    let area = LogicalRect(
      inline: right - width, block: .zero, inlineSize: width, blockSize: height)
    // The edge stays on the tab: over a dark advertisement its black would be one ink too many.
    let weight = Length.points(0.25)
    let edge = LogicalRect(
      inline: area.inline + weight / 2, block: weight / 2, inlineSize: width - weight,
      blockSize: height - weight)
    return [
      .fill(area, .white), .stroke(edge, weight: weight, .black),
      .line(
        types.line(label, as: style, measure: width),
        start: LogicalPoint(inline: right - width, block: height / 2), .black),
    ]
  }
}

extension PictureFile {
  /// The size that a file itself says it is printed at; nil for pictures that only say their pixels.
  var statedSize: Size? {
    guard width > 0, height > 0 else { return nil }
    switch kind {
    case .pdf, .svg:
      return Size(width: .points(Double(width) / 1000), height: .points(Double(height) / 1000))
    case .jpeg, .png:
      guard ppi > 0 else { return nil }
      return Size(
        width: .points(Double(width) * 72 / ppi), height: .points(Double(height) * 72 / ppi))
    }
  }
}
