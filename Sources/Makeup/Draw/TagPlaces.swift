import Drawing
import Geometry

/// Where a proof's tags hide least of the page: white paper first, then pictures, type last. They touch what they are
/// about, and stand neither on each other nor off the page.
struct TagPlaces {
  private let page: Size
  private let type: [Rect]
  private let pictures: [Rect]
  private var taken: [Rect] = []

  init(on list: DisplayList) {
    page = list.size
    type = list.marks.compactMap { if case .glyphs = $0 { $0.extent } else { nil } }
    pictures = list.marks.compactMap {
      if case .picture(let picture) = $0 { picture.clip } else { nil }
    }
  }

  /// The first of the best places round a rectangle, or inside its edges.
  mutating func next(_ tag: Size, at rect: Rect) -> Rect {
    let places = Self.places(of: tag, at: rect)
    let best = places.dropFirst().reduce((rect: places[0], cost: cost(of: places[0]))) {
      best, place in
      guard best.cost > 0 else { return best }
      let cost = cost(of: place)
      return cost < best.cost ? (place, cost) : best
    }
    taken.append(best.rect)
    return best.rect
  }

  /// Over it, under it, right and left of it, then inside its upper and lower edges, each from the left or top on.
  private static func places(of tag: Size, at rect: Rect) -> [Rect] {
    let across = steps(from: rect.x, to: rect.maxX - tag.width)
    let down = steps(from: rect.y, to: rect.maxY - tag.height)
    let points =
      [rect.y - tag.height, rect.maxY].flatMap { y in across.map { Point(x: $0, y: y) } }
      + [rect.maxX, rect.x - tag.width].flatMap { x in down.map { Point(x: x, y: $0) } }
      + [rect.y, rect.maxY - tag.height].flatMap { y in across.map { Point(x: $0, y: y) } }
    return points.map { Rect(x: $0.x, y: $0.y, width: tag.width, height: tag.height) }
  }

  private static func steps(from start: Length, to end: Length) -> [Length] {
    (0...stepCount).map { start + (end - start) * $0 / stepCount }
  }

  private static let stepCount = 16

  /// In parts of area, the worse the more.
  private func cost(of place: Rect) -> Int {
    let sheet = Rect(x: .zero, y: .zero, width: page.width, height: page.height)
    let hidden = type.reduce(0) { $0 + $1.shared(with: place) } * 4
    let onPictures = pictures.reduce(0) { $0 + $1.shared(with: place) }
    let onTags = taken.reduce(0) { $0 + $1.shared(with: place) } * 64
    let off = place.shared(with: place) - sheet.shared(with: place)
    return hidden + onPictures + onTags + off * 64
  }
}

extension Rect {
  /// The area of both, in hundredths of a point each way.
  fileprivate func shared(with other: Rect) -> Int {
    let unit = Length.unitsPerPoint / 100
    return sharedWidth(with: other).units / unit * (sharedHeight(with: other).units / unit)
  }
}
