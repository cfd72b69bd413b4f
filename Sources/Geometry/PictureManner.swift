// How a picture stands in its room: words that manuscripts, layouts and style sheets share.

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

/// Where a picture's caption stands (图片说明).
package enum CaptionPlace: String, Hashable, Sendable, CaseIterable {
  case under, beside
  /// Over the picture's foot, on a ground of its own.
  case on
}

/// Where the name of who made a picture stands (署名).
package enum CreditPlace: String, Hashable, Sendable, CaseIterable {
  /// At the end of the caption's last line where it has room, else under it.
  case end
  /// On a line of its own.
  case line
  /// Upright along the picture's edge.
  case edge
}

/// What of its room a picture fills.
package enum PictureShape: String, Hashable, Sendable, CaseIterable {
  case rectangle, circle, ellipse
  /// With round corners.
  case round

  /// Cropped where its room has other proportions; a circle or an ellipse only gets smaller.
  package var isCropped: Bool { self == .rectangle || self == .round }
}

/// A point of a picture, in ten-thousandths of its width and height.
package struct PicturePoint: Hashable, Sendable {
  package var x: Int
  package var y: Int
  @inlinable package init(x: Int, y: Int) { (self.x, self.y) = (x, y) }
}
