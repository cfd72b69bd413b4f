// How a picture stands in its room: words that manuscripts and layouts share.

/// How text goes past what stands in its way (绕排).
package enum PictureWrap: String, Hashable, Sendable, CaseIterable {
  /// Round it; where it cuts the text across, as `fold`.
  case auto = "true"
  /// Text stands over it and under it, never beside.
  case none = "false"
  /// What stands above it is read to its end, from the first leg to the last, before what is below (折返).
  case fold
  /// Each leg goes on under it (包图).
  case around
}
