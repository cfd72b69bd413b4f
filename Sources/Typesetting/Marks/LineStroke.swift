import CJKRules
import Fonts
import Geometry

/// A line drawn beside the characters of a set line, or round them (行间标点). Its places count from the
/// line's start and axis, as those of glyphs do.
package struct LineStroke: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    case straight
    /// A wave of whole periods; `height` from crest to trough, between the middles of the stroke.
    case wavy(height: Length, waves: Int)
    /// A rule box, as deep across the line as said, between the middles of its rules.
    case box(depth: Length)
  }
  package var shape: Shape
  /// Along the line; of a box, the middles of the rules across the line.
  package var from: Length
  package var to: Length
  /// The middle of the stroke from the line's axis: below a horizontal line, left of a vertical one.
  package var block: Length
  package var weight: Length
}

/// How lines are drawn, in thousandths of an em. CLREQ 3.1.8 names sides and order, not distances: these stay
/// within a newspaper's line gap of 0.3 em.
enum StrokeTable {
  /// The straight line: the middle's distance from the axis, and its weight.
  static let name = (distance: 600, weight: 50)
  /// The wavy line: height from crest to trough, and the length of a wave before whole ones are fitted.
  static let title = (distance: 610, weight: 40, height: 90, period: 250)
  /// The rule box: blank between the characters' frames and the rule, the rule, and blank outside it.
  static let mourning = (inside: 80, weight: 60, outside: 60)
  /// What two adjacent names leave free between their lines.
  static let join = 125
}

extension CellMark {
  /// What a rule box adds at either end. `Length` units.
  var padding: Int {
    guard case .mourning = kind else { return 0 }
    let table = StrokeTable.mourning
    return size * (table.inside + table.weight + table.outside) / 1000
  }

  /// How far its ink reaches from the axis, in thousandths of an em.
  var reach: Int {
    switch kind {
    case .name: StrokeTable.name.distance + StrokeTable.name.weight / 2
    case .title:
      StrokeTable.title.distance + (StrokeTable.title.height + StrokeTable.title.weight) / 2
    case .mourning: 500 + StrokeTable.mourning.inside + StrokeTable.mourning.weight
    case .note: 500
    }
  }

  private func thousandths(_ count: Int) -> Length { Length(units: size).thousandths(count) }

  /// The stroke of the mark's part between two places along the line.
  func stroke(_ from: Int, _ to: Int) -> LineStroke {
    switch kind {
    case .title: wave(from, to)
    case .mourning: box(from, to)
    case .name, .note:
      LineStroke(
        shape: .straight, from: Length(units: from), to: Length(units: to),
        block: thousandths(StrokeTable.name.distance), weight: thousandths(StrokeTable.name.weight))
    }
  }

  private func wave(_ from: Int, _ to: Int) -> LineStroke {
    let table = StrokeTable.title
    let period = max(1, thousandths(table.period).units)
    return LineStroke(
      shape: .wavy(
        height: thousandths(table.height), waves: max(1, (to - from + period / 2) / period)),
      from: Length(units: from), to: Length(units: to), block: thousandths(table.distance),
      weight: thousandths(table.weight))
  }

  private func box(_ from: Int, _ to: Int) -> LineStroke {
    let table = StrokeTable.mourning
    let inset = thousandths(table.outside + table.weight / 2)
    return LineStroke(
      shape: .box(depth: thousandths(1000 + 2 * table.inside + table.weight)),
      from: Length(units: from) + inset, to: Length(units: to) - inset, block: .zero,
      weight: thousandths(table.weight))
  }
}
