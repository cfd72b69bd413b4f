import CHarfBuzz

/// An open font face: the file mapped into memory, measured in font units.
///
/// Unchecked because HarfBuzz's blob, face and font are made immutable before anyone sees them, and
/// immutable HarfBuzz objects may be used by many threads.
package final class Font: @unchecked Sendable {
  package let file: FontFile
  package let unitsPerEm: Int
  let handle: OpaquePointer

  package init(_ file: FontFile) throws(FontError) {
    guard let blob = hb_blob_create_from_file_or_fail(file.path) else {
      throw .unreadable(path: file.path)
    }
    defer { hb_blob_destroy(blob) }
    let faces = Int(hb_face_count(blob))
    guard faces > 0 else { throw .unreadable(path: file.path) }
    guard (0..<faces).contains(file.face) else {
      throw .noSuchFace(path: file.path, face: file.face, faces: faces)
    }
    guard let face = hb_face_create(blob, UInt32(file.face)) else {
      throw .unreadable(path: file.path)
    }
    defer { hb_face_destroy(face) }
    hb_face_make_immutable(face)
    guard let font = hb_font_create(face) else { throw .unreadable(path: file.path) }
    hb_font_make_immutable(font)
    (self.file, handle) = (file, font)
    unitsPerEm = Int(hb_face_get_upem(face))
  }

  deinit { hb_font_destroy(handle) }

  /// The glyph of a character on its own; nil when the font has none.
  package func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(handle, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// Horizontal advance in font units.
  package func advance(of glyph: UInt32) -> Int {
    Int(hb_font_get_glyph_h_advance(handle, glyph))
  }
}
