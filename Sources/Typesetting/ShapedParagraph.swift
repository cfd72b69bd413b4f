import CJKRules
import Fonts
import Geometry

/// A character that no font of the book has.
package struct MissingGlyph: Hashable, Sendable {
  package var scalar: Unicode.Scalar
  /// Its place in the paragraph's text.
  package var index: Int
}

/// Text with its glyphs, gaps and break places, before any width is known (定形的段落).
package struct ShapedParagraph: Sendable {
  package var source: StyledParagraph { origin.source }
  /// Behind one reference, since shaped paragraphs are handed on by value for every line.
  private let origin: Origin
  package internal(set) var missing: [MissingGlyph] = []
  /// Characters that their own font lacks, by their places in the text.
  var standIns: [ShapedStandIn] = []
  let rules: LineRules
  /// Whether lines are as long as their slots.
  let isJustified: Bool
  /// Whether the last is too (均排).
  let spreadsLast: Bool
  let hanging: HangingStyle?
  var looks: [Look] = []
  var cells: [Cell] = []
  var glyphs: [CellGlyph] = []
  var rubies: [Ruby] = []
  /// What rubies change where lines begin and end; nil without any.
  var rubyEdges: RubyEdges?
  var hasDots = false
  /// Where lines may end within Latin words; nil when it has none that are long.
  var latin: LatinBreaks?
  /// Cells that begin a line by the text's order.
  var newLines: [Int] = []
  /// Cells that no line begins with, because of what would be parted.
  private(set) var joined: [Int] = []
  /// Names, titles and notes; nil in most paragraphs.
  var marked: MarkedCells?
  /// Empty until lines are made: it is large, and quickly written.
  var ledger = Ledger()
  /// A last line that starts after this cell has fewer than two characters (CLREQ 3.4.4).
  var lastCompanion = 0

  init(source: StyledParagraph, rules: LineRules) {
    (origin, self.rules) = (Origin(source), rules)
    isJustified = source.style.alignment == .justify || source.style.alignment == .spread
    spreadsLast = source.style.alignment == .spread
    hanging =
      source.style.alignment == .justify && source.style.hanging != .none
      ? source.style.hanging : nil
  }

  private final class Origin: Sendable {
    let source: StyledParagraph
    init(_ source: StyledParagraph) { self.source = source }
  }

  /// How long the whole paragraph is on one line, untouched, without indent.
  package private(set) var naturalWidth = Length.zero

  /// Whether there is nothing to set.
  package var isEmpty: Bool { cells.isEmpty }
}

extension ShapedParagraph {
  /// Such that no line begins with the character at a place of the text (不断开).
  package func joined(at place: Int) -> ShapedParagraph {
    guard let cell = cells.firstIndex(where: { Int($0.text) == place }) else { return self }
    var held = self
    held.joined.append(cell)
    return held
  }

  /// With its totals, ready to be broken.
  func measured() -> ShapedParagraph {
    if let marked, !marked.notes.isEmpty { return marked.noteText == nil ? withNotesApart() : self }
    var measured = self
    measured.ledger = Ledger(self)
    return measured
  }

  mutating func noteNaturalWidth() {
    guard !cells.isEmpty else { return }
    if marked != nil {
      let measured = measured()
      let width = measured.naturalWidth(0, cells.count) + measured.endBlank(cells.count)
      naturalWidth = Length(units: width)
      return
    }
    var width = startBlank(0) + endBlank(cells.count)
    for index in cells.indices {
      width += cells[index].width
      guard index + 1 < cells.count else { break }
      width += naturalGap(after: index)
    }
    width += rubyExtra(0, cells.count)
    naturalWidth = Length(units: width)
  }

  /// The place of a look among the paragraph's, which it joins if it is new.
  mutating func index(of look: Look) -> Int32 {
    if let known = looks.firstIndex(of: look) { return Int32(known) }
    looks.append(look)
    return Int32(looks.count - 1)
  }

  func em(of cell: Int) -> Int { looks[Int(cells[cell].look)].em }

  /// The gap after a cell that is not the last.
  func gap(after cell: Int) -> GapRule {
    rules.gaps[Self.gapPlace(cells[cell], cells[cell + 1])]
  }

  func naturalGap(after cell: Int) -> Int {
    gap(after: cell).natural(looks[Int(cells[cell].look)], looks[Int(cells[cell + 1].look)])
  }

  /// The cells from `first` to before `end` with the gaps between them.
  @inline(__always)
  func solidWidth(_ first: Int, _ end: Int) -> Int {
    ledger.distance(first, end - 1) + cells[end - 1].width
  }

  /// Width of the cells from `first` to before `end` on a line of their own, without the blank that
  /// the last may keep.
  func naturalWidth(_ first: Int, _ end: Int) -> Int {
    let width = widthWithoutNotes(first, end)
    return marked == nil ? width : width + noteWidth(first, end)
  }

  /// The same without inline notes, whose cells have no width of their own.
  @inline(__always)
  func widthWithoutNotes(_ first: Int, _ end: Int) -> Int {
    var width = solidWidth(first, end) + (rules.keepsEdgeBlank ? startBlank(first) : 0)
    if rubyEdges != nil { width += rubyExtra(first, end) }
    if case .ideographicSpace = cells[end - 1].kind { return width - swallowedSpace(first, end) }
    return width
  }

  /// Ideographic spaces at a line's end, which stand outside it like other spaces.
  func swallowedSpace(_ first: Int, _ end: Int) -> Int {
    var inked = end
    while inked > first + 1, cells[inked - 1].kind == .ideographicSpace { inked -= 1 }
    return solidWidth(first, end) - solidWidth(first, inked)
  }

  @inline(never)
  func startBlank(_ cell: Int) -> Int {
    let place = cells[cell].kind.place
    guard cell == 0, !source.isRest else {
      return rules.lineStartBlank[place] * em(of: cell) / 1000
    }
    let blank = rules.paragraphStartBlank[place]
    // JLREQ 3.1.5 pattern ③ stands in the indent, where there is one.
    return blank < 0 && -blank > source.style.indent ? 0 : blank * em(of: cell) / 1000
  }

  func endBlank(_ end: Int) -> Int {
    guard rules.keepsEdgeBlank else { return 0 }
    return rules.lineEndBlank[cells[end - 1].kind.place].kept * em(of: end - 1) / 1000
  }

  /// The scalars of the cells from `first` to before `end`, with the spaces that lines swallow.
  func textRange(_ first: Int, _ end: Int) -> Range<Int> {
    let start = first == 0 ? 0 : Int(cells[first].text)
    return start..<(end == cells.count ? source.text.count : Int(cells[end].text))
  }
}
