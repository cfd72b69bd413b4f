/// Where gaps open when a line is stretched, by region.
extension GapMaker {
  func setStretch(_ a: CharacterClass, _ b: CharacterClass, in rule: inout GapRule) {
    if isWithinAddress(a, b) { return }
    switch stretch(a, b, rule) {
    case .never: return
    case .last: rule.stretchesAtLast = true
    case .usual:
      rule.stretch = Int16(order.hanStretch.cap ?? 1000)
      rule.stretchStep = UInt8(order.hanStretch.step)
      rule.stretchesAtLast = order.hanStretch.cap != nil
    }
  }

  /// A solidus among letters is part of an address or a unit, which never opens (JLREQ 3.2.6).
  private func isWithinAddress(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    let others = ClassSet.latin.subtracting(ClassSet.spaces).union([.solidus])
    return (a == .solidus && others.contains(b)) || (b == .solidus && others.contains(a))
  }

  private enum Stretch { case never, usual, last }

  /// Never inside a word, a number or a row of dashes, whatever the region (CLREQ 3.1.5, 3.5.4).
  private func stretch(_ a: CharacterClass, _ b: CharacterClass, _ rule: GapRule) -> Stretch {
    let areWestern = ClassSet.western.contains(a) && ClassSet.western.contains(b)
    let isSign = isJapanese && a == .prefix
    if areWestern && rule.breaking == .byContext && !isSign { return .never }
    if rule.breaking == .unbreakable && !isSign { return .never }
    if a == b && (a == .dash || a == .ellipsis) { return .never }
    if a == .numeralComma || a == .numeralDot { return .never }
    // At every level (JLREQ 3.1.10, Table 6), though the loosest may end a line there.
    if a == .prefix && ClassSet.digits.contains(b) { return .never }
    if ClassSet.digits.contains(a) && b == .postfix { return .never }
    switch key.language {
    case .zhHans, .zhHantTW, .zhHantHK: return chineseStretch(a, b)
    case .ja: return japaneseStretch(a, b, rule)
    case .ko: return koreanStretch(a, b)
    }
  }

  /// CLREQ 3.5.4: every place opens; those beside connectors and solidi are avoided. Western words never come away from
  /// the brackets round them: with few other places in a line the whole of its white would lie there.
  private func chineseStretch(_ a: CharacterClass, _ b: CharacterClass) -> Stretch {
    let opens = a == .opener && ClassSet.western.contains(b)
    if opens || ClassSet.western.contains(a) && b == .closer { return .never }
    return Self.connectors.contains(a) || Self.connectors.contains(b) ? .last : .usual
  }

  /// KLREQ 4.3.6 avoids the places around marks, hyphens and full-width spaces.
  private func koreanStretch(_ a: CharacterClass, _ b: CharacterClass) -> Stretch {
    let avoided = ClassSet.marks.union(Self.connectors).union([
      .latinOpener, .latinCloser, .hyphen, .ideographicSpace,
    ])
    return avoided.contains(a) || avoided.contains(b) ? .last : .usual
  }

  /// JLREQ Table 6: never inside brackets and before marks, at the last step around them.
  private func japaneseStretch(
    _ a: CharacterClass, _ b: CharacterClass, _ rule: GapRule
  ) -> Stretch {
    if a == .prefix && !ClassSet.digits.contains(b) && !Self.neverOpensBefore.contains(b) {
      return b == .opener || b == .ideographicSpace ? .never : .usual
    }
    if rule.breaking == .unbreakable || a == .opener || Self.neverOpensBefore.contains(b) {
      return .never
    }
    // Where a level lets them open a line, they stand for Han and kana (App. C and E, notes 1 to 3).
    let kana = Self.clinging.intersection(prohibition.lineStart)
    if Self.opensLastAfter.contains(a) { return kana.contains(b) ? .never : .last }
    if b == .opener || b == .ideographicSpace { return .last }
    let lines: ClassSet = [.dash, .ellipsis]
    return (kana.contains(a) && lines.contains(b)) || (lines.contains(a) && b == .digit)
      ? .last : .usual
  }

  private static let clinging: ClassSet = [.iteration, .repeatMark, .longVowel, .smallKana]
  private static let connectors: ClassSet = [
    .shortConnector, .quarterHyphen, .longConnector, .solidus,
  ]
  static let neverOpensBefore: ClassSet = closing.union(connectors).union([
    .middleDot, .numeralComma, .numeralDot,
  ])
  private static let opensLastAfter: ClassSet = neverOpensBefore.union([.ideographicSpace])
}
