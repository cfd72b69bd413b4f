import Colour

/// What the pages are printed under (印刷条件): a profile of paper and press, and the ink limit of the house.
struct PrintCondition: Sendable {
  let profile: OutputProfile
  let separation: Separation
  /// The most ink that may lie on a place, in percent (总墨量).
  let inkLimit: Int

  init(profile: OutputProfile, inkLimit: Int) throws(ProfileFault) {
    (self.profile, self.inkLimit) = (profile, inkLimit)
    separation = try Separation(to: profile, inkLimit: inkLimit)
  }
}
