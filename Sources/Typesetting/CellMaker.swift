import CJKRules
import Fonts
import Geometry

/// Puts shaped glyphs into frames.
struct CellMaker {
  let book: FontBook
  let classes: [CharacterClass]
  var paragraph: ShapedParagraph

  /// The measures of one item, in `Length` units.
  private struct Scale {
    let look: Int32
    /// One em along the line, as asked.
    let em: Int
    /// Size of the glyphs: the em times the role's factor.
    let size: Int
    let condense: Int
    let unitsPerEm: Int
    /// Where the baseline stands past the axis.
    let baseline: Int
    let tracking: Int

    /// Along the line, condensed.
    func along(_ fontUnits: Int32) -> Int {
      let length = Int(fontUnits) * size
      return condense == 1000
        ? rounded(length, unitsPerEm) : rounded(length * condense, unitsPerEm * 1000)
    }

    func across(_ fontUnits: Int32) -> Int { rounded(Int(fontUnits) * size, unitsPerEm) }

    private func rounded(_ value: Int, _ divisor: Int) -> Int {
      (value + (value < 0 ? -divisor : divisor) / 2) / divisor
    }
  }

  init(book: FontBook, classes: [CharacterClass], paragraph: ShapedParagraph) {
    (self.book, self.classes, self.paragraph) = (book, classes, paragraph)
    self.paragraph.cells.reserveCapacity(classes.count)
    self.paragraph.joints.reserveCapacity(classes.count)
    self.paragraph.glyphs.reserveCapacity(classes.count)
  }

  /// Adds the glyphs of an item, which follow those added before.
  mutating func add(_ glyphs: ArraySlice<ShapedGlyph>, of item: Item) {
    let scale = scale(of: item)
    var index = glyphs.startIndex
    while index < glyphs.endIndex {
      let text = Int(glyphs[index].cluster)
      var next = index + 1
      while next < glyphs.endIndex && glyphs[next].cluster == glyphs[index].cluster { next += 1 }
      let textEnd = next < glyphs.endIndex ? Int(glyphs[next].cluster) : item.range.upperBound
      addCluster(glyphs[index..<next], text..<textEnd, scale)
      index = next
    }
  }

  private mutating func addCluster(
    _ glyphs: ArraySlice<ShapedGlyph>, _ text: Range<Int>, _ scale: Scale
  ) {
    let kind = classes[text.lowerBound]
    if ClassSet.spaces.contains(kind) {
      addSpace(kind, at: text.lowerBound)
      return
    }
    var advance = 0
    for glyph in glyphs { advance += scale.along(glyph.advance) }
    let frame = frame(kind, advance, text.count, scale)
    if joinsLast(kind, text) {
      extendLast(glyphs, frame, kind, scale)
      return
    }
    let first = Int32(paragraph.glyphs.count)
    append(glyphs, from: frame.shift, scale)
    paragraph.cells.append(
      Cell(
        text: Int32(text.lowerBound), glyphs: first..<Int32(paragraph.glyphs.count),
        look: scale.look, kind: kind, width: frame.width, em: scale.em, tracking: scale.tracking))
    paragraph.joints.append(.solid)
  }

  // MARK: Frames

  /// How wide a cluster's frame is, and where its first glyph's origin stands in it.
  private func frame(
    _ kind: CharacterClass, _ advance: Int, _ scalars: Int, _ scale: Scale
  ) -> (width: Int, shift: Int) {
    guard let body = paragraph.rules.bodies[kind.index] else { return (advance, 0) }
    let em = scale.em
    if advance == em && body.box == 1000 { return (em, 0) }
    // A dash drawn as one glyph for two scalars, or named as two or three ems (CLREQ 3.1.5.1).
    let ems = max(kind == .dash ? scalars : 1, (advance + em / 2) / em)
    if ems > 1 { return (em * ems, (em * ems - advance) / 2) }
    let width = body.box * em / 1000
    if advance * 10 >= em * 7 { return (width, (em - advance) / 2 - body.lead * em / 1000) }
    // Half-width and proportional glyphs stand in the middle of a mark's box, or keep their own width.
    let keepsOwn = body.box == 1000 || kind == .solidus
    return keepsOwn ? (advance, 0) : (width, (width - advance) / 2)
  }

  /// Two dashes or two groups of dots are one object of two ems (CLREQ 3.1.5.1); a combining mark is
  /// part of what it follows.
  private func joinsLast(_ kind: CharacterClass, _ text: Range<Int>) -> Bool {
    guard let last = paragraph.cells.last, paragraph.joints.last == .solid else { return false }
    if kind == .attached { return true }
    guard kind == .dash || kind == .ellipsis, last.kind == kind, text.count == 1 else {
      return false
    }
    let scalars = paragraph.source.text
    return Int(last.text) == text.lowerBound - 1
      && scalars[Int(last.text)] == scalars[text.lowerBound] && last.width <= last.em
  }

  private mutating func extendLast(
    _ glyphs: ArraySlice<ShapedGlyph>, _ frame: (width: Int, shift: Int), _ kind: CharacterClass,
    _ scale: Scale
  ) {
    let last = paragraph.cells.count - 1
    append(glyphs, from: paragraph.cells[last].width + frame.shift, scale)
    paragraph.cells[last].glyphs =
      paragraph.cells[last].glyphs.lowerBound..<Int32(paragraph.glyphs.count)
    paragraph.cells[last].width += frame.width
  }

  private mutating func append(_ glyphs: ArraySlice<ShapedGlyph>, from start: Int, _ scale: Scale) {
    var pen = start
    for glyph in glyphs {
      paragraph.glyphs.append(
        CellGlyph(
          id: glyph.id, text: glyph.cluster, inline: pen + scale.along(glyph.x),
          block: scale.baseline - scale.across(glyph.y)))
      pen += scale.along(glyph.advance)
    }
  }

  /// A typed space is a gap; its glyph, without ink, stays for whoever copies the text.
  private mutating func addSpace(_ kind: CharacterClass, at text: Int) {
    guard let last = paragraph.cells.last else { return }
    let look = paragraph.looks[Int(last.look)]
    paragraph.joints[paragraph.cells.count - 1] =
      kind == .noBreakSpace ? .noBreakSpaced : .spaced
    guard let space = book[look.font].glyph(for: " ") else { return }
    paragraph.glyphs.append(
      CellGlyph(id: space, text: Int32(text), inline: last.width, block: baseline(of: last)))
  }

  private func baseline(of cell: Cell) -> Int {
    cell.glyphs.isEmpty ? 0 : paragraph.glyphs[Int(cell.glyphs.lowerBound)].block
  }

  // MARK: Scale

  private mutating func scale(of item: Item) -> Scale {
    let style = paragraph.source.spans[item.span].style
    let size = style.size.thousandths(item.face.sizeFactor).units
    let look = GlyphLook(
      font: item.face.font, size: size, condense: style.condense, orientation: .upright)
    // Han frames stand with their middle on the axis at any size; Latin stands on the baseline of Han of
    // the size that was asked (JLREQ 2.4.2).
    let frame = item.kind == .latin ? style.size.units : size
    return Scale(
      look: index(of: look), em: style.size.thousandths(style.condense).units, size: size,
      condense: style.condense, unitsPerEm: book[item.face.font].unitsPerEm,
      baseline: (EmBox.baselineBelowAxis * frame - item.face.baselineShift * size) / 1000,
      tracking: style.tracking.units)
  }

  private mutating func index(of look: GlyphLook) -> Int32 {
    if let known = paragraph.looks.firstIndex(of: look) { return Int32(known) }
    paragraph.looks.append(look)
    return Int32(paragraph.looks.count - 1)
  }
}

extension CellMaker {
  /// The paragraph with its totals.
  consuming func finished() -> ShapedParagraph {
    paragraph.ledger = Ledger(paragraph)
    paragraph.lastCompanion = lastCompanion()
    return paragraph
  }

  /// The cell from which two characters that are no punctuation are left (CLREQ 3.4.4).
  private func lastCompanion() -> Int {
    var found = 0
    for index in paragraph.cells.indices.reversed()
    where !ClassSet.punctuation.contains(paragraph.cells[index].kind) {
      found += 1
      if found == 2 { return index }
    }
    return 0
  }
}
