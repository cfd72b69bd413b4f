import CLCMS

/// How much of each ink lies on a place, 0 to 1.
package struct InkAmounts: Hashable, Sendable {
  package var c: Double
  package var m: Double
  package var y: Double
  package var k: Double
  package init(c: Double, m: Double, y: Double, k: Double) {
    (self.c, self.m, self.y, self.k) = (c, m, y, k)
  }

  package static func black(_ amount: Double) -> InkAmounts {
    InkAmounts(c: 0, m: 0, y: 0, k: amount)
  }

  /// The sum of the inks (总墨量), 0 to 4.
  package var total: Double { c + m + y + k }
}

/// Colours of a screen into inks (分色), by a printing condition, never over its ink limit.
///
/// Relative colorimetric with black point compensation: the paper is white, the darkest that the press
/// can print is black. What is grey on the screen is printed with black ink alone.
package final class Separation: Sendable {
  private let pixels: ColourTransform
  private let swappedPixels: ColourTransform
  private let values: ColourTransform
  /// In 255ths of an ink.
  private let limit: Int

  /// `inkLimit` in percent; `source` is the ICC profile of the colours that come, sRGB without one.
  package init(to profile: OutputProfile, inkLimit: Int, source: [UInt8]? = nil)
    throws(ProfileFault)
  {
    let press = try ICCProfile(profile.bytes)
    let screen: ICCProfile
    if let source { screen = try ICCProfile(source) } else { screen = try .sRGB() }
    guard cmsGetColorSpace(screen.handle) == cmsSigRgbData else { throw .incomplete }
    func transform(_ from: UInt32, _ to: UInt32) throws(ProfileFault) -> ColourTransform {
      try ColourTransform(
        from: screen, from, to: press, to, intent: INTENT_RELATIVE_COLORIMETRIC,
        flags: cmsFLAGS_BLACKPOINTCOMPENSATION)
    }
    pixels = try transform(banxin_rgb_8, banxin_cmyk_8)
    swappedPixels = try transform(banxin_bgrx_8, banxin_cmyk_8)
    values = try transform(banxin_rgb_real, banxin_cmyk_real)
    limit = inkLimit * 255 / 100
  }

  /// How the bytes of coloured pixels follow each other.
  package enum PixelLayout: Hashable, Sendable {
    /// Red, green, blue.
    case rgb
    /// Blue, green, red and a byte that is not looked at.
    case bgrx
  }

  /// The inks of a colour, each part of it 0 to 1.
  package func inks(red: Double, green: Double, blue: Double) -> InkAmounts {
    if red == green, green == blue { return .black(1 - min(1, max(0, red))) }
    var inks = [0.0, 0, 0, 0]
    cmsDoTransform(values.handle, [red, green, blue], &inks, 1)
    let (c, m, y, k) = (inks[0] / 100, inks[1] / 100, inks[2] / 100, inks[3] / 100)
    let most = Double(limit) / 255
    let coloured = c + m + y
    guard coloured + k > most, coloured > 0 else { return InkAmounts(c: c, m: m, y: y, k: k) }
    let share = max(0, most - k) / coloured
    return InkAmounts(c: c * share, m: m * share, y: y * share, k: min(k, most))
  }

  /// Separates `count` pixels; four bytes of ink come out for each, 255 for all of an ink.
  package func separate(
    _ bytes: UnsafePointer<UInt8>, _ layout: PixelLayout, into inks: UnsafeMutablePointer<UInt8>,
    count: Int
  ) {
    let transform = layout == .rgb ? pixels : swappedPixels
    cmsDoTransform(transform.handle, bytes, inks, UInt32(count))
    let step = layout == .rgb ? 3 : 4
    for index in 0..<count {
      let (colour, ink) = (bytes + index * step, inks + index * 4)
      if colour[0] == colour[1], colour[1] == colour[2] {
        (ink[0], ink[1], ink[2], ink[3]) = (0, 0, 0, 255 - colour[0])
      } else {
        limitInk(ink, to: limit)
      }
    }
  }
}

/// Holds a pixel's inks under a limit in 255ths: black stays, the colours give way together.
package func limitInk(_ ink: UnsafeMutablePointer<UInt8>, to limit: Int) {
  let (c, m, y, k) = (Int(ink[0]), Int(ink[1]), Int(ink[2]), Int(ink[3]))
  let coloured = c + m + y
  guard coloured + k > limit, coloured > 0 else { return }
  let room = max(0, limit - k)
  ink[0] = UInt8(truncatingIfNeeded: c * room / coloured)
  ink[1] = UInt8(truncatingIfNeeded: m * room / coloured)
  ink[2] = UInt8(truncatingIfNeeded: y * room / coloured)
}
