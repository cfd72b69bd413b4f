import Geometry
import PageDesign

extension Frame {
  /// The frame cut at its foot, so that white stays over advertisements stacked on it. One whose columns are the
  /// page's gives way column by column and ends in steps; one of its own measure, or in a box, ends level. Tiers keep their
  /// measure as well as they can, so that some go.
  func givingWay(to ads: [GridArea], gap: Int, on grid: BodyGrid) -> Frame {
    guard yields > 0 else { return self }
    var frame = self
    frame.areas = areas.flatMap { area in
      let feet = area.columns.map { foot(of: area, in: $0, ads, gap) }
      return area.cut(to: endsLevel ? feet.map { _ in feet.min() ?? 0 } : feet)
    }
    if mode == .vertical, let bodyColumns, !frame.areas.isEmpty {
      frame.bodyColumns = tiers(of: frame, insteadOf: bodyColumns, on: grid)
    }
    return frame
  }

  /// How many tiers the frame has when it is cut: as many as come nearest to the measure that they had.
  private func tiers(of cut: Frame, insteadOf count: Int, on grid: BodyGrid) -> Int {
    let gutter = Makeup.bodyGutter(of: self, on: grid)
    func measure(_ frame: Frame, _ tiers: Int) -> Int {
      max(1, ((frame.bounds(on: grid).height - gutter * (tiers - 1)) / tiers).units)
    }
    let own = measure(self, count)
    func change(_ tiers: Int) -> Int {
      let new = measure(cut, tiers)
      return max(own, new) * 1000 / min(own, new)
    }
    return (1...max(1, count)).min { change($0) < change($1) } ?? count
  }

  /// Whether all its columns end on one line.
  var endsLevel: Bool { bodyColumns != nil || box != nil || mode == .vertical }

  /// The last line that a column of an area keeps.
  private func foot(of area: GridArea, in column: Int, _ ads: [GridArea], _ gap: Int) -> Int {
    let tops = ads.filter {
      $0.columns.contains(column) && $0.lines.lowerBound - gap <= area.lines.upperBound
        && $0.lines.upperBound >= area.lines.lowerBound
    }.map { $0.lines.lowerBound - gap - 1 }
    return min(tops.min() ?? area.lines.upperBound, area.lines.upperBound)
  }
}

extension GridArea {
  /// The same area with a foot for each of its columns: columns of one depth side by side stay one rectangle.
  fileprivate func cut(to feet: [Int]) -> [GridArea] {
    var parts: [GridArea] = []
    for (column, foot) in zip(columns, feet) where foot >= lines.lowerBound {
      if let last = parts.last, last.lines.upperBound == foot, last.columns.upperBound + 1 == column
      {
        parts[parts.count - 1].columns = last.columns.lowerBound...column
      } else {
        parts.append(
          GridArea(columns: column...column, lines: lines.lowerBound...foot, place: place))
      }
    }
    return parts
  }
}
