import CJKRules
import Fonts
import Geometry

/// Gives each glyph of a line its place.
struct LineMaker {
  let paragraph: ShapedParagraph
  private(set) var choice: LineChoice
  /// Where the text begins: indent, or what centring leaves.
  private var start: Int
  private var share: GapShare
  private var runs: [GlyphRun] = []
  private var glyphs: [PlacedGlyph] = []
  private var clusters: [GlyphCluster] = []
  /// Where each cell begins and ends; kept for what stands between the lines.
  private(set) var pens: [Int] = []
  private var ends: [Int] = []
  private let hasInterlinear: Bool
  private var ruby: RubyLine?

  init(_ paragraph: ShapedParagraph, _ choice: LineChoice, start: Int) {
    (self.paragraph, self.choice, self.start) = (paragraph, choice, start)
    share = GapShare(choice.fit)
    hasInterlinear =
      paragraph.hasDots || paragraph.rubyEdges != nil || paragraph.marked != nil
      || !paragraph.standIns.isEmpty
    if let edges = paragraph.rubyEdges {
      ruby = RubyLine(paragraph, edges, choice.first, choice.end)
    }
  }

  /// Takes the next line in hand: a paragraph's lines are made by one maker.
  mutating func take(_ choice: LineChoice, start: Int) {
    (self.choice, self.start) = (choice, start)
    share = GapShare(choice.fit)
    (runs, pens, ends) = ([], [], [])
    if let edges = paragraph.rubyEdges {
      ruby = RubyLine(paragraph, edges, choice.first, choice.end)
    }
  }

  mutating func line(measure: Length) -> Line {
    let start = start + paragraph.startBlank(choice.first)
    var pen =
      paragraph.noteText == nil
      ? place(choice.first..<choice.end, from: start) : placeAroundNotes(from: start)
    if let hyphen = paragraph.hyphen(before: choice.end) { pen += append(hyphen, at: pen) }
    var strokes: [LineStroke] = []
    if hasInterlinear {
      if let ruby { runs += ruby.runs(paragraph, starts: pens) }
      let maker = InterlinearMaker(
        paragraph: paragraph, cells: choice.first..<choice.end, starts: pens, ends: ends)
      runs += maker.dots()
      strokes = maker.strokes()
    }
    let swallowed = paragraph.swallowedSpace(choice.first, choice.end)
    var line = Line(
      text: paragraph.textRange(choice.first, choice.end), runs: runs, measure: measure,
      width: Length(units: pen + choice.fit.endBlank - swallowed), adjustment: adjustment,
      strokes: strokes)
    if !paragraph.standIns.isEmpty { line.standIns = standIns }
    return line
  }

  /// Places cells one after another; returns where the last ends.
  private mutating func place(_ cells: Range<Int>, from start: Int) -> Int {
    var pen = start
    var runStart = cells.lowerBound
    let (lineEnd, hasInterlinear, stands) = (choice.end, hasInterlinear, choice.stands)
    for index in cells {
      if !stands.isEmpty { pen = start + stands[index - choice.first] }
      if !isDrawnAlike(runStart, index) {
        close(runStart, index)
        runStart = index
      }
      if index == runStart { reserve(from: index) }
      if hasInterlinear {
        pen = standInterlinear(index, at: pen)
      } else {
        place(index, at: pen, isLast: index + 1 == lineEnd)
        pen += paragraph.cells[index].width
      }
      if index + 1 < cells.upperBound { pen += gap(after: index) }
    }
    close(runStart, cells.upperBound)
    return pen
  }

  /// The same where notes stand among the cells. What the line needs and its own gaps do not take, goes
  /// to the note that it breaks off.
  private mutating func placeAroundNotes(from start: Int) -> Int {
    var (pen, index) = (start, choice.first)
    for part in paragraph.noteParts(choice.first, choice.end) {
      if index < part.lowerBound {
        pen = place(index..<part.lowerBound, from: pen) + gap(after: part.lowerBound - 1)
      }
      var width = paragraph.noteText?.width(part) ?? 0
      let takesRest = part.upperBound == choice.end && choice.fit.reach.step == 0
      if takesRest && paragraph.brokenNote(choice.first, choice.end) != nil {
        width += max(0, choice.fit.need)
      }
      runs += noteRuns(part, from: pen, width: width)
      pens += part.map { _ in pen }
      pen += width
      ends += part.map { _ in pen }
      index = part.upperBound
      if index < choice.end { pen += gap(after: index - 1) }
    }
    return index < choice.end ? place(index..<choice.end, from: pen) : pen
  }

  // MARK: Gaps

  @inline(__always)
  private mutating func gap(after index: Int) -> Int {
    let natural =
      paragraph.ledger.distance(index, index + 1) - paragraph.cells[index].width
    if choice.fit.dropsDotBlank && index == choice.end - 2 {
      return natural - paragraph.dotBlank(choice.first, choice.end)
    }
    if share.isNothing { return natural }
    let (rule, before) = (paragraph.gap(after: index), paragraph.em(of: index))
    if choice.fit.spreads { return natural + share.spread(rule) }
    if choice.fit.reach.step > 0 { return natural + share.stretch(rule, before) }
    let held = paragraph.rubyEdges?.held(after: index) ?? 0
    return natural - share.shrink(rule, before, paragraph.em(of: index + 1), held: held)
  }

  // MARK: Between the lines

  /// Places a cell that may bear ruby, a dot or a line; returns where it ends.
  private mutating func standInterlinear(_ index: Int, at pen: Int) -> Int {
    let isLast = index + 1 == choice.end
    guard let ruby else {
      let end = pen + paragraph.cells[index].width
      place(index, at: pen, isLast: isLast)
      pens.append(pen)
      ends.append(end)
      return end
    }
    let cell = ruby.cells[index - choice.first]
    place(index, at: pen + cell.move, isLast: isLast)
    // What stands beside a cell that ruby sets apart stands at its box.
    pens.append(pen + cell.lead)
    ends.append(pen + cell.lead + cell.box)
    return pen + cell.width
  }

  /// A hyphen at the line's end, on the baseline of the word; returns its width.
  private mutating func append(_ hyphen: HyphenPlace, at pen: Int) -> Int {
    let last = paragraph.cells[choice.end - 1]
    let look = paragraph.looks[Int(last.look)]
    let block = paragraph.glyphs[Int(last.firstGlyph)].block
    runs.append(
      GlyphRun(
        font: look.font, size: Length(units: look.size), condense: look.condense,
        orientation: look.orientation,
        glyphs: [
          PlacedGlyph(
            id: hyphen.glyph, inline: Length(units: pen), block: Length(units: Int(block)))
        ],
        clusters: [GlyphCluster(scalars: 0, glyphs: 1)], text: []))
    return hyphen.width
  }

  // MARK: Glyphs

  @inline(__always)
  private func isDrawnAlike(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (paragraph.cells[first].look, paragraph.cells[second].look)
    return one == other || paragraph.looks[Int(one)].isDrawnLike(paragraph.looks[Int(other)])
  }

  private mutating func reserve(from index: Int) {
    let count = paragraph.cells[choice.end - 1].endGlyph - paragraph.cells[index].firstGlyph
    glyphs.reserveCapacity(Int(count))
    clusters.reserveCapacity(Int(count))
  }

  /// Ends the run of the cells from `first` to before `end`.
  private mutating func close(_ first: Int, _ end: Int) {
    let look = paragraph.looks[Int(paragraph.cells[first].look)]
    let text = Int(paragraph.cells[first].text)..<textEnd(of: end - 1, isLast: end == choice.end)
    runs.append(
      GlyphRun(
        font: look.font, size: Length(units: look.size), condense: look.condense,
        orientation: look.orientation, glyphs: glyphs, clusters: clusters,
        text: Array(paragraph.source.text[text])))
    (glyphs, clusters) = ([], [])
  }

  /// The glyph after a cell's own and, within the line, its typed spaces'.
  @inline(__always)
  private func glyphEnd(of index: Int, isLast: Bool) -> Int {
    if isLast { return Int(paragraph.cells[index].endGlyph) }
    return index + 1 < paragraph.cells.count
      ? Int(paragraph.cells[index + 1].firstGlyph) : paragraph.glyphs.count
  }

  /// The scalar after those that a cell's glyphs stand for.
  @inline(__always)
  func textEnd(of index: Int, isLast: Bool) -> Int {
    let hasNext = index + 1 < paragraph.cells.count
    let end = hasNext ? Int(paragraph.cells[index + 1].text) : paragraph.source.text.count
    guard isLast else { return end }
    // Spaces at the line's end are swallowed.
    let glyph = Int(paragraph.cells[index].endGlyph)
    return glyph < glyphEnd(of: index, isLast: false) ? Int(paragraph.glyphs[glyph].text) : end
  }

  private mutating func place(_ index: Int, at pen: Int, isLast: Bool) {
    let end = glyphEnd(of: index, isLast: isLast)
    let textEnd = textEnd(of: index, isLast: isLast)
    var glyph = Int(paragraph.cells[index].firstGlyph)
    while glyph < end {
      let text = paragraph.glyphs[glyph].text
      let first = glyph
      while glyph < end && paragraph.glyphs[glyph].text == text {
        let shaped = paragraph.glyphs[glyph]
        glyphs.append(
          PlacedGlyph(
            id: shaped.id, inline: Length(units: pen + Int(shaped.inline)),
            block: Length(units: Int(shaped.block))))
        glyph += 1
      }
      let next = glyph < end ? Int(paragraph.glyphs[glyph].text) : textEnd
      let opensCell = first == Int(paragraph.cells[index].firstGlyph)
      name(next - Int(text), glyphs: glyph - first, opensCell: opensCell)
    }
  }

  /// Names what the last `count` glyphs stand for. Two marks whose origins coincide or cross become one
  /// cluster, or readers of the page would swap them. Digits side by side in one frame (纵中横) also share
  /// their place along the line, but readers tell them apart by the place across it.
  private mutating func name(_ scalars: Int, glyphs count: Int, opensCell: Bool) {
    let first = glyphs.count - count
    if opensCell, first > 0, glyphs[first].inline.units <= glyphs[first - 1].inline.units {
      clusters[clusters.count - 1].scalars += scalars
      clusters[clusters.count - 1].glyphs += count
    } else {
      clusters.append(GlyphCluster(scalars: scalars, glyphs: count))
    }
  }
}
