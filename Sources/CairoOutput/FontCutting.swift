import CHarfBuzz
import Drawing
import Fonts

/// Fonts cut down to the glyphs of a document before Cairo sees them (字体裁剪).
///
/// Cairo 1.16 keeps every subroutine of a CFF font and reads a glyph's metrics through all of them.
/// HarfBuzz writes the outlines out and keeps the glyph ids.
struct FontCutting {
  /// For each font whether the pages use its glyphs; glyph ids fill 16 bits.
  private var used: [[Bool]]

  init(_ pages: [DisplayList], fonts: Int) {
    used = Array(repeating: [], count: fonts)
    for page in pages {
      for case .glyphs(let mark) in page.marks where used.indices.contains(mark.font.index) {
        note(mark)
      }
    }
  }

  private mutating func note(_ mark: GlyphMark) {
    let font = mark.font.index
    if used[font].isEmpty { used[font] = Array(repeating: false, count: 0x1_0000) }
    for glyph in mark.glyphs where glyph.id <= 0xFFFF { used[font][Int(glyph.id)] = true }
  }

  /// The font with those glyphs alone; nil when HarfBuzz cannot cut it.
  func cut(_ file: FontFile, _ id: FontID) -> FreeTypeFace? {
    guard let blob = hb_blob_create_from_file_or_fail(file.path) else { return nil }
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, UInt32(file.face))
    defer { hb_face_destroy(face) }
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    let wanted = hb_subset_input_glyph_set(input)
    for (glyph, isUsed) in used[id.index].enumerated() where isUsed {
      hb_set_add(wanted, UInt32(glyph))
    }
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for name in FontCutting.unused { hb_set_add(dropped, hb_tag_from_string(name, -1)) }
    hb_subset_input_set_flags(
      input,
      HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue
        | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
    guard let subset = hb_subset_or_fail(face, input) else { return nil }
    defer { hb_face_destroy(subset) }
    let font = hb_face_reference_blob(subset)
    defer { hb_blob_destroy(font) }
    var count: UInt32 = 0
    guard let bytes = hb_blob_get_data(font, &count) else { return nil }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      FreeTypeFace(copying: UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }

  /// Tables that shaping needs and drawing does not. Without `cmap` Cairo takes the text of every
  /// glyph from its cluster, and is spared a search of the whole table for each.
  private static let unused = [
    "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "cmap", "post",
  ]
}
