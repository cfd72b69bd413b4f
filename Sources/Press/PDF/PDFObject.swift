import CQPDF
import Glibc

/// A handle on an object of a document. References are followed; what is not there is null, and asking it
/// for anything gives nothing.
package final class PDFObject {
  let document: PDFDocument
  let handle: qpdf_oh

  init(_ document: PDFDocument, _ handle: qpdf_oh) {
    (self.document, self.handle) = (document, handle)
  }

  deinit { qpdf_oh_release(document.data, handle) }

  private var data: qpdf_data { document.data }

  // MARK: What it is

  package var isNull: Bool { qpdf_oh_is_null(data, handle) != 0 }
  package var isArray: Bool { qpdf_oh_is_array(data, handle) != 0 }
  package var isDictionary: Bool { qpdf_oh_is_dictionary(data, handle) != 0 }
  package var isStream: Bool { qpdf_oh_is_stream(data, handle) != 0 }

  /// The number of an object that others refer to: the same for all handles on it; nil for others.
  package var number: Int? {
    guard qpdf_oh_is_indirect(data, handle) != 0 else { return nil }
    return Int(qpdf_oh_get_object_id(data, handle))
  }

  /// A name with its solidus.
  package var name: String? {
    guard qpdf_oh_is_name(data, handle) != 0, let name = qpdf_oh_get_name(data, handle) else {
      return nil
    }
    return String(cString: name)
  }

  package var number64: Double? {
    var value = 0.0
    return qpdf_oh_get_value_as_number(data, handle, &value) != 0 ? value : nil
  }

  package var integer: Int? {
    var value: Int64 = 0
    return qpdf_oh_get_value_as_longlong(data, handle, &value) != 0 ? Int(value) : nil
  }

  package var bool: Bool? {
    var value: Int32 = 0
    return qpdf_oh_get_value_as_bool(data, handle, &value) != 0 ? value != 0 : nil
  }

  /// A text string, decoded.
  package var text: String? {
    guard qpdf_oh_is_string(data, handle) != 0, let text = qpdf_oh_get_utf8_value(data, handle)
    else { return nil }
    return String(cString: text)
  }

  /// The bytes of a string, whatever they stand for.
  package var bytes: [UInt8]? {
    var count = 0
    guard qpdf_oh_is_string(data, handle) != 0,
      let text = qpdf_oh_get_binary_string_value(data, handle, &count)
    else { return nil }
    return UnsafeRawBufferPointer(start: text, count: count).map { $0 }
  }

  // MARK: Arrays

  package var count: Int { isArray ? Int(qpdf_oh_get_array_n_items(data, handle)) : 0 }
  package subscript(index: Int) -> PDFObject {
    guard index < count else { return document.null }
    return PDFObject(document, qpdf_oh_get_array_item(data, handle, Int32(index)))
  }
  package var items: [PDFObject] { (0..<count).map { self[$0] } }
  package func append(_ item: PDFObject) { qpdf_oh_append_item(data, handle, item.handle) }

  /// The numbers of an array that holds nothing else.
  package var numbers: [Double]? {
    guard isArray else { return nil }
    let numbers = items.compactMap(\.number64)
    return numbers.count == count ? numbers : nil
  }

  // MARK: Dictionaries

  /// The dictionary itself, or that of a stream.
  package var dictionary: PDFObject {
    isStream ? PDFObject(document, qpdf_oh_get_dict(data, handle)) : self
  }

  /// The value of a key of a dictionary or of a stream's dictionary.
  package subscript(key: String) -> PDFObject {
    let dictionary = dictionary
    guard dictionary.isDictionary else { return document.null }
    return PDFObject(document, qpdf_oh_get_key(data, dictionary.handle, key))
  }

  package func has(_ key: String) -> Bool { !self[key].isNull }

  package func set(_ key: String, _ value: PDFObject) {
    let dictionary = dictionary
    qpdf_oh_replace_key(data, dictionary.handle, key, value.handle)
  }

  package func remove(_ key: String) {
    let dictionary = dictionary
    qpdf_oh_remove_key(data, dictionary.handle, key)
  }

  /// In the order of their names.
  package var keys: [String] {
    let dictionary = dictionary
    guard dictionary.isDictionary else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, dictionary.handle)
    while qpdf_oh_dict_more_keys(data) != 0 {
      guard let key = qpdf_oh_dict_next_key(data) else { break }
      keys.append(String(cString: key))
    }
    return keys.sorted()
  }

  // MARK: Streams

  /// The bytes as they lie in the file; nothing is unpacked.
  package func rawData() throws(PDFFault) -> [UInt8] {
    try data(decoded: qpdf_dl_none)
  }

  /// The bytes with every filter undone that loses nothing. Only for streams of our own making: a foreign
  /// one may unpack to more than there is memory.
  package func unpackedData() throws(PDFFault) -> [UInt8] {
    try data(decoded: qpdf_dl_generalized)
  }

  private func data(decoded level: qpdf_stream_decode_level_e) throws(PDFFault) -> [UInt8] {
    var (bytes, count): (UnsafeMutablePointer<UInt8>?, Int) = (nil, 0)
    var filtered: QPDF_BOOL = 0
    let status = qpdf_oh_get_stream_data(data, handle, level, &filtered, &bytes, &count)
    defer { free(bytes) }
    try document.check(status)
    guard let bytes else { return [] }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }

  /// A page's content streams, unpacked, one after the other.
  package func contentData() throws(PDFFault) -> [UInt8] {
    var (bytes, count): (UnsafeMutablePointer<UInt8>?, Int) = (nil, 0)
    let status = qpdf_oh_get_page_content_data(data, handle, &bytes, &count)
    defer { free(bytes) }
    try document.check(status)
    guard let bytes else { return [] }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Puts other bytes into a stream. `filter`: how they are packed, such as `/DCTDecode`; nil: not at all.
  package func replaceData(_ bytes: [UInt8], filter: String?) {
    let filter = filter.map { document.name($0) } ?? document.null
    let parameters = document.null
    qpdf_oh_replace_stream_data(
      data, handle, bytes, bytes.count, filter.handle, parameters.handle)
  }
}
