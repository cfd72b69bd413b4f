import Geometry

extension Typesetter {
  /// Sets a whole paragraph on one line, standing in `measure` as the alignment says; `.spread` opens every
  /// gap alike (均排). Text that is too long is squeezed as far as its marks allow; what is longer still
  /// sticks out, and the line's width says so.
  package func setSingleLine(
    _ paragraph: ShapedParagraph, measure: Length, alignment: Alignment? = nil
  ) -> Line {
    let end = paragraph.cells.count
    guard end > 0 else { return Line(text: 0..<0, runs: [], measure: measure, width: .zero) }
    let paragraph = paragraph.measured()
    let alignment = alignment ?? paragraph.source.style.alignment
    let indent = paragraph.indent(ofLine: 0)
    let blank = paragraph.endBlank(end)
    var fit = Fit(
      need: measure.units - indent - paragraph.naturalWidth(0, end) - blank, endBlank: blank)
    let slack = max(0, fit.need)
    if fit.need < 0, let reach = paragraph.shrinkReach(0, end, -fit.need) {
      fit.reach = reach
    } else if fit.need > 0, alignment == .spread {
      fit.spreads = true
      fit.reach = paragraph.spreadReach(0, end, fit.need)
    }
    let choice = LineChoice(first: 0, end: end, fit: fit, relieved: false)
    var maker = LineMaker(paragraph, choice, start: indent + alignment.start(slack))
    return maker.line(measure: measure)
  }
}
