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
  /// By how much its characters are to be raised to stand in the em box as others do, in thousandths of an em: the
  /// middle of its ideographic face, or of its em box, is brought to that of `EmBox` (OpenType BASE: icfb and
  /// icft, or ideo). 0 where the font does not say.
  package var baselineShift: Int {
    let middle: Int
    if let bottom = baseline(HB_OT_LAYOUT_BASELINE_TAG_IDEO_FACE_BOTTOM_OR_LEFT),
      let top = baseline(HB_OT_LAYOUT_BASELINE_TAG_IDEO_FACE_TOP_OR_RIGHT)
    {
      middle = (bottom + top) / 2
    } else if let bottom = baseline(HB_OT_LAYOUT_BASELINE_TAG_IDEO_EMBOX_BOTTOM_OR_LEFT) {
      middle = bottom + 500
    } else {
      return 0
    }
    return EmBox.baselineBelowAxis - middle
  }

  /// Where a baseline of Han stands in horizontal text, in thousandths of an em; nil when BASE has none.
  private func baseline(_ tag: hb_ot_layout_baseline_tag_t) -> Int? {
    var place: hb_position_t = 0
    let isThere = hb_ot_layout_get_baseline(
      handle, tag, HB_DIRECTION_LTR, hb_tag_from_string("hani", -1), hb_tag_from_string("dflt", -1),
      &place)
    return isThere == 0 ? nil : Int(place) * 1000 / unitsPerEm
  }

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
