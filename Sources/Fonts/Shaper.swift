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
  /// Letters and digits upright in a vertical line, each in a frame of its own: full-width ones where the font
  /// has them.
  case latinVertical
  /// So many letters and digits beside each other in one frame of a vertical line: in the half, third or
  /// quarter widths that the font may have of them (JLREQ 3.2.5).
  case sideBySide(Int)

  /// Han and its marks keep their script even in runs of nothing but marks, which have none of their own.
  var isHan: Bool { self == .han || isUpright }
  var isUpright: Bool { self == .hanVertical || self == .latinVertical }
}

/// Chooses glyphs through HarfBuzz; holds the buffer that it reuses, so one is needed for each thread.
package final class Shaper {
  private let buffer: OpaquePointer?
  /// Kana pairs must not be kerned out of their frames (JLREQ 2.1.3); Latin keeps its kerning.
  private let noKerning = [Shaper.feature("-kern")]
  /// “ ” ’ between Latin words have Latin widths; under Chinese a CJK font gives them an em (CLREQ 3.2.1).
  private let proportional = [Shaper.feature("pwid")]

  package init() { buffer = hb_buffer_create() }

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
    hb_buffer_set_script(buffer, kind.isHan ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN)
    hb_buffer_set_direction(buffer, kind.isUpright ? HB_DIRECTION_TTB : HB_DIRECTION_LTR)
    let features = features(of: kind)
    hb_shape(font.handle, buffer, features, UInt32(features.count))
    let first = glyphs.count
    append(to: &glyphs, vertical: kind.isUpright)
    if kind == .latinVertical { square(&glyphs[first...], unitsPerEm: font.unitsPerEm) }
  }

  /// Latin fonts have no measures for vertical lines, and what stands in for them is as long as their lines are
  /// apart: each glyph gets a frame of one em, on the baseline of Han.
  private func square(_ glyphs: inout ArraySlice<ShapedGlyph>, unitsPerEm: Int) {
    for index in glyphs.indices where glyphs[index].advance > 0 {
      glyphs[index].advance = Int32(unitsPerEm)
      glyphs[index].y = Int32(-EmBox.ascent * unitsPerEm / 1000)
    }
  }

  private func features(of kind: RunKind) -> [hb_feature_t] {
    switch kind {
    case .han, .hanVertical: noKerning
    case .latin, .sideBySide(1): proportional
    case .latinVertical: [Self.feature("fwid")]
    case .sideBySide(2): [Self.feature("hwid")]
    case .sideBySide(3): [Self.feature("twid")]
    case .sideBySide: [Self.feature("qwid")]
    }
  }

  private static func feature(_ name: String) -> hb_feature_t {
    var feature = hb_feature_t()
    _ = hb_feature_from_string(name, -1, &feature)
    return feature
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
