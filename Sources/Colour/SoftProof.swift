import CLCMS

/// Pages as they look in print (软打样), by the profile of a printing condition: paper and inks as a lamp shows
/// them beside the screen. Newsprint is grey, its black is dull.
package final class SoftProof: Sendable {
  private let pixels: ColourTransform

  package init(_ profile: OutputProfile) throws(ProfileFault) {
    pixels = try ColourTransform(
      from: try ICCProfile(profile.bytes), banxin_cmyk_8, to: try .sRGB(), banxin_rgb_8,
      intent: INTENT_ABSOLUTE_COLORIMETRIC)
  }

  /// Pixels of ink (255: all of it) into red, green and blue.
  package func show(
    _ inks: UnsafePointer<UInt8>, into pixels: UnsafeMutableRawPointer, count: Int
  ) {
    cmsDoTransform(self.pixels.handle, inks, pixels, UInt32(count))
  }
}
