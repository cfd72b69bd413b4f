import CJKRules
import Fonts
import Geometry

extension Typesetter {
  /// Sets a paragraph into lines: `measures` gives the length of each line slot, of which the paragraph
  /// takes those from `first` on. Measures must be positive; asked for more than once.
  package func breakLines(
    _ paragraph: ShapedParagraph, measures: (Int) -> Length, from first: Int = 0
  ) -> [Line] {
    guard !paragraph.isEmpty else { return [] }
    let paragraph = paragraph.measured()
    var sampled = paragraph.expectedLines(measures, from: first)
    while true {
      let lengths = (0..<sampled).map { measures(first + $0) }
      let rooms = lengths.enumerated().map { $1.units - paragraph.indent(ofLine: $0) }
      var search = BreakSearch(paragraph, rooms: rooms)
      let choices = search.lines()
      if choices.count <= sampled {
        return choices.enumerated().map { index, choice in
          paragraph.line(choice, index, measure: lengths[index], room: rooms[index])
        }
      }
      sampled = choices.count * 2
    }
  }
}

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

extension Alignment {
  /// Where text begins that is shorter than its room by `slack`.
  fileprivate func start(_ slack: Int) -> Int {
    switch self {
    case .justify, .start, .spread: 0
    case .center: slack / 2
    case .end: slack
    }
  }
}

extension ShapedParagraph {
  /// Enough measures that the paragraph hardly needs more.
  fileprivate func expectedLines(_ measures: (Int) -> Length, from first: Int) -> Int {
    var left = naturalWidth.units * 3 / 2
    var count = 0
    while left > 0 || count < 2 {
      left -= max(1_000_000, measures(first + count).units)
      count += 1
    }
    return count + 1
  }

  func indent(ofLine line: Int) -> Int {
    let thousandths = line == 0 ? source.style.indent : source.style.hangingIndent
    return cells.isEmpty ? 0 : thousandths * em(of: 0) / 1000
  }

  fileprivate func line(_ choice: LineChoice, _ index: Int, measure: Length, room: Int) -> Line {
    let width = naturalWidth(choice.first, choice.end) + choice.fit.endBlank
    let start = source.style.alignment.start(max(0, room - width))
    var maker = LineMaker(self, choice, start: indent(ofLine: index) + start)
    return maker.line(measure: measure)
  }
}
