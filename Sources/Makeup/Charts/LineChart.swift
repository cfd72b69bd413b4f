import Drawing
import Geometry
import Manuscripts

/// A line chart (折线图): each series a line of its own pattern and points.
struct LineChart {
  let chart: Chart
  let style: ChartStyle

  /// More points than these stand too near to be marked.
  private static let mostPoints = 24

  func plot(in area: LogicalRect) -> ChartPlot {
    let room = style.value.size * 3 / 2
    let figures = chart.printsValues ?? (chart.series.count == 1)
    let axes = UprightAxes(
      chart, style, in: area,
      clear: figures ? UprightAxes.Clear(above: room, below: room / 2) : UprightAxes.Clear(),
      fromZero: false)
    var plot = axes.plot
    guard plot.need == nil else { return plot }
    // Lines and their points lie over the axis.
    (plot.shapes, plot.axis) = (plot.axis, [])
    let lines = chart.series.indices.map { points(of: $0, axes) }
    for (index, points) in lines.enumerated() {
      plot.shapes += Self.runs(points).map { .path(stroke($0, index)) }
    }
    if chart.categories.count <= Self.mostPoints {
      for (index, points) in lines.enumerated() {
        plot.shapes += points.compactMap(\.self).flatMap { style.point($0, series: index) }
      }
    }
    if figures { addValues(lines, axes, to: &plot) }
    return plot
  }

  private func points(of series: Int, _ axes: UprightAxes) -> [LogicalPoint?] {
    chart.series[series].values.enumerated().map { index, value in
      value.map { LogicalPoint(inline: axes.middle(index), block: axes.axis.place($0.amount)) }
    }
  }

  /// A line ends where there is no figure, and begins again.
  private static func runs(_ points: [LogicalPoint?]) -> [[LogicalPoint]] {
    points.split(separator: nil).map { $0.compactMap(\.self) }
  }

  private func stroke(_ run: [LogicalPoint], _ series: Int) -> PathMark<LogicalPoint> {
    let steps = run.enumerated().map { number, point in
      number == 0 ? PathStep.move(to: point) : .line(to: point)
    }
    return PathMark(
      steps, stroke: style.stroke(series), weight: style.line, pattern: style.pattern(series))
  }
}

extension ChartStyle {
  /// Solid and dashed in turn, then dotted: lines are told apart without colour.
  func pattern(_ series: Int) -> LinePattern {
    let patterns: [LinePattern] = [.solid, .dashed, .solid, .dashed, .dotted, .dotted]
    return patterns[series % patterns.count]
  }

  /// Discs, squares and diamonds, of each a full one and an open one.
  func point(_ at: LogicalPoint, series: Int) -> [Item] {
    let ink = stroke(series)
    let radius = line * 3 / 2
    let isOpen = !series.isMultiple(of: 2)
    let steps =
      switch series % 6 / 2 {
      case 0: PathMark.sector(centre: at, radius: radius, from: Turn(turns: 0), to: Turn(turns: 1))
      case 1: corners([(-1, -1), (1, -1), (1, 1), (-1, 1)], at, radius)
      default: corners([(0, -1), (1, 0), (0, 1), (-1, 0)], at, radius * 4 / 3)
      }
    let weight = max(line / 2, .points(0.5))
    return [.path(PathMark(steps, fill: isOpen ? paper : ink, stroke: ink, weight: weight))]
  }

  private func corners(_ places: [(x: Int, y: Int)], _ at: LogicalPoint, _ half: Length)
    -> [PathStep<LogicalPoint>]
  {
    let points = places.map {
      LogicalPoint(inline: at.inline + half * $0.x, block: at.block + half * $0.y)
    }
    return [.move(to: points[0])] + points.dropFirst().map { .line(to: $0) } + [.close]
  }
}

// MARK: Figures

extension LineChart {
  private func addValues(
    _ lines: [[LogicalPoint?]], _ axes: UprightAxes, to plot: inout ChartPlot
  ) {
    var best = plot
    for type in style.value.sizes {
      var trial = plot
      let missing = add(lines, type, axes, to: &trial)
      if missing == 0 { plot = trial; return }
      best = trial
    }
    // Asked for, those that find room are printed; else all or none.
    if chart.printsValues == true { plot = best }
  }

  /// Answers how many figures found no room, neither over their point nor under it nor aslant.
  private func add(
    _ lines: [[LogicalPoint?]], _ type: ChartType, _ axes: UprightAxes, to plot: inout ChartPlot
  ) -> Int {
    let strokes = lines.flatMap { Self.runs($0).flatMap { zip($0, $0.dropFirst()) } }
    var missing = 0
    for (series, points) in lines.enumerated() {
      for (index, point) in points.enumerated() {
        guard let point, let value = chart.series[series].values[index] else { continue }
        let text = type.set(value.text)
        let white = style.line * 2 + type.size / 4
        let places = Self.places(of: text, at: point, white: white)
        let free = places.first { lines in
          lines.allSatisfy { line in !strokes.contains { line.rect.isCrossed(from: $0.0, to: $0.1) }
          }
            && plot.add(lines, in: axes.area)
        }
        if free == nil { missing += 1 }
      }
    }
    return missing
  }

  /// Over the point, under it, then at the side that a rising or falling line leaves free.
  private static func places(of text: ChartText, at point: LogicalPoint, white: Length)
    -> [[ChartLabel]]
  {
    let (over, under) = (point.block - white - text.extent, point.block + white)
    let near = white / 2
    return [
      text.placed(.middle, at: point.inline, block: over),
      text.placed(.middle, at: point.inline, block: under),
      text.placed(.end, at: point.inline - near, block: over + near),
      text.placed(.start, at: point.inline + near, block: under - near),
      text.placed(.start, at: point.inline + near, block: over + near),
      text.placed(.end, at: point.inline - near, block: under - near),
    ]
  }
}

extension LogicalRect {
  /// Whether a straight line between two places runs through it.
  func isCrossed(from one: LogicalPoint, to two: LogicalPoint) -> Bool {
    let (dx, dy) = ((two.inline - one.inline).points, (two.block - one.block).points)
    var (enter, leave) = (0.0, 1.0)
    // The part of the line between each pair of sides (Liang and Barsky, 1984).
    for (step, near, far) in [
      (dx, (inline - one.inline).points, (inlineEnd - one.inline).points),
      (dy, (block - one.block).points, (blockEnd - one.block).points),
    ] {
      if step == 0 {
        if near > 0 || far < 0 { return false }
        continue
      }
      enter = max(enter, min(near / step, far / step))
      leave = min(leave, max(near / step, far / step))
    }
    return enter < leave
  }
}
