import CZlib
import Colour
import Geometry

/// What came of making a picture ready for print.
package struct PlateMade: Sendable {
  package var picture: PlatePicture
  /// It brought a profile that cannot be used; its colours were taken for those of a screen.
  package var hasUselessProfile: Bool
}

extension PictureStore {
  /// Makes a picture ready for print (制版): inks instead of colours, never over the ink limit; grey stays grey,
  /// and a file whose inks are in order goes in as it is.
  ///
  /// `asDelivered`: an advertiser's inks are never changed, whatever they add up to.
  ///
  /// `size` is the largest that it is printed at: pixels beyond 400 to the inch, which no screen of a newspaper
  /// shows, are left away where the decoder can do so.
  package func plate(
    of file: String, at size: Size?, _ separations: Separations, asDelivered: Bool = false
  ) throws(PictureError) -> PlateMade {
    let header = try header(of: file)
    let wanted = size.map { header.wanted(at: $0, perPoint: 400.0 / 72) }
    let making = PlateMaking(store: self, file: file, header: header, separations: separations)
    switch (header.kind, header.colour) {
    case (.jpeg, .grey):
      return PlateMade(picture: try making.untouched(), hasUselessProfile: false)
    case (.jpeg, .cmyk):
      let picture = asDelivered ? try making.untouched() : try making.inks(wanted)
      return PlateMade(picture: picture, hasUselessProfile: false)
    case (_, .grey): return PlateMade(picture: try making.grey(), hasUselessProfile: false)
    default: return try making.separated(wanted)
    }
  }
}

extension PictureHeader {
  /// The pixels wanted of the stored sides for a picture of this size.
  func wanted(at size: Size, perPoint scale: Double) -> PixelSize {
    let (across, down) =
      turn.swapsSides ? (size.height, size.width) : (size.width, size.height)
    return PixelSize(
      width: Int((across.points * scale).rounded(.up)),
      height: Int((down.points * scale).rounded(.up)))
  }
}

private struct PlateMaking {
  let store: PictureStore
  let file: String
  let header: PictureHeader
  let separations: Separations

  /// In 255ths of an ink.
  private var limit: Int { separations.inkLimit * 255 / 100 }

  /// The file's own bytes.
  func untouched() throws(PictureError) -> PlatePicture {
    PlatePicture(
      width: header.storedWidth, height: header.storedHeight, isGrey: header.colour == .grey,
      encoding: .jpeg(isInverted: header.isInverted), bytes: Array(try store.bytes(of: file)))
  }

  /// A CMYK file: as it is where its inks obey the limit.
  func inks(_ wanted: PixelSize?) throws(PictureError) -> PlatePicture {
    let picture = try JPEG.inks(try store.bytes(of: file), header, wanted: wanted)
    return picture.most <= limit ? try untouched() : try encoded(picture)
  }

  func grey() throws(PictureError) -> PlatePicture {
    grey(try store.bitmap(file, .blackCover, wanted: nil))
  }

  /// Light instead of cover, row by row.
  private func grey(_ bitmap: Bitmap) -> PlatePicture {
    var samples = [UInt8](repeating: 0, count: bitmap.width * bitmap.height)
    for row in 0..<bitmap.height {
      let line = bitmap.pixels[row * bitmap.stride..<row * bitmap.stride + bitmap.width]
      for (column, cover) in line.enumerated() {
        samples[row * bitmap.width + column] = 255 - cover
      }
    }
    return PlatePicture(
      width: bitmap.width, height: bitmap.height, isGrey: true, encoding: .deflated,
      bytes: deflated(samples))
  }

  /// A picture in colours of a screen.
  func separated(_ wanted: PixelSize?) throws(PictureError) -> PlateMade {
    let bitmap = try store.bitmap(file, .colour, wanted: wanted)
    if bitmap.isGrey {
      let picture = try greyPicture(bitmap)
      return PlateMade(picture: picture, hasUselessProfile: false)
    }
    let found = EmbeddedProfile.find(in: try store.bytes(of: file), header.kind)
    let own: Separation? =
      if case .profile(let bytes) = found { separations.separation(of: bytes) } else { nil }
    let picture = bitmap.separated(by: own ?? separations.ofScreens)
    let made =
      header.kind == .jpeg
      ? try encoded(picture)
      : PlatePicture(
        width: picture.width, height: picture.height, isGrey: false, encoding: .deflated,
        bytes: deflated(picture.inks))
    return PlateMade(picture: made, hasUselessProfile: found != .none && own == nil)
  }

  /// A colour file whose every pixel is grey.
  private func greyPicture(_ bitmap: Bitmap) throws(PictureError) -> PlatePicture {
    guard header.kind == .jpeg else { return grey(bitmap.cover) }
    let bytes = try JPEG.encode(bitmap, isGrey: true)
    return PlatePicture(
      width: bitmap.width, height: bitmap.height, isGrey: true, encoding: .jpeg(isInverted: false),
      bytes: Array(bytes))
  }

  /// A JPEG whose every pixel, as it will be decoded, obeys the limit. What JPEG adds is taken off the limit for
  /// another try; a picture that no try brings under it is packed without loss.
  private func encoded(_ picture: InkPicture) throws(PictureError) -> PlatePicture {
    var picture = picture
    var room = limit
    for _ in 0..<3 {
      picture.limit(to: room)
      let bytes = try JPEG.encode(picture)
      let over = try JPEG.inks(bytes, JPEGHeader.read(bytes), wanted: nil).most - limit
      if over <= 0 {
        return PlatePicture(
          width: picture.width, height: picture.height, isGrey: false,
          encoding: .jpeg(isInverted: true), bytes: Array(bytes))
      }
      room -= over + 1
    }
    picture.limit(to: limit)
    return PlatePicture(
      width: picture.width, height: picture.height, isGrey: false, encoding: .deflated,
      bytes: deflated(picture.inks))
  }

  private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var room = [UInt8](repeating: 0, count: Int(compressBound(uLong(bytes.count))))
    var count = uLong(room.count)
    // The room is what zlib asks for: it cannot run out.
    compress2(&room, &count, bytes, uLong(bytes.count), 6)
    return Array(room[..<Int(count)])
  }
}

/// Pixels of ink: cyan, magenta, yellow, black, 255 for all of one.
struct InkPicture {
  var width: Int
  var height: Int
  var inks: [UInt8]

  /// The most ink on a pixel, in 255ths.
  var most: Int {
    var most = 0
    inks.withUnsafeBufferPointer { inks in
      for place in stride(from: 0, to: inks.count, by: 4) {
        let sum = Int(inks[place]) + Int(inks[place + 1]) + Int(inks[place + 2])
        most = max(most, sum + Int(inks[place + 3]))
      }
    }
    return most
  }

  mutating func limit(to limit: Int) {
    inks.withUnsafeMutableBufferPointer { inks in
      guard let base = inks.baseAddress else { return }
      for place in stride(from: 0, to: inks.count, by: 4) { limitInk(base + place, to: limit) }
    }
  }
}

extension Bitmap {
  /// Whether all of its colours are grey.
  fileprivate var isGrey: Bool {
    (0..<height).allSatisfy { row in
      let start = row * stride
      return (0..<width).allSatisfy { column in
        let place = start + column * 4
        return pixels[place] == pixels[place + 1] && pixels[place] == pixels[place + 2]
      }
    }
  }

  /// A grey picture's pixels as cover.
  fileprivate var cover: Bitmap {
    Bitmap(width: width, height: height, format: .blackCover) { room, stride in
      for row in 0..<height {
        for column in 0..<width {
          room[row * stride + column] = 255 - pixels[row * self.stride + column * 4]
        }
      }
    }
  }

  func separated(by separation: Separation) -> InkPicture {
    var inks = [UInt8](repeating: 0, count: width * height * 4)
    inks.withUnsafeMutableBufferPointer { inks in
      guard let target = inks.baseAddress else { return }
      for row in 0..<height {
        let line = (pixels.pointer + row * stride).assumingMemoryBound(to: UInt8.self)
        separation.separate(line, .bgrx, into: target + row * width * 4, count: width)
      }
    }
    return InkPicture(width: width, height: height, inks: inks)
  }
}
