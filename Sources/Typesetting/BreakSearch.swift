import CJKRules
import Geometry

/// Cells from `first` to before `end` make a line.
struct LineChoice {
  var first: Int
  var end: Int
  var fit: Fit
  var relieved: Bool
}

/// Chooses a paragraph's breaks as a whole: the least total cost over all ways to break it, with a measure
/// for each line (dynamic programming over break places; the cost is that of the steps that CLREQ
/// and JLREQ name).
struct BreakSearch {
  let paragraph: ShapedParagraph
  /// Room for text in each line.
  let rooms: [Int]
  /// From this line on, all rooms are alike, so that only the place matters.
  private let alikeFrom: Int
  private var costs: [Int]
  private var origins: [(layer: Int32, cell: Int32)]

  init(_ paragraph: ShapedParagraph, rooms: [Int]) {
    (self.paragraph, self.rooms) = (paragraph, rooms)
    var alike = rooms.count - 1
    // The first line's indent is no reason to tell lines apart: only the first starts at cell 0.
    while alike > 1 && rooms[alike - 1] == rooms[alike] { alike -= 1 }
    if alike == 1 { alike = 0 }
    alikeFrom = max(0, alike)
    let states = (alikeFrom + 1) * (paragraph.cells.count + 1)
    costs = [Int](repeating: Int.max, count: states)
    origins = [(Int32, Int32)](repeating: (0, 0), count: states)
  }

  private func state(_ layer: Int, _ cell: Int) -> Int {
    layer * (paragraph.cells.count + 1) + cell
  }

  private func room(_ layer: Int, _ cell: Int) -> Int {
    alikeFrom == 0 && cell > 0 && rooms.count > 1 ? rooms[1] : rooms[layer]
  }

  /// The lines of the cheapest way.
  mutating func lines() -> [LineChoice] {
    guard !paragraph.cells.isEmpty else { return [] }
    costs[0] = 0
    for layer in 0...alikeFrom {
      var ahead = 1
      for cell in paragraph.cells.indices where costs[state(layer, cell)] != Int.max {
        extend(layer, cell, &ahead)
      }
    }
    return walkBack()
  }

  private func walkBack() -> [LineChoice] {
    let end = paragraph.cells.count
    var layer = (0...alikeFrom).min { costs[state($0, end)] < costs[state($1, end)] } ?? 0
    var cell = end
    var lines: [LineChoice] = []
    while cell > 0 {
      let origin = origins[state(layer, cell)]
      let first = Int(origin.cell)
      let room = room(Int(origin.layer), first)
      let fit = paragraph.fit(first, cell, room: room) ?? Fit()
      let relieved = cell < end && paragraph.permission(cell) != .allowed
      lines.append(LineChoice(first: first, end: cell, fit: fit, relieved: relieved))
      (layer, cell) = (Int(origin.layer), first)
    }
    return lines.reversed()
  }

  // MARK: One line further

  /// Tries every end that a line from `first` can reach.
  private mutating func extend(_ layer: Int, _ first: Int, _ ahead: inout Int) {
    let room = room(layer, first)
    let furthest = furthestEnd(first, room, &ahead)
    var best = Int.max
    var end = furthest
    while end > first {
      if paragraph.permission(end) == .allowed, let fit = paragraph.fit(first, end, room: room) {
        offer(fit.cost, layer, first, end)
        best = min(best, fit.reach.extra)
        if fit.reach.extra > Self.loose { break }
      }
      end -= 1
    }
    if best > Self.tooLoose { relieve(layer, first, furthest, room, isStuck: best == Int.max) }
  }

  /// Once a line with such gaps (thousandths of an em) is found, looser ones are not tried.
  private static let loose = 250
  /// A line with such gaps gives reason to relieve a prohibition.
  private static let tooLoose = 500

  /// The furthest end whose cells can be squeezed into the room.
  private func furthestEnd(_ first: Int, _ room: Int, _ ahead: inout Int) -> Int {
    var end = max(ahead, first + 1)
    while end > first + 1 && paragraph.leastWidth(first, end) > room { end -= 1 }
    while end < paragraph.cells.count && paragraph.leastWidth(first, end + 1) <= room { end += 1 }
    ahead = end
    return end
  }

  private mutating func offer(_ cost: Int, _ layer: Int, _ first: Int, _ end: Int) {
    var total = costs[state(layer, first)] + cost + LineCost.line
    if end == paragraph.cells.count && first > paragraph.lastCompanion { total += LineCost.lonely }
    let goal = state(min(layer + 1, alikeFrom), end)
    guard total < costs[goal] else { return }
    costs[goal] = total
    origins[goal] = (Int32(layer), Int32(first))
  }

  /// Where nothing else fits, a prohibition is relieved (CLREQ 3.1.4); a word wider than the line is
  /// broken where the line is full.
  private mutating func relieve(
    _ layer: Int, _ first: Int, _ furthest: Int, _ room: Int, isStuck: Bool
  ) {
    var isStuck = isStuck
    for end in stride(from: furthest, to: first, by: -1)
    where paragraph.permission(end) == .prohibited {
      guard let fit = paragraph.fit(first, end, room: room) else { continue }
      offer(fit.cost + LineCost.relief, layer, first, end)
      isStuck = false
      if fit.reach.extra > Self.loose { break }
    }
    guard isStuck else { return }
    offer(LineCost.forced, layer, first, furthest)
  }
}

extension ShapedParagraph {
  /// Whether a line may end before the cell `end`.
  func permission(_ end: Int) -> BreakPermission {
    end == cells.count ? .allowed : gap(after: end - 1).breaking
  }

  /// The cells' width when every step of squeezing is spent.
  func leastWidth(_ first: Int, _ end: Int) -> Int {
    var width = naturalWidth(first, end)
    if source.style.alignment == .justify || source.style.alignment == .spread {
      width -= ledger.gaps(first, end, .allShrink)
    } else {
      width += endBlank(end)
    }
    let mayHang = source.style.hanging != .none && rules.hanging.contains(cells[end - 1].kind)
    return mayHang ? width - cells[end - 1].width : width
  }
}
