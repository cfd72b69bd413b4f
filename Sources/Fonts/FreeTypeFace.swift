import CFreeType

/// An open FreeType face with a library of its own, so that it may be closed on any thread.
///
/// FreeType lets two threads work at once only when they share no library, and Cairo may hold a
/// face longer than whoever opened it. Not to be used from two threads at once.
package final class FreeTypeFace {
  package let face: FT_Face
  private let library: FT_Library
  /// The bytes of a font opened from memory: FreeType reads them as it goes.
  private let storage: UnsafeMutablePointer<UInt8>?

  /// Opens a face of a file; nil when it is missing or no font.
  package init?(_ file: FontFile) {
    guard let library = FreeTypeFace.newLibrary() else { return nil }
    var opened: FT_Face?
    guard FT_New_Face(library, file.path, FT_Long(file.face), &opened) == 0, let face = opened
    else {
      FT_Done_FreeType(library)
      return nil
    }
    (self.face, self.library, storage) = (face, library, nil)
  }

  /// Opens the only face of a font in memory, such as one that was cut down.
  package init?(copying font: UnsafeBufferPointer<UInt8>) {
    guard let library = FreeTypeFace.newLibrary() else { return nil }
    let storage = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, font.count))
    if let base = font.baseAddress { storage.update(from: base, count: font.count) }
    var opened: FT_Face?
    guard FT_New_Memory_Face(library, storage, FT_Long(font.count), 0, &opened) == 0,
      let face = opened
    else {
      FT_Done_FreeType(library)
      storage.deallocate()
      return nil
    }
    (self.face, self.library, self.storage) = (face, library, storage)
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    storage?.deallocate()
  }

  private static func newLibrary() -> FT_Library? {
    var library: FT_Library?
    return FT_Init_FreeType(&library) == 0 ? library : nil
  }
}
