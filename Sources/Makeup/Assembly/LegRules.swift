import Drawing
import Geometry
import PageDesign

/// The lines between the columns of a frame (栏线), level between the tiers of a vertical one (段线): in the middle of
/// the gutter, along the rows that text may have on both sides, as deep as the deeper of the two goes.
/// `lastRows` are those of the part's legs, numbered from its first.
func legRules(in part: StoryPart, lastRows: [Int: Int]) -> [Panel] {
  let weight = part.frame.bodyRule
  guard weight > .zero else { return [] }
  var before = 0
  return part.rooms.compactMap { room in
    defer { before += room.legs.count }
    let items = zip(room.legs.indices, room.legs.indices.dropFirst()).flatMap { first, second in
      let depth = [first, second].compactMap { lastRows[before + $0] }.max() ?? -1
      return rules(
        between: first, and: second, downTo: depth, in: room, weight: weight,
        ink: Ink(part.frame.bodyRuleInk))
    }
    return items.isEmpty ? nil : Panel(rect: room.rect, mode: room.mode, items: items)
  }
}

private func rules(
  between first: Int, and second: Int, downTo depth: Int, in room: Room, weight: Length, ink: Ink
) -> [Item] {
  let slots = slots(in: [room])
  let rows = (0..<room.rows).filter { row in
    row <= depth
      && [first, second].allSatisfy { leg in slots.contains { $0.leg == leg && $0.row == row } }
  }
  let end = room.legs[first].inline + room.legs[first].measure
  let inline = end + (room.legs[second].inline - end) / 2
  return unbroken(rows).map { rows in
    .rule(
      from: LogicalPoint(inline: inline, block: room.start(ofRow: rows.lowerBound)),
      to: LogicalPoint(inline: inline, block: room.start(ofRow: rows.upperBound) + room.em),
      weight: weight, ink, .solid)
  }
}

/// Rising numbers as runs without holes.
private func unbroken(_ numbers: [Int]) -> [ClosedRange<Int>] {
  var runs: [ClosedRange<Int>] = []
  for number in numbers {
    if let last = runs.last, last.upperBound == number - 1 {
      runs[runs.count - 1] = last.lowerBound...number
    } else {
      runs.append(number...number)
    }
  }
  return runs
}
