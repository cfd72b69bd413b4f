/// Reads the markers of a JPEG (ITU-T T.81 annex B) up to its first scan.
enum JPEGHeader {
  static func read(_ bytes: RawBytes) throws(PictureError) -> PictureHeader {
    var header: PictureHeader?
    var (turn, ppi, isAdobe) = (PictureTurn.none, 0.0, false)
    var place = 2
    while true {
      let segment = try nextSegment(bytes, &place)
      let body = segment.body
      switch segment.marker {
      case 0xC0, 0xC1, 0xC2: header = try frame(bytes, body)
      case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        throw .broken(reason: "a lossless or arithmetic JPEG")
      case 0xE0: ppi = density(bytes, body) ?? ppi
      case 0xE1: turn = orientation(bytes, body) ?? turn
      case 0xEE: isAdobe = isAdobe || starts(bytes, body, with: "Adobe")
      case 0xD9: throw .truncated
      case 0xDA:
        guard var header else { throw .broken(reason: "a scan before its frame") }
        guard endsWithMarker(bytes, after: body.upperBound) else { throw .truncated }
        (header.turn, header.ppi) = (turn, ppi)
        header.isInverted = header.colour == .cmyk && isAdobe
        return header
      default: break
      }
    }
  }

  /// The next marker and the range of its segment's body.
  private static func nextSegment(_ bytes: RawBytes, _ place: inout Int) throws(PictureError)
    -> (marker: UInt8, body: Range<Int>)
  {
    while place < bytes.count, bytes[place] != 0xFF { place += 1 }
    while place < bytes.count, bytes[place] == 0xFF { place += 1 }
    guard place < bytes.count else { throw .truncated }
    let marker = bytes[place]
    place += 1
    // These stand alone, without a length (B.1.1.3).
    if marker == 0 || marker == 0x01 || (0xD0...0xD9).contains(marker) {
      return (marker, place..<place)
    }
    guard place + 2 <= bytes.count else { throw .truncated }
    let length = bytes.short(at: place)
    guard length >= 2 else { throw .broken(reason: "a segment without length") }
    guard place + length <= bytes.count else { throw .truncated }
    let body = place + 2..<place + length
    place = body.upperBound
    return (marker, body)
  }

  private static func frame(_ bytes: RawBytes, _ body: Range<Int>) throws(PictureError)
    -> PictureHeader
  {
    let start = body.lowerBound
    guard body.count >= 6 else { throw .broken(reason: "a short frame header") }
    guard bytes[start] == 8 else { throw .broken(reason: "\(bytes[start]) bits a sample") }
    let colours: [UInt8: PictureHeader.Colour] = [1: .grey, 3: .rgb, 4: .cmyk]
    guard let colour = colours[bytes[start + 5]] else {
      throw .broken(reason: "\(bytes[start + 5]) colour channels")
    }
    return PictureHeader(
      kind: .jpeg, colour: colour, storedWidth: bytes.short(at: start + 3),
      storedHeight: bytes.short(at: start + 1))
  }

  private static func starts(_ bytes: RawBytes, _ body: Range<Int>, with name: String) -> Bool {
    bytes[body].starts(with: name.utf8)
  }

  /// Pixels to the inch of a JFIF header.
  private static func density(_ bytes: RawBytes, _ body: Range<Int>) -> Double? {
    guard body.count >= 12, starts(bytes, body, with: "JFIF\0") else { return nil }
    let across = Double(bytes.short(at: body.lowerBound + 8))
    switch bytes[body.lowerBound + 7] {
    case 1: return across
    case 2: return across * 2.54
    default: return nil
    }
  }

  /// The orientation tag (0x0112) of an EXIF header's first directory.
  private static func orientation(_ bytes: RawBytes, _ body: Range<Int>) -> PictureTurn? {
    guard body.count >= 14, starts(bytes, body, with: "Exif\0\0") else { return nil }
    let tiff = TIFFReader(bytes: bytes, range: body.lowerBound + 6..<body.upperBound)
    return tiff.orientation.flatMap(PictureTurn.init(rawValue:))
  }

  /// Whether an end-of-image marker stands after the scan began; without one the file was cut off.
  private static func endsWithMarker(_ bytes: RawBytes, after start: Int) -> Bool {
    var place = bytes.count - 1
    while place > start {
      if bytes[place] == 0xD9, bytes[place - 1] == 0xFF { return true }
      place -= 1
    }
    return false
  }
}

/// The first directory of the TIFF structure inside EXIF data.
private struct TIFFReader {
  let bytes: RawBytes
  let range: Range<Int>

  var orientation: Int? {
    guard let first = long(4), let count = short(first), count <= 512 else { return nil }
    for entry in 0..<count {
      let place = first + 2 + entry * 12
      if short(place) == 0x0112 { return short(place + 8) }
    }
    return nil
  }

  private var isLittleEndian: Bool { bytes[range.lowerBound] == 0x49 }

  private func short(_ offset: Int) -> Int? {
    guard offset >= 0, offset + 2 <= range.count else { return nil }
    let value = bytes.short(at: range.lowerBound + offset)
    return isLittleEndian ? value >> 8 | (value & 0xFF) << 8 : value
  }

  private func long(_ offset: Int) -> Int? {
    guard let a = short(offset), let b = short(offset + 2) else { return nil }
    return isLittleEndian ? b << 16 | a : a << 16 | b
  }
}
