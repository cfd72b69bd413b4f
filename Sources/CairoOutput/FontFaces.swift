import CCairo
import CFreeType
import Fonts

/// The edition's fonts as Cairo knows them, opened when first drawn with. Confined to one thread.
final class FontFaces {
  private let files: [FontFile]
  private var opened: [Int: OpaquePointer] = [:]

  private let cutting: FontCutting?

  /// `cutting` is given where fonts are embedded.
  init(_ files: [FontFile], cut cutting: FontCutting? = nil) {
    (self.files, self.cutting) = (files, cutting)
  }

  deinit { for face in opened.values { cairo_font_face_destroy(face) } }

  /// The face to draw with.
  func face(_ id: FontID) throws(CairoError) -> OpaquePointer {
    if let face = opened[id.index] { return face }
    precondition(files.indices.contains(id.index), "a glyph's font stands in the font list")
    let file = files[id.index]
    guard let source = cutting?.cut(file, id) ?? FreeTypeFace(file),
      let face = FontFaces.cairoFace(of: source)
    else { throw .font(file) }
    opened[id.index] = face
    return face
  }

  /// A Cairo face that holds `source` for as long as Cairo itself does, which may be longer than we.
  private static func cairoFace(of source: FreeTypeFace) -> OpaquePointer? {
    guard
      let face = cairo_ft_font_face_create_for_ft_face(source.face, Int32(FT_LOAD_NO_HINTING))
    else { return nil }
    let held = Unmanaged.passRetained(source)
    let status = cairo_font_face_set_user_data(face, sourceKey.pointer, held.toOpaque()) { held in
      if let held { Unmanaged<FreeTypeFace>.fromOpaque(held).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS, cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS
    else {
      held.release()
      cairo_font_face_destroy(face)
      return nil
    }
    return face
  }

  private static let sourceKey = UserDataKey()
}

/// An address that nothing else has: Cairo's name for a piece of user data. Never read or written.
final class UserDataKey: @unchecked Sendable {
  let pointer = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
}
