import PageDesign

// What carries an advertisement on its page, and the white that it leaves.

extension PageFloor {
  /// Whether an advertisement would rest there: on the page's foot or what the layout has there, on another
  /// advertisement, or in a slot of the layout. Over news it would hang in the air.
  func carries(_ area: GridArea) -> Bool {
    let drops = area.columns.map { drop(under: area.lines.upperBound, in: $0) }
    return drops.allSatisfy { $0 != nil }
      && drops.contains { $0.map { $0 <= rules.stacking.gap } ?? false }
  }

  /// Cells under a place that nothing could stand in but white: it hangs over them.
  func overhang(of area: GridArea) -> Int {
    area.columns.reduce(0) { cells, column in
      cells + max(0, (drop(under: area.lines.upperBound, in: column) ?? 0) - rules.stacking.gap)
    }
  }

  /// Lines from a place down to what carries it in a column; nil where news lies under it.
  private func drop(under line: Int, in column: Int) -> Int? {
    var (lines, furniture) = (0, Int?.none)
    for next in (line + 1)..<(grid.lines + 1) {
      switch (cell(column, line), cell(column, next)) {
      case (.open(let slot), let under) where under != .open(frame: slot): return lines
      case (_, .taken(let frame)):
        guard let kind = kind(ofFrame: frame), kind != .ad else { return furniture ?? lines }
        if [.article, .picture, .table].contains(kind) { return nil }
        furniture = furniture ?? lines
      case (_, .free), (_, .open), (_, .yielding): lines += 1
      }
    }
    return furniture ?? lines
  }

  /// Nil of an advertisement that was stacked.
  private func kind(ofFrame number: Int) -> FrameKind? {
    layout.frames.indices.contains(number) ? layout.frames[number].kind : nil
  }
}

/// White under a frame that ends level, beside the advertisements that it gives way to or over the lower of them.
struct LevelWhite: Hashable {
  var frame: Int
  var columns: ClosedRange<Int>
  /// The most of it in a column, in lines.
  var lines: Int
  var cells: Int
}

extension PageFloor {
  /// The white that advertisements leave in their places.
  func levelWhite(under ads: [GridArea]) -> [LevelWhite] {
    layout.frames.indices.flatMap { number -> [LevelWhite] in
      let frame = layout.frames[number]
      guard frame.yields > 0, frame.endsLevel else { return [] }
      let cut = frame.givingWay(to: ads, gap: rules.stacking.gap, on: grid)
      return frame.areas.compactMap { area in
        let foot = cut.areas.first { $0.columns == area.columns && $0.begins(with: area) }?.lines
        return white(in: area, of: number, under: foot?.upperBound, ads)
      }
    }
  }

  private func white(in area: GridArea, of frame: Int, under foot: Int?, _ ads: [GridArea])
    -> LevelWhite?
  {
    guard let foot, foot < area.lines.upperBound else { return nil }
    let white = area.columns.map { column -> Int in
      let tops = ads.filter { $0.columns.contains(column) && $0.lines.upperBound > foot }
        .map { $0.lines.lowerBound - rules.stacking.gap - 1 }
      return max(0, min(tops.min() ?? area.lines.upperBound, area.lines.upperBound) - foot)
    }
    let columns = zip(area.columns, white).filter { $0.1 > rules.whiteLines }
    guard let first = columns.first, let last = columns.last else { return nil }
    return LevelWhite(
      frame: frame, columns: first.0...last.0, lines: columns.map(\.1).max() ?? 0,
      cells: columns.reduce(0) { $0 + $1.1 })
  }
}

extension GridArea {
  fileprivate func begins(with other: GridArea) -> Bool {
    lines.lowerBound == other.lines.lowerBound
  }
}
