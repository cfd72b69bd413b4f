import Geometry
import Manuscripts
import PageDesign

/// Advertisements put on a page one after another, each where the house's shape wants it.
struct AdHeap {
  struct Place {
    var ad: StackedAd
    var area: GridArea
    var conflicts: Int
    fileprivate var overhang: Int
    fileprivate var isOnNews: Bool
  }

  private(set) var floor: PageFloor
  private(set) var placed: [(Int, Place)] = []
  private(set) var left: [(Int, StackedAd)] = []
  private var neighbours: [AdNeighbour]
  private let start: PageFloor

  init(floor: PageFloor, settled: [AdNeighbour]) {
    (self.floor, start, neighbours) = (floor, floor, settled)
  }

  /// Fewer left out, then fewer competitors together, then less white under them, then less of the page taken from
  /// news.
  var cost: [Int] {
    let places = placed.map(\.1)
    let heights = heights(of: places)
    let white = levelWhite.reduce(0) { $0 + $1.cells }
    return [
      left.count, places.reduce(0) { $0 + $1.conflicts }, places.reduce(0) { $0 + $1.overhang },
      heights.reduce(0, +) + wells(between: heights) + white,
    ]
  }

  /// What news loses to neither news nor advertisements.
  var levelWhite: [LevelWhite] { start.levelWhite(under: placed.map(\.1.area)) }

  /// Lines from the foot up to the highest advertisement of every column.
  private func heights(of places: [Place]) -> [Int] {
    (1...floor.grid.columns).map { column in
      let tops = places.filter { $0.area.columns.contains(column) }.map(\.area.lines.lowerBound)
      return tops.min().map { floor.grid.lines - $0 + 1 } ?? 0
    }
  }

  /// Cells of news that lie in a well: advertisements stand higher at both sides.
  private func wells(between heights: [Int]) -> Int {
    heights.indices.reduce(0) { cells, column in
      let walls = min(heights[...column].max() ?? 0, heights[column...].max() ?? 0)
      return cells + walls - heights[column]
    }
  }

  /// Orders in which the largest comes first: it belongs into the corner, and what is as wide as the page (通栏) on
  /// its foot.
  static func orders(_ rules: StackingRules, columns: Int) -> [(StackedAd, StackedAd) -> Bool] {
    func order(_ rank: @escaping (StackedAd) -> [Int]) -> (StackedAd, StackedAd) -> Bool {
      { rank($1).lexicographicallyPrecedes(rank($0)) }
    }
    let byHeight = order { [$0.columns / columns, $0.lines, $0.columns] }
    let byWidth = order { [$0.columns, $0.lines] }
    let byArea = order { [$0.columns * $0.lines] }
    return rules.shape == .strip ? [byHeight, byArea, byWidth] : [byWidth, byArea, byHeight]
  }

  /// Puts all of them on the page, in this order as far as it keeps competitors apart.
  mutating func add(_ ads: [(Int, StackedAd)]) {
    var waiting = ads
    while !waiting.isEmpty {
      let places = waiting.map { self.places(for: $0.1) }
      let next = places.firstIndex { $0.min(by: isMoreNatural)?.conflicts == 0 } ?? 0
      let (index, ad) = waiting.remove(at: next)
      if let place = places[next].min(by: isBetter) {
        stand(index, at: place)
      } else {
        left.append((index, ad))
      }
    }
  }

  private mutating func stand(_ index: Int, at place: Place) {
    placed.append((index, place))
    let rect = floor.grid.rect(columns: place.area.columns, lines: place.area.lines)
    neighbours.append(AdNeighbour(.ad(place.ad.ad), areas: [rect]))
    // Frames of the layout are counted from nought; stacked ones after them.
    floor.take(place.area, frame: floor.layout.frames.count + index)
  }

  /// Every place that it fits in and rests on something, within the height that the house allows.
  private func places(for ad: StackedAd) -> [Place] {
    let grid = floor.grid
    let highest = grid.lines - grid.lines * floor.rules.stacking.height / 100
    guard ad.columns <= grid.columns, ad.lines <= grid.lines - highest else { return [] }
    return (1...grid.columns - ad.columns + 1).flatMap { column in
      (highest + ad.lines...grid.lines).compactMap { foot -> Place? in
        let area = GridArea(
          columns: column...column + ad.columns - 1, lines: foot - ad.lines + 1...foot,
          place: ad.ad.place)
        return floor.hasRoom(for: area) && floor.carries(area) ? place(ad, area) : nil
      }
    }
  }

  private func place(_ ad: StackedAd, _ area: GridArea) -> Place {
    let rect = floor.grid.rect(columns: area.columns, lines: area.lines)
    let touching = neighbours.filter { $0.isBeside([rect]) && $0.isUnwelcome(to: ad.ad) }
    return Place(
      ad: ad, area: area, conflicts: touching.count, overhang: floor.overhang(of: area),
      isOnNews: floor.isOnNews(area))
  }

  /// Whether news stands over a place, and no other advertisement or slot of the layout.
  func isUnderNews(_ place: Place) -> Bool {
    let area = place.area
    return openSlots(under: area).isEmpty
      && !placed.contains {
        $0.1.area.columns.overlaps(area.columns)
          && $0.1.area.lines.upperBound < area.lines.lowerBound
      }
  }

  /// Slots of the layout that an area lies on.
  func openSlots(under area: GridArea) -> Set<Int> {
    var slots: Set<Int> = []
    for column in area.columns {
      for line in area.lines {
        if case .open(let frame) = start.cell(column, line) { slots.insert(frame) }
      }
    }
    return slots
  }

  /// No competitor beside, then as the house stacks.
  private func isBetter(_ a: Place, _ b: Place) -> Bool {
    ([a.conflicts] + naturalness(of: a)).lexicographicallyPrecedes(
      [b.conflicts] + naturalness(of: b))
  }

  private func isMoreNatural(_ a: Place, _ b: Place) -> Bool {
    naturalness(of: a).lexicographicallyPrecedes(naturalness(of: b))
  }

  /// No news shortened, no white under it, then where the house's shape wants it.
  private func naturalness(of place: Place) -> [Int] {
    let columns = place.area.columns
    let fromSide =
      floor.isFromRight ? floor.grid.columns - columns.upperBound : columns.lowerBound - 1
    let fromFoot = floor.grid.lines - place.area.lines.upperBound
    return [place.isOnNews ? 1 : 0, place.overhang]
      + (floor.rules.stacking.shape == .strip ? [fromFoot, fromSide] : [fromSide, fromFoot])
  }
}

extension PageFloor {
  /// What lies where an advertisement would stand first: at the foot, on the side that the stack begins at.
  func obstaclesAtFoot(of ad: StackedAd) -> [Int] {
    guard ad.columns <= grid.columns, ad.lines <= grid.lines else { return [] }
    let columns =
      isFromRight ? grid.columns - ad.columns + 1...grid.columns : 1...ad.columns
    let lines = grid.lines - ad.lines + 1...grid.lines
    let area = GridArea(columns: columns, lines: lines, place: ad.ad.place)
    return obstacles(to: area).filter(layout.frames.indices.contains)
  }
}
