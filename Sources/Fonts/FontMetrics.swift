import CHarfBuzz

/// The frame that Han characters fill (字身框), in thousandths of an em: the em box of OS/2's typographic
/// metrics, the same for every face; never `hhea`, which is wider for the sake of screens.
package enum EmBox {
  package static let ascent = 880
  package static let descent = 120
  /// How far the baseline stands under the middle of the frame.
  package static let baselineBelowAxis = 380
}

/// The ink of a glyph, in font units from its origin, y upwards.
package struct InkBox: Hashable, Sendable {
  package var left: Int
  package var right: Int
  package var bottom: Int
  package var top: Int
}

extension Font {
  /// nil for a glyph without ink.
  package func ink(of glyph: UInt32) -> InkBox? {
    var extents = hb_glyph_extents_t()
    guard hb_font_get_glyph_extents(handle, glyph, &extents) != 0 else { return nil }
    guard extents.width != 0, extents.height != 0 else { return nil }
    let (left, top) = (Int(extents.x_bearing), Int(extents.y_bearing))
    return InkBox(
      left: left, right: left + Int(extents.width), bottom: top + Int(extents.height), top: top)
  }
}
