import CJPEG

/// Photographs out of JPEG and back, through libjpeg-turbo.
enum JPEGPixels {
  /// Without visible loss; colours at full resolution.
  private static let quality: Int32 = 95

  /// Nil for what is no JPEG.
  static func size(of photo: [UInt8]) -> PixelCount? {
    guard let codec = tjInitDecompress() else { return nil }
    defer { tjDestroy(codec) }
    var (width, height, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let known = tjDecompressHeader3(
      codec, photo, UInt(photo.count), &width, &height, &sampling, &space)
    return known == 0 ? PixelCount(width: Int(width), height: Int(height)) : nil
  }

  /// Pixels of RGB, 8 bits each.
  static func decode(_ photo: [UInt8], _ size: PixelCount) throws(ConversionFault) -> [UInt8] {
    // What the file's two headers disagree on, two readers draw differently.
    guard let codec = tjInitDecompress(), let own = JPEGPixels.size(of: photo),
      own.width == size.width, own.height == size.height
    else { throw .unconvertible }
    defer { tjDestroy(codec) }
    var pixels = [UInt8](repeating: 0, count: size.count * 3)
    let status = tjDecompress2(
      codec, photo, UInt(photo.count), &pixels, Int32(size.width), 0, Int32(size.height),
      TJPF_RGB.layout,
      TJFLAG_ACCURATEDCT)
    // Cameras write many harmless faults.
    guard status == 0 || tjGetErrorCode(codec) == TJERR_WARNING.rawValue else {
      throw .unconvertible
    }
    return pixels
  }

  static func encode(_ pixels: [UInt8], _ size: PixelCount, isGrey: Bool) throws(ConversionFault)
    -> [UInt8]
  {
    guard let codec = tjInitCompress() else { throw .unconvertible }
    defer { tjDestroy(codec) }
    var (result, count): (UnsafeMutablePointer<UInt8>?, UInt) = (nil, 0)
    defer { tjFree(result) }
    let status = tjCompress2(
      codec, pixels, Int32(size.width), 0, Int32(size.height),
      (isGrey ? TJPF_GRAY : TJPF_CMYK).layout, &result, &count,
      Int32((isGrey ? TJSAMP_GRAY : TJSAMP_444).rawValue), quality, TJFLAG_ACCURATEDCT)
    guard status == 0, let result else { throw .unconvertible }
    return Array(UnsafeBufferPointer(start: result, count: Int(count)))
  }
}

extension TJPF {
  fileprivate var layout: Int32 { Int32(rawValue) }
}
