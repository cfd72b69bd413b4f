import Geometry

/// What a part of a paragraph is marked as, beyond how its characters look.
package struct TextMark: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// 专名号: a straight line along the name of a person, place or time (CLREQ 3.1.8).
    case name
    /// 书名号甲式: a wavy line along the title of a work (CLREQ 3.1.8).
    case title
    /// 死者框: a black rule box round the name of one who has died (CLREQ 3.1.3.4).
    case mourning
    /// 夹注 / 割注: two sub-lines of small text within the line (JLREQ 3.4.2).
    case note
  }
  package var kind: Kind
  /// The scalars of the paragraph's text.
  package var range: Range<Int>

  package init(_ kind: Kind, range: Range<Int>) { (self.kind, self.range) = (kind, range) }
}

/// A mark over some cells; notes are kept apart.
struct CellMark {
  var kind: TextMark.Kind
  var cells: Range<Int>
  /// The largest size in it, to which its lines are in proportion. `Length` units.
  var size: Int
}

/// The marks of a paragraph that has some: one reference, so that others carry nothing.
final class MarkedCells: Sendable {
  /// Lines and boxes beside some cells.
  let marks: [CellMark]
  /// The cells of inline notes.
  let notes: [Range<Int>]
  /// Once measured, what the notes hold; nil when there are none.
  let noteText: NoteText?

  init(marks: [CellMark], notes: [Range<Int>], noteText: NoteText? = nil) {
    (self.marks, self.notes, self.noteText) = (marks, notes, noteText)
  }
}

extension ShapedParagraph {
  var marks: [CellMark] { marked?.marks ?? [] }
  var notes: [Range<Int>] { marked?.notes ?? [] }
  var noteText: NoteText? { marked?.noteText }
}

extension CellMaker {
  /// Finds the cells of the paragraph's marks, and makes room for rule boxes.
  mutating func addMarks() {
    var marks: [CellMark] = []
    var notes: [Range<Int>] = []
    for mark in paragraph.source.marks {
      let start = paragraph.firstCell(from: mark.range.lowerBound)
      let cells = start..<paragraph.firstCell(from: mark.range.upperBound)
      guard !cells.isEmpty else { continue }
      if case .note = mark.kind {
        notes.append(cells)
        continue
      }
      let spans = paragraph.source.spans.lazy.filter { $0.range.overlaps(mark.range) }
      let size = spans.map(\.style.size.units).max() ?? 0
      let cellMark = CellMark(kind: mark.kind, cells: cells, size: size)
      pad(cells, by: cellMark.padding)
      marks.append(cellMark)
    }
    paragraph.marked = MarkedCells(marks: marks, notes: notes)
  }

  /// The blank inside and outside a rule box is part of the width of its first and last character.
  private mutating func pad(_ cells: Range<Int>, by padding: Int) {
    guard padding > 0 else { return }
    let (first, last) = (cells.lowerBound, cells.upperBound - 1)
    paragraph.cells[first].width += padding
    paragraph.cells[last].width += padding
    for glyph in Int(paragraph.cells[first].firstGlyph)..<Int(paragraph.cells[first].endGlyph) {
      paragraph.glyphs[glyph].inline += Int32(truncatingIfNeeded: padding)
    }
  }
}
