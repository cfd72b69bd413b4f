import Drawing
import Geometry
import PageDesign

/// The lines a layout asks for, each in the middle of the white that it stands in (线).
func rules(of layout: Layout) -> Panel {
  let page = Rect(x: .zero, y: .zero, width: layout.size.width, height: layout.size.height)
  let items = layout.rules.flatMap { rule in
    lines(of: rule, in: layout).flatMap { strokes(rule, from: $0.from, to: $0.to) }
  }
  return Panel(rect: page, items: items)
}

private typealias Stretch = (from: LogicalPoint, to: LogicalPoint)

private func lines(of rule: RuleDesign, in layout: Layout) -> [Stretch] {
  switch rule.position {
  case .above(let id):
    return layout.frame(id).map { layout.heads(of: $0) }.map { rects in
      rects.map { rect in
        across(rect.x, rect.maxX, at: rect.y - layout.white(beside: rect) { rect.y - $0.maxY })
      }
    } ?? []
  case .below(let id):
    return layout.frame(id).map { layout.feet(of: $0) }.map { rects in
      rects.map { rect in
        across(
          rect.x, rect.maxX, at: rect.maxY + layout.white(beside: rect) { $0.y - rect.maxY })
      }
    } ?? []
  case .between(let a, let b):
    guard let first = layout.frame(a), let second = layout.frame(b) else { return [] }
    return layout.neighbours(first, second).compactMap(between)
  }
}

extension Layout {
  fileprivate func frame(_ id: String) -> Frame? {
    (frames + sharedSlots).first { $0.id == id }
  }

  /// The first line of a frame, in a shape of several rectangles of each step.
  fileprivate func heads(of frame: Frame) -> [Rect] {
    steps(of: frame) { $0.map(\.lines.lowerBound).min() }
  }

  /// Its last line.
  fileprivate func feet(of frame: Frame) -> [Rect] {
    steps(of: frame) { $0.map(\.lines.upperBound).max() }
  }

  /// Columns beside each other that have their edge at one line.
  private func steps(of frame: Frame, edge: ([GridArea]) -> Int?) -> [Rect] {
    var steps: [(columns: ClosedRange<Int>, line: Int)] = []
    for column in 1...grid.columns {
      guard let line = edge(frame.areas.filter { $0.columns.contains(column) }) else { continue }
      if let last = steps.last, last.line == line, last.columns.upperBound + 1 == column {
        steps[steps.count - 1].columns = last.columns.lowerBound...column
      } else {
        steps.append((column...column, line))
      }
    }
    return steps.map { grid.rect(columns: $0.columns, lines: $0.line...$0.line) }
  }

  /// The rectangles of two frames between which a line may stand: of shapes those that touch but for a gutter or a blank
  /// line.
  fileprivate func neighbours(_ a: Frame, _ b: Frame) -> [(Rect, Rect)] {
    let rects = [a, b].map { frame in
      frame.areas.map { grid.rect(columns: $0.columns, lines: $0.lines) }
    }
    let pairs = rects[0].flatMap { one in rects[1].map { (one, $0) } }
    return pairs.count == 1 ? pairs : pairs.filter { touches($0, $1) }
  }

  private func touches(_ a: Rect, _ b: Rect) -> Bool {
    if a.sharedHeight(with: b) > .zero {
      return max(a.x, b.x) - min(a.maxX, b.maxX) <= grid.gutter + grid.size
    }
    return a.sharedWidth(with: b) > .zero
      && max(a.y, b.y) - min(a.maxY, b.maxY) <= grid.pitch * 3 - grid.size
  }

  /// From a frame to the line over or under it: half of the white that a blank line leaves, or of that to the nearest frame
  /// at the distance `gap`, where it is less.
  fileprivate func white(beside rect: Rect, gap: (Rect) -> Length) -> Length {
    let areas = frames.flatMap(\.areas).map { grid.rect(columns: $0.columns, lines: $0.lines) }
    let gaps = areas.filter { $0.sharedWidth(with: rect) > .zero }.map(gap)
    let usual = grid.pitch * 2 - grid.size
    return (gaps.filter { $0 >= .zero && $0 < usual }.min() ?? usual) / 2
  }
}

private func between(_ a: Rect, _ b: Rect) -> Stretch? {
  let (left, right) = a.x <= b.x ? (a, b) : (b, a)
  if left.maxX <= right.x {
    let x = left.maxX + (right.x - left.maxX) / 2
    return (
      LogicalPoint(inline: x, block: max(left.y, right.y)),
      LogicalPoint(inline: x, block: min(left.maxY, right.maxY))
    )
  }
  let (upper, lower) = a.y <= b.y ? (a, b) : (b, a)
  guard upper.maxY <= lower.y else { return nil }
  let y = upper.maxY + (lower.y - upper.maxY) / 2
  return across(max(upper.x, lower.x), min(upper.maxX, lower.maxX), at: y)
}

private func across(_ from: Length, _ to: Length, at y: Length) -> Stretch {
  (LogicalPoint(inline: from, block: y), LogicalPoint(inline: to, block: y))
}

/// One line, or two for 双线 and 文武线 (thick over thin).
private func strokes(_ rule: RuleDesign, from: LogicalPoint, to: LogicalPoint) -> [Item] {
  func stroke(_ weight: Length, _ shift: Length, _ pattern: LinePattern = .solid) -> Item {
    let isLevel = from.block == to.block
    let (inline, block) = isLevel ? (Length.zero, shift) : (shift, Length.zero)
    return .rule(
      from: LogicalPoint(inline: from.inline + inline, block: from.block + block),
      to: LogicalPoint(inline: to.inline + inline, block: to.block + block), weight: weight,
      Ink(rule.ink), pattern)
  }
  switch rule.pattern {
  case .solid: return [stroke(rule.weight, .zero)]
  case .dotted: return [stroke(rule.weight, .zero, .dotted)]
  case .dashed: return [stroke(rule.weight, .zero, .dashed)]
  case .double:
    return [stroke(rule.weight, -rule.weight * 3 / 2), stroke(rule.weight, rule.weight * 3 / 2)]
  case .thickThin:
    return [stroke(rule.weight * 3, -rule.weight * 2), stroke(rule.weight, rule.weight * 2)]
  }
}
