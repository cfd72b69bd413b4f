import CPNG

/// PNG bytes to pixels, through libpng's simple reader; what is transparent shows white paper.
enum PNGDecoder {
  static func decode(_ bytes: RawBytes, _ header: PictureHeader, as format: Bitmap.Format)
    throws(PictureError) -> Bitmap
  {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, bytes.pointer, bytes.count) != 0 else {
      throw .broken(reason: message(&image))
    }
    // 16-bit channels are read as the 8-bit ones are, not as linear light.
    image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
    let channels = format == .colour ? 3 : 1
    image.format = format == .colour ? PNG_FORMAT_BGR : png_uint_32(PNG_FORMAT_GRAY)
    let (width, height) = (Int(image.width), Int(image.height))
    guard width == header.storedWidth, height == header.storedHeight else {
      throw .broken(reason: "its size changes within the file")
    }
    var paper = png_color(red: 255, green: 255, blue: 255)
    var done: Int32 = 0
    let packed = RawBytes(count: width * channels * height) { room in
      done = png_image_finish_read(
        &image, &paper, room.baseAddress, png_int_32(width * channels), nil)
    }
    guard done != 0 else { throw truncatedOrBroken(message(&image)) }
    return Bitmap(width: width, height: height, format: format) { room, stride in
      let source = packed.pointer.assumingMemoryBound(to: UInt8.self)
      for row in 0..<height {
        let from = source + row * width * channels
        let to = room + row * stride
        if format == .colour { spread(from, to, width) } else { cover(from, to, width) }
      }
    }
  }

  private static func spread(
    _ from: UnsafeMutablePointer<UInt8>, _ to: UnsafeMutablePointer<UInt8>, _ width: Int
  ) {
    for column in 0..<width {
      to[4 * column] = from[3 * column]
      to[4 * column + 1] = from[3 * column + 1]
      to[4 * column + 2] = from[3 * column + 2]
      to[4 * column + 3] = 255
    }
  }

  private static func cover(
    _ from: UnsafeMutablePointer<UInt8>, _ to: UnsafeMutablePointer<UInt8>, _ width: Int
  ) {
    for column in 0..<width { to[column] = 255 - from[column] }
  }

  static func truncatedOrBroken(_ reason: String) -> PictureError {
    reason == "read beyond end of data" || reason.hasPrefix("Not enough") || reason == "Read Error"
      ? .truncated : .broken(reason: reason)
  }

  static func message(_ image: inout png_image) -> String {
    withUnsafeBytes(of: &image.message) { text in
      String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
