import CJKRules
import Geometry

/// Cells from `first` to before `end` make a line.
struct LineChoice {
  var first: Int
  var end: Int
  var fit: Fit
  var relieved: Bool
  /// Where each cell begins, on the strict grid; empty elsewhere.
  var stands: [Int] = []
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
  /// How many lines there must be; nil: as many as cost least.
  private let count: Int?
  private var costs: [Int]
  private var origins: [Origin]
  /// What a way already found costs: dearer ones are not followed.
  private var bound = Int.max

  private struct Origin {
    var layer: Int32 = 0
    var cell: Int32 = 0
  }

  /// With a `count` there must be one room more than lines.
  init(_ paragraph: ShapedParagraph, rooms: [Int], lines count: Int? = nil) {
    (self.paragraph, self.rooms, self.count) = (paragraph, rooms, count)
    var alike = rooms.count - 1
    // The first line's indent is no reason to tell lines apart: only the first starts at cell 0.
    while alike > 1 && rooms[alike - 1] == rooms[alike] { alike -= 1 }
    if alike == 1 { alike = 0 }
    alikeFrom = count ?? max(0, alike)
    let states = (alikeFrom + 1) * (paragraph.cells.count + 1)
    costs = [Int](repeating: Int.max, count: states)
    origins = [Origin](repeating: Origin(), count: states)
  }

  private func state(_ layer: Int, _ cell: Int) -> Int {
    layer * (paragraph.cells.count + 1) + cell
  }

  private func room(_ layer: Int, _ cell: Int) -> Int {
    alikeFrom == 0 && cell > 0 && rooms.count > 1 ? rooms[1] : rooms[layer]
  }

  /// The lines of the cheapest way; none where no way has as many as there must be.
  mutating func lines() -> [LineChoice] {
    guard !paragraph.cells.isEmpty else { return [] }
    if count == nil { bound = greedyCost() }
    costs[0] = 0
    // Handed down, for a mutating method would copy its own for every call.
    let paragraph = paragraph
    for layer in 0..<(count ?? alikeFrom + 1) {
      var ahead = 1
      for cell in paragraph.cells.indices where costs[state(layer, cell)] != Int.max {
        extend(layer, cell, &ahead, paragraph)
      }
    }
    return walkBack()
  }

  private func walkBack() -> [LineChoice] {
    let end = paragraph.cells.count
    let cheapest = (0...alikeFrom).min { costs[state($0, end)] < costs[state($1, end)] } ?? 0
    var layer = count ?? cheapest
    guard costs[state(layer, end)] != Int.max else { return [] }
    var cell = end
    var lines: [LineChoice] = []
    while cell > 0 {
      let origin = origins[state(layer, cell)]
      let first = Int(origin.cell)
      let room = room(Int(origin.layer), first)
      let fit = paragraph.fit(first, cell, room: room)?.held() ?? Fit()
      let relieved = paragraph.ledger.ending(cell).isRelief
      lines.append(LineChoice(first: first, end: cell, fit: fit, relieved: relieved))
      (layer, cell) = (Int(origin.layer), first)
    }
    return lines.reversed()
  }

  // MARK: One line further

  /// Once a line with such gaps (thousandths of an em) is found, looser ones are not tried.
  private static let loose = 250
  /// A line with such gaps gives reason to relieve a prohibition; the looser already to part an address.
  private static let tooLoose = 500

  /// Tries every end that a line from `first` can reach.
  private mutating func extend(
    _ layer: Int, _ first: Int, _ ahead: inout Int, _ paragraph: ShapedParagraph
  ) {
    let room = room(layer, first)
    let spent = costs[state(layer, first)]
    let furthest = furthestEnd(first, room, &ahead)
    var best = Int.max
    var end = furthest
    while end > first {
      if paragraph.mayBreak(end), let fit = paragraph.fit(first, end, room: room) {
        offer(spent + fit.cost, layer, first, end)
        best = min(best, fit.reach.extra)
        if fit.reach.extra > Self.loose || (fit.need > 0 && spent + fit.cost > bound) {
          // A note that is broken off elsewhere may fill its sub-lines better.
          if !paragraph.breaksNote(end) { break }
        }
      }
      end -= 1
    }
    guard best > Self.loose else { return }
    for relief in reliefs(first, furthest, room, best) {
      offer(spent + relief.cost, layer, first, relief.end)
    }
  }

  private mutating func offer(_ cost: Int, _ layer: Int, _ first: Int, _ end: Int) {
    let total = cost + paragraph.endingCost(first, end)
    let goal = state(min(layer + 1, alikeFrom), end)
    guard total < costs[goal], total <= bound else { return }
    costs[goal] = total
    origins[goal] = Origin(layer: Int32(layer), cell: Int32(first))
  }

  /// The furthest end whose cells can be squeezed into the room; `ahead` is where to look first.
  @inline(never)
  private func furthestEnd(_ first: Int, _ room: Int, _ ahead: inout Int) -> Int {
    let stop = paragraph.stop(after: first)
    if paragraph.marked != nil { return furthestEnd(first, room, stop, beyondNotes: &ahead) }
    var end = min(max(ahead, first + 1), stop)
    while end > first + 1 && paragraph.leastWidth(first, end) > room { end -= 1 }
    while end < stop && paragraph.leastWidth(first, end + 1) <= room { end += 1 }
    ahead = end
    return end
  }

  /// The same where a line may have notes in it.
  @inline(never)
  private func furthestEnd(
    _ first: Int, _ room: Int, _ stop: Int, beyondNotes ahead: inout Int
  ) -> Int {
    func fits(_ end: Int) -> Bool {
      paragraph.leastWidth(first, end) + paragraph.leastNoteWidth(first, end) <= room
    }
    var end = min(max(ahead, first + 1), stop)
    while end > first + 1 && !fits(end) { end -= 1 }
    while end < stop && fits(end + 1) { end += 1 }
    ahead = end
    return end
  }

  /// A prohibition is relieved where nothing else fits, and among three marks in a row rather than to set a
  /// line too loose (CLREQ 3.1.4); a word wider than the line is broken where the line is full.
  private func reliefs(
    _ first: Int, _ furthest: Int, _ room: Int, _ best: Int
  ) -> [(end: Int, cost: Int)] {
    var found: [(end: Int, cost: Int)] = []
    let isStuck = best == Int.max
    for end in stride(from: furthest, to: first, by: -1) {
      guard
        let cost = paragraph.reliefCost(end, isStuck: isStuck, isTooLoose: best > Self.tooLoose),
        let fit = paragraph.fit(first, end, room: room)
      else { continue }
      found.append((end, fit.cost + cost))
      if fit.reach.extra > Self.loose { break }
    }
    return found.isEmpty && isStuck ? [(furthest, LineCost.forced)] : found
  }

  // MARK: A first way

  /// What it costs to take the best line each time: no way as a whole need cost more.
  private func greedyCost() -> Int {
    var (layer, first, ahead, total) = (0, 0, 1, 0)
    while first < paragraph.cells.count {
      let room = room(layer, first)
      let furthest = furthestEnd(first, room, &ahead)
      guard let line = bestLine(first, furthest, room) else { return Int.max }
      total += line.cost
      (layer, first) = (min(layer + 1, alikeFrom), line.end)
    }
    return total
  }

  private func bestLine(_ first: Int, _ furthest: Int, _ room: Int) -> (end: Int, cost: Int)? {
    var best: (end: Int, cost: Int)?
    for end in stride(from: furthest, to: first, by: -1) where paragraph.mayBreak(end) {
      guard let fit = paragraph.fit(first, end, room: room) else { continue }
      let cost = fit.cost + paragraph.endingCost(first, end)
      if cost < best?.cost ?? Int.max { best = (end, cost) }
      if fit.need > 0 { break }
    }
    return best
  }
}

extension ShapedParagraph {
  /// What a line costs by itself, and for being a lonely last one.
  func endingCost(_ first: Int, _ end: Int) -> Int {
    end == cells.count && first > lastCompanion ? LineCost.line + LineCost.lonely : LineCost.line
  }

  /// The cells' width when every step of squeezing is spent.
  @inline(__always)
  func leastWidth(_ first: Int, _ end: Int) -> Int {
    var width = widthWithoutNotes(first, end)
    if isJustified {
      width -= ledger.shrink(first, end)
    } else {
      width += endBlank(end)
    }
    if hanging != nil && rules.hanging.contains(cells[end - 1].kind) {
      width -= cells[end - 1].width
    }
    return width
  }
}
