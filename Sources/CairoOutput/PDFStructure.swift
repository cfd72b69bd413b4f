import CCairo
import Drawing
import Geometry

/// What a PDF says beside its pictures of pages: structure tags, named places, links, bookmarks.
final class PDFStructure {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let destinations: Set<String>
  private var named: Set<String> = []
  /// The last bookmark at each level.
  private var parents: [Int32] = []

  init(_ surface: OpaquePointer, _ context: OpaquePointer, _ pages: [DisplayList]) {
    (self.surface, self.context) = (surface, context)
    destinations = Set(
      pages.lazy.flatMap(\.marks).compactMap { mark in
        if case .begin(.destination(let name)) = mark { name } else { nil }
      })
  }

  /// Draws a page's marks in reading order, tagged.
  func draw(_ page: DisplayList, on canvas: Canvas) throws(CairoError) {
    var open: [MarkTag] = []
    for mark in page.marks {
      switch mark {
      case .begin(let tag):
        open.append(tag)
        begin(tag)
      case .end(let tag):
        guard open.popLast() == tag else { throw .tags(code: page.code) }
        end(tag)
      default: try canvas.draw(mark)
      }
    }
    guard open.isEmpty else { throw .tags(code: page.code) }
  }

  private func begin(_ tag: MarkTag) {
    switch tag {
    case .destination(let name):
      // The first place of a name counts; Cairo takes a second for an error.
      if named.insert(name).inserted {
        cairo_tag_begin(context, CAIRO_TAG_DEST, "name=\(quoted(name)) internal")
        cairo_tag_end(context, CAIRO_TAG_DEST)
      }
    case .link(let target):
      if let attributes = attributes(ofLinkTo: target) {
        cairo_tag_begin(context, CAIRO_TAG_LINK, attributes)
      }
    default:
      if let name = tag.structureName { cairo_tag_begin(context, name, nil) }
    }
  }

  private func end(_ tag: MarkTag) {
    switch tag {
    case .destination: break
    case .link(let target):
      if attributes(ofLinkTo: target) != nil { cairo_tag_end(context, CAIRO_TAG_LINK) }
    default:
      if let name = tag.structureName { cairo_tag_end(context, name) }
    }
  }

  /// Nil for a place that is on none of this document's pages, as in the PDF of a single page.
  private func attributes(ofLinkTo target: String) -> String? {
    if target.hasPrefix("https://") || target.hasPrefix("http://") || target.hasPrefix("mailto:") {
      return "uri=\(quoted(target))"
    }
    return destinations.contains(target) ? "dest=\(quoted(target))" : nil
  }

  /// Adds the page's bookmarks under those of the level above.
  func addBookmarks(_ page: DisplayList, number: Int) {
    for bookmark in page.bookmarks {
      let level = min(max(0, bookmark.level), parents.count)
      parents.removeSubrange(level...)
      let place = "page=\(number) pos=[\(bookmark.point.x.points) \(bookmark.point.y.points)]"
      parents.append(
        cairo_pdf_surface_add_outline(
          surface, parents.last ?? CAIRO_PDF_OUTLINE_ROOT, bookmark.title, place,
          level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0)))
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "'"
    for character in text.unicodeScalars {
      if character == "'" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "'"
  }
}

extension MarkTag {
  /// The standard structure type (ISO 32000-1, 14.8.4).
  fileprivate var structureName: String? {
    switch self {
    case .article: "Art"
    case .headline(let level): "H\(min(6, max(1, level)))"
    case .paragraph: "P"
    case .figure: "Figure"
    case .table: "Table"
    case .destination, .link: nil
    }
  }
}
