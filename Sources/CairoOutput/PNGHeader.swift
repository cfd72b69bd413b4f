/// Reads the chunks of a PNG (W3C PNG, 2nd edition) that stand before its pixels.
enum PNGHeader {
  static func read(_ bytes: RawBytes) throws(PictureError) -> PictureHeader {
    guard bytes.count >= 33 else { throw .truncated }
    guard bytes.long(at: 12) == name("IHDR") else { throw .broken(reason: "no IHDR chunk") }
    let colour: PictureHeader.Colour = bytes[25] & 2 == 0 ? .grey : .rgb
    var header = PictureHeader(
      kind: .png, colour: colour, storedWidth: bytes.long(at: 16), storedHeight: bytes.long(at: 20))
    header.ppi = density(bytes) ?? 0
    return header
  }

  /// Pixels to the inch of the pHYs chunk.
  private static func density(_ bytes: RawBytes) -> Double? {
    var place = 33
    while place + 21 <= bytes.count {
      let kind = bytes.long(at: place + 4)
      if kind == name("IDAT") { return nil }
      if kind == name("pHYs") {
        return bytes[place + 16] == 1 ? Double(bytes.long(at: place + 8)) * 0.0254 : nil
      }
      place += 12 + bytes.long(at: place)
    }
    return nil
  }

  private static func name(_ text: StaticString) -> Int {
    text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | Int($1) } }
  }
}
