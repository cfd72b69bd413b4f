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
    let start: Int =
      switch source.style.alignment {
      case .justify, .start, .spread: 0
      case .center: (room - width) / 2
      case .end: room - width
      }
    var maker = LineMaker(self, choice, start: indent(ofLine: index) + start)
    return maker.line(measure: measure)
  }
}
