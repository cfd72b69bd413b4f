import Drawing
import Geometry
import PageDesign

/// The lines between the columns of a frame (栏线), level between the tiers of a vertical one (段线): in the middle of
/// the gutter, along the rows that text may have on both sides, as deep as the deeper of the two goes; under a tier's text
/// over a picture of the next tier too.
/// `lastRows` are those of the part's legs, numbered from its first.
func legRules(in part: StoryPart, lastRows: [Int: Int]) -> [Panel] {
  guard part.frame.bodyRule > .zero, let first = part.rooms.first else { return [] }
  var before = 0
  var columns: [LegColumn] = []
  for room in part.rooms {
    let slots = slots(in: [room])
    let place = room.place(in: first)
    columns += room.legs.enumerated().map { number, leg in
      LegColumn(
        leg, slots.filter { $0.leg == number }, lastRow: lastRows[before + number], at: place)
    }
    before += room.legs.count
  }
  let taken = part.rooms.flatMap { room in
    let place = room.place(in: first)
    return room.exclusions.map { $0.moved(inline: place.inline, block: place.block) }
  }
  let items = rules(
    between: merged(columns), past: taken, in: first, weight: part.frame.bodyRule,
    Ink(part.frame.bodyRuleInk))
  return items.isEmpty ? [] : [Panel(rect: first.rect, mode: first.mode, items: items)]
}

/// Where a column's lines may stand, across them, and the last that is used.
private struct LegColumn {
  var inline: Length
  var end: Length
  var axes: Set<Length>
  var last: Length?

  init(_ leg: Leg, _ slots: [LineSlot], lastRow: Int?, at room: LogicalRect) {
    (inline, end) = (leg.inline + room.inline, leg.inline + leg.measure + room.inline)
    axes = Set(slots.map { $0.axis + room.block })
    last = lastRow.flatMap { row in slots.last { $0.row <= row } }.map { $0.axis + room.block }
  }

  /// Those of its lines that another's stand beside; the lines of tiers in rectangles that do not begin level need not meet.
  func axes(beside other: LegColumn, pitch: Length) -> [Length] {
    axes.filter { axis in
      other.axes.contains { axis < $0 + pitch / 2 && $0 < axis + pitch / 2 }
    }.sorted()
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

/// 字 between two columns; where there are more, another frame lies there.
private let widestGutter = 4

private func rules(
  between columns: [LegColumn], past taken: [LogicalRect], in room: Room, weight: Length,
  _ ink: Ink
) -> [Item] {
  columns.flatMap { first -> [Item] in
    let beside = columns.first {
      $0.inline >= first.end && !first.axes(beside: $0, pitch: room.pitch).isEmpty
    }
    guard let second = beside, second.inline - first.end <= room.em * widestGutter,
      let depth = [first.last, second.last].compactMap({ $0 }).max(),
      room.mode == .horizontal || second.last != nil
    else { return [] }
    let inline = first.end + (second.inline - first.end) / 2
    let isFree = { (axis: Length) in
      !taken.contains {
        $0.inline < inline && inline < $0.inlineEnd && $0.block < axis && axis < $0.blockEnd
      }
    }
    var shared = Set(first.axes(beside: second, pitch: room.pitch))
    if room.mode == .vertical, let from = second.axes.min(), let to = second.axes.max() {
      shared.formUnion(first.axes.filter { from < $0 && $0 < to && isFree($0) })
    }
    let axes = shared.filter { $0 <= depth }.sorted()
    guard let top = axes.first else { return [] }
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
