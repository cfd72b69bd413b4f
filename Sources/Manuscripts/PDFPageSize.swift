import Schema

/// Size of a PDF's first page: its TrimBox, else CropBox, else MediaBox (ISO 32000-1 §14.11.2).
///
/// Only the plain text of the file is looked at, and only a file of one page is believed: in others
/// (and where objects are packed into streams) the first page is found by a PDF reader, later.
struct PDFPageSize {
  let bytes: Bytes
  init(_ bytes: Bytes) { self.bytes = bytes }

  func read() -> Result<PictureFacts, PictureFacts.Fault> {
    guard bytes.find("%%EOF", in: max(0, bytes.count - 2048)..<bytes.count) != nil else {
      return .failure(.truncated)
    }
    let page = objects(ofType: "/Page")
    guard page.count == 1 else { return .failure(.noPageSize) }
    for object in page + objects(ofType: "/Pages") {
      for name in ["/TrimBox", "/CropBox", "/MediaBox"] {
        guard let box = numbers(name, in: object), box.count == 4 else { continue }
        return facts(box, turn: numbers("/Rotate", in: object)?.first ?? 0)
      }
    }
    return .failure(.noPageSize)
  }

  private func facts(_ box: [Double], turn: Double) -> Result<PictureFacts, PictureFacts.Fault> {
    let (width, height) = (abs(box[2] - box[0]), abs(box[3] - box[1]))
    guard width > 0, height > 0, width < 1e5, height < 1e5 else { return .failure(.noPageSize) }
    let isTurned = Int(turn) % 180 != 0
    let sides = isTurned ? (height, width) : (width, height)
    return .success(
      PictureFacts(
        kind: .pdf, width: Int((sides.0 * 1000).rounded()), height: Int((sides.1 * 1000).rounded()))
    )
  }

  /// The texts of the objects that are of a type, as many as two.
  private func objects(ofType type: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var from = 0
    while found.count < 2, let at = bytes.find("/Type", in: from..<bytes.count) {
      from = at + 5
      var next = from
      while bytes[next] == 0x20 || bytes[next] == 0x0A || bytes[next] == 0x0D { next += 1 }
      let after = bytes[next + type.utf8.count]
      guard bytes.starts(with: type, at: next), !isLetter(after) else { continue }
      let end = bytes.find("endobj", in: at..<bytes.count) ?? bytes.count
      found.append(start(before: at)..<end)
    }
    return found
  }

  private func isLetter(_ byte: Int?) -> Bool {
    guard let byte else { return false }
    return 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  private func start(before at: Int) -> Int {
    var start = at
    while start > 0, !bytes.starts(with: " obj", at: start) { start -= 1 }
    return start
  }

  /// The number or the numbers in brackets after a name.
  private func numbers(_ name: String, in object: Range<Int>) -> [Double]? {
    guard let at = bytes.find(name, in: object) else { return nil }
    let start = at + name.utf8.count
    let slice = bytes.all[start..<min(object.upperBound, start + 200)]
    let text = String(decoding: slice, as: UTF8.self).trimmed
    let list =
      text.hasPrefix("[")
      ? text.dropFirst().prefix { $0 != "]" } : text.prefix { !"/>\n\r".contains($0) }
    let numbers = list.split { " \n\r\t".contains($0) }.compactMap { Double($0) }
    return numbers.isEmpty ? nil : numbers
  }
}
