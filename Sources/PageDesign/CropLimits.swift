import Schema

/// How much of a picture may be cut away so that its story closes (裁图), in percent; nil where a sheet does not say.
package struct CropLimits: Hashable, Sendable {
  /// Without a thought.
  package var easy: Int?
  /// So that no white is left.
  package var fill: Int?
  /// So that text finds room.
  package var most: Int?

  package init(easy: Int? = nil, fill: Int? = nil, most: Int? = nil) {
    (self.easy, self.fill, self.most) = (easy, fill, most)
  }

  func overlaid(with own: CropLimits) -> CropLimits {
    CropLimits(easy: own.easy ?? easy, fill: own.fill ?? fill, most: own.most ?? most)
  }

  init(_ fields: Fields) {
    easy = fields.integer("easy")
    fill = fields.integer("fill")
    most = fields.integer("most")
  }
}

extension KeyTable {
  static let cropLimits = KeyTable(
    "crop limits",
    [
      Key("easy", .integer(0...80), "随手可裁"),
      Key("fill", .integer(0...80), "为了不留白"),
      Key("most", .integer(0...80), "为了排得下"),
    ])
}
