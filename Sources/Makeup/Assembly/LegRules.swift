import Drawing
import Geometry
import PageDesign

/// The lines between the columns of a frame (栏线), level between the tiers of a vertical one (段线): in the middle of
/// the gutter, along the rows that text may have on both sides, as deep as the deeper of the two goes.
/// `lastRows` are those of the part's legs, numbered from its first.
func legRules(in part: StoryPart, lastRows: [Int: Int]) -> [Panel] {
  guard part.frame.bodyRule > .zero, let first = part.rooms.first else { return [] }
  var before = 0
  var places: [(room: Room, columns: [LegColumn])] = []
  for room in part.rooms {
    let slots = slots(in: [room])
    // Level columns of all rectangles are those of one place; the parts of a folded room are too.
    let isSame = room.mode == .horizontal || room.isFolded && places.last?.room.rect == room.rect
    let shift =
      room.mode == .horizontal
      ? LogicalPoint(inline: room.rect.x - first.rect.x, block: room.rect.y - first.rect.y)
      : LogicalPoint(inline: .zero, block: .zero)
    let own = room.legs.enumerated().map { number, leg in
      LegColumn(
        leg, slots.filter { $0.leg == number }, lastRow: lastRows[before + number], shift)
    }
    if isSame, !places.isEmpty {
      places[places.count - 1].columns += own
    } else {
      places.append((room, own))
    }
    before += room.legs.count
  }
  return places.compactMap { room, columns in
    let items = rules(
      between: merged(columns), in: room, weight: part.frame.bodyRule, Ink(part.frame.bodyRuleInk))
    return items.isEmpty ? nil : Panel(rect: room.rect, mode: room.mode, items: items)
  }
}

/// Where a column's lines may stand, across them, and the last that is used.
private struct LegColumn {
  var inline: Length
  var end: Length
  var axes: Set<Length>
  var last: Length?

  init(_ leg: Leg, _ slots: [LineSlot], lastRow: Int?, _ shift: LogicalPoint) {
    (inline, end) = (leg.inline + shift.inline, leg.inline + leg.measure + shift.inline)
    axes = Set(slots.map { $0.axis + shift.block })
    last = lastRow.flatMap { row in slots.last { $0.row <= row } }.map { $0.axis + shift.block }
  }
}

/// Columns from the first to the last, those above and below a picture as one.
private func merged(_ columns: [LegColumn]) -> [LegColumn] {
  var merged: [LegColumn] = []
  for column in columns {
    guard let index = merged.firstIndex(where: { $0.inline == column.inline }) else {
      merged.append(column)
      continue
    }
    merged[index].axes.formUnion(column.axes)
    merged[index].last = [merged[index].last, column.last].compactMap { $0 }.max()
  }
  return merged.sorted { $0.inline < $1.inline }
}

private func rules(between columns: [LegColumn], in room: Room, weight: Length, _ ink: Ink)
  -> [Item]
{
  columns.flatMap { first -> [Item] in
    let beside = columns.first { $0.inline >= first.end && !$0.axes.isDisjoint(with: first.axes) }
    guard let second = beside, let depth = [first.last, second.last].compactMap({ $0 }).max()
    else { return [] }
    let axes = first.axes.intersection(second.axes).filter { $0 <= depth }.sorted()
    guard let top = axes.first else { return [] }
    let inline = first.end + (second.inline - first.end) / 2
    return unbroken(axes.map { ($0 - top) / room.pitch }).map { rows in
      .rule(
        from: LogicalPoint(
          inline: inline, block: top + room.pitch * rows.lowerBound - room.em / 2),
        to: LogicalPoint(inline: inline, block: top + room.pitch * rows.upperBound + room.em / 2),
        weight: weight, ink, .solid)
    }
  }
}

/// Rising numbers as runs without holes.
func unbroken(_ numbers: [Int]) -> [ClosedRange<Int>] {
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
