import Synchronization

/// The separations of one printing condition by where colours come from (分色): each source profile is opened once.
package final class Separations: Sendable {
  package let profile: OutputProfile
  /// In percent.
  package let inkLimit: Int
  /// Of colours without a profile of their own.
  package let ofScreens: Separation
  /// By source profile; nil for one that cannot be used.
  private let known = Mutex<[[UInt8]: Separation?]>([:])

  package init(to profile: OutputProfile, inkLimit: Int) throws(ProfileFault) {
    (self.profile, self.inkLimit) = (profile, inkLimit)
    ofScreens = try Separation(to: profile, inkLimit: inkLimit)
  }

  /// The separation of a source profile's colours; nil when it cannot be used.
  package func separation(of source: [UInt8]) -> Separation? {
    if let known = known.withLock({ $0[source] }) { return known }
    let made = try? Separation(to: profile, inkLimit: inkLimit, source: source)
    known.withLock { $0[source] = .some(made) }
    return made
  }
}
