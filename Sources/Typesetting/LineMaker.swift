import CJKRules
import Fonts
import Geometry

/// Shares out an amount among places in proportion, to the last unit.
private struct Share {
  let used: Int
  let total: Int
  private var seen = 0
  private var given = 0

  init(used: Int, total: Int) { (self.used, self.total) = (used, total) }

  mutating func next(_ capacity: Int) -> Int {
    seen += capacity
    let sum = seen * used / total
    defer { given = sum }
    return sum - given
  }
}

/// Gives each glyph of a line its place.
struct LineMaker {
  let paragraph: ShapedParagraph
  let choice: LineChoice
  /// Where the text begins: indent, or what centring leaves.
  let start: Int
  private var share: Share
  private var runs: [GlyphRun] = []
  private var run: GlyphRun?

  init(_ paragraph: ShapedParagraph, _ choice: LineChoice, start: Int) {
    (self.paragraph, self.choice, self.start) = (paragraph, choice, start)
    share = Share(used: choice.fit.reach.used, total: choice.fit.reach.total)
  }

  mutating func line(measure: Length) -> Line {
    var pen = start + paragraph.startBlank(choice.first)
    for index in choice.first..<choice.end {
      let isLast = index + 1 == choice.end
      place(index, at: pen, isLast: isLast)
      pen += paragraph.cells[index].width
      if !isLast { pen += gap(after: index) }
    }
    if let run { runs.append(run) }
    return Line(
      text: paragraph.textRange(choice.first, choice.end), runs: runs, measure: measure,
      width: Length(units: pen + choice.fit.endBlank), adjustment: adjustment)
  }

  private var adjustment: LineAdjustment {
    let reach = choice.fit.reach
    let given = choice.fit.need
    return LineAdjustment(
      step: reach.step, amount: Length(units: reach.step == 0 ? 0 : given),
      hanExtra: reach.step > 0 ? reach.extra : 0, relieved: choice.relieved)
  }

  // MARK: Gaps

  private mutating func gap(after index: Int) -> Int {
    let (before, after) = (paragraph.cells[index], paragraph.cells[index + 1])
    let rule = paragraph.gap(after: index)
    let natural = rule.natural(before, after)
    let step = choice.fit.reach.step
    if step < 0 { return natural - shrink(rule, before, after, to: -step) }
    return step > 0 ? natural + stretch(rule, before, to: step) : natural
  }

  private mutating func shrink(
    _ rule: GapRule, _ before: Cell, _ after: Cell, to reached: Int
  ) -> Int {
    shrink(rule.after, before.em, to: reached) + shrink(rule.before, after.em, to: reached)
  }

  private mutating func shrink(_ blank: Blank, _ em: Int, to reached: Int) -> Int {
    let amount = Int(blank.shrink) * em / 1000
    let step = Int(blank.shrinkStep)
    guard step > 0, step <= reached else { return 0 }
    return step < reached ? amount : share.next(amount)
  }

  private mutating func stretch(_ rule: GapRule, _ before: Cell, to reached: Int) -> Int {
    var sum = 0
    let step = Int(rule.stretchStep)
    if step > 0 && step <= reached {
      sum += step < reached ? rule.stretch(before) : share.next(rule.stretch(before))
    }
    if rule.stretchesAtLast && reached == paragraph.rules.order.lastStretch {
      sum += share.next(before.em)
    }
    return sum
  }

  // MARK: Glyphs

  private mutating func place(_ index: Int, at pen: Int, isLast: Bool) {
    let cell = paragraph.cells[index]
    var current = open(paragraph.looks[Int(cell.look)])
    let hasNext = index + 1 < paragraph.cells.count
    let after =
      hasNext ? paragraph.cells[index + 1].glyphs.lowerBound : Int32(paragraph.glyphs.count)
    // Spaces at the line's end are swallowed.
    let glyphEnd = Int(isLast ? cell.glyphs.upperBound : after)
    var textEnd = hasNext ? Int(paragraph.cells[index + 1].text) : paragraph.source.text.count
    if isLast && glyphEnd < Int(after) { textEnd = Int(paragraph.glyphs[glyphEnd].text) }
    var glyph = Int(cell.glyphs.lowerBound)
    while glyph < glyphEnd {
      let text = paragraph.glyphs[glyph].text
      var next = glyph
      while next < glyphEnd && paragraph.glyphs[next].text == text {
        let shaped = paragraph.glyphs[next]
        current.glyphs.append(
          PlacedGlyph(
            id: shaped.id, inline: Length(units: pen + shaped.inline),
            block: Length(units: shaped.block)))
        next += 1
      }
      let end = next < glyphEnd ? Int(paragraph.glyphs[next].text) : textEnd
      current.append(Int(text)..<end, of: paragraph.source.text, glyphs: next - glyph)
      glyph = next
    }
    run = current
  }

  private mutating func open(_ look: GlyphLook) -> GlyphRun {
    if let known = run {
      run = nil
      if known.font == look.font && known.size.units == look.size
        && known.condense == look.condense && known.orientation == look.orientation
      {
        return known
      }
      runs.append(known)
    }
    return GlyphRun(
      font: look.font, size: Length(units: look.size), condense: look.condense,
      orientation: look.orientation, glyphs: [], clusters: [], text: [])
  }
}

extension GlyphRun {
  /// Names what the last `count` glyphs stand for. Two marks whose origins coincide or cross become one
  /// cluster, or readers of the page would swap them.
  fileprivate mutating func append(
    _ range: Range<Int>, of text: [Unicode.Scalar], glyphs count: Int
  ) {
    self.text.append(contentsOf: text[range])
    let first = glyphs.count - count
    if first > 0, let last = clusters.last, glyphs[first].inline <= glyphs[first - 1].inline {
      clusters[clusters.count - 1] = GlyphCluster(
        scalars: last.scalars + range.count, glyphs: last.glyphs + count)
    } else {
      clusters.append(GlyphCluster(scalars: range.count, glyphs: count))
    }
  }
}
