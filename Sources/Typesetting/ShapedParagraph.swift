import CJKRules
import Fonts
import Geometry

/// A character in its frame (字身): the unit that lines are made of. Lengths are in `Length` units.
struct Cell {
  /// The first scalar it stands for; spaces typed after it belong to it too.
  var text: Int32
  var glyphs: Range<Int32>
  /// Which of the paragraph's looks its glyphs have.
  var look: Int32
  var kind: CharacterClass
  /// The ink box, without blank that may be adjusted.
  var width: Int
  /// One em along the line.
  var em: Int
  /// Added after it, except at the line's end.
  var tracking: Int
}

/// A glyph with its place from its cell's start and from the line's axis.
struct CellGlyph {
  var id: UInt32
  var text: Int32
  var inline: Int
  var block: Int
}

/// What glyphs must share to be drawn as one run.
struct GlyphLook: Hashable {
  var font: FontID
  var size: Int
  var condense: Int
  var orientation: GlyphOrientation
}

/// A character that no font of the book has.
package struct MissingGlyph: Hashable, Sendable {
  package var scalar: Unicode.Scalar
  /// Its place in the paragraph's text.
  package var index: Int
}

/// Text with its glyphs, gaps and break places, before any width is known (定形的段落).
package struct ShapedParagraph: Sendable {
  package let source: StyledParagraph
  package internal(set) var missing: [MissingGlyph] = []
  let rules: LineRules
  var looks: [GlyphLook] = []
  var cells: [Cell] = []
  var glyphs: [CellGlyph] = []
  /// What is typed after each cell.
  var joints: [Joint] = []
  var ledger = Ledger()
  /// A last line that starts after this cell has fewer than two characters (CLREQ 3.4.4).
  var lastCompanion = 0

  init(source: StyledParagraph, rules: LineRules) {
    (self.source, self.rules) = (source, rules)
  }

  /// How long the whole paragraph is on one line, untouched, without indent.
  package var naturalWidth: Length {
    cells.isEmpty ? .zero : Length(units: naturalWidth(0, cells.count) + endBlank(cells.count))
  }

  /// Whether there is nothing to set.
  package var isEmpty: Bool { cells.isEmpty }
}

extension ShapedParagraph {
  /// The gap after a cell that is not the last.
  func gap(after cell: Int) -> GapRule {
    rules.gaps[
      LineRules.gapIndex(joints[cell], cells[cell].kind, cells[cell + 1].kind)]
  }

  /// Width of the cells from `first` to before `end` on a line of their own, without the blank that
  /// the last may keep.
  func naturalWidth(_ first: Int, _ end: Int) -> Int {
    ledger.width(first, end) + ledger.gaps(first, end, .natural) + startBlank(first)
  }

  func startBlank(_ cell: Int) -> Int {
    rules.lineStartBlank[cells[cell].kind.index] * cells[cell].em / 1000
  }

  func endBlank(_ end: Int) -> Int {
    rules.lineEndBlank[cells[end - 1].kind.index].kept * cells[end - 1].em / 1000
  }

  /// The scalars of the cells from `first` to before `end`, with the spaces that lines swallow.
  func textRange(_ first: Int, _ end: Int) -> Range<Int> {
    let start = first == 0 ? 0 : Int(cells[first].text)
    return start..<(end == cells.count ? source.text.count : Int(cells[end].text))
  }
}
