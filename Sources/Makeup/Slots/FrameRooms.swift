import Geometry
import PageDesign

/// The rooms of a frame: one for each of its rectangles, inside its box if it has one.
package func rooms(of frame: Frame, on grid: BodyGrid) -> [Room] {
  var legs = 0
  let areas = frame.textAreas
  let rects = areas.map { inside(frame, $0, on: grid) }
  let tiers = StackedTiers.all(of: frame, areas, in: rects, on: grid)
  return areas.indices.map { index in
    let (area, rect) = (areas[index], rects[index])
    let columns = tiers[index] ?? columns(of: frame, area, in: rect, on: grid)
    let room = room(area, rect, columns, in: frame, on: grid, number: legs)
    legs += room.legs.count
    return room
  }
}

private func room(
  _ area: GridArea, _ rect: Rect, _ columns: [LegPlace], in frame: Frame, on grid: BodyGrid,
  number: Int
) -> Room {
  let size = frame.mode.logical(rect.size)
  let (firstRow, rows) = gridRows(of: rect, in: frame, on: grid, extent: size.block)
  let legs = columns.map {
    Leg(room: number, inline: $0.start, measure: $0.measure, rows: rows)
  }
  return Room(
    rect: rect, mode: frame.mode, em: grid.size, pitch: grid.pitch, firstRow: firstRow, rows: rows,
    legs: legs, isAtFoot: !frame.areas.contains { $0.follows(area, in: frame.mode) })
}

extension GridArea {
  /// Lies where lines would go on after the last of another: under it, or left of it.
  fileprivate func follows(_ other: GridArea, in mode: WritingMode) -> Bool {
    switch mode {
    case .horizontal:
      lines.lowerBound > other.lines.upperBound && columns.overlaps(other.columns)
    case .vertical:
      columns.upperBound < other.columns.lowerBound && lines.overlaps(other.lines)
    }
  }
}

/// Where along a room's lines a leg begins, and how long its lines are.
typealias LegPlace = (start: Length, measure: Length)

/// What a frame's padding leaves of one of its rectangles; where another of them goes on all along a side, nothing is kept
/// there. Text on a ground of its own keeps half a 字 from its edge.
private func inside(_ frame: Frame, _ area: GridArea, on grid: BodyGrid) -> Rect {
  let rect = grid.rect(columns: area.columns, lines: area.lines)
  let inset = padding(of: frame, on: grid)
  guard inset > .zero, frame.areas.count > 1 else { return rect.inset(by: inset) }
  let (columns, lines) = (area.columns, area.lines)
  func kept(_ side: [(column: Int, line: Int)]) -> Length {
    let goesOn = side.allSatisfy { cell in
      frame.areas.contains { $0.columns.contains(cell.column) && $0.lines.contains(cell.line) }
    }
    return goesOn ? .zero : inset
  }
  let left = kept(lines.map { (columns.lowerBound - 1, $0) })
  let right = kept(lines.map { (columns.upperBound + 1, $0) })
  let top = kept(columns.map { ($0, lines.lowerBound - 1) })
  let bottom = kept(columns.map { ($0, lines.upperBound + 1) })
  return Rect(
    x: rect.x + left, y: rect.y + top, width: rect.width - left - right,
    height: rect.height - top - bottom)
}

private func padding(of frame: Frame, on grid: BodyGrid) -> Length {
  // On a picture, or on a panel over it, a whole 字.
  if frame.ground != nil { return grid.size + (frame.box?.rule ?? .zero) }
  guard let box = frame.box else {
    return frame.reverse != nil || frame.tint != nil ? grid.size / 2 : .zero
  }
  return box.rule + box.padding.length(em: grid.size, pitch: grid.pitch)
}

/// Rows keep to the page's body grid: a padded frame starts with the first grid line wholly inside it.
private func gridRows(
  of rect: Rect, in frame: Frame, on grid: BodyGrid, extent: Length
) -> (first: Length, rows: Int) {
  guard frame.mode == .horizontal else {
    return (.zero, (extent - grid.size) / grid.pitch + 1)
  }
  let offset = rect.y - grid.origin.y
  let skipped = (offset + grid.pitch - Length(units: 1)) / grid.pitch
  let first = grid.pitch * skipped - offset
  return (first, max(0, (rect.height - first - grid.size) / grid.pitch + 1))
}

private func columns(of frame: Frame, _ area: GridArea, in rect: Rect, on grid: BodyGrid)
  -> [LegPlace]
{
  if frame.remainder == .auto, frame.mode == .horizontal {
    return area.columns.map { pageColumn($0, in: rect, on: grid) }
  }
  let inline = frame.mode.logical(rect.size).inline
  let division = division(of: frame, inline: inline, area: area, on: grid)
  // One column stands in the middle of its box: what is short of a 字 is shared between both sides.
  let isInBox = division.measures.count == 1 && frame.areas.count == 1 && frame.isSetApart
  let white = isInBox ? (inline - division.measures[0]) / 2 : .zero
  return zip(division.starts, division.measures).map { (start: $0 + white, measure: $1) }
}

/// What of a page's column lies inside a frame, in whole squares of the page's grid.
private func pageColumn(_ number: Int, in rect: Rect, on grid: BodyGrid) -> LegPlace {
  let column = grid.rect(columns: number...number, lines: 1...1)
  let one = Length(units: 1)
  let skipped = (max(rect.x - column.x, .zero) + grid.size - one) / grid.size
  let start = column.x + grid.size * skipped
  let characters = (min(rect.maxX, column.maxX) - start) / grid.size
  return (start - rect.x, grid.size * max(1, characters))
}

private func division(
  of frame: Frame, inline: Length, area: GridArea, on grid: BodyGrid
) -> Division {
  let asked = frame.ground == nil ? frame.columns(in: area, on: grid) : frame.bodyColumns
  let own = frame.mode == .vertical ? usualTiers(in: inline, on: grid) : area.columns.count
  return Division(
    width: inline, em: grid.size, count: asked ?? own, gutter: bodyGutter(of: frame, on: grid),
    remainder: frame.remainder)
}

func bodyGutter(of frame: Frame, on grid: BodyGrid) -> Length {
  frame.bodyGutter?.length(em: grid.size, pitch: grid.pitch) ?? grid.gutter
}

/// A vertical frame's tiers are 段: as many as keep a line near 20 字, unless the layout says.
func usualTiers(in inline: Length, on grid: BodyGrid) -> Int {
  max(1, (inline / grid.size + 10) / 21)
}
