import Geometry

/// Text beside a picture is at least this long (JLREQ 4.3.3; JIS X 4051: 9 字).
let leastMeasureBesidePicture = 9

/// The line slots of some rooms in reading order: leg after leg, row after row, around what is in
/// the way.
package func slots(in rooms: [Room]) -> [LineSlot] {
  var slots: [LineSlot] = []
  var number = 0
  for room in rooms {
    for leg in room.legs {
      for row in 0..<max(0, leg.rows) {
        if let slot = slot(of: leg, numbered: number, row: row, in: room) { slots.append(slot) }
      }
      number += 1
    }
  }
  return slots
}

private func slot(of leg: Leg, numbered number: Int, row: Int, in room: Room) -> LineSlot? {
  let start = room.start(ofRow: row)
  let axis = start + room.em / 2
  var (from, to) = (leg.inline, leg.inline + leg.measure)
  for area in room.exclusions where area.block < start + room.em && start < area.blockEnd {
    guard area.inline < to, from < area.inlineEnd else { continue }
    (from, to) = widestPart(from: from, to: to, beside: area, gap: room.em)
  }
  guard to > from else { return nil }
  guard to - from < leg.measure else {
    return LineSlot(leg: number, row: row, inline: leg.inline, measure: leg.measure, axis: axis)
  }
  // Beside a picture the measure is whole 字 again, and the slack stays next to the picture.
  let characters = (to - from) / room.em
  guard characters >= leastMeasureBesidePicture else { return nil }
  let measure = room.em * characters
  let inline = from == leg.inline ? from : to - measure
  return LineSlot(leg: number, row: row, inline: inline, measure: measure, axis: axis)
}

/// What an area leaves of a line, on its wider side, with one em between.
private func widestPart(
  from: Length, to: Length, beside area: LogicalRect, gap: Length
) -> (Length, Length) {
  let before = area.inline - gap - from
  let after = to - (area.inlineEnd + gap)
  return before >= after ? (from, area.inline - gap) : (area.inlineEnd + gap, to)
}

extension Room {
  /// Closes to text what an outline leaves of a leg in fewer lines than a part of a column has: a line or two between a
  /// figure's head and its shoulder would stand alone. Where lines beside it are too short in the middle, none stand
  /// beside it: they would read as two pieces.
  mutating func closeGaps(within area: LogicalRect) {
    for leg in legs {
      let measures = (0..<rows).map { slot(of: leg, numbered: 0, row: $0, in: self)?.measure }
      let beside = measures.indices.filter { row in
        start(ofRow: row) < area.blockEnd && area.block < start(ofRow: row) + em
      }
      let narrow = beside.filter { row in measures[row].map { $0 < leg.measure } ?? false }
      let closed = Set(measures.indices.filter { measures[$0] == nil })
      let isParted = closed.contains { row in
        beside.contains(row) && narrow.contains { $0 < row } && narrow.contains { $0 > row }
      }
      let stubs = unbroken(measures.indices.filter { !closed.contains($0) }).filter { run in
        run.count < leastLinesOfPart && beside.contains(where: run.contains)
      }
      let short = unbroken(narrow).filter { run in
        isParted
          || run.count < leastLinesOfPart
            && (closed.contains(run.lowerBound - 1) || closed.contains(run.upperBound + 1))
      }
      for run in stubs + short { close(run, of: leg) }
    }
  }

  private mutating func close(_ run: ClosedRange<Int>, of leg: Leg) {
    exclusions.append(
      LogicalRect(
        inline: leg.inline, block: start(ofRow: run.lowerBound), inlineSize: leg.measure,
        blockSize: extent(rows: run.count)))
  }
}
