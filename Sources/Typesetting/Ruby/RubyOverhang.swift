import CJKRules
import Geometry

/// What JLREQ 3.3.8 lets ruby hang over, by the class of the neighbour. The blank between it and the base
/// always serves; this is what of its own frame does.
private enum Neighbour {
  /// An em of ruby.
  case whole
  /// Its blank and no more than half an em of ruby of itself.
  case half
  /// Nothing.
  case never

  /// A neighbour before the base.
  static func before(_ kind: CharacterClass, isKana: Bool, isJapanese: Bool) -> Neighbour {
    switch kind {
    case .longVowel, .smallKana, .dash, .ellipsis, .opener: .whole
    case .ideograph: isKana ? .whole : .never
    case .middleDot: .half
    case .semicolon, .colon: isJapanese ? .half : .never
    default: .never
    }
  }

  /// A neighbour after it.
  static func after(_ kind: CharacterClass, isKana: Bool, isJapanese: Bool) -> Neighbour {
    switch kind {
    case .longVowel, .smallKana, .dash, .ellipsis, .closer, .comma, .stop: .whole
    case .ideograph: isKana ? .whole : .never
    case .middleDot: .half
    case .semicolon, .colon: isJapanese ? .half : .whole
    default: .never
    }
  }
}

/// Blank between two cells that ruby hangs over, so that it is not squeezed away (JLREQ 3.3.8).
struct HeldBlank {
  /// The cell before it.
  var cell: Int
  /// What may no longer be taken of it, and at which step.
  var amount: Int
  var step: Int
}

/// Gives each ruby its room among its neighbours, from the paragraph's start on.
private struct RubySettler {
  var paragraph: ShapedParagraph
  /// What of a cell's own frame ruby already hangs over.
  private var covered: [Int]
  /// What of the blank after a cell it hangs over.
  private var held: [Int]

  init(_ paragraph: ShapedParagraph) {
    self.paragraph = paragraph
    covered = [Int](repeating: 0, count: paragraph.cells.count)
    held = covered
  }

  mutating func settle() -> ShapedParagraph {
    for place in paragraph.rubies.indices { settle(place) }
    for ruby in paragraph.rubies { apply(ruby) }
    paragraph.rubyEdges = RubyEdges(paragraph, held: heldBlanks())
    return paragraph
  }

  private mutating func settle(_ place: Int) {
    var ruby = paragraph.rubies[place]
    let (first, next) = (ruby.cells.lowerBound, ruby.cells.upperBound)
    var before = room(beside: first - 1, gap: first - 1, isBefore: true, ruby)
    var after = room(beside: next, gap: next - 1, isBefore: false, ruby)
    if place + 1 < paragraph.rubies.count, paragraph.rubies[place + 1].cells.lowerBound == next {
      after = min(ruby.em / 2, blank(after: next - 1))
    }
    if place > 0, paragraph.rubies[place - 1].cells.upperBound == first {
      before = min(ruby.em / 2, blank(after: first - 1))
      if ruby.isPinyin, paragraph.rubies[place - 1].isPinyin {
        part(place - 1, ruby)
        before = max(0, ruby.fit(ruby.cells, before: 0, after: 0).leads[0])
      }
    }
    ruby.fit = ruby.fit(ruby.cells, before: before, after: after)
    paragraph.rubies[place] = ruby
    guard !ruby.isPinyin else { return }
    cover(first - 1, gap: first - 1, ruby.fit.overhang.before)
    cover(next, gap: next - 1, ruby.fit.overhang.after)
  }

  /// Leaves a quarter of an em at least between two syllables, half between words (CLREQ 3.3.4).
  private mutating func part(_ place: Int, _ next: Ruby) {
    var ruby = paragraph.rubies[place]
    let isWord = ruby.span != next.span && (ruby.isOfWord || next.isOfWord)
    let least = isWord ? ruby.em / 2 : ruby.em / 4
    guard let end = ruby.fit.texts.first?.after,
      let start = next.fit(next.cells, before: 0, after: 0).texts.first?.before
    else { return }
    let own = max(0, end + start + least - paragraph.naturalGap(after: ruby.cells.upperBound - 1))
    ruby.fit.trails[ruby.cells.count - 1] = own
    paragraph.rubies[place] = ruby
  }

  // MARK: Room

  /// How far ruby may hang over the cell beside its base.
  private func room(beside cell: Int, gap: Int, isBefore: Bool, _ ruby: Ruby) -> Int {
    guard paragraph.cells.indices.contains(cell), gap >= 0 else { return 0 }
    let blank = blank(after: gap)
    let most = ruby.em / 2
    var own = 0
    if case .kana = paragraph.source.style.ruby.overhang, !ruby.isPinyin {
      own = self.own(cell, isBefore, most)
    }
    if case .ideographicSpace = paragraph.cells[cell].kind { own = most }
    // Two readings over one kana would touch: an em of ruby is left between them (JLREQ 3.3.8 b).
    let free = paragraph.cells[cell].width + blank - covered[cell] - most
    return min(most, covered[cell] > 0 ? max(0, free) : blank + own)
  }

  /// Of the neighbour's own frame; nothing where it is dotted, stands in an inline note, or may itself hang
  /// past the line's end.
  private func own(_ cell: Int, _ isBefore: Bool, _ most: Int) -> Int {
    let neighbour = paragraph.cells[cell]
    let mayHang = paragraph.hanging != nil && paragraph.rules.hanging.contains(neighbour.kind)
    let isNote = paragraph.notes.contains { $0.contains(cell) }
    guard paragraph.looks[Int(neighbour.look)].dot == nil, !mayHang, !isNote else { return 0 }
    let isJapanese = paragraph.source.style.language == .ja
    let isKana = paragraph.isKana(cell)
    let kind =
      isBefore
      ? Neighbour.before(neighbour.kind, isKana: isKana, isJapanese: isJapanese)
      : Neighbour.after(neighbour.kind, isKana: isKana, isJapanese: isJapanese)
    switch kind {
    case .whole: return min(most, neighbour.width)
    case .half: return min(most / 2, neighbour.width)
    case .never: return 0
    }
  }

  /// What is left of the blank after a cell.
  private func blank(after cell: Int) -> Int {
    max(0, paragraph.naturalGap(after: cell) - held[cell])
  }

  private mutating func cover(_ cell: Int, gap: Int, _ overhang: Int) {
    guard overhang > 0 else { return }
    let blank = min(overhang, blank(after: gap))
    held[gap] += blank
    covered[cell] += overhang - blank
  }

  private func heldBlanks() -> [HeldBlank] {
    held.indices.compactMap { cell in
      guard held[cell] > 0 else { return nil }
      let rule = paragraph.gap(after: cell)
      let isAfter = rule.after.shrinkStep > 0
      let blank = isAfter ? rule.after : rule.before
      let shrink = Int(blank.shrink) * paragraph.em(of: isAfter ? cell : cell + 1) / 1000
      let amount = min(shrink, held[cell] + shrink - paragraph.naturalGap(after: cell))
      guard amount > 0 else { return nil }
      return HeldBlank(cell: cell, amount: amount, step: Int(blank.shrinkStep))
    }
  }

  // MARK: Into the cells

  private mutating func apply(_ ruby: Ruby) {
    for (place, cell) in ruby.cells.enumerated() {
      let (lead, trail) = (ruby.fit.leads[place], ruby.fit.trails[place])
      guard lead != 0 || trail != 0 else { continue }
      paragraph.widen(cell, lead: lead, trail: trail)
    }
  }
}

extension ShapedParagraph {
  mutating func settleRubies() {
    var settler = RubySettler(self)
    self = settler.settle()
  }

  /// Gives a cell blank of its own before and after its box.
  mutating func widen(_ cell: Int, lead: Int, trail: Int) {
    cells[cell].width += lead + trail
    let end = cell + 1 < cells.count ? Int(cells[cell + 1].firstGlyph) : glyphs.count
    for glyph in Int(cells[cell].firstGlyph)..<end {
      let isSpace = glyph >= Int(cells[cell].endGlyph)
      glyphs[glyph].inline += Int32(truncatingIfNeeded: isSpace ? lead + trail : lead)
    }
  }

  func isKana(_ cell: Int) -> Bool {
    switch source.text[Int(cells[cell].text)].value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x31F0...0x31FF, 0xFF66...0xFF9D: true
    default: false
    }
  }
}
