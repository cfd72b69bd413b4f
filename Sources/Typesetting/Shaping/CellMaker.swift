import CJKRules
import Fonts
import Geometry

/// Puts shaped glyphs into frames.
struct CellMaker {
  let book: FontBook
  let classes: [CharacterClass]
  var paragraph: ShapedParagraph
  private(set) var scale = GlyphScale()
  private let isVertical: Bool
  /// The look of the glyphs that are being added.
  var currentLook: Int { Int(scale.look) }

  init(book: FontBook, classes: [CharacterClass], paragraph: ShapedParagraph) {
    (self.book, self.classes, self.paragraph) = (book, classes, paragraph)
    isVertical = paragraph.source.style.mode == .vertical
    self.paragraph.cells.reserveCapacity(classes.count)
    self.paragraph.glyphs.reserveCapacity(classes.count)
  }

  /// Adds the glyphs of an item, which follow those added before.
  mutating func add(_ glyphs: [ShapedGlyph], of item: Item) {
    scale = scale(of: item)
    if case .combined = item.stance { return addCombined(glyphs, of: item) }
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
    case .zeroWidthSpace: return addJoint(.divided)
    case .wordJoiner: return addJoint(.joined)
    default: break
    }
    var advance = 0
    for glyph in glyphs { advance += scale.along(glyph.advance) }
    let frame = frame(kind, advance, text.count)
    let first = Int32(truncatingIfNeeded: paragraph.glyphs.count)
    if joinsLast(kind, text) {
      extendLast(glyphs, frame)
      if isVertical {
        settle(glyphsFrom: Int(first), of: kind, width: frame.width)
      }
      if isJoiner(text.upperBound - 1) { addJoint(.joined) }
      return
    }
    append(glyphs, from: frame.shift)
    if isVertical {
      settle(glyphsFrom: Int(first), of: kind, width: frame.width)
    }
    paragraph.cells.append(
      Cell(
        text: Int32(truncatingIfNeeded: text.lowerBound), firstGlyph: first,
        endGlyph: Int32(truncatingIfNeeded: paragraph.glyphs.count), look: scale.look,
        width: frame.width, kind: kind, joint: .solid))
  }

  // MARK: Frames

  /// How wide a cluster's frame is, and where its first glyph's origin stands in it.
  @inline(__always)
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
    // A narrow glyph keeps its own width, but a mark stands in the middle of its box.
    switch kind {
    case .ideograph, .iteration, .repeatMark, .longVowel, .smallKana, .hangul, .wideAlphanumeric,
      .solidus:
      return (advance, 0)
    default: return (width, (width - advance) / 2)
    }
  }

  /// U+200D: what follows is one character with what stands before (UAX #14 LB8a).
  private func isJoiner(_ place: Int) -> Bool { paragraph.source.text[place] == "\u{200D}" }

  /// Two dashes or two groups of dots are one object of two ems (CLREQ 3.1.5.1); a combining mark is
  /// part of what it follows.
  @inline(__always)
  private func joinsLast(_ kind: CharacterClass, _ text: Range<Int>) -> Bool {
    switch kind {
    case .attached, .dash, .ellipsis: break
    default: return false
    }
    guard let last = paragraph.cells.last, last.joint == .solid else { return false }
    if kind == .attached { return true }
    guard last.kind == kind, text.count == 1 else { return false }
    if kind == .ellipsis && paragraph.rules.prohibition.partsEllipsis { return false }
    let scalars = paragraph.source.text
    return Int(last.text) == text.lowerBound - 1
      && scalars[Int(last.text)] == scalars[text.lowerBound] && last.width <= scale.em
  }

  @inline(never)
  private mutating func extendLast(_ glyphs: Glyphs, _ frame: (width: Int, shift: Int)) {
    let last = paragraph.cells.count - 1
    append(glyphs, from: paragraph.cells[last].width + frame.shift)
    paragraph.cells[last].endGlyph = Int32(paragraph.glyphs.count)
    paragraph.cells[last].width += frame.width
  }

  @inline(__always)
  private mutating func append(_ glyphs: Glyphs, from start: Int) {
    var pen = start
    for glyph in glyphs {
      let origin = scale.origin(of: glyph, at: pen)
      paragraph.glyphs.append(
        CellGlyph(
          id: glyph.id, text: glyph.cluster, inline: Int32(truncatingIfNeeded: origin.inline),
          block: Int32(truncatingIfNeeded: origin.block)))
      pen += scale.along(glyph.advance)
    }
  }

  /// What is typed without width between two characters: with spaces beside it, those say more but for
  /// whether the line may end (UAX #14 LB8, LB11).
  private mutating func addJoint(_ joint: Joint) {
    guard let last = paragraph.cells.last else { return }
    let place = paragraph.cells.count - 1
    switch (last.joint, joint) {
    case (.solid, _), (.joined, _): paragraph.cells[place].joint = joint
    case (.spaced, .joined): paragraph.cells[place].joint = .noBreakSpaced
    case (.noBreakSpaced, .divided): paragraph.cells[place].joint = .spaced
    default: break
    }
  }

  /// A typed space is a gap; its glyph, without ink, stays for whoever copies the text.
  private mutating func addSpace(_ joint: Joint, at text: Int) {
    guard let last = paragraph.cells.last else { return }
    let isKept = !isVertical || keepsSpace(after: last, before: text + 1)
    if isKept { paragraph.cells[paragraph.cells.count - 1].joint = joint }
    let font = paragraph.looks[Int(last.look)].font
    guard let space = book[font].glyph(for: " "), last.firstGlyph < last.endGlyph else { return }
    paragraph.glyphs.append(
      CellGlyph(
        id: space, text: Int32(text), inline: Int32(truncatingIfNeeded: last.width),
        block: paragraph.glyphs[Int(last.firstGlyph)].block))
  }

  // MARK: Scale

  private mutating func scale(of item: Item) -> GlyphScale {
    let style = paragraph.source.spans[item.span].style
    let size = style.size.thousandths(item.face.sizeFactor).units
    let isUpright = if case .upright = item.stance { true } else { false }
    let isTurned = if case .turned = item.stance { true } else { false }
    // Glyphs condense along their own x axis; an upright one in a vertical line must grow shorter instead.
    let (along, across) = (style.condense, item.face.widthFactor)
    let look = Look(
      font: item.face.font, size: isUpright ? size * along / 1000 : size,
      condense: isUpright ? across * 1000 / along : along * across / 1000,
      orientation: isTurned ? .rotated : .upright,
      em: style.size.thousandths(style.condense).units, tracking: style.tracking.units,
      dot: EmphasisDot(style, paragraph.source.style, book: book))
    if look.dot != nil { paragraph.hasDots = true }
    // Han frames stand with their middle on the axis at any size; Latin stands on the baseline of Han of
    // the size that was asked (JLREQ 2.4.2).
    let frame = item.isLatin ? style.size.units : size
    return GlyphScale(
      look: paragraph.index(of: look), em: look.em, size: size,
      condense: isUpright ? along : along * across / 1000, faceWidth: isUpright ? across : 1000,
      unitsPerEm: book[item.face.font].unitsPerEm,
      baseline: (EmBox.baselineBelowAxis * frame - item.face.baselineShift * size) / 1000,
      lift: item.face.baselineShift * size / 1000 * style.condense / 1000, isUpright: isUpright)
  }

}

extension CellMaker {
  /// The paragraph with its totals.
  consuming func finished() -> ShapedParagraph {
    paragraph.noteNaturalWidth()
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
