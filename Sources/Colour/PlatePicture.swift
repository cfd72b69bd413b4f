/// A picture ready for the plates (制版图): what a print PDF carries as it is.
package struct PlatePicture: Hashable, Sendable {
  package enum Encoding: Hashable, Sendable {
    /// A JPEG file. `isInverted`: 0 means all of an ink, as Adobe's programs write CMYK.
    case jpeg(isInverted: Bool)
    /// Rows of samples, 8 bits each, compressed by zlib.
    case deflated
  }

  /// In pixels, as stored; how it is turned is the placement's concern.
  package var width: Int
  package var height: Int
  /// One sample a pixel, 255 for paper; otherwise four, 255 for all of an ink.
  package var isGrey: Bool
  package var encoding: Encoding
  package var bytes: [UInt8]

  package init(width: Int, height: Int, isGrey: Bool, encoding: Encoding, bytes: [UInt8]) {
    (self.width, self.height, self.isGrey) = (width, height, isGrey)
    (self.encoding, self.bytes) = (encoding, bytes)
  }
}
