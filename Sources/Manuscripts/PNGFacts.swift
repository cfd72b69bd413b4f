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
