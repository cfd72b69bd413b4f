import CLCMS

/// Why an ICC profile cannot stand for a printing condition.
package enum ProfileFault: Error, Hashable, Sendable {
  /// The bytes are no ICC profile, or a broken one.
  case unreadable
  /// It describes a screen, a camera or a link of devices.
  case notOfAPrinter
  /// Its inks are not cyan, magenta, yellow and black.
  case notCMYK
  /// It has no table for the direction that is needed.
  case incomplete
}

/// The ICC profile of a printing condition (印刷条件): how paper and inks look, and which inks make a
/// colour. It goes into every print PDF as its output intent.
package final class OutputProfile: Sendable {
  package let bytes: [UInt8]
  /// What the profile calls itself, such as `Newsprint SNAP TR002`.
  package let name: String

  /// More than this is no profile of a press.
  package static let mostBytes = 32 << 20

  package init(bytes: [UInt8]) throws(ProfileFault) {
    let profile = try ICCProfile(bytes)
    guard cmsGetDeviceClass(profile.handle) == cmsSigOutputClass else { throw .notOfAPrinter }
    guard cmsGetColorSpace(profile.handle) == cmsSigCmykData else { throw .notCMYK }
    (self.bytes, name) = (bytes, profile.description)
  }
}

/// An opened profile. Confined to one thread.
final class ICCProfile {
  let handle: cmsHPROFILE

  init(_ bytes: [UInt8]) throws(ProfileFault) {
    guard let handle = cmsOpenProfileFromMem(bytes, UInt32(bytes.count)) else {
      throw .unreadable
    }
    self.handle = handle
  }

  /// The colours of a screen (IEC 61966-2-1), which files without a profile mean.
  static func sRGB() throws(ProfileFault) -> ICCProfile {
    guard let handle = cmsCreate_sRGBProfile() else { throw .unreadable }
    return ICCProfile(handle: handle)
  }

  private init(handle: cmsHPROFILE) { self.handle = handle }

  deinit { cmsCloseProfile(handle) }

  var description: String {
    var text = [CChar](repeating: 0, count: 256)
    cmsGetProfileInfoASCII(handle, cmsInfoDescription, "en", "US", &text, UInt32(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A way from the pixels of one profile to those of another, usable from any thread: lcms only reads
/// a transform that keeps no cache.
final class ColourTransform: @unchecked Sendable {
  let handle: cmsHTRANSFORM

  init(
    from source: ICCProfile, _ sourceLayout: UInt32, to target: ICCProfile, _ targetLayout: UInt32,
    intent: Int32, flags: Int32 = 0
  ) throws(ProfileFault) {
    guard
      let handle = cmsCreateTransform(
        source.handle, sourceLayout, target.handle, targetLayout, UInt32(intent),
        UInt32(bitPattern: flags | cmsFLAGS_NOCACHE))
    else { throw .incomplete }
    self.handle = handle
  }

  deinit { cmsDeleteTransform(handle) }
}
