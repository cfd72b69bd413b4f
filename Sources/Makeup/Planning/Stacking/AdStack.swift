import Diagnostics
import Geometry
import Manuscripts
import PageDesign

/// The stack of one page: advertisements in the order of their booking, and where each came to stand.
struct AdStack {
  private let floor: PageFloor
  private(set) var ads: [Advertisement]
  private(set) var diagnostics: [Diagnostic] = []
  /// The page's layout with the stack on it.
  private(set) var layout: Layout

  init(floor: PageFloor, ads: [Advertisement]) {
    (self.floor, self.ads, layout) = (floor, ads, floor.layout)
  }

  private var grid: BodyGrid { floor.grid }

  mutating func settle() {
    takeSlots()
    let sized = ads.indices.compactMap { index -> (Int, StackedAd)? in
      guard ads[index].slot == nil else { return nil }
      if let stacked = StackedAd(ads[index], on: grid) { return (index, stacked) }
      report(.adSizeUnknown, ads[index], ads[index].place)
      return nil
    }
    let heap = best(of: sized)
    for (index, place) in heap.placed { stand(index, place, isUnderNews: heap.isUnderNews(place)) }
    for (index, stacked) in heap.left { refuse(stacked, at: index, heap.floor) }
    layout = shortened(layout, under: heap)
    heap.levelWhite.forEach { report($0) }
    reportEmptySlots()
  }

  // MARK: Slots of their size

  /// A slot that nobody booked goes to the first advertisement of its size.
  private mutating func takeSlots() {
    for frame in floor.layout.frames where floor.isOpen(frame) {
      let room = frame.bounds(on: grid).size
      let index = ads.firstIndex { ad in
        ad.slot == nil && StackedAd(ad, on: grid).map { $0.size.isNear(room) } ?? false
      }
      if let index { ads[index].slot = frame.id }
    }
  }

  // MARK: The stack

  /// Several orders are tried: the first that leaves none out and no competitors together, else the best of them.
  private func best(of sized: [(Int, StackedAd)]) -> AdHeap {
    var floor = self.floor
    for (number, frame) in layout.frames.enumerated()
    where ads.contains(where: { $0.slot == frame.id }) {
      for area in frame.areas { floor.take(area, frame: number) }
    }
    let heaps = AdHeap.orders(floor.rules.stacking, columns: grid.columns).map { order in
      var heap = AdHeap(floor: floor, settled: settled)
      heap.add(sized.sorted { order($0.1, $1.1) })
      return heap
    }
    return heaps.min { $0.cost.lexicographicallyPrecedes($1.cost) }
      ?? AdHeap(floor: floor, settled: settled)
  }

  /// The advertisements with a slot on this page, and the stories: what a stacked one may stand by.
  private var settled: [AdNeighbour] {
    let page = floor.page.code
    let booked = floor.edition.ads.filter { $0.page == page && $0.slot != nil } + ads
    return layout.frames.flatMap { frame -> [AdNeighbour] in
      let areas = frame.areas.map { grid.rect(columns: $0.columns, lines: $0.lines) }
      let ads = booked.filter { $0.slot == frame.id }.map { AdNeighbour(.ad($0), areas: areas) }
      let stories = floor.edition.stories.filter {
        !$0.isDraft && $0.slot == frame.id && $0.page ?? page == page
      }
      return ads + stories.map { AdNeighbour(.story($0), areas: areas) }
    }
  }

  private mutating func stand(_ index: Int, _ place: AdHeap.Place, isUnderNews: Bool) {
    var id = ads[index].id
    while layout.frames.contains(where: { $0.id == id }) { id += "~" }
    ads[index].slot = id
    var frame = Frame(id: id, kind: .ad, areas: [place.area], place: ads[index].place)
    frame.stackedRoom = place.ad.room(in: place.area, on: grid, isFromRight: floor.isFromRight)
    layout.frames.append(frame)
    if isUnderNews, floor.rules.stacking.rule > .zero {
      layout.rules.append(
        RuleDesign(position: .above(id), weight: floor.rules.stacking.rule, place: frame.place))
    }
  }

  /// The layout without the slots that were shared out, and with frames that gave way cut at their foot.
  private func shortened(_ layout: Layout, under heap: AdHeap) -> Layout {
    var layout = layout
    let shared = Set(heap.placed.flatMap { heap.openSlots(under: $0.1.area) })
    layout.sharedSlots = shared.sorted().map { floor.layout.frames[$0] }
    for number in floor.layout.frames.indices {
      layout.frames[number] = layout.frames[number].givingWay(
        to: heap.placed.map(\.1.area), gap: floor.rules.stacking.gap, on: grid)
    }
    let ids = layout.sharedSlots.map(\.id)
    layout.frames.removeAll { ids.contains($0.id) }
    return layout
  }

  // MARK: What is said

  private mutating func refuse(_ stacked: StackedAd, at index: Int, _ floor: PageFloor) {
    let obstacles = floor.obstaclesAtFoot(of: stacked)
    let names = obstacles.map { layout.frames[$0].id }
    var message = Diagnostic(
      .adUnplaced, at: ads[index].place,
      ["ad": ads[index].id, "size": stacked.size.millimetresText, "page": floor.page.code],
      related: obstacles.map { layout.frames[$0].place }, page: floor.page.code)
    let most = Size(width: grid.width, height: grid.height)
    if stacked.columns > grid.columns || stacked.lines > grid.lines {
      let area = most.millimetresText
      message = message.wording("reason", "版心只有 \(area)", "the type area is \(area)")
    } else if names.isEmpty {
      message = message.wording(
        "reason", "版底没有这么大的空处", "nothing so large is free at the foot")
    } else {
      message = message.wording(
        "reason", "\(names.joined(separator: "、")) 挡着",
        "\(names.joined(separator: ", ")) in its way")
    }
    diagnostics.append(message)
  }

  private mutating func report(_ code: Code, _ ad: Advertisement, _ place: SourcePlace) {
    diagnostics.append(Diagnostic(code, at: place, ["ad": ad.id], page: ad.page))
  }

  private mutating func report(_ white: LevelWhite) {
    let (frame, columns) = (floor.layout.frames[white.frame], white.columns)
    let isOne = columns.count == 1
    let text = isOne ? "\(columns.lowerBound)" : "\(columns.lowerBound)–\(columns.upperBound)"
    diagnostics.append(
      Diagnostic(
        .levelWhite, at: frame.place, ["frame": frame.id, "lines": "\(white.lines)"],
        page: floor.page.code, frame: frame.id
      ).wording(
        "columns", "第 \(text) 栏", isOne ? "column \(text)" : "columns \(text)"))
  }

  /// Slots that stayed empty after all: reading left them to us.
  private mutating func reportEmptySlots() {
    for frame in layout.frames
    where floor.isOpen(frame) && !frame.isOptional && frame.houseAd == nil
      && !ads.contains(where: { $0.slot == frame.id })
    {
      diagnostics.append(
        Diagnostic(
          .emptyFrame, at: frame.place, ["frame": frame.id], page: floor.page.code, frame: frame.id)
      )
    }
  }
}

extension Size {
  fileprivate func isNear(_ other: Size) -> Bool {
    max(abs((width - other.width).units), abs((height - other.height).units)) <= adTolerance.units
  }
}
