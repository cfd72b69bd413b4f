import CQPDF

/// Why a PDF cannot be read or written, in libqpdf's words.
package struct PDFFault: Error, Hashable, Sendable {
  package var reason: String
  package init(_ reason: String) { self.reason = reason }
}

/// A PDF in memory, through libqpdf's C interface, which lets no exception out. Confined to one thread.
///
/// Objects are handles of the document that they came from; see `PDFObject`.
package final class PDFDocument {
  let data: qpdf_data
  /// libqpdf reads from these bytes as it goes.
  private let source: [UInt8]

  /// Opens a PDF. Complaints that libqpdf could mend are in `warnings`.
  package init(reading bytes: [UInt8]) throws(PDFFault) {
    source = bytes
    data = try PDFDocument.make()
    let length = UInt64(source.count)
    let status = source.withUnsafeBytes { room in
      qpdf_read_memory(
        data, "PDF", room.bindMemory(to: CChar.self).baseAddress, length, nil)
    }
    try check(status)
  }

  /// A PDF without pages.
  package init() throws(PDFFault) {
    source = []
    data = try PDFDocument.make()
    try check(qpdf_empty_pdf(data))
  }

  deinit {
    var data: qpdf_data? = data
    qpdf_cleanup(&data)
  }

  private static func make() throws(PDFFault) -> qpdf_data {
    guard let data = qpdf_init() else { throw PDFFault("no memory") }
    qpdf_set_suppress_warnings(data, 1)
    qpdf_silence_errors(data)
    return data
  }

  /// Throws what libqpdf complains of, if it failed.
  func check(_ status: Int32 = 0) throws(PDFFault) {
    guard status & Int32(bitPattern: UInt32(QPDF_ERRORS)) != 0 || qpdf_has_error(data) != 0 else {
      return
    }
    throw PDFFault(text(of: qpdf_get_error(data)))
  }

  /// What libqpdf found wrong and mended, since the last look.
  package var warnings: [String] {
    var found: [String] = []
    while qpdf_more_warnings(data) != 0 { found.append(text(of: qpdf_next_warning(data))) }
    return found
  }

  private func text(of error: qpdf_error?) -> String {
    guard let error, let text = qpdf_get_error_message_detail(data, error) else {
      return "unknown fault"
    }
    return String(cString: text)
  }

  package var isEncrypted: Bool { qpdf_is_encrypted(data) != 0 }
  package var trailer: PDFObject { PDFObject(self, qpdf_get_trailer(data)) }
  package var root: PDFObject { PDFObject(self, qpdf_get_root(data)) }

  // MARK: Pages

  /// Gives every page its own resources and boxes, which it may have from the tree above it.
  package func settlePages() throws(PDFFault) {
    try check(qpdf_push_inherited_attributes_to_page(data))
  }

  /// −1 for a tree that cannot be walked.
  package var pageCount: Int { Int(qpdf_get_num_pages(data)) }

  /// A page, counted from 0.
  package func page(_ index: Int) -> PDFObject { PDFObject(self, qpdf_get_page_n(data, index)) }

  /// Takes over an object of another document with all that it refers to. The other has to live until this
  /// one is written: streams are read from it then.
  package func copy(_ object: PDFObject) throws(PDFFault) -> PDFObject {
    let copy = PDFObject(
      self, qpdf_oh_copy_foreign_object(data, object.document.data, object.handle))
    try check()
    return copy
  }

  /// The object of a number; null where there is none.
  package func object(_ number: Int) -> PDFObject {
    PDFObject(self, qpdf_get_object_by_id(data, Int32(clamping: number), 0))
  }

  /// Puts a page after those that are there.
  package func append(page: PDFObject) throws(PDFFault) {
    try check(qpdf_add_page(data, page.document.data, page.handle, 0))
  }

  // MARK: Making objects

  /// An object as it is written in a PDF, without references.
  package func parse(_ text: String) -> PDFObject { PDFObject(self, qpdf_oh_parse(data, text)) }
  package func integer(_ value: Int) -> PDFObject {
    PDFObject(self, qpdf_oh_new_integer(data, Int64(value)))
  }
  package func name(_ name: String) -> PDFObject { PDFObject(self, qpdf_oh_new_name(data, name)) }
  /// A text string, in UTF-16 where it has to be.
  package func text(_ text: String) -> PDFObject {
    PDFObject(self, qpdf_oh_new_unicode_string(data, text))
  }
  /// A string of any bytes.
  package func binary(_ bytes: [UInt8]) -> PDFObject {
    let handle = bytes.withUnsafeBytes { room in
      qpdf_oh_new_binary_string(data, room.bindMemory(to: CChar.self).baseAddress, room.count)
    }
    return PDFObject(self, handle)
  }
  package func dictionary() -> PDFObject { PDFObject(self, qpdf_oh_new_dictionary(data)) }
  package func array(_ items: [PDFObject] = []) -> PDFObject {
    let array = PDFObject(self, qpdf_oh_new_array(data))
    for item in items { array.append(item) }
    return array
  }
  package var null: PDFObject { PDFObject(self, qpdf_oh_new_null(data)) }

  /// A stream of these bytes, compressed when the document is written.
  package func stream(_ bytes: [UInt8]) -> PDFObject {
    let stream = PDFObject(self, qpdf_oh_new_stream(data))
    stream.replaceData(bytes, filter: nil)
    return stream
  }

  /// Makes an object one that others refer to.
  package func indirect(_ object: PDFObject) -> PDFObject {
    PDFObject(self, qpdf_make_indirect_object(data, object.handle))
  }

  // MARK: Writing

  /// How a document is written.
  package struct Form: Hashable, Sendable {
    /// The header's version, such as `1.6`.
    package var version: String
    /// Streams go out as they came in; otherwise those that no filter has packed are packed.
    package var keepsStreams: Bool
    package init(version: String, keepsStreams: Bool = false) {
      (self.version, self.keepsStreams) = (version, keepsStreams)
    }
  }

  /// The file's bytes: the same for the same document, whenever and wherever it is written.
  package func written(_ form: Form) throws(PDFFault) -> [UInt8] {
    try check(qpdf_init_write_memory(data))
    qpdf_set_deterministic_ID(data, 1)
    qpdf_set_object_stream_mode(data, qpdf_o_disable)
    qpdf_set_suppress_original_object_IDs(data, 1)
    qpdf_set_preserve_encryption(data, 0)
    if form.keepsStreams { qpdf_set_stream_data_mode(data, qpdf_s_preserve) }
    qpdf_force_pdf_version(data, form.version)
    try check(qpdf_write(data))
    let count = qpdf_get_buffer_length(data)
    guard let bytes = qpdf_get_buffer(data) else { throw PDFFault("nothing was written") }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }
}
