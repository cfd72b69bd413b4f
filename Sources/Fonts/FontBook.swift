
/// A typeface by its work on the page (字体角色): 宋, 标题宋, 黑, 楷, 仿宋, Latin serif, Latin sans.
package struct FontRole: Hashable, Sendable, Comparable {
  package let name: String
  package init(_ name: String) { self.name = name }
  package static func < (a: FontRole, b: FontRole) -> Bool { a.name < b.name }

  package static let song = FontRole("song")
  package static let titleSong = FontRole("title-song")
  package static let hei = FontRole("hei")
  package static let kai = FontRole("kai")
  package static let fangsong = FontRole("fangsong")
  package static let latinSerif = FontRole("latin-serif")
  package static let latinSans = FontRole("latin-sans")
}

/// An index into `FontBook.fonts`.
package struct FontID: Hashable, Sendable {
  package let index: Int
  package init(index: Int) { self.index = index }
}

/// One face of a font file, with how it is tuned to stand beside the others.
package struct RoleFace: Hashable, Sendable {
  package var font: FontID
  /// Upward shift of the baseline, in thousandths of an em.
  package var baselineShift: Int
  /// Size factor in thousandths (1000 = as asked).
  package var sizeFactor: Int

  package init(font: FontID, baselineShift: Int = 0, sizeFactor: Int = 1000) {
    (self.font, self.baselineShift, self.sizeFactor) = (font, baselineShift, sizeFactor)
  }
}
