import Colour

/// The pictures of one page in inks, each separated once for its four plates. Confined to one thread.
final class PictureInks {
  private struct Key: Hashable {
    var file: String
    var wanted: PixelSize
  }

  private let store: PictureStore
  private let separations: Separations
  /// Files whose inks are not brought under the limit, as advertisers' files are not.
  private let asDelivered: Set<String>
  private var known: [Key: InkPicture] = [:]

  init(_ store: PictureStore, _ separations: Separations, asDelivered: Set<String>) {
    (self.store, self.separations, self.asDelivered) = (store, separations, asDelivered)
  }

  /// What one plate shows of a picture, as cover.
  func plate(_ ink: PressInk, of file: String, _ header: PictureHeader, wanted: PixelSize)
    throws(PictureError) -> Bitmap
  {
    let picture = try inks(of: file, header, wanted: wanted)
    return Bitmap(width: picture.width, height: picture.height, format: .blackCover) {
      room, stride in
      for row in 0..<picture.height {
        let (from, to) = (row * picture.width * 4 + ink.rawValue, row * stride)
        for column in 0..<picture.width { room[to + column] = picture.inks[from + column * 4] }
      }
    }
  }

  private func inks(of file: String, _ header: PictureHeader, wanted: PixelSize)
    throws(PictureError) -> InkPicture
  {
    let key = Key(file: file, wanted: wanted)
    if let picture = known[key] { return picture }
    let picture = try made(of: file, header, wanted: wanted)
    known[key] = picture
    return picture
  }

  private func made(of file: String, _ header: PictureHeader, wanted: PixelSize)
    throws(PictureError) -> InkPicture
  {
    switch header.colour {
    case .grey:
      return try store.bitmap(file, .blackCover, wanted: wanted).shrunk(to: wanted).blackInk
    case .rgb:
      let found = EmbeddedProfile.find(in: try store.bytes(of: file), header.kind)
      let own: Separation? =
        if case .profile(let bytes) = found { separations.separation(of: bytes) } else { nil }
      return try store.bitmap(file, .colour, wanted: wanted).shrunk(to: wanted)
        .separated(by: own ?? separations.ofScreens)
    case .cmyk:
      var picture = try JPEG.inks(try store.bytes(of: file), header, wanted: wanted)
      if !asDelivered.contains(file) { picture.limit(to: separations.inkLimit * 255 / 100) }
      return picture
    }
  }
}

extension Bitmap {
  /// Averaged down by whole numbers while it has the pixels wanted: what is separated costs more than what is
  /// averaged.
  fileprivate func shrunk(to wanted: PixelSize) -> Bitmap {
    let factor = min(width / max(1, wanted.width), height / max(1, wanted.height))
    guard factor > 1 else { return self }
    let channels = format.bytesPerPixel
    return Bitmap(width: width / factor, height: height / factor, format: format) { room, stride in
      let source = pixels.pointer.assumingMemoryBound(to: UInt8.self)
      for row in 0..<height / factor {
        for column in 0..<width / factor {
          let corner = source + row * factor * self.stride + column * factor * channels
          for channel in 0..<channels {
            room[row * stride + column * channels + channel] = mean(corner + channel, factor)
          }
        }
      }
    }
  }

  private func mean(_ corner: UnsafePointer<UInt8>, _ side: Int) -> UInt8 {
    var sum = 0
    for row in 0..<side {
      for column in 0..<side {
        sum += Int(corner[row * stride + column * format.bytesPerPixel])
      }
    }
    return UInt8((sum + side * side / 2) / (side * side))
  }

  /// Cover as black ink.
  fileprivate var blackInk: InkPicture {
    var inks = [UInt8](repeating: 0, count: width * height * 4)
    for row in 0..<height {
      for column in 0..<width {
        inks[(row * width + column) * 4 + 3] = pixels[row * stride + column]
      }
    }
    return InkPicture(width: width, height: height, inks: inks)
  }
}
