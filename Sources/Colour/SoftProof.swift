import CLCMS
import Drawing

/// Inks as they look in print (软打样), by the profile of a printing condition.
package final class SoftProof: Sendable {
  /// What white is.
  package enum View: Hashable, Sendable {
    /// The paper is the screen's white and full black its black, so that a proof is easy to read.
    case readable
    /// Paper and inks as a lamp shows them beside the screen: newsprint is grey, its black is dull.
    case paper
  }

  package let view: View
  private let values: ColourTransform
  private let pixels: ColourTransform
  private let swappedPixels: ColourTransform

  package init(_ profile: OutputProfile, view: View) throws(ProfileFault) {
    self.view = view
    let press = try ICCProfile(profile.bytes)
    let screen = try ICCProfile.sRGB()
    func transform(_ from: UInt32, _ to: UInt32) throws(ProfileFault) -> ColourTransform {
      switch view {
      case .readable:
        try ColourTransform(
          from: press, from, to: screen, to, intent: INTENT_RELATIVE_COLORIMETRIC,
          flags: cmsFLAGS_BLACKPOINTCOMPENSATION)
      case .paper:
        try ColourTransform(
          from: press, from, to: screen, to, intent: INTENT_ABSOLUTE_COLORIMETRIC)
      }
    }
    values = try transform(banxin_cmyk_real, banxin_rgb_8)
    pixels = try transform(banxin_cmyk_8, banxin_rgb_8)
    swappedPixels = try transform(banxin_cmyk_8, banxin_bgrx_8)
  }

  /// The screen's colour of an ink. Black alone on readable paper gives exact greys.
  package func colour(of ink: Ink) -> ScreenColour {
    if view == .readable, !ink.isColoured { return ink.screenColour }
    var colour: [UInt8] = [0, 0, 0]
    let inks = [Double(ink.c), Double(ink.m), Double(ink.y), Double(ink.k)]
    cmsDoTransform(values.handle, inks, &colour, 1)
    return ScreenColour(red: colour[0], green: colour[1], blue: colour[2])
  }

  /// Pixels of ink (255: all of it) into coloured ones.
  package func show(
    _ inks: UnsafePointer<UInt8>, as layout: Separation.PixelLayout,
    into pixels: UnsafeMutableRawPointer, count: Int
  ) {
    let transform = layout == .rgb ? self.pixels : swappedPixels
    cmsDoTransform(transform.handle, inks, pixels, UInt32(count))
  }
}
