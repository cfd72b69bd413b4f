/// Why a font cannot be used. Paths are as given.
package enum FontError: Error, Hashable, Sendable {
  /// The file is not there, or cannot be read, or is no font.
  case unreadable(path: String)
  case noSuchFace(path: String, face: Int, faces: Int)
  /// A role that fallback or borrowing names has no font.
  case unknownRole(FontRole)
}
