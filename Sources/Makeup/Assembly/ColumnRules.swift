import Drawing
import Geometry
import PageDesign

/// The lines a layout asks for, each in the middle of the white that it stands in (线).
func rules(of layout: Layout) -> Panel {
  let page = Rect(x: .zero, y: .zero, width: layout.size.width, height: layout.size.height)
  let items = layout.rules.flatMap { rule in
    line(of: rule, in: layout).map { strokes(rule, from: $0.from, to: $0.to) } ?? []
  }
  return Panel(rect: page, items: items)
}

private func line(of rule: RuleDesign, in layout: Layout) -> (from: LogicalPoint, to: LogicalPoint)?
{
  let white = (layout.grid.pitch * 2 - layout.grid.size) / 2
  switch rule.position {
  case .above(let id):
    guard let rect = bounds(of: id, in: layout) else { return nil }
    return across(rect.x, rect.maxX, at: rect.y - white)
  case .below(let id):
    guard let rect = bounds(of: id, in: layout) else { return nil }
    return across(rect.x, rect.maxX, at: rect.maxY + white)
  case .between(let a, let b):
    guard let first = bounds(of: a, in: layout), let second = bounds(of: b, in: layout) else {
      return nil
    }
    return between(first, second)
  }
}

private func between(_ a: Rect, _ b: Rect) -> (from: LogicalPoint, to: LogicalPoint)? {
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

private func across(_ from: Length, _ to: Length, at y: Length) -> (
  from: LogicalPoint, to: LogicalPoint
) {
  (LogicalPoint(inline: from, block: y), LogicalPoint(inline: to, block: y))
}

private func bounds(of id: String, in layout: Layout) -> Rect? {
  (layout.frames + layout.sharedSlots).first { $0.id == id }?.bounds(on: layout.grid)
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
