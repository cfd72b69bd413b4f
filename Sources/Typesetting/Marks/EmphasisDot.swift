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
