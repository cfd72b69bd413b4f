import Geometry

/// The blanks of marks on either side of a gap, and how neighbouring marks share them.
extension GapMaker {
  /// Closing marks for the squeezing of pairs: those whose blank stands after their ink.
  static let closing: ClassSet = [
    .closer, .comma, .stop, .semicolon, .colon, .exclamation, .secondExclamation,
    .doubleExclamation,
  ]

  func setBlanks(_ a: CharacterClass, _ b: CharacterClass, in rule: inout GapRule) {
    var after = bodies[a.index]?.after ?? 0
    var before = bodies[b.index]?.before ?? 0
    squeezePair(a, b, after: &after, before: &before)
    rule.after = blank(after, of: a)
    rule.before = blank(before, of: b)
    setStretch(a, b, in: &rule)
  }

  private func blank(_ natural: Int, of member: CharacterClass) -> Blank {
    let keepsRest = member == .opener || member == .closer || member == .comma
    let shrink = max(0, natural - (keepsRest ? order.markRest : 0))
    return Blank(natural: natural, shrink: shrink, step: shrinkStep(of: member))
  }

  /// Neighbouring marks hug: one blank of half an em is left between their inks at most (CLREQ 3.1.6.2,
  /// JLREQ Table 1). Taiwan leaves pairs alone, Hong Kong squeezes brackets only (clreq#615).
  private func squeezePair(
    _ a: CharacterClass, _ b: CharacterClass, after: inout Int, before: inout Int
  ) {
    guard key.punctuation != .plain, key.language != .zhHantTW else { return }
    let brackets: ClassSet = [.opener, .closer]
    if key.language == .zhHantHK && !(brackets.contains(a) && brackets.contains(b)) { return }
    let closes = Self.closing.contains(a) && !isDot(a)
    switch (a, b) {
    case (.opener, .opener), (.ideographicSpace, .opener): before = 0
    case (_, .opener) where isDot(a): before = 0
    case (_, .opener) where closes && (after > 0 || hasFixedBlank(a)): before = 0
    // JLREQ Table 1: 。 and 、 keep their blank before a space, every mark before ！？.
    case (_, .ideographicSpace) where closes && (a == .closer || !isJapanese): after = 0
    case (_, .exclamation) where isJapanese, (_, .doubleExclamation) where isJapanese: break
    // JLREQ App. D notes 2, 3: 。 and 、 keep theirs before a middle dot.
    case _ where isDot(b): if closes && (a == .closer || !isJapanese) { after = 0 }
    case _ where closes && Self.closing.contains(b): after = 0
    default: break
    }
  }

  /// Middle dots, and what Japanese and Korean centre like them (cl-05).
  private func isDot(_ mark: CharacterClass) -> Bool {
    mark == .middleDot
      || ((mark == .colon || mark == .semicolon) && (bodies[mark.index]?.before ?? 0) > 0)
  }

  /// Upright ：；！？ of the mainland's vertical lines: their frame has blank enough for the pair.
  private func hasFixedBlank(_ mark: CharacterClass) -> Bool {
    key.language == .zhHans && key.mode == .vertical && bodies[mark.index]?.box == 1000
  }

  private func shrinkStep(of member: CharacterClass) -> Int {
    switch member {
    case .opener, .closer: order.bracketShrink
    case .comma: order.commaShrink
    case .semicolon, .colon:
      bodies[member.index]?.before == 0 ? order.commaShrink : order.middleDotShrink
    case .stop, .exclamation: order.stopShrink
    case .middleDot: order.middleDotShrink
    default: 0
    }
  }
}
