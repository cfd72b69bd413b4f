/// Decoded pixels in the layout that Cairo draws from.
struct Bitmap: Sendable {
  enum Format: Hashable, Sendable {
    /// 32 bits: blue, green, red, unused.
    case colour
    /// 8 bits of cover: 255 is black.
    case blackCover

    var bytesPerPixel: Int { self == .colour ? 4 : 1 }
  }

  var width: Int
  var height: Int
  /// Bytes from one row to the next; a multiple of four, as Cairo wants.
  var stride: Int
  var format: Format
  var pixels: RawBytes

  static func stride(width: Int, _ format: Format) -> Int {
    (width * format.bytesPerPixel + 3) & ~3
  }

  init(
    width: Int, height: Int, format: Format,
    fill: (UnsafeMutablePointer<UInt8>, _ stride: Int) -> Void
  ) {
    let stride = Bitmap.stride(width: width, format)
    (self.width, self.height, self.stride, self.format) = (width, height, stride, format)
    pixels = RawBytes(count: stride * height) { room in
      if let base = room.baseAddress { fill(base.assumingMemoryBound(to: UInt8.self), stride) }
    }
  }
}
