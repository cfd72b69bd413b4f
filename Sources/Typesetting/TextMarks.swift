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

extension CellMaker {
  /// Finds the cells of the paragraph's marks, and makes room for rule boxes.
  mutating func addMarks() {
    for mark in paragraph.source.marks {
      let cells =
        paragraph.firstCell(
          from: mark.range.lowerBound)..<paragraph.firstCell(
          from: mark.range.upperBound)
      guard !cells.isEmpty else { continue }
      switch mark.kind {
      case .note: paragraph.notes.append(cells)
      case .name, .title: append(mark, over: cells)
      case .mourning:
        append(mark, over: cells)
        pad(cells, by: paragraph.marks[paragraph.marks.count - 1].padding)
      }
    }
  }

  private mutating func append(_ mark: TextMark, over cells: Range<Int>) {
    let spans = paragraph.source.spans.lazy.filter { $0.range.overlaps(mark.range) }
    let size = spans.map(\.style.size.units).max() ?? 0
    paragraph.marks.append(CellMark(kind: mark.kind, cells: cells, size: size))
  }

  /// The blank inside and outside a rule box is part of the width of its first and last character.
  private mutating func pad(_ cells: Range<Int>, by padding: Int) {
    let (first, last) = (cells.lowerBound, cells.upperBound - 1)
    paragraph.cells[first].width += padding
    paragraph.cells[last].width += padding
    for glyph in Int(paragraph.cells[first].firstGlyph)..<Int(paragraph.cells[first].endGlyph) {
      paragraph.glyphs[glyph].inline += Int32(truncatingIfNeeded: padding)
    }
  }
}
