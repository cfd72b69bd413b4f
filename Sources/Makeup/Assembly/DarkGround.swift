import Drawing
import Geometry

/// A dark ground (反白), and how what stands on it turns. Black type and lines are white; a tint is one of the ground, so
/// that white type reads on it; colours stay. What stands on a picture stays too.
struct DarkGround {
  private let ink: Ink
  /// What type may stand on by now, on its panel.
  private var grounds: [(area: LogicalRect, ink: Ink?)] = []

  init(_ ink: Ink) { self.ink = ink }

  func turned(_ panel: Panel) -> Panel {
    var (ground, turned) = (self, panel)
    turned.items = panel.items.map { ground.turn($0) }
    return turned
  }

  private mutating func turn(_ item: Item) -> Item {
    switch item {
    case .line(let line, let start, let ink):
      return .line(line, start: start, letters(ink, at: start))
    case .fill(let area, let ink):
      let isOnPicture = ground(at: area.middle).map { $0 == nil } ?? false
      let turned = isOnPicture ? ink : tint(ink)
      grounds.append((area, isOnPicture ? nil : turned))
      return .fill(area, turned)
    case .picture(_, _, let clip, _):
      grounds.append((clip, nil))
      return item
    case .stroke(let rect, let weight, let ink):
      return .stroke(rect, weight: weight, ink.onDark)
    case .rule(let from, let to, let weight, let ink, let pattern):
      return .rule(from: from, to: to, weight: weight, ink.onDark, pattern)
    case .path(let path):
      return .path(
        PathMark(
          path.steps, fill: path.fill.map(\.onDark), stroke: path.stroke.map(\.onDark),
          weight: path.weight, pattern: path.pattern))
    case .paper, .roundBox, .shapedPicture, .begin, .end: return item
    }
  }

  /// What lies at a place over the ground: an ink, or a picture (nil).
  private func ground(at place: LogicalPoint) -> Ink?? {
    grounds.last { $0.area.holds(place) }.map(\.ink)
  }

  /// Type in an ink: as it was on a picture, else black or white, whichever reads there.
  private func letters(_ ink: Ink, at start: LogicalPoint) -> Ink {
    guard let ground = ground(at: start) else { return ink.onDark }
    guard let under = ground, ink.isBlackAlone else { return ink }
    return under.darkness >= Ink.darkEnough ? .white : .black
  }

  /// An area in an ink. A tint differs from the ground by twice as much as from paper, as dark tints fill in: it is
  /// lighter on a ground that is all but black, darker on a colour.
  private func tint(_ tint: Ink) -> Ink {
    guard tint.isBlackAlone else { return tint }
    guard tint.k <= 50 else { return .grey(100 - tint.k) }
    let isLighter = ink.darkness >= 85
    // Two percent are for rounding.
    let most = isLighter ? 100 - (Ink.darkEnough + 2) * 100 / ink.darkness : 30
    let share = min(tint.k * 2, most)
    func part(_ percent: Int) -> Int { percent * (100 - share) / 100 }
    return Ink(
      c: part(ink.c), m: part(ink.m), y: part(ink.y), k: part(ink.k) + (isLighter ? 0 : share))
  }
}

extension Ink {
  /// About how much of the light it takes, in percent: black ink all, the others as they look.
  var darkness: Int { k + (c * 30 + m * 59 + y * 11) / 100 }

  /// From this on white type reads on an ink.
  static let darkEnough = 70

  fileprivate var isBlackAlone: Bool { c + m + y == 0 }

  /// On a dark ground what was black or grey is white, and what was white black; colours stay.
  var onDark: Ink { self == .white ? .black : isBlackAlone ? .white : self }
}

extension LogicalRect {
  fileprivate var middle: LogicalPoint {
    LogicalPoint(inline: inline + inlineSize / 2, block: block + blockSize / 2)
  }

  fileprivate func holds(_ place: LogicalPoint) -> Bool {
    inline <= place.inline && place.inline <= inlineEnd && block <= place.block
      && place.block <= blockEnd
  }
}
