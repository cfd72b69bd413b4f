/// Reads portable pixmaps (netpbm's P6): a header in words, then red, green and blue bytes.
enum Pixmap {
  static func readHeader(_ bytes: RawBytes) throws(PictureError) -> PictureHeader {
    let (sides, start) = try layout(bytes)
    let isGrey = stride(from: start, to: start + 3 * sides.width * sides.height, by: 3).allSatisfy {
      bytes[$0] == bytes[$0 + 1] && bytes[$0] == bytes[$0 + 2]
    }
    return PictureHeader(
      kind: .ppm, colour: isGrey ? .grey : .rgb, storedWidth: sides.width,
      storedHeight: sides.height)
  }

  static func decode(_ bytes: RawBytes, as format: Bitmap.Format) throws(PictureError) -> Bitmap {
    let (sides, start) = try layout(bytes)
    let source = bytes.pointer.assumingMemoryBound(to: UInt8.self) + start
    return Bitmap(width: sides.width, height: sides.height, format: format) { room, stride in
      for row in 0..<sides.height {
        var from = source + 3 * row * sides.width
        var to = room + row * stride
        for _ in 0..<sides.width {
          if format == .colour {
            (to[0], to[1], to[2], to[3]) = (from[2], from[1], from[0], 255)
          } else {
            let light = (Int(from[0]) * 299 + Int(from[1]) * 587 + Int(from[2]) * 114) / 1000
            to[0] = UInt8(255 - light)
          }
          from += 3
          to += format.bytesPerPixel
        }
      }
    }
  }

  /// The sides, and where the pixels begin.
  private static func layout(_ bytes: RawBytes) throws(PictureError)
    -> (sides: PixelSize, start: Int)
  {
    var place = 2
    var values: [Int] = []
    while values.count < 3 {
      while place < bytes.count, isBlank(bytes[place]) { place += 1 }
      var value = 0
      let first = place
      while place < bytes.count, (0x30...0x39).contains(bytes[place]), place - first < 6 {
        value = value * 10 + Int(bytes[place]) - 0x30
        place += 1
      }
      guard place > first else { throw .broken(reason: "a pixmap without sides") }
      values.append(value)
    }
    guard values[2] == 255 else { throw .broken(reason: "a pixmap of \(values[2]) steps") }
    // One blank ends the header.
    guard bytes.count - place - 1 >= 3 * values[0] * values[1] else { throw .truncated }
    return (PixelSize(width: values[0], height: values[1]), place + 1)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
