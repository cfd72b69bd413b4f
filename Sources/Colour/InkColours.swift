import CLCMS
import Drawing
import Synchronization

/// The screen's colours of inks in proofs (屏幕色): by the profile of a printing condition, near it without one.
///
/// Paper is the screen's white. Black alone gives exact greys, whatever the profile, so that text is easy to read.
package final class InkColours: Sendable {
  private struct Contents {
    var transform: ColourTransform?
    var known: [Ink: ScreenColour] = [:]
  }

  private let profile: OutputProfile?
  private let contents = Mutex(Contents())

  package init(_ profile: OutputProfile?) { self.profile = profile }

  /// The colour of an ink.
  package func colour(of ink: Ink) -> ScreenColour {
    guard let profile, ink.isColoured else { return ink.screenColour }
    return contents.withLock { contents in
      if let known = contents.known[ink] { return known }
      let transform = contents.transform ?? (try? InkColours.transform(profile))
      contents.transform = transform
      let colour = transform.map { InkColours.colour(of: ink, $0) } ?? ink.screenColour
      contents.known[ink] = colour
      return colour
    }
  }

  /// Unoptimised: a page has a dozen inks, and a table for millions takes longer than they do.
  private static func transform(_ profile: OutputProfile) throws(ProfileFault) -> ColourTransform {
    try ColourTransform(
      from: try ICCProfile(profile.bytes), banxin_cmyk_real, to: try .sRGB(), banxin_rgb_8,
      intent: INTENT_RELATIVE_COLORIMETRIC,
      flags: cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOOPTIMIZE)
  }

  private static func colour(of ink: Ink, _ transform: ColourTransform) -> ScreenColour {
    var colour: [UInt8] = [0, 0, 0]
    cmsDoTransform(
      transform.handle, [Double(ink.c), Double(ink.m), Double(ink.y), Double(ink.k)], &colour, 1)
    return ScreenColour(red: colour[0], green: colour[1], blue: colour[2])
  }
}
