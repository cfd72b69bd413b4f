import CJKRules
import Fonts
import Geometry

/// The text of a paragraph's inline notes (夹注 / 割注), measured by itself: in the paragraph that lines are
/// made of, a note's characters are places without width, and a line asks here how wide its part of a
/// note is (JLREQ 3.4.2, 3.4.3).
final class NoteText: Sendable {
  /// The paragraph with its notes as running text.
  let text: ShapedParagraph
  /// One em of the first character outside the notes. `Length` units.
  let outerEm: Int

  init(_ text: ShapedParagraph, notes: [Range<Int>]) {
    self.text = text
    let outer = text.cells.indices.first { index in !notes.contains { $0.contains(index) } }
    outerEm = max(1, text.cells.isEmpty ? 1 : text.em(of: outer ?? 0))
  }

  /// Where the cells of a note that stand in one line part into sub-lines: the first is the longer one, by
  /// as little as the prohibitions allow.
  func split(_ cells: Range<Int>) -> Int {
    let (first, end) = (cells.lowerBound, cells.upperBound)
    var (low, high) = (first + 1, end)
    while low < high {
      let middle = (low + high) / 2
      if width(first, middle) < width(middle, end) { low = middle + 1 } else { high = middle }
    }
    if let after = (low..<end).first(where: text.mayBreak) { return after }
    // Nothing after the middle may part: better a shorter first sub-line than one of twice the length.
    return (first + 1..<max(low, first + 1)).last(where: text.mayBreak) ?? end
  }

  /// How much of a line a note's cells take.
  func width(_ cells: Range<Int>) -> Int {
    let split = split(cells)
    let first = width(cells.lowerBound, split)
    return split < cells.upperBound ? max(first, width(split, cells.upperBound)) : first
  }

  func width(_ first: Int, _ end: Int) -> Int { text.solidWidth(first, end) }
}

extension ShapedParagraph {
  /// What notes take of a line from `first` to before `end`.
  func noteWidth(_ first: Int, _ end: Int) -> Int {
    guard let marked, let noteText else { return 0 }
    var width = 0
    for note in marked.notes where note.lowerBound < end && note.upperBound > first {
      width += noteText.width(note.clamped(to: first..<end))
    }
    return width
  }

  /// The same where a broken note counts as half of its text: a character more may bring its sub-lines into
  /// balance, so that only the half grows with every character.
  func leastNoteWidth(_ first: Int, _ end: Int) -> Int {
    let width = noteWidth(first, end)
    guard let noteText, let part = brokenNote(first, end) else { return width }
    return width - noteText.width(part) + noteText.width(part.lowerBound, part.upperBound) / 2
  }

  /// The parts of notes that stand in a line from `first` to before `end`.
  func noteParts(_ first: Int, _ end: Int) -> [Range<Int>] {
    notes.map { $0.clamped(to: first..<end) }.filter { !$0.isEmpty }
  }

  /// The part of a note in this line that goes on in the next.
  func brokenNote(_ first: Int, _ end: Int) -> Range<Int>? {
    notes.first { $0.lowerBound < end && end < $0.upperBound }?.clamped(to: first..<end)
  }

  /// Fills both sub-lines of a note that a line breaks off (JLREQ 3.4.3). Where it is the larger part of the
  /// line, or nothing else can open, the note takes what the line needs.
  func fillNote(_ first: Int, _ end: Int, _ fit: inout Fit) {
    guard let noteText, let part = brokenNote(first, end) else { return }
    var width = noteText.width(part)
    if fit.need > 0, fit.reach.step == 0 || 2 * width >= naturalWidth(first, end) {
      fit.reach = Reach()
      width += fit.need
    }
    let lines = subLines(part, width: width)
    for line in lines {
      fit.reach.cost = max(fit.reach.cost, min(line.fit.reach.cost, LineCost.unfilledNote))
      fit.reach.extra = max(fit.reach.extra, line.fit.reach.extra)
    }
    if lines.count < 2 { fit.reach.cost = max(fit.reach.cost, LineCost.unfilledNote) }
  }

  /// Whether a line that ends before a cell breaks off a note.
  func breaksNote(_ end: Int) -> Bool {
    notes.contains { $0.lowerBound < end && end < $0.upperBound }
  }

  /// The sub-lines of a note's part that is to fill `width`; of one that ends in this line, the second may
  /// stay short.
  func subLines(_ part: Range<Int>, width: Int) -> [LineChoice] {
    guard let noteText else { return [] }
    let split = noteText.split(part)
    let goesOn = notes.contains { $0.contains(part.upperBound) && $0.overlaps(part) }
    return [part.lowerBound..<split, split..<part.upperBound].filter { !$0.isEmpty }.map { cells in
      var fit = Fit()
      let need = width - noteText.width(cells.lowerBound, cells.upperBound)
      if goesOn && isJustified && need > 0 {
        fit.need = need
        fit.reach = noteText.text.stretchReach(cells.lowerBound, cells.upperBound, need)
        fit.cost = fit.reach.cost
      }
      return LineChoice(first: cells.lowerBound, end: cells.upperBound, fit: fit, relieved: false)
    }
  }
}

extension ShapedParagraph {
  /// With its notes set aside: their cells become places without width, at which lines may end.
  func withNotesApart() -> ShapedParagraph {
    var inner = self
    (inner.marked, inner.rubies, inner.hasDots, inner.newLines) = (nil, [], false, [])
    inner.rubyEdges = nil
    // Words of a note are short enough to stand whole.
    inner.latin?.hyphens = []
    inner.ledger = Ledger(inner)
    var outer = self
    outer.marked = MarkedCells(
      marks: marks, notes: notes, noteText: NoteText(inner, notes: notes))
    for note in notes {
      for index in note {
        (outer.cells[index].width, outer.cells[index].kind) = (0, .ideograph)
        // The gap after the last belongs to the line.
        guard index + 1 < note.upperBound else { continue }
        outer.cells[index].joint = .inNote
        outer.cells[index].look = outer.untrackedLook(cells[index].look)
      }
    }
    outer.ledger = Ledger(outer)
    return outer
  }

  private mutating func untrackedLook(_ index: Int32) -> Int32 {
    var look = looks[Int(index)]
    guard look.tracking != 0 else { return index }
    look.tracking = 0
    return self.index(of: look)
  }
}

extension LineMaker {
  /// The runs of a note's part that takes the line from `start` on: two sub-lines without a gap between them,
  /// centred on the axis; the first above, or right in a vertical line (JLREQ 3.4.2, 3.4.3).
  func noteRuns(_ part: Range<Int>, from start: Int, width: Int) -> [GlyphRun] {
    guard let text = paragraph.noteText?.text else { return [] }
    let lines = paragraph.subLines(part, width: width)
    return zip(lines, [-1, 1]).flatMap { line, side in
      var maker = LineMaker(text, line, start: start)
      let block = Length(units: side * text.noteSize(at: line.first) / 2)
      return maker.line(measure: Length(units: width)).runs.map { run in
        var run = run
        for index in run.glyphs.indices { run.glyphs[index].block += block }
        return run
      }
    }
  }
}

extension ShapedParagraph {
  /// Size of the characters at a cell, across the line.
  fileprivate func noteSize(at cell: Int) -> Int {
    let text = Int(cells[cell].text)
    return source.spans.first { $0.range.contains(text) }?.style.size.units ?? 0
  }
}
