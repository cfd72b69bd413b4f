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

/// Makes what stands beside the characters of one line.
struct InterlinearMaker {
  let paragraph: ShapedParagraph
  /// The line's cells, and where each begins and ends along it.
  let cells: Range<Int>
  let starts: [Int]
  let ends: [Int]

  /// Lines and boxes, in the order of the text; a name that goes on in the next line has a piece in each.
  func strokes() -> [LineStroke] {
    var pieces: [(mark: CellMark, from: Int, to: Int)] = []
    for mark in paragraph.marks {
      let part = mark.cells.clamped(to: cells)
      guard !part.isEmpty else { continue }
      var from = starts[part.lowerBound - cells.lowerBound]
      if let last = pieces.last, last.mark.cells.upperBound == mark.cells.lowerBound,
        mark.isLine, last.mark.isLine
      {
        let lack = max(0, mark.size * StrokeTable.join / 1000 - (from - last.to))
        pieces[pieces.count - 1].to -= lack / 2
        from += lack - lack / 2
      }
      pieces.append((mark, from, ends[part.upperBound - 1 - cells.lowerBound]))
    }
    return pieces.map { $0.mark.stroke($0.from, $0.to) }
  }

  /// A dot at every Han character of an emphasised span, none at marks, spaces and Latin (CLREQ 3.1.8).
  func dots() -> [GlyphRun] {
    var runs: [GlyphRun] = []
    for index in cells {
      let cell = paragraph.cells[index]
      guard let dot = paragraph.looks[Int(cell.look)].dot, takesDot(cell) else { continue }
      let glyph = PlacedGlyph(
        id: dot.glyph, inline: Length(units: middle(of: index) + dot.inline),
        block: Length(units: dot.block(past: reach(over: index, dot))))
      let size = Length(units: dot.size)
      if let last = runs.last, last.font == dot.font, last.size == size {
        runs[runs.count - 1].glyphs.append(glyph)
        runs[runs.count - 1].clusters.append(GlyphCluster(scalars: 0, glyphs: 1))
      } else {
        runs.append(
          GlyphRun(
            font: dot.font, size: size, glyphs: [glyph],
            clusters: [GlyphCluster(scalars: 0, glyphs: 1)], text: []))
      }
    }
    return runs
  }

  /// Letters that stand upright in a vertical line have the frame of a Han character, and are none.
  private func takesDot(_ cell: Cell) -> Bool {
    ClassSet.han.contains(cell.kind) && paragraph.source.text[Int(cell.text)].value >= 0x1100
  }

  /// The middle of a character, without what a rule box adds on one side.
  private func middle(of index: Int) -> Int {
    var (start, end) = (starts[index - cells.lowerBound], ends[index - cells.lowerBound])
    for mark in paragraph.marks where mark.padding > 0 {
      if index == mark.cells.lowerBound { start += mark.padding }
      if index == mark.cells.upperBound - 1 { end -= mark.padding }
    }
    return (start + end) / 2
  }

  /// What a dot has to stand clear of: the line is nearer to the text (CLREQ 3.1.8, 先线后点). Lines stand
  /// on one side, boxes on both, ruby before the line.
  private func reach(over index: Int, _ dot: EmphasisDot) -> Int {
    let marks = paragraph.marks.lazy.filter {
      $0.cells.contains(index) && (!$0.isLine || dot.side > 0)
    }
    let reach = marks.map { $0.reach * $0.size / 1000 }.max() ?? 0
    return max(reach, paragraph.rubyReach(over: index, side: dot.side))
  }
}

extension CellMark {
  fileprivate var isLine: Bool { kind == .name || kind == .title }
}
