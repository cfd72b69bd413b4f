/// The keys of a picture that stands in a content stream, short and long (ISO 32000-1, table 93).
struct InlineImageKeys {
  let dictionary: PDFObject

  init(_ operations: ContentOperations, _ range: Range<Int>, in document: PDFDocument) {
    let text = String(decoding: operations.scanner.bytes[range], as: UTF8.self)
    dictionary = document.parse("<< \(text) >>")
  }

  private func value(_ short: String, _ long: String) -> PDFObject {
    dictionary.has(short) ? dictionary[short] : dictionary[long]
  }

  var width: Int? { value("/W", "/Width").integer }
  var height: Int? { value("/H", "/Height").integer }
  var bits: Int { value("/BPC", "/BitsPerComponent").integer ?? 8 }
  var isMask: Bool { value("/IM", "/ImageMask").bool ?? false }
  var decode: [Double]? { value("/D", "/Decode").numbers }
  var interpolates: Bool { value("/I", "/Interpolate").bool ?? false }

  /// The filters in the order they are undone, with their parameters.
  var filters: [(name: String, parameters: PDFObject)] {
    let (names, parameters) = (value("/F", "/Filter"), value("/DP", "/DecodeParms"))
    if let name = names.name { return [(name, parameters.isArray ? parameters[0] : parameters)] }
    return names.items.enumerated().map { ($1.name ?? "", parameters[$0]) }
  }

  /// Whether the space is one of the resources' or a device's.
  var namesSpace: Bool { value("/CS", "/ColorSpace").name != nil }

  func space(_ spaces: NamedSpaces) -> PDFColourSpace {
    let object = value("/CS", "/ColorSpace")
    guard let name = object.name else { return PDFColourSpace(object) }
    return spaces[String(name.dropFirst())]
  }
}
