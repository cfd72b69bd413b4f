import CZlib

/// The ICC profile that a picture brings along (内嵌色彩描述): what its colours mean.
enum EmbeddedProfile {
  /// More than this describes no screen or camera.
  static let mostBytes = 1 << 20

  enum Finding: Hashable, Sendable {
    case none
    case profile([UInt8])
    /// Cut off, out of order or too large.
    case broken
  }

  static func find(in bytes: RawBytes, _ kind: PictureHeader.Kind) -> Finding {
    switch kind {
    case .jpeg: findInJPEG(bytes)
    case .png: findInPNG(bytes)
    case .ppm: .none
    }
  }

  /// Segments APP2 that begin with `ICC_PROFILE`, a number and how many there are (ICC.1:2010, B.4).
  private static func findInJPEG(_ bytes: RawBytes) -> Finding {
    let name = Array("ICC_PROFILE\0".utf8)
    var (parts, count) = ([Int: Range<Int>](), 0)
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0xDA {
      let body = place + 4..<place + 2 + bytes.short(at: place + 2)
      guard body.lowerBound <= body.upperBound, body.upperBound <= bytes.count else { break }
      if bytes[place + 1] == 0xE2, body.count > name.count + 2,
        bytes[body].starts(with: name)
      {
        count = Int(bytes[body.lowerBound + name.count + 1])
        parts[Int(bytes[body.lowerBound + name.count])] =
          body.lowerBound + name.count + 2..<body.upperBound
      }
      place = body.upperBound
    }
    guard !parts.isEmpty else { return .none }
    let ordered = (1...max(1, count)).compactMap { parts[$0] }
    guard ordered.count == count, ordered.map(\.count).reduce(0, +) <= mostBytes else {
      return .broken
    }
    return .profile(ordered.flatMap { bytes[$0] })
  }

  /// The chunk iCCP: a name, a zero, the method 0 and a zlib stream (PNG, 11.3.2.3).
  private static func findInPNG(_ bytes: RawBytes) -> Finding {
    var place = 8
    while place + 12 <= bytes.count {
      let (length, body) = (bytes.long(at: place), place + 8)
      guard length <= bytes.count - body - 4 else { return .none }
      let type = bytes[place + 4..<body]
      if type.elementsEqual("IDAT".utf8) { return .none }
      if type.elementsEqual("iCCP".utf8) {
        let chunk = bytes[body..<body + length]
        guard let end = chunk.prefix(80).firstIndex(of: 0), end + 2 < chunk.endIndex else {
          return .broken
        }
        return inflated(Array(chunk[(end + 2)...])).map(Finding.profile) ?? .broken
      }
      place = body + length + 4
    }
    return .none
  }

  /// Nil for what is no zlib stream or unpacks to more than a profile.
  private static func inflated(_ packed: [UInt8]) -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: mostBytes)
    var count = uLong(room.count)
    guard uncompress(&room, &count, packed, uLong(packed.count)) == Z_OK else { return nil }
    return Array(room[..<Int(count)])
  }
}
