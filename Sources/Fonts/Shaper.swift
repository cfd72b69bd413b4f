import CHarfBuzz

/// A glyph that the font chose, in font units. `cluster` is the index of the first scalar it stands for.
package struct ShapedGlyph: Hashable, Sendable {
  package var id: UInt32
  package var cluster: Int32
  /// Along the line: rightwards, or downwards in a vertical run.
  package var advance: Int32
  /// From the pen, x rightwards and y upwards.
  package var x: Int32
  package var y: Int32
}

/// The language that glyph forms are chosen for (BCP 47, such as `zh-Hans`).
package struct GlyphLanguage {
  fileprivate let handle: hb_language_t?
  package init(_ tag: String) { handle = hb_language_from_string(tag, -1) }
}

/// What a run of text is to the shaper.
package enum RunKind: Hashable, Sendable {
  /// Square characters in a horizontal line.
  case han
  /// Square characters upright in a vertical line.
  case hanVertical
  /// Letters and digits along the line, horizontal or to be turned.
  case latin
}

/// Chooses glyphs through HarfBuzz; holds the buffer that it reuses, so one is needed for each thread.
package final class Shaper {
  private let buffer: OpaquePointer?
  private var noKerning = hb_feature_t()

  package init() {
    buffer = hb_buffer_create()
    // Kana pairs must not be kerned out of their frames (JLREQ 2.1.3); Latin keeps its kerning.
    _ = hb_feature_from_string("-kern", -1, &noKerning)
  }

  deinit { hb_buffer_destroy(buffer) }

  /// Shapes `text[range]`, seeing its neighbours, and appends the glyphs in logical order.
  package func shape(
    _ text: UnsafeBufferPointer<Unicode.Scalar>, _ range: Range<Int>, font: Font, kind: RunKind,
    language: GlyphLanguage, into glyphs: inout [ShapedGlyph]
  ) {
    guard let base = text.baseAddress, !range.isEmpty else { return }
    hb_buffer_clear_contents(buffer)
    UnsafeRawPointer(base).withMemoryRebound(to: UInt32.self, capacity: text.count) {
      hb_buffer_add_codepoints(
        buffer, $0, Int32(text.count), UInt32(range.lowerBound), Int32(range.count))
    }
    hb_buffer_set_language(buffer, language.handle)
    hb_buffer_set_script(buffer, kind == .latin ? HB_SCRIPT_LATIN : HB_SCRIPT_HAN)
    hb_buffer_set_direction(buffer, kind == .hanVertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR)
    hb_shape(font.handle, buffer, &noKerning, kind == .latin ? 0 : 1)
    append(to: &glyphs, vertical: kind == .hanVertical)
  }

  private func append(to glyphs: inout [ShapedGlyph], vertical: Bool) {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return }
    for index in 0..<Int(count) {
      let (info, position) = (infos[index], positions[index])
      glyphs.append(
        ShapedGlyph(
          id: info.codepoint, cluster: Int32(bitPattern: info.cluster),
          advance: vertical ? -position.y_advance : position.x_advance, x: position.x_offset,
          y: position.y_offset))
    }
  }
}
