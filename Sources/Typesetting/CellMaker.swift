import CJKRules
import Fonts
import Geometry

/// Puts shaped glyphs into frames.
struct CellMaker {
  let book: FontBook
  let classes: [CharacterClass]
  var paragraph: ShapedParagraph
  private var scale = Scale()

  init(book: FontBook, classes: [CharacterClass], paragraph: ShapedParagraph) {
    (self.book, self.classes, self.paragraph) = (book, classes, paragraph)
    self.paragraph.cells.reserveCapacity(classes.count)
    self.paragraph.glyphs.reserveCapacity(classes.count)
  }

  /// Adds the glyphs of an item, which follow those added before.
  mutating func add(_ glyphs: [ShapedGlyph], of item: Item) {
    scale = scale(of: item)
    glyphs.withUnsafeBufferPointer { glyphs in
      var first = 0
      while first < glyphs.count {
        let text = glyphs[first].cluster
        var next = first + 1
        while next < glyphs.count && glyphs[next].cluster == text { next += 1 }
        let textEnd = next < glyphs.count ? Int(glyphs[next].cluster) : item.range.upperBound
        addCluster(glyphs[first..<next], Int(text)..<textEnd)
        first = next
      }
    }
  }

  private typealias Glyphs = Slice<UnsafeBufferPointer<ShapedGlyph>>

  private mutating func addCluster(_ glyphs: Glyphs, _ text: Range<Int>) {
    let kind = classes[text.lowerBound]
    switch kind {
    case .space: return addSpace(.spaced, at: text.lowerBound)
    case .noBreakSpace: return addSpace(.noBreakSpaced, at: text.lowerBound)
    default: break
    }
    var advance = 0
    for glyph in glyphs { advance += scale.along(glyph.advance) }
    let frame = frame(kind, advance, text.count)
    if joinsLast(kind, text) {
      extendLast(glyphs, frame)
      return
    }
    let first = Int32(truncatingIfNeeded: paragraph.glyphs.count)
    append(glyphs, from: frame.shift)
    paragraph.cells.append(
      Cell(
        text: Int32(truncatingIfNeeded: text.lowerBound), firstGlyph: first,
        endGlyph: Int32(truncatingIfNeeded: paragraph.glyphs.count), look: scale.look,
        width: frame.width, kind: kind, joint: .solid))
  }

  // MARK: Frames

  /// How wide a cluster's frame is, and where its first glyph's origin stands in it.
  private func frame(
    _ kind: CharacterClass, _ advance: Int, _ scalars: Int
  ) -> (width: Int, shift: Int) {
    let em = scale.em
    if case .ideograph = kind, advance == em { return (em, 0) }
    guard let body = paragraph.rules.bodies[kind.place] else { return (advance, 0) }
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
    switch kind {
    case .attached, .dash, .ellipsis: break
    default: return false
    }
    guard let last = paragraph.cells.last, last.joint == .solid else { return false }
    if kind == .attached { return true }
    guard last.kind == kind, text.count == 1 else { return false }
    let scalars = paragraph.source.text
    return Int(last.text) == text.lowerBound - 1
      && scalars[Int(last.text)] == scalars[text.lowerBound] && last.width <= scale.em
  }

  private mutating func extendLast(_ glyphs: Glyphs, _ frame: (width: Int, shift: Int)) {
    let last = paragraph.cells.count - 1
    append(glyphs, from: paragraph.cells[last].width + frame.shift)
    paragraph.cells[last].endGlyph = Int32(paragraph.glyphs.count)
    paragraph.cells[last].width += frame.width
  }

  private mutating func append(_ glyphs: Glyphs, from start: Int) {
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
  private mutating func addSpace(_ joint: Joint, at text: Int) {
    guard let last = paragraph.cells.last else { return }
    paragraph.cells[paragraph.cells.count - 1].joint = joint
    let font = paragraph.looks[Int(last.look)].font
    guard let space = book[font].glyph(for: " "), last.firstGlyph < last.endGlyph else { return }
    paragraph.glyphs.append(
      CellGlyph(
        id: space, text: Int32(text), inline: last.width,
        block: paragraph.glyphs[Int(last.firstGlyph)].block))
  }

  // MARK: Scale

  private mutating func scale(of item: Item) -> Scale {
    let style = paragraph.source.spans[item.span].style
    let size = style.size.thousandths(item.face.sizeFactor).units
    let look = Look(
      font: item.face.font, size: size, condense: style.condense, orientation: .upright,
      em: style.size.thousandths(style.condense).units, tracking: style.tracking.units)
    // Han frames stand with their middle on the axis at any size; Latin stands on the baseline of Han of
    // the size that was asked (JLREQ 2.4.2).
    let frame = item.kind == .latin ? style.size.units : size
    return Scale(
      look: index(of: look), em: look.em, size: size, condense: style.condense,
      unitsPerEm: book[item.face.font].unitsPerEm,
      baseline: (EmBox.baselineBelowAxis * frame - item.face.baselineShift * size) / 1000)
  }

  private mutating func index(of look: Look) -> Int32 {
    if let known = paragraph.looks.firstIndex(of: look) { return Int32(known) }
    paragraph.looks.append(look)
    return Int32(paragraph.looks.count - 1)
  }
}

/// The measures of one item, in `Length` units.
private struct Scale {
  var look: Int32 = 0
  /// One em along the line, as asked.
  var em = 0
  /// Size of the glyphs: the em times the role's factor.
  var size = 0
  var condense = 1000
  var unitsPerEm = 1000
  /// Where the baseline stands past the axis.
  var baseline = 0

  /// Along the line, condensed.
  func along(_ fontUnits: Int32) -> Int {
    if fontUnits == 0 { return 0 }
    let length = Int(fontUnits) * size
    return condense == 1000
      ? rounded(length, unitsPerEm) : rounded(length * condense, unitsPerEm * 1000)
  }

  func across(_ fontUnits: Int32) -> Int {
    fontUnits == 0 ? 0 : rounded(Int(fontUnits) * size, unitsPerEm)
  }

  private func rounded(_ value: Int, _ divisor: Int) -> Int {
    (value + (value < 0 ? -divisor : divisor) / 2) / divisor
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
