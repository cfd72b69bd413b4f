import CCairo
import Drawing
import Fonts
import Geometry

/// Draws pages into one PDF, in order.
package func pdf(
  of pages: [DisplayList], fonts: [FontFile], pictures: PictureStore, metadata: DocumentMetadata
) throws(CairoError) -> [UInt8] {
  try CairoPen(fonts: fonts, pictures: pictures).pdf(of: pages, metadata: metadata)
}

extension CairoPen {
  /// A PDF of pages; see the function of the same name. Files in `places` are numbered places, to be filled by `fill`.
  package func pdf(
    of pages: [DisplayList], metadata: DocumentMetadata, places: [String: PicturePlace] = [:]
  ) throws(CairoError) -> [UInt8] {
    for page in pages { try page.checkSize() }
    let writer = try PDFWriter(metadata)
    let faces = FontFaces(fonts, cut: FontCutting(pages, fonts: fonts.count))
    let shelf = PictureShelf(pictures, for: .document(places))
    let canvas = Canvas(
      context: writer.context, medium: .screen(colours), text: CairoText(faces),
      pictures: shelf)
    let structure = PDFStructure(writer.surface, writer.context, pages)
    for (index, page) in pages.enumerated() {
      writer.begin(size: page.size, label: page.code)
      try structure.draw(page, on: canvas)
      try writer.end()
      structure.addBookmarks(page, number: index + 1)
    }
    return try writer.finish()
  }
}

/// A PDF surface that writes into memory. Cairo never gets a file: it reports success on a full disk.
final class PDFWriter {
  let surface: OpaquePointer
  let context: OpaquePointer
  private let bytes = PDFBytes()
  private let metadata: DocumentMetadata

  init(_ metadata: DocumentMetadata) throws(CairoError) {
    self.metadata = metadata
    let sink = Unmanaged.passUnretained(bytes).toOpaque()
    let surface = cairo_pdf_surface_create_for_stream(
      { sink, data, count in
        guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let bytes = Unmanaged<PDFBytes>.fromOpaque(sink).takeUnretainedValue()
        bytes.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, sink, 595, 842)
    guard let surface, let context = cairo_create(surface) else { throw .cairo("no PDF surface") }
    (self.surface, self.context) = (surface, context)
    describe()
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  private func describe() {
    let entries: [(cairo_pdf_metadata_t, String)] = [
      (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
      (CAIRO_PDF_METADATA_CREATOR, "Banxin 版心"),
      (CAIRO_PDF_METADATA_CREATE_DATE, metadata.isoDate),
    ]
    for (key, text) in entries where !text.isEmpty {
      cairo_pdf_surface_set_metadata(surface, key, text)
    }
  }

  func begin(size: Size, label: String) {
    cairo_pdf_surface_set_size(surface, size.width.points, size.height.points)
    cairo_pdf_surface_set_page_label(surface, label)
  }

  func end() throws(CairoError) {
    cairo_show_page(context)
    try check()
  }

  func finish() throws(CairoError) -> [UInt8] {
    try check()
    cairo_surface_finish(surface)
    try check()
    PDFDate.correct(&bytes.bytes, to: metadata.pdfDay)
    return bytes.bytes
  }

  private func check() throws(CairoError) {
    for status in [cairo_status(context), cairo_surface_status(surface)]
    where status != CAIRO_STATUS_SUCCESS {
      throw CairoError(status)
    }
  }
}

/// Where Cairo's stream goes.
private final class PDFBytes {
  var bytes: [UInt8] = []
}

/// Cairo 1.16 writes a day as `(20261124000000Z)`, without the `D:` that ISO 32000-1, 7.9.4 wants.
/// The day alone fits into the same bytes, so that no offset of the file moves.
enum PDFDate {
  static func correct(_ file: inout [UInt8], to day: String) {
    let key = Array("/CreationDate (".utf8)
    guard let place = lastPlace(of: key, in: file) else { return }
    let start = place + key.count
    guard let end = file[start...].firstIndex(of: UInt8(ascii: ")")) else { return }
    let value = Array(day.utf8) + [UInt8(ascii: ")")]
    let room = end + 1 - start
    guard value.count <= room else { return }
    let padding = [UInt8](repeating: UInt8(ascii: " "), count: room - value.count)
    file.replaceSubrange(start...end, with: value + padding)
  }

  /// The document's information stands after the pages and fonts, so the search runs from the end.
  private static func lastPlace(of key: [UInt8], in file: [UInt8]) -> Int? {
    var place = file.count - key.count
    while place >= 0 {
      if file[place] == key[0], file[place..<place + key.count].elementsEqual(key) { return place }
      place -= 1
    }
    return nil
  }
}
