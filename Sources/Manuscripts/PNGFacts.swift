/// Size and resolution of a PNG, from its chunks (PNG 1.2 §5, §11).
struct PNGFacts {
  let bytes: Bytes

  func read() -> Result<PictureFacts, PictureFacts.Fault> {
    guard bytes.starts(with: "IHDR", at: 12), let width = bytes.number(at: 16, size: 4),
      let height = bytes.number(at: 20, size: 4)
    else { return .failure(bytes.count < 24 ? .truncated : .malformed) }
    var facts = PictureFacts(kind: .png, width: width, height: height)
    facts.isLineArt = bytes.number(at: 24, size: 1) == 1
    var at = 8
    while let length = bytes.number(at: at, size: 4), bytes.count - at >= 12 {
      if bytes.starts(with: "IEND", at: at + 4) { return .success(facts) }
      if bytes.starts(with: "pHYs", at: at + 4), let ppi = density(at + 8) { facts.ppi = ppi }
      at += 12 + length
    }
    return .failure(.truncated)
  }

  /// Pixels to the metre, if that is the unit.
  private func density(_ at: Int) -> Double? {
    guard let x = bytes.number(at: at, size: 4), bytes[at + 8] == 1, x > 0 else { return nil }
    return Double(x) * 0.0254
  }
}

/// Size of an SVG drawing: its width and height, else its view box in CSS pixels (SVG 1.1 §7).
enum SVGFacts {
  static func read(_ bytes: Bytes) -> Result<PictureFacts, PictureFacts.Fault>? {
    guard let start = bytes.find("<svg", in: 0..<min(bytes.count, 4096)) else { return nil }
    guard let end = bytes.find(">", in: start..<min(bytes.count, start + 16_384)) else {
      return .failure(.malformed)
    }
    let head = String(decoding: bytes.all[start..<end], as: UTF8.self)
    if let width = attribute("width", of: head).flatMap(points),
      let height = attribute("height", of: head).flatMap(points)
    {
      return .success(facts(width, height))
    }
    let box = attribute("viewBox", of: head)?.split { $0 == " " || $0 == "," }.compactMap {
      Double($0)
    }
    guard let box, box.count == 4, box[2] > 0, box[3] > 0 else {
      // Its drawer has to be asked.
      return .success(PictureFacts(kind: .svg, width: 0, height: 0))
    }
    return .success(facts(box[2] * 0.75, box[3] * 0.75))
  }

  private static func facts(_ width: Double, _ height: Double) -> PictureFacts {
    PictureFacts(
      kind: .svg, width: Int((width * 1000).rounded()), height: Int((height * 1000).rounded()))
  }

  private static func attribute(_ name: String, of head: String) -> String? {
    let words = head.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    guard let word = words.first(where: { $0.hasPrefix(name + "=") }) else {
      return quoted(name, in: head)
    }
    return word.contains("viewBox")
      ? quoted(name, in: head) : trimmed(word.dropFirst(name.count + 1))
  }

  /// A value that may hold blanks.
  private static func quoted(_ name: String, in head: String) -> String? {
    let parts = head.split(separator: "\"", omittingEmptySubsequences: false)
    guard let at = parts.firstIndex(where: { $0.hasSuffix(name + "=") }), at + 1 < parts.count
    else {
      return nil
    }
    return String(parts[at + 1])
  }

  private static func trimmed(_ text: Substring) -> String {
    text.filter { $0 != "\"" && $0 != "'" && $0 != ">" && $0 != "/" }
  }

  private static func points(_ text: String) -> Double? {
    let units: [(String, Double)] = [
      ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72), ("pt", 1), ("pc", 12), ("px", 0.75),
    ]
    for (unit, factor) in units where text.hasSuffix(unit) {
      return sound(Double(text.dropLast(2)).map { $0 * factor })
    }
    return sound(Double(text).map { $0 * 0.75 })
  }

  private static func sound(_ value: Double?) -> Double? {
    value.flatMap { $0 > 0 && $0 < 1e6 ? $0 : nil }
  }
}
