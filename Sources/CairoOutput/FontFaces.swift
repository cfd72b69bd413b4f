import CCairo
import CFreeType
import Fonts

/// A font as Cairo draws it.
struct DrawnFont {
  let face: OpaquePointer
  /// Its own glyph ids by the file's; nil where they are the same.
  let ids: [UInt32]?

  func id(_ glyph: UInt32) -> UInt {
    guard let ids else { return UInt(glyph) }
    return Int(glyph) < ids.count ? UInt(ids[Int(glyph)]) : 0
  }
}

/// The edition's fonts as Cairo knows them, opened when first drawn with. Confined to one thread.
final class FontFaces {
  private let files: [FontFile]
  private let cutting: FontCutting
  private var opened: [Int: DrawnFont] = [:]

  init(_ files: [FontFile], cut cutting: FontCutting) {
    (self.files, self.cutting) = (files, cutting)
  }

  deinit { for font in opened.values { cairo_font_face_destroy(font.face) } }

  /// The font to draw with; whole where it cannot be cut down.
  func font(_ id: FontID) throws(CairoError) -> DrawnFont {
    if let font = opened[id.index] { return font }
    precondition(files.indices.contains(id.index), "a glyph's font stands in the font list")
    let file = files[id.index]
    let cut = cutting.cut(file, id)
    guard let source = cut?.face ?? FreeTypeFace(file), let face = FontFaces.cairoFace(of: source)
    else { throw .font(file) }
    let font = DrawnFont(face: face, ids: cut?.ids)
    opened[id.index] = font
    return font
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
