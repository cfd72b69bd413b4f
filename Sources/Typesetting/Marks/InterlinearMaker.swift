import CJKRules
import Fonts
import Geometry

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
