import CJKRules
import Fonts
import Geometry

/// A 着重号: a glyph whose ink stands in the middle of a character, beside it. `Length` units.
struct EmphasisDot: Hashable {
  var font: FontID
  var glyph: UInt32
  var size: Int
  /// 1 below a horizontal line, -1 above it and right of a vertical one.
  var side: Int
  /// How far the ink's middle stands from the axis, and how wide the ink is.
  var distance: Int
  var width: Int
  /// From the middle of the character's frame along the line to the glyph's origin, and from the middle of
  /// the ink across the line.
  var inline: Int
  var lift: Int

  /// Where the origin stands from the axis, with the ink clear of what reaches as far as said.
  func block(past reach: Int) -> Int {
    side * (reach == 0 ? distance : max(distance, reach + width * 5 / 8)) + lift
  }
}

extension EmphasisDot {
  /// How far the ink's middle stands from the axis, in thousandths of an em: just outside the frame, within
  /// the line gap (CLREQ 2.3.5, 3.1.8).
  private static let distance = 625
  /// How wide its ink is: that of a dot of half the size (JLREQ 3.3.9), which a line gap of 0.28 em has room for.
  private static let width = 180

  /// The dot of a style, from its Han face; nil when that face has none.
  init?(_ style: TextStyle, _ paragraph: ParagraphStyle, book: FontBook) {
    guard case .dots = style.emphasis else { return nil }
    let face = book.face(for: style.font)
    let font = book[face.font]
    let marks = Self.marks(paragraph)
    guard let glyph = marks.lazy.compactMap({ font.glyph(for: $0) }).first,
      let ink = font.ink(of: glyph)
    else { return nil }
    let size =
      style.size.units * Self.width * font.unitsPerEm / ((ink.right - ink.left) * 1000)
    let (x, y) = ((ink.left + ink.right) / 2, (ink.bottom + ink.top) / 2)
    let (along, across) = (x * size / font.unitsPerEm, y * size / font.unitsPerEm)
    (self.font, self.glyph, self.size) = (face.font, glyph, size)
    side = Self.side(paragraph)
    distance = Self.distance * style.size.units / 1000
    width = Self.width * style.size.units / 1000
    switch paragraph.mode {
    case .horizontal: (inline, lift) = (-along, across)
    case .vertical: (inline, lift) = (across, along)
    }
  }

  /// A dot; in vertical Japanese a sesame (JLREQ 3.3.9).
  private static func marks(_ paragraph: ParagraphStyle) -> [Unicode.Scalar] {
    paragraph.language == .ja && paragraph.mode == .vertical ? ["﹅", "•"] : ["•", "·"]
  }

  /// Below a horizontal line in Chinese, above in Japanese and Korean; right of every vertical one.
  private static func side(_ paragraph: ParagraphStyle) -> Int {
    switch (paragraph.mode, paragraph.language) {
    case (.horizontal, .zhHans), (.horizontal, .zhHantTW), (.horizontal, .zhHantHK): 1
    default: -1
    }
  }
}

/// Small text over some cells (注音 / ルビ).
struct Ruby {
  /// The cells that it stands over; no line ends between them (JLREQ 3.1.10).
  var cells: Range<Int>
  var text: ShapedParagraph
  /// From the line's axis to the ruby's: their frames touch (JLREQ 3.3.4). `Length` units.
  var block: Int
}

extension Ruby {
  /// The style of a span's ruby: the same faces at half the size (JLREQ 3.3.3).
  static func paragraph(_ span: TextSpan, _ style: ParagraphStyle) -> StyledParagraph {
    var text = span.style
    text.size = Length(units: span.style.size.units / 2)
    (text.emphasis, text.tracking) = (.none, .zero)
    let ruby = ParagraphStyle(
      language: style.language, mode: style.mode, prohibition: .none, punctuation: .plain,
      alignment: .spread)
    let whole = TextSpan(range: 0..<span.ruby.count, style: text)
    return StyledParagraph(text: span.ruby, spans: [whole], style: ruby)
  }

  /// The ruby's runs over cells that take the line from `start` on for `width`. Shorter ruby is spread with half a
  /// gap at either end, an em of ruby at most; Latin ruby is centred (JLREQ 3.3.6, CLREQ 3.3.4).
  func runs(over start: Int, width: Int) -> [GlyphRun] {
    let count = text.cells.count
    let slack = max(0, width - text.naturalWidth.units)
    let isLatin = text.cells.allSatisfy { ClassSet.latin.contains($0.kind) }
    let edge = isLatin ? slack / 2 : min(slack / (2 * count), text.em(of: 0))
    var fit = Fit(need: slack - 2 * edge)
    if fit.need > 0 {
      fit.spreads = true
      fit.reach = text.spreadReach(0, count, fit.need)
    }
    let text = text.measured()
    let choice = LineChoice(first: 0, end: count, fit: fit, relieved: false)
    // A lone character, and one that nothing can spread, stands in the middle.
    let middle = fit.need > 0 && fit.reach.step == 0 ? fit.need / 2 : 0
    var maker = LineMaker(text, choice, start: start + edge + middle)
    return maker.line(measure: Length(units: width)).runs.map { run in
      var run = run
      for index in run.glyphs.indices { run.glyphs[index].block += Length(units: block) }
      return run
    }
  }
}

extension CellMaker {
  /// Stands a span's ruby over its cells; cells that are shorter than their ruby are set apart.
  mutating func add(_ ruby: ShapedParagraph, over span: TextSpan) {
    let cells = paragraph.cells
    guard let first = cells.firstIndex(where: { Int($0.text) >= span.range.lowerBound }),
      !ruby.isEmpty
    else { return }
    let end = cells.firstIndex { Int($0.text) >= span.range.upperBound } ?? cells.count
    guard first < end else { return }
    let base = cells[first..<end].reduce(0) { $0 + $1.width }
    let missing = max(0, ruby.naturalWidth.units - base)
    for index in first..<end {
      let place = index - first
      let extra = missing * (place + 1) / (end - first) - missing * place / (end - first)
      paragraph.cells[index].width += extra
      for glyph in Int(cells[index].firstGlyph)..<Int(cells[index].endGlyph) {
        paragraph.glyphs[glyph].inline += Int32(truncatingIfNeeded: extra / 2)
      }
    }
    let block = -span.style.size.units * 3 / 4
    paragraph.rubies.append(Ruby(cells: first..<end, text: ruby, block: block))
  }
}
