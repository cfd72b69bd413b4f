import Geometry

extension Frame {
  /// What it covers of the page (异形), as rectangles that touch: its cells, and the gutters and line gaps between them.
  package func shape(on grid: BodyGrid) -> [Rect] {
    let bands = bands
    let cells = bands.flatMap { band in
      band.runs.map { grid.rect(columns: $0, lines: band.lines) }
    }
    let seams = zip(bands, bands.dropFirst()).flatMap { upper, lower -> [Rect] in
      guard upper.lines.upperBound + 1 == lower.lines.lowerBound else { return [] }
      let lines = upper.lines.upperBound...lower.lines.lowerBound
      return upper.runs.flatMap { run in
        lower.runs.filter(run.overlaps).map {
          grid.rect(columns: run.clamped(to: $0), lines: lines)
        }
      }
    }
    return cells + seams
  }

  /// Lines on which the same columns are covered.
  private struct Band {
    var lines: ClosedRange<Int>
    var runs: [ClosedRange<Int>]
  }

  private var bands: [Band] {
    let edges = areas.flatMap { [$0.lines.lowerBound, $0.lines.upperBound + 1] }
    let cuts = Set(edges).sorted()
    return zip(cuts, cuts.dropFirst()).compactMap { from, to in
      let covering = areas.filter { $0.lines.contains(from) }.map(\.columns)
      return covering.isEmpty ? nil : Band(lines: from...to - 1, runs: Frame.joined(covering))
    }
  }

  /// Spans of columns, those side by side made one.
  private static func joined(_ spans: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    spans.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { runs, span in
      if let last = runs.last, last.upperBound + 1 >= span.lowerBound {
        runs[runs.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        runs.append(span)
      }
    }
  }
}
