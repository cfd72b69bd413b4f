import Fonts
import Geometry

/// A character that its own font lacks, in a line (替补字形).
package struct GlyphStandIn: Hashable, Sendable {
  package var scalar: Unicode.Scalar
  /// The role whose font lacks it.
  package var role: FontRole
  /// The font that draws it; nil: none has it.
  package var font: FontID?
  /// Where it stands, from the line's start, and how long it is.
  package var inline: Length
  package var width: Length
}

/// The same, before there are lines: by its place in the paragraph's text.
struct ShapedStandIn: Sendable {
  var index: Int
  var role: FontRole
  var font: FontID?
}

extension ShapedParagraph {
  /// Notes the characters of `part` that another font draws than that of the item it was a part of,
  /// and those that none draws. A part that was only turned has none.
  mutating func noteStandIns(
    _ part: ItemPart, for item: Item, text: UnsafeBufferPointer<Unicode.Scalar>, book: FontBook
  ) {
    let span = source.spans[item.span].style
    let role = item.isLatin ? span.latin : span.font
    for index in part.missing { standIns.append(ShapedStandIn(index: index, role: role)) }
    guard part.item.face != item.face else { return }
    for index in part.item.range {
      let scalar = text[index]
      guard !scalar.properties.isVariationSelector, book[item.face.font].glyph(for: scalar) == nil
      else { continue }
      standIns.append(ShapedStandIn(index: index, role: role, font: part.item.face.font))
    }
  }
}
