import Geometry

/// How the rectangles of a frame are read (异形稿): a column goes down through all that lie right under each other, and a
/// tier of vertical lines left through all that lie right beside each other, as newspapers are read, not to the end of the
/// first rectangle and back to its start for the next.
extension [GridArea] {
  /// The same cells in strips of columns or tiers of one depth, in the order in which they are read: rectangles beside each
  /// other in that of the lines; as they are where none goes on in another, one is interrupted, or the first strip would not begin where the frame's text does.
  func inStrips(_ mode: WritingMode) -> [GridArea] {
    let spans = map { GridSpan($0, mode) }
    if let ordered = alongLines(spans) { return ordered }
    guard count > 1, let first = spans.map(\.inline.lowerBound).min(),
      let last = spans.map(\.inline.upperBound).max(),
      let head = spans.map(\.block.lowerBound).min()
    else { return self }
    var strips: [GridSpan] = []
    for place in first...last {
      let pieces = spans.filter { $0.inline.contains(place) }
        .sorted { $0.block.lowerBound < $1.block.lowerBound }
      let isWhole = zip(pieces, pieces.dropFirst()).allSatisfy {
        $0.block.upperBound + 1 == $1.block.lowerBound
      }
      guard isWhole, let upper = pieces.first, let lower = pieces.last else { return self }
      let block = upper.block.lowerBound...lower.block.upperBound
      if let before = strips.last, before.block == block {
        strips[strips.count - 1].inline = before.inline.lowerBound...place
      } else {
        strips.append(GridSpan(inline: place...place, block: block, source: upper.source))
      }
    }
    let isStacked = spans.contains { one in
      spans.contains {
        $0.inline.overlaps(one.inline) && $0.block.upperBound + 1 == one.block.lowerBound
      }
    }
    return isStacked && strips[0].block.lowerBound == head ? strips.map { $0.area(mode) } : self
  }

  /// Rectangles that stand beside each other along the lines in the order of the lines, whichever was typed first, where
  /// the first of them begins as high as any.
  private func alongLines(_ spans: [GridSpan]) -> [GridArea]? {
    let ordered = spans.sorted { $0.inline.lowerBound < $1.inline.lowerBound }
    guard ordered.first?.block.lowerBound == spans.map(\.block.lowerBound).min() else { return nil }
    let areBeside = zip(ordered, ordered.dropFirst()).allSatisfy { one, next in
      one.inline.upperBound < next.inline.lowerBound && one.block.overlaps(next.block)
    }
    return areBeside ? ordered.map(\.source) : nil
  }
}

/// A rectangle of cells as text of a mode goes through it: along its lines, and across them. Vertical lines follow each other
/// leftwards, so that columns are counted backwards.
private struct GridSpan {
  var inline: ClosedRange<Int>
  var block: ClosedRange<Int>
  let source: GridArea

  init(inline: ClosedRange<Int>, block: ClosedRange<Int>, source: GridArea) {
    (self.inline, self.block, self.source) = (inline, block, source)
  }

  init(_ area: GridArea, _ mode: WritingMode) {
    switch mode {
    case .horizontal: self.init(inline: area.columns, block: area.lines, source: area)
    case .vertical:
      self.init(inline: area.lines, block: Self.backwards(area.columns), source: area)
    }
  }

  func area(_ mode: WritingMode) -> GridArea {
    switch mode {
    case .horizontal: GridArea(columns: inline, lines: block, place: source.place)
    case .vertical: GridArea(columns: Self.backwards(block), lines: inline, place: source.place)
    }
  }

  private static func backwards(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
    -range.upperBound...(-range.lowerBound)
  }
}

extension Frame {
  /// Of a story whose columns go through its rectangles. Where a width is divided anew, every strip of it must keep whole
  /// columns; tiers keep to no grid of the page.
  var isReadInStrips: Bool {
    guard kind == .article else { return false }
    guard mode == .horizontal, let bodyColumns else { return true }
    let strips = areas.inStrips(mode)
    let all = strips.reduce(0) { $0 + $1.columns.count }
    return strips.allSatisfy { ($0.columns.count * bodyColumns).isMultiple(of: all) }
  }
}
