/// Size and resolution of a JPEG, from its segments (ITU-T T.81 annex B, JFIF 1.02, EXIF 2.32).
struct JPEGFacts {
  let bytes: Bytes

  func read() -> Result<PictureFacts, PictureFacts.Fault> {
    var facts = PictureFacts(kind: .jpeg, width: 0, height: 0)
    var turns = false
    var hasSize = false
    var at = 2
    while let segment = segment(at: at) {
      if segment.marker == 0xDA {
        guard hasSize else { return .failure(.malformed) }
        // Entropy-coded data stuffs its FFs: an end mark after here is the picture's own.
        guard hasEnd(after: segment.body.lowerBound) else { return .failure(.truncated) }
        if turns { (facts.width, facts.height) = (facts.height, facts.width) }
        return .success(facts)
      }
      switch segment.marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = bytes.number(at: segment.body.lowerBound + 1, size: 2),
          let width = bytes.number(at: segment.body.lowerBound + 3, size: 2)
        else { return .failure(.truncated) }
        (facts.width, facts.height, hasSize) = (width, height, true)
      case 0xE0: if let ppi = density(segment.body) { facts.ppi = ppi }
      case 0xE1:
        guard let exif = EXIF(bytes, in: segment.body) else { break }
        turns = exif.swapsSides
        if facts.ppi == 0, let ppi = exif.ppi { facts.ppi = ppi }
      default: break
      }
      at = segment.body.upperBound
    }
    return .failure(at >= bytes.count - 1 ? .truncated : .malformed)
  }

  private func segment(at start: Int) -> (marker: Int, body: Range<Int>)? {
    var at = start
    // Any number of FFs may stand before a marker (B.1.1.2).
    guard bytes[at] == 0xFF else { return nil }
    while bytes[at] == 0xFF { at += 1 }
    guard let marker = bytes[at], let length = bytes.number(at: at + 1, size: 2), length >= 2,
      at + 1 + length <= bytes.count
    else { return nil }
    return (marker, at + 3..<at + 1 + length)
  }

  private func hasEnd(after start: Int) -> Bool {
    var at = bytes.count - 2
    while at >= start {
      if bytes[at] == 0xFF, bytes[at + 1] == 0xD9 { return true }
      at -= 1
    }
    return false
  }

  /// JFIF: unit 1 is dots per inch, 2 per centimetre.
  private func density(_ body: Range<Int>) -> Double? {
    let start = body.lowerBound
    guard bytes.starts(with: "JFIF\0", at: start), let unit = bytes[start + 7],
      let x = bytes.number(at: start + 8, size: 2), x > 1
    else { return nil }
    return unit == 1 ? Double(x) : unit == 2 ? Double(x) * 2.54 : nil
  }
}

/// The few tags of EXIF that matter to a page.
private struct EXIF {
  var ppi: Double?
  /// Orientations 5 to 8 show the picture's rows as columns.
  var swapsSides = false

  init?(_ bytes: Bytes, in body: Range<Int>) {
    let start = body.lowerBound
    guard bytes.starts(with: "Exif\0\0", at: start) else { return nil }
    let base = start + 6
    let isLittle = bytes.starts(with: "II", at: base)
    guard let offset = bytes.number(at: base + 4, size: 4, isLittle: isLittle),
      let count = bytes.number(at: base + offset, size: 2, isLittle: isLittle)
    else { return nil }
    var (resolution, unit): (Double?, Int) = (nil, 2)
    for entry in 0..<min(count, 200) {
      let at = base + offset + 2 + entry * 12
      guard at + 12 <= body.upperBound, let tag = bytes.number(at: at, size: 2, isLittle: isLittle)
      else { break }
      let short = bytes.number(at: at + 8, size: 2, isLittle: isLittle) ?? 0
      let long = bytes.number(at: at + 8, size: 4, isLittle: isLittle) ?? 0
      switch tag {
      case 0x0112: swapsSides = (5...8).contains(short)
      case 0x011A: resolution = Self.rational(bytes, at: base + long, isLittle)
      case 0x0128: unit = short
      default: break
      }
    }
    ppi = resolution.flatMap { $0 > 1 ? (unit == 3 ? $0 * 2.54 : $0) : nil }
  }

  private static func rational(_ bytes: Bytes, at: Int, _ isLittle: Bool) -> Double? {
    guard let above = bytes.number(at: at, size: 4, isLittle: isLittle),
      let below = bytes.number(at: at + 4, size: 4, isLittle: isLittle), below > 0
    else { return nil }
    return Double(above) / Double(below)
  }
}
