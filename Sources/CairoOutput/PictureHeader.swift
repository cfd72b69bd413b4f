/// Why a picture cannot be drawn; a grey box with a cross stands in its place.
package enum PictureError: Error, Hashable, Sendable {
  case missing
  case empty
  case unreadable(reason: String)
  /// Neither JPEG nor PNG nor PPM, whatever its name says.
  case unknownKind
  case fileTooLarge(bytes: Int, limit: Int)
  case tooManyPixels(width: Int, height: Int, limit: Int)
  case sideTooLong(pixels: Int, limit: Int)
  /// The file ends before the picture does.
  case truncated
  /// The file says what no decoder understands.
  case broken(reason: String)
}

/// How much of a picture is still taken (防炸图).
package struct PictureLimits: Hashable, Sendable {
  package var pixels: Int
  package var side: Int
  package var fileBytes: Int

  /// `megapixels` as the edition's limits say; no side over 65 500, what JPEG can hold.
  package init(megapixels: Int = 200, side: Int = 65_500, fileBytes: Int = 512 << 20) {
    (pixels, self.side, self.fileBytes) = (megapixels * 1_000_000, side, fileBytes)
  }
}

/// What a picture's file says of itself before it is decoded.
package struct PictureHeader: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case jpeg, png
    /// A portable pixmap, in which drawn PDF pages come.
    case ppm
  }
  package enum Colour: String, Hashable, Sendable { case grey, rgb, cmyk }

  package var kind: Kind
  package var colour: Colour
  /// Pixels as stored; `turn` may swap them when shown.
  package var storedWidth: Int
  package var storedHeight: Int
  package var turn: PictureTurn = .none
  /// Pixels to the inch as the file says, 0 when it does not.
  package var ppi: Double = 0
  /// A CMYK JPEG whose values mean light, not ink (Adobe's habit).
  package var isInverted: Bool = false

  package var width: Int { turn.swapsSides ? storedHeight : storedWidth }
  package var height: Int { turn.swapsSides ? storedWidth : storedHeight }
}

extension PictureHeader {
  /// Reads the header of a picture's bytes.
  static func reading(_ bytes: RawBytes, limits: PictureLimits) throws(PictureError)
    -> PictureHeader
  {
    let header: PictureHeader
    if bytes.count >= 3, bytes[0] == 0xFF, bytes[1] == 0xD8, bytes[2] == 0xFF {
      header = try JPEGHeader.read(bytes)
    } else if bytes.count >= 8, bytes.long(at: 0) == 0x8950_4E47, bytes.long(at: 4) == 0x0D0A_1A0A {
      header = try PNGHeader.read(bytes)
    } else if bytes.count >= 2, bytes[0] == 0x50, bytes[1] == 0x36 {
      header = try Pixmap.readHeader(bytes)
    } else {
      throw .unknownKind
    }
    let (width, height) = (header.storedWidth, header.storedHeight)
    guard width > 0, height > 0 else { throw .broken(reason: "a side of 0 pixels") }
    guard max(width, height) <= limits.side else {
      throw .sideTooLong(pixels: max(width, height), limit: limits.side)
    }
    guard width * height <= limits.pixels else {
      throw .tooManyPixels(width: width, height: height, limit: limits.pixels)
    }
    return header
  }
}

/// How the camera was held (EXIF 2.32 orientation, 1 to 8).
package enum PictureTurn: Int, Hashable, Sendable {
  case none = 1
  case mirrored, halfTurn, flipped, transposed, quarterTurn, transversed, threeQuarterTurn

  package var swapsSides: Bool { rawValue >= 5 }
}
