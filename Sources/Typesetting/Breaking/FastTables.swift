import CJKRules

// The optimiser does not see into other modules' getters, and these are asked for every
// character; the tests hold them against the originals.

extension CharacterClass {
  /// `index`, read from the case's tag.
  @inline(__always)
  var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

extension ShapedParagraph {
  static let classes = 40
  static let shrinkSteps = 7
  static let stretchSteps = 4

  /// Where `LineRules.gaps` has the gap between two cells.
  @inline(__always)
  static func gapPlace(_ before: Cell, _ after: Cell) -> Int {
    let joint = Int(unsafeBitCast(before.joint, to: UInt8.self))
    return (joint * classes + before.kind.place) * classes + after.kind.place
  }
}
