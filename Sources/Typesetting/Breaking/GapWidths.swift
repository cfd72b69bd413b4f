import CJKRules

/// What a gap comes to between characters of given ems. `Length` units.
extension GapRule {
  @inline(__always)
  func natural(_ before: Look, _ after: Look) -> Int {
    Int(self.after.natural) * before.em / 1000 + Int(self.before.natural) * after.em / 1000
      + before.tracking
  }

  /// What it may open by at its step.
  @inline(__always)
  func stretch(_ em: Int) -> Int { Int(stretch) * em / 1000 }

  /// What may be squeezed in all.
  @inline(__always)
  func shrink(_ before: Int, _ after: Int) -> Int {
    (self.after.shrinkStep > 0 ? Int(self.after.shrink) * before / 1000 : 0)
      + (self.before.shrinkStep > 0 ? Int(self.before.shrink) * after / 1000 : 0)
  }

  /// Whether it cannot be squeezed, and opens with all Han gaps or not at all.
  @inline(__always)
  func isPlain(isHan: Bool) -> Bool {
    after.shrinkStep == 0 && before.shrinkStep == 0
      && (isHan || (stretchStep == 0 && !stretchesAtLast))
  }

  /// Whether it takes part when a line is spread evenly.
  var opensWhenSpread: Bool {
    switch breaking {
    case .unbreakable: false
    case .byContext: stretchStep > 0 || stretchesAtLast
    case .allowed, .prohibited: true
    }
  }
}
