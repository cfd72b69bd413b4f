import Geometry
import PageDesign

/// The tiers of vertical rectangles right under each other (段): one measure for all, and the same white between the last
/// tier of one and the first of the next as between the others.
struct StackedTiers {
  private let frame: Frame
  private let grid: BodyGrid
  private let areas: [GridArea]
  private let rects: [Rect]
  private let gutter: Length

  /// By the number of their rectangle; those of rectangles that stand alone are not among them.
  static func all(of frame: Frame, _ areas: [GridArea], in rects: [Rect], on grid: BodyGrid)
    -> [Int: [LegPlace]]
  {
    guard frame.mode == .vertical, frame.remainder == .gutter, areas.count > 1 else { return [:] }
    var found: [Int: [LegPlace]] = [:]
    var first = 0
    for next in 1...areas.count {
      if next < areas.count, areas[next].isRightUnder(areas[next - 1]) { continue }
      if next - first > 1 {
        let stack = StackedTiers(
          frame: frame, grid: grid, areas: Array(areas[first..<next]),
          rects: Array(rects[first..<next]))
        for (index, places) in stack.places.enumerated() { found[first + index] = places }
      }
      first = next
    }
    return found
  }

  private init(frame: Frame, grid: BodyGrid, areas: [GridArea], rects: [Rect]) {
    (self.frame, self.grid, self.areas, self.rects) = (frame, grid, areas, rects)
    gutter = bodyGutter(of: frame, on: grid)
  }

  /// White that is short of a gutter between a rectangle and the one over it.
  private func lack(over index: Int) -> Length {
    index == 0 ? .zero : max(.zero, gutter - (rects[index].y - rects[index - 1].maxY))
  }

  private func height(_ index: Int) -> Length { rects[index].height - lack(over: index) }

  /// 字 in a line of so many tiers.
  private func measure(_ index: Int, tiers: Int) -> Int {
    max(1, (height(index) - gutter * (tiers - 1)) / (grid.size * tiers))
  }

  /// As many as the layout says; else as many as come near the shortest lines that one of them would have alone.
  private var counts: [Int] {
    let asked = areas.compactMap { frame.columns(in: $0, on: grid) }
    if asked.count == areas.count { return asked }
    let least =
      rects.indices.map { measure($0, tiers: usualTiers(in: height($0), on: grid)) }.min() ?? 1
    let tier = grid.size * least + gutter
    return rects.indices.map { max(1, (height($0) + gutter + tier / 2) / tier) }
  }

  /// What one measure may cost the lines of a rectangle, in 字: where it is more, each keeps its own.
  private static let mostLost = 2

  private var places: [[LegPlace]] {
    let counts = counts
    let own = counts.enumerated().map { measure($0, tiers: $1) }
    let least = own.min() ?? 1
    guard own.allSatisfy({ $0 - least <= Self.mostLost }) else {
      return counts.enumerated().map { alone($0, tiers: $1, measure: grid.size * own[$0]) }
    }
    return together(counts, measure: grid.size * least)
      ?? counts.enumerated().map { alone($0, tiers: $1, measure: grid.size * least) }
  }

  /// All of them at one distance, unless that would take one out of its rectangle.
  private func together(_ counts: [Int], measure: Length) -> [[LegPlace]]? {
    guard let top = rects.first?.y, let foot = rects.last?.maxY else { return nil }
    let all = counts.reduce(0, +)
    let step = (foot - top - measure) / (all - 1)
    var before = 0
    var places: [[LegPlace]] = []
    for (index, rect) in rects.enumerated() {
      let starts = (before..<before + counts[index]).map { top + step * $0 }
      guard starts.allSatisfy({ rect.y <= $0 && $0 + measure <= rect.maxY }) else { return nil }
      places.append(starts.map { (start: $0 - rect.y, measure: measure) })
      before += counts[index]
    }
    return places
  }

  private func alone(_ index: Int, tiers: Int, measure: Length) -> [LegPlace] {
    let step = tiers > 1 ? (height(index) - measure) / (tiers - 1) : .zero
    return (0..<tiers).map { (start: lack(over: index) + step * $0, measure: measure) }
  }
}

extension GridArea {
  fileprivate func isRightUnder(_ other: GridArea) -> Bool {
    other.lines.upperBound + 1 == lines.lowerBound && other.columns.overlaps(columns)
  }
}
