import CJPEG

/// JPEG bytes to pixels and back, through libjpeg-turbo.
enum JPEG {
  /// Decodes at the smallest of 1/1, 1/2, 1/4, 1/8 of its size that still has `wanted` pixels on both
  /// sides; the decoder averages as it goes, so that less is lost than by picking pixels later.
  static func decode(
    _ bytes: RawBytes, _ header: PictureHeader, as format: Bitmap.Format, wanted: PixelSize?
  ) throws(PictureError) -> Bitmap {
    let reduction = header.reduction(for: wanted)
    let width = (header.storedWidth + reduction - 1) / reduction
    let height = (header.storedHeight + reduction - 1) / reduction
    if header.colour == .cmyk {
      let inks = try pixels(
        bytes, width: width, height: height, layout: TJPF_CMYK, bytesPerPixel: 4)
      return Bitmap(cmyk: inks, width: width, height: height, format, inverted: header.isInverted)
    }
    let layout = format == .colour ? TJPF_BGRX : TJPF_GRAY
    let stride = Bitmap.stride(width: width, format)
    var failure: PictureError?
    let bitmap = Bitmap(width: width, height: height, format: format) { room, _ in
      failure = decompress(bytes, into: room, width, stride, height, layout)
      if format == .blackCover { invert(room, count: stride * height) }
    }
    if let failure { throw failure }
    return bitmap
  }

  /// Pixels as a JPEG without visible loss, colours at full resolution.
  static func encode(_ bitmap: Bitmap, isGrey: Bool) throws(PictureError) -> RawBytes {
    let pixels = bitmap.pixels.pointer.assumingMemoryBound(to: UInt8.self)
    return try compress(
      pixels, width: bitmap.width, stride: bitmap.stride, height: bitmap.height, TJPF_BGRX,
      isGrey ? TJSAMP_GRAY : TJSAMP_444, quality: 90)
  }

  private static func compress(
    _ pixels: UnsafePointer<UInt8>, width: Int, stride: Int, height: Int, _ layout: TJPF,
    _ sampling: TJSAMP, quality: Int32
  ) throws(PictureError) -> RawBytes {
    guard let codec = tjInitCompress() else { throw .broken(reason: "no JPEG encoder") }
    defer { tjDestroy(codec) }
    var (result, size): (UnsafeMutablePointer<UInt8>?, UInt) = (nil, 0)
    defer { tjFree(result) }
    let status = tjCompress2(
      codec, pixels, Int32(width), Int32(stride), Int32(height), layout.rawValue, &result,
      &size, sampling.rawValue.signed, quality, TJFLAG_ACCURATEDCT)
    guard status == 0, let result else { throw .broken(reason: message(codec)) }
    return RawBytes(count: Int(size)) { room in
      room.copyMemory(from: UnsafeRawBufferPointer(start: result, count: Int(size)))
    }
  }

  /// A CMYK file's inks, at the size that `decode` gives.
  static func inks(_ bytes: RawBytes, _ header: PictureHeader, wanted: PixelSize?)
    throws(PictureError) -> InkPicture
  {
    let reduction = header.reduction(for: wanted)
    let width = (header.storedWidth + reduction - 1) / reduction
    let height = (header.storedHeight + reduction - 1) / reduction
    let values = try pixels(
      bytes, width: width, height: height, layout: TJPF_CMYK, bytesPerPixel: 4)
    let flip: UInt8 = header.isInverted ? 255 : 0
    return InkPicture(width: width, height: height, inks: values.map { $0 ^ flip })
  }

  /// Inks as a JPEG; its values mean light, as Adobe's programs write them.
  static func encode(_ picture: InkPicture) throws(PictureError) -> RawBytes {
    let light = picture.inks.map { ~$0 }
    return try compress(
      light, width: picture.width, stride: picture.width * 4, height: picture.height, TJPF_CMYK,
      TJSAMP_444, quality: 92)
  }

  private static func pixels(
    _ bytes: RawBytes, width: Int, height: Int, layout: TJPF, bytesPerPixel: Int
  ) throws(PictureError) -> RawBytes {
    var failure: PictureError?
    let stride = width * bytesPerPixel
    let pixels = RawBytes(count: stride * height) { room in
      guard let base = room.baseAddress else { return }
      failure = decompress(
        bytes, into: base.assumingMemoryBound(to: UInt8.self), width, stride, height, layout)
    }
    if let failure { throw failure }
    return pixels
  }

  /// Nil when every row came out. A warning is not a failure: cameras write many harmless faults.
  private static func decompress(
    _ bytes: RawBytes, into room: UnsafeMutablePointer<UInt8>, _ width: Int, _ stride: Int,
    _ height: Int, _ layout: TJPF
  ) -> PictureError? {
    guard let codec = tjInitDecompress() else { return .broken(reason: "no JPEG decoder") }
    defer { tjDestroy(codec) }
    let status = tjDecompress2(
      codec, bytes.pointer.assumingMemoryBound(to: UInt8.self), UInt(bytes.count), room,
      Int32(width), Int32(stride), Int32(height), layout.rawValue, TJFLAG_LIMITSCANS)
    if status == 0 || tjGetErrorCode(codec) == TJERR_WARNING.rawValue.signed { return nil }
    return .broken(reason: message(codec))
  }

  private static func message(_ codec: tjhandle) -> String {
    String(cString: tjGetErrorStr2(codec))
  }

  private static func invert(_ room: UnsafeMutablePointer<UInt8>, count: Int) {
    for index in 0..<count { room[index] = 255 - room[index] }
  }
}

extension UInt32 {
  /// The library's enumerations are unsigned here, its parameters signed.
  fileprivate var signed: Int32 { Int32(bitPattern: self) }
}

/// How many pixels are wanted on each stored side.
struct PixelSize: Hashable, Sendable {
  var width: Int
  var height: Int
}

extension PictureHeader {
  /// 1, 2, 4 or 8: how much smaller a JPEG may be decoded and still have the pixels wanted.
  func reduction(for wanted: PixelSize?) -> Int {
    guard kind == .jpeg, let wanted else { return 1 }
    for divisor in [8, 4, 2]
    where storedWidth / divisor >= wanted.width && storedHeight / divisor >= wanted.height {
      return divisor
    }
    return 1
  }
}

extension Bitmap {
  /// Ink values (255 = full, or = none when inverted) mixed for the screen as inks on paper are.
  fileprivate init(cmyk inks: RawBytes, width: Int, height: Int, _ format: Format, inverted: Bool) {
    let source = inks.pointer.assumingMemoryBound(to: UInt8.self)
    let flip: UInt8 = inverted ? 0 : 255
    self.init(width: width, height: height, format: format) { room, stride in
      for row in 0..<height {
        var from = source + row * width * 4
        var to = room + row * stride
        for _ in 0..<width {
          // Light left by each ink, 255 = all of it.
          let (c, m, y, k) = (from[0] ^ flip, from[1] ^ flip, from[2] ^ flip, Int(from[3] ^ flip))
          let (r, g, b) = (Int(c) * k / 255, Int(m) * k / 255, Int(y) * k / 255)
          if format == .colour {
            (to[0], to[1], to[2], to[3]) = (UInt8(b), UInt8(g), UInt8(r), 255)
          } else {
            to[0] = UInt8(255 - (r * 299 + g * 587 + b * 114) / 1000)
          }
          from += 4
          to += format.bytesPerPixel
        }
      }
    }
  }
}
