import Geometry
import Typesetting
import Words

/// One way to split a head: its lines, and what it costs in thousandths of its size.
struct HeadSplit: Hashable {
  var lines: [Range<Int>]
  var cost: Int
}

/// Finds the best ways to split a text in one, two, three … lines that all fit a room (dynamic
/// programming over its split places; the cost is that of the places and of unequal lines).
struct SplitSearch {
  private let places: [SplitPlace]
  private let widths: TextWidths
  private let whole: Range<Int>
  /// Width and characters of the part from one place to another.
  private var parts: [Part] = []

  private struct Part {
    var width = Length.zero
    var characters = 0
  }

  private var count: Int { places.count }

  init(places: [SplitPlace], widths: TextWidths, length: Int) {
    let start = SplitPlace(end: 0, next: 0, cost: 0)
    let end = SplitPlace(end: length, next: length, cost: 0)
    self.places = [start] + places + [end]
    (self.widths, whole) = (widths, 0..<length)
    parts = [Part](repeating: Part(), count: count * count)
    for from in self.places.indices {
      for to in (from + 1)..<max(count, from + 1) {
        let text = self.places[from].next..<max(self.places[from].next, self.places[to].end)
        parts[from * count + to] = Part(
          width: widths.width(text), characters: widths.characters(text))
      }
    }
  }

  /// The best split in each number of lines up to `most`, from one on; nil where none fits `room`.
  func splits(in room: Length, most: Int) -> [HeadSplit?] {
    let last = count - 1
    return (1...max(1, most)).map { lines in
      guard lines > 1 else {
        return parts[last].width <= room ? HeadSplit(lines: [whole], cost: 0) : nil
      }
      return split(in: room, lines: lines)
    }
  }

  /// The best split in so many lines.
  func split(in room: Length, lines: Int) -> HeadSplit? {
    guard lines < count else { return nil }
    let target = max(1, parts[count - 1].width.units / lines)
    var costs = [Int](repeating: Int.max, count: count)
    costs[0] = 0
    var origins: [[Int]] = []
    for line in 1...lines {
      var next = [Int](repeating: Int.max, count: count)
      var origin = [Int](repeating: 0, count: count)
      let ends = line == lines ? (count - 1)..<count : line..<(count - 1)
      for from in 0..<(count - 1) where costs[from] != Int.max {
        for to in ends where to > from {
          let part = parts[from * count + to]
          guard part.characters >= Self.fewestCharacters, part.width <= room else { continue }
          let cost = costs[from] + places[to].cost + Self.unevenness(part.width.units, target)
          if cost < next[to] { (next[to], origin[to]) = (cost, from) }
        }
      }
      costs = next
      origins.append(origin)
    }
    guard costs[count - 1] != Int.max else { return nil }
    return HeadSplit(lines: trace(origins), cost: costs[count - 1])
  }

  private func trace(_ origins: [[Int]]) -> [Range<Int>] {
    var to = count - 1
    var lines: [Range<Int>] = []
    for origin in origins.reversed() {
      let from = origin[to]
      lines.append(places[from].next..<places[to].end)
      to = from
    }
    return lines.reversed()
  }

  /// No line of a head has a single character.
  private static let fewestCharacters = 2

  /// Lines of one head are about equally long: a fifth more or less is nothing, after that it costs
  /// the more.
  private static func unevenness(_ width: Int, _ target: Int) -> Int {
    let off = abs(width - target) * 1000 / target
    return off <= 200 ? off / 20 : 10 + (off - 200) / 3
  }
}
