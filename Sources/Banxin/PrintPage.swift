import Drawing
import Fonts
import Geometry
import Makeup
import Manuscripts

/// A made-up page with its display list, as it goes to print.
package struct PrintPage: Sendable {
  package var page: Page
  package var list: DisplayList

  /// Files of the page are named by its code; what would make a folder of it is replaced.
  package var fileName: String { page.code.replacing("/", with: "-") }

  /// How much of the page a font sets.
  struct FontUse: Hashable {
    /// The file's name without its folder, which differs from machine to machine.
    var file: String
    var face: Int
    var characters: Int
  }

  /// The fonts of the page in the order of the font book.
  func fonts(_ book: FontBook) -> [FontUse] {
    var characters = [Int](repeating: 0, count: book.fonts.count)
    for case .glyphs(let mark) in list.marks { characters[mark.font.index] += mark.text.count }
    return zip(book.fonts, characters).filter { $0.1 > 0 }.map { font, count in
      let name = font.file.path.split(separator: "/").last.map(String.init) ?? font.file.path
      return FontUse(file: name, face: font.file.face, characters: count)
    }
  }

  /// A picture on the page.
  struct ImageUse: Hashable {
    var file: String
    var placement: Rect
    var clip: Rect

    /// Pixels to the inch at its printed size; null for what has no pixels.
    func ppi(in edition: Edition) -> JSONValue {
      var files = edition.stories.flatMap(\.photos).flatMap(\.files)
      files += edition.ads.compactMap(\.file)
      files += [edition.masthead.artFile].compactMap(\.self)
      files += edition.columnArt.values.sorted { $0.path < $1.path }
      guard let known = files.first(where: { $0.path == file }),
        known.kind == .jpeg || known.kind == .png, placement.width > .zero
      else { return .null }
      return .integer(known.width * Length.unitsPerPoint * 72 / placement.width.units)
    }
  }

  /// The pictures of the page in the order of drawing.
  var images: [ImageUse] {
    list.marks.compactMap { mark in
      guard case .picture(let picture) = mark else { return nil }
      return ImageUse(file: picture.file, placement: picture.placement, clip: picture.clip)
    }
  }
}
