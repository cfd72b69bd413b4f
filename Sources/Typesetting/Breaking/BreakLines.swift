import CJKRules
import Fonts
import Geometry
import Hyphenation

extension Typesetter {
  /// Sets a paragraph into lines: `measures` gives the length of each line slot, of which the paragraph
  /// takes those from `first` on. Measures must be positive; asked for more than once.
  package func breakLines(
    _ paragraph: ShapedParagraph, measures: (Int) -> Length, from first: Int = 0
  ) -> [Line] {
    guard !paragraph.isEmpty else { return [] }
    // Inline notes are lines of their own, on no grid.
    if paragraph.source.style.grid == .strict, paragraph.marked?.notes.isEmpty ?? true {
      return standLines(paragraph.measured(), measures, from: first)
    }
    if paragraph.latin != nil, isHyphenated(paragraph, measures(first)) {
      return breakWords(paragraph, measures, from: first)
    }
    return lines(of: chosen(paragraph.measured(), measures, from: first))
  }

  /// The paragraph in exactly so many lines, where its spacing allows that without relieving a prohibition (缩行、扩行); nil
  /// where it does not.
  package func breakLines(
    _ paragraph: ShapedParagraph, measures: (Int) -> Length, lines count: Int
  ) -> [Line]? {
    guard !paragraph.isEmpty, count > 0, paragraph.source.style.grid != .strict else { return nil }
    let measured = paragraph.measured()
    let lengths = (0...count).map(measures)
    let rooms = lengths.enumerated().map { $1.units - measured.indent(ofLine: $0) }
    var search = BreakSearch(measured, rooms: rooms, lines: count)
    let choices = search.lines()
    guard choices.count == count, !choices.contains(where: \.relieved) else { return nil }
    return lines(
      of: Choices(paragraph: measured, lines: choices, measures: lengths, rooms: rooms))
  }

  /// The breaks of a paragraph, and the rooms that they were chosen for.
  struct Choices {
    var paragraph: ShapedParagraph
    var lines: [LineChoice]
    var measures: [Length]
    var rooms: [Int]
  }

  func chosen(
    _ paragraph: ShapedParagraph, _ measures: (Int) -> Length, from first: Int
  ) -> Choices {
    var sampled = paragraph.expectedLines(measures, from: first)
    while true {
      let lengths = (0..<sampled).map { measures(first + $0) }
      let rooms = lengths.enumerated().map { $1.units - paragraph.indent(ofLine: $0) }
      var search = BreakSearch(paragraph, rooms: rooms)
      let choices = search.lines()
      if choices.count <= sampled {
        return Choices(paragraph: paragraph, lines: choices, measures: lengths, rooms: rooms)
      }
      sampled = choices.count * 2
    }
  }

  func lines(of choices: Choices) -> [Line] {
    guard let first = choices.lines.first else { return [] }
    let paragraph = choices.paragraph
    var maker = LineMaker(paragraph, first, start: 0)
    return choices.lines.enumerated().map { index, choice in
      maker.take(choice, start: paragraph.start(of: choice, index, room: choices.rooms[index]))
      return maker.line(measure: choices.measures[index])
    }
  }
}

// MARK: The strict grid

extension Typesetter {
  private func standLines(
    _ paragraph: ShapedParagraph, _ measures: (Int) -> Length, from first: Int
  ) -> [Line] {
    let choices = StrictGrid(paragraph).lines { line in
      measures(first + line).units - paragraph.indent(ofLine: line)
    }
    return choices.enumerated().map { index, choice in
      var maker = LineMaker(paragraph, choice, start: paragraph.indent(ofLine: index))
      return maker.line(measure: measures(first + index))
    }
  }
}

extension Alignment {
  /// Where text begins that is shorter than its room by `slack`.
  func start(_ slack: Int) -> Int {
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
    guard !cells.isEmpty else { return 0 }
    let em = noteText?.outerEm ?? em(of: 0)
    return thousandths * em * (hasZhuyinRoom ? 3 : 2) / 2000
  }

  /// Where a line's text begins, as its indent and alignment have it.
  fileprivate func start(of choice: LineChoice, _ index: Int, room: Int) -> Int {
    let width =
      naturalWidth(choice.first, choice.end) + choice.fit.endBlank
      + (hyphen(before: choice.end)?.width ?? 0)
    let slack = max(0, room - width)
    return indent(ofLine: index) + source.style.alignment.start(slack)
      + min(turn(ofLine: index, from: choice.first), slack)
  }

  /// What a line that goes on with the one before stands in.
  private func turn(ofLine index: Int, from cell: Int) -> Int {
    let turn = source.style.turnIndent
    guard turn > 0, index > 0, source.style.alignment == .start, !newLines.contains(cell) else {
      return 0
    }
    return turn * em(of: cell) / 1000
  }
}
