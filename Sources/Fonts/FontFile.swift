/// A face of a font file: what shaping and drawing open, never found by family name.
package struct FontFile: Hashable, Sendable {
  package var path: String
  /// Index of the face in a collection (TTC), 0 for a single font.
  package var face: Int

  package init(path: String, face: Int) { (self.path, self.face) = (path, face) }
}
