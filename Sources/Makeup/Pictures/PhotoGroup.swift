import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// A picture, or a group of them that fill a rectangle (组图), each cropped round its focus.
struct PhotoGroup {
  private let picture: Picture
  private let manner: PictureManner
  /// Width to height of each.
  private let aspects: [Double]
  /// The ways in which a group may stand.
  private let ways: [ArrangedPhotos]

  /// A group looks well in about these proportions, those of a photograph.
  private static let goodAspect = 1.5
  /// What it costs that all others are larger than the first picture, which an editor puts there as the best, or that one
  /// is a stamp: in odd proportions of the group, and in what is cut away of its pictures.
  private static let (unledShape, unledCrop) = (0.6, 0.5)
  private static let (stampShape, stampCrop) = (0.5, 0.4)

  init(_ picture: Picture, _ manner: PictureManner) {
    (self.picture, self.manner) = (picture, manner)
    let aspects = picture.parts.map { part in
      guard let file = part.file, file.width > 0, file.height > 0 else { return 1.5 }
      if manner.shape == .circle { return 1 }
      let whole = Double(file.width) / Double(file.height)
      guard case .rect(_, _, let w, let h) = part.crop, w > 0, h > 0 else { return whole }
      return whole * Double(w) / Double(h)
    }
    self.aspects = aspects
    guard aspects.count > 1 else {
      ways = []
      return
    }
    ways = PhotoArrangement.all(of: aspects.count).map {
      ArrangedPhotos($0, aspects: aspects, gutter: manner.gutter)
    }
  }

  /// Whether a picture is there to be cropped; a grey box has no proportions.
  var hasFiles: Bool { picture.parts.contains { $0.file != nil } }

  /// The height at which the pictures show whole in a width.
  func naturalExtent(width: Length) -> Length {
    let points = width.points
    let heights = ways.map { $0.naturalHeight(width: points) }
    let oddities = zip(ways, heights).map { way, height -> Double in
      guard height > 0 else { return .infinity }
      let aspect = points / height
      return max(aspect, Self.goodAspect) / min(aspect, Self.goodAspect)
        + way.overshadowing(width: points, height: height) * Self.unledShape
        + (way.hasStamps(width: points, height: height) ? Self.stampShape : 0)
    }
    guard let best = ways.indices.min(by: { oddities[$0] < oddities[$1] }) else {
      return .points(points / aspects[0])
    }
    return .points(heights[best])
  }

  /// The width at which they do in a height.
  func naturalWidth(extent: Length) -> Length {
    guard aspects.count > 1 else { return .points(extent.points * aspects[0]) }
    let whole = naturalExtent(width: extent)
    return whole > .zero ? Length(units: extent.units * extent.units / whole.units) : extent
  }

  /// Thousandths of it that are cut away in a room, of the worst cropped picture.
  func loss(width: Length, extent: Length) -> Int {
    guard width > .zero, extent > .zero else { return 1000 }
    let loss =
      way(width: width, extent: extent)?.loss(width: width.points, height: extent.points)
      ?? {
        let natural = width.points / aspects[0]
        return 1 - min(natural, extent.points) / max(natural, extent.points)
      }()
    return Int((loss * 1000).rounded())
  }

  /// The way in which a rectangle crops the pictures least.
  private func way(width: Length, extent: Length) -> ArrangedPhotos? {
    let (width, height) = (width.points, extent.points)
    let costs = ways.map { way in
      way.loss(width: width, height: height)
        + way.overshadowing(width: width, height: height) * Self.unledCrop
        + (way.hasStamps(width: width, height: height) ? Self.stampCrop : 0)
    }
    return ways.indices.min { costs[$0] < costs[$1] }.map { ways[$0] }
  }

  /// The pictures in an area of the page.
  func items(in area: LogicalRect) -> [Item] {
    let tag = MarkTag.figure(alternative: picture.caption ?? picture.path.value)
    let cells = zip(picture.parts, cells(in: area)).flatMap { place($0, in: $1) }
    return [.begin(tag)] + cells + [.end(tag)]
  }

  private func cells(in area: LogicalRect) -> [LogicalRect] {
    guard let way = way(width: area.inlineSize, extent: area.blockSize) else { return [area] }
    return way.cells(width: area.inlineSize.points, height: area.blockSize.points).map { cell in
      LogicalRect(
        inline: area.inline + .points(cell.x), block: area.block + .points(cell.y),
        inlineSize: .points(cell.width), blockSize: .points(cell.height))
    }
  }
}

// MARK: Pictures

extension PhotoGroup {
  /// The picture cropped to its room round the point it wants in sight, or a grey box in its place.
  private func place(_ part: PicturePart, in room: LogicalRect) -> [Item] {
    guard let file = part.file, file.width > 0, file.height > 0 else {
      return greyBox(room)
    }
    let room = shown(in: room)
    let placement = room.covered(by: file, part.crop)
    // A drawing lies on white paper as a photograph does, whatever is under it: black lines would vanish on black.
    return (file.isDrawn ? paper(under: room, of: placement) : [])
      + [.picture(file: file.path, placement: placement, clip: room, shape: shape)]
  }

  /// What a picture takes of its room: all of it, cropped, but for a circle, and for what is cut out 去底图. Nobody cuts
  /// into that: it stands whole on the room's foot.
  func shown(in room: LogicalRect) -> LogicalRect {
    if picture.isCutOut { return room.fitted(aspects[0], at: manner.side) }
    return manner.shape == .circle ? room.square(at: manner.side) : room
  }

  /// White in the picture's shape.
  private func paper(under room: LogicalRect, of placement: LogicalRect) -> [Item] {
    switch shape {
    case .rectangle, .parts: return [.paper(room)]
    case .round(let radius):
      return [.roundBox(room, radius: radius, fill: .white, stroke: nil, weight: .zero)]
    case .ellipse: return [.paper(room, outline: room.ellipse)]
    case .outline(let points):
      let places = points.map { placement.point($0) }
      let lines = places.dropFirst().map { PathStep.line(to: $0) }
      return [.paper(room, outline: [.move(to: places[0])] + lines + [.close])]
    }
  }

  private var shape: ClipShape {
    if case .points(let points) = picture.outline { return .outline(points) }
    return switch manner.shape {
    case .rectangle: .rectangle
    case .circle, .ellipse: .ellipse
    case .round: .round(radius: manner.radius)
    }
  }
}

extension LogicalRect {
  /// The largest square in it, at a side or in the middle across.
  fileprivate func square(at anchor: PictureAnchor) -> LogicalRect {
    let side = min(inlineSize, blockSize)
    return LogicalRect(
      inline: inline + anchor.start(of: side, in: inlineSize),
      block: block + (blockSize - side) / 2, inlineSize: side, blockSize: side)
  }

  /// The largest rectangle of a width to height that finds room in it, on its foot.
  fileprivate func fitted(_ aspect: Double, at anchor: PictureAnchor) -> LogicalRect {
    let width = min(inlineSize, .points(blockSize.points * aspect))
    let height = min(blockSize, .points(inlineSize.points / aspect))
    return LogicalRect(
      inline: inline + anchor.start(of: width, in: inlineSize),
      block: block + blockSize - height, inlineSize: width, blockSize: height)
  }

  /// The ellipse in it.
  fileprivate var ellipse: [PathStep<LogicalPoint>] {
    let radius = min(inlineSize, blockSize) / 2
    let centre = LogicalPoint(inline: .zero, block: .zero)
    let circle = PathMark<LogicalPoint>.sector(
      centre: centre, radius: radius, from: Turn(turns: 0), to: Turn(turns: 1))
    let (across, down) = (inlineSize.points / 2, blockSize.points / 2)
    return circle.map { step in
      step.map { place in
        LogicalPoint(
          inline: inline
            + .points(across + place.inline.points * across / max(radius.points, 0.01)),
          block: block + .points(down + place.block.points * down / max(radius.points, 0.01)))
      }
    }
  }

  /// A point of a picture that lies here.
  func point(_ point: PicturePoint) -> LogicalPoint {
    LogicalPoint(
      inline: inline + Length(units: inlineSize.units * point.x / 10_000),
      block: block + Length(units: blockSize.units * point.y / 10_000))
  }

  /// Where the whole picture must lie so that it covers this, its focus as near to the middle as it can.
  func covered(by file: PictureFile, _ crop: Picture.Crop) -> LogicalRect {
    let (x, y, w, h): (Double, Double, Double, Double) =
      switch crop {
      case .focus(let x, let y): (Double(x) / 1000, Double(y) / 1000, 1, 1)
      case .rect(let x, let y, let w, let h):
        (
          (Double(x) + Double(w) / 2) / 1000, (Double(y) + Double(h) / 2) / 1000,
          Double(max(1, w)) / 1000, Double(max(1, h)) / 1000
        )
      }
    let (aw, ah) = (inlineSize.points, blockSize.points)
    let (fw, fh) = (Double(file.width), Double(file.height))
    // Cover the room with the wanted part, but never show less than the room needs.
    let scale = max(aw / (fw * w), ah / (fh * h))
    let (pw, ph) = (fw * scale, fh * scale)
    let left = min(0, max(aw - pw, aw / 2 - x * pw))
    let top = min(0, max(ah - ph, ah / 2 - y * ph))
    return LogicalRect(
      inline: inline + .points(left), block: block + .points(top), inlineSize: .points(pw),
      blockSize: .points(ph))
  }
}

/// In the place of a picture or chart whose file cannot be shown.
func greyBox(_ area: LogicalRect) -> [Item] {
  [.fill(area, .grey(15)), .stroke(area, weight: .points(0.25), .grey(50))]
}
