import Geometry

/// Writes the table of gaps for one set of rules.
struct GapMaker {
  let key: LineRulesKey
  let order: AdjustmentOrder
  let bodies: [MarkBody?]
  let prohibition: Prohibition

  init(key: LineRulesKey, order: AdjustmentOrder, bodies: [MarkBody?]) {
    (self.key, self.order, self.bodies) = (key, order, bodies)
    prohibition = Prohibition(key.language.level(key.prohibition))
  }

  func table() -> [GapRule] {
    var table: [GapRule] = []
    table.reserveCapacity(Joint.allCases.count * CharacterClass.count * CharacterClass.count)
    for joint in Joint.allCases {
      for before in CharacterClass.allCases {
        for after in CharacterClass.allCases { table.append(rule(before, after, joint)) }
      }
    }
    return table
  }

  private func rule(_ a: CharacterClass, _ b: CharacterClass, _ joint: Joint) -> GapRule {
    var rule = GapRule()
    if joint == .inNote {
      rule.breaking = .unbreakable
      return rule
    }
    rule.breaking = permission(a, b, joint)
    switch space(a, b, joint) {
    case .own: setBlanks(a, b, in: &rule)
    case .hanLatin: setHanLatin(in: &rule, isHanAfter: ClassSet.han.contains(b))
    case .word: setWordSpace(in: &rule)
    }
    return rule
  }

  // MARK: What kind of space

  private enum Space { case own, hanLatin, word }

  /// A typed space between Han and Latin is replaced, beside a CJK mark it goes (CLREQ 3.2.2, 3.2.4).
  /// Korean keeps its typed spaces and adds none (KLREQ 4.4.2).
  private func space(_ a: CharacterClass, _ b: CharacterClass, _ joint: Joint) -> Space {
    if key.language == .ko { return joint == .solid ? .own : .word }
    if isHanLatin(a, b) { return .hanLatin }
    if joint == .solid { return .own }
    return Self.swallowsSpace.contains(a) || Self.swallowsSpace.contains(b) ? .own : .word
  }

  private static let swallowsSpace: ClassSet = ClassSet.marks.union([
    .dash, .ellipsis, .longConnector, .shortConnector, .ideographicSpace,
  ])

  private func isHanLatin(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    let (han, latin) = (ClassSet.han, ClassSet.alphanumeric)
    // JLREQ Table 1: ！？ too is parted from Latin that follows.
    if key.language == .ja && a == .exclamation && latin.contains(b) { return true }
    return (han.contains(a) && latin.contains(b)) || (latin.contains(a) && han.contains(b))
  }

  /// The em is that of Han, on whichever side it stands (JLREQ Appendix B).
  private func setHanLatin(in rule: inout GapRule, isHanAfter: Bool) {
    let natural = key.hanLatinSpace
    let blank = Blank(
      natural: natural, shrink: max(0, natural - order.hanLatinShrink.to),
      step: order.hanLatinShrink.step)
    if isHanAfter { rule.before = blank } else { rule.after = blank }
    rule.stretch = Int16(max(0, order.hanLatinStretch.to - natural))
    rule.stretchStep = UInt8(order.hanLatinStretch.step)
    rule.stretchesAtLast = true
  }

  private func setWordSpace(in rule: inout GapRule) {
    rule.after = Blank(
      natural: order.wordSpace, shrink: order.wordSpace - order.wordShrink.to,
      step: order.wordShrink.step)
    rule.stretch = Int16(order.wordStretch.to - order.wordSpace)
    rule.stretchStep = UInt8(order.wordStretch.step)
    rule.stretchesAtLast = true
  }

  // MARK: Blanks of marks

  /// Closing marks for the squeezing of pairs: those whose blank stands after their ink.
  private static let closing: ClassSet = [
    .closer, .comma, .stop, .semicolon, .colon, .exclamation, .secondExclamation,
    .doubleExclamation,
  ]

  private func setBlanks(_ a: CharacterClass, _ b: CharacterClass, in rule: inout GapRule) {
    var after = bodies[a.index]?.after ?? 0
    var before = bodies[b.index]?.before ?? 0
    squeezePair(a, b, after: &after, before: &before)
    rule.after = Blank(natural: after, shrink: after, step: shrinkStep(of: a))
    rule.before = Blank(natural: before, shrink: before, step: shrinkStep(of: b))
    setStretch(a, b, in: &rule)
  }

  /// Neighbouring marks hug: one blank of half an em is left between their inks at most (CLREQ 3.1.6.2,
  /// JLREQ Table 1). Taiwan leaves pairs alone, Hong Kong squeezes brackets only (clreq#615).
  private func squeezePair(
    _ a: CharacterClass, _ b: CharacterClass, after: inout Int, before: inout Int
  ) {
    guard key.punctuation != .plain, key.language != .zhHantTW else { return }
    let brackets: ClassSet = [.opener, .closer]
    if key.language == .zhHantHK && !(brackets.contains(a) && brackets.contains(b)) { return }
    let closes = Self.closing.contains(a)
    switch (a, b) {
    case (.opener, .opener), (.ideographicSpace, .opener), (.middleDot, .opener): before = 0
    case (_, .opener) where closes && (after > 0 || hasFixedBlank(a)): before = 0
    // JLREQ Table 1: 。 and 、 keep their blank before a space, every mark before ！？.
    case (_, .ideographicSpace) where closes && (a == .closer || !isJapanese): after = 0
    case (_, .exclamation) where isJapanese: break
    case (_, .middleDot) where closes: after = 0
    case _ where closes && Self.closing.contains(b): after = 0
    default: break
    }
  }

  private var isJapanese: Bool { key.language == .ja }

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

  // MARK: Stretching

  private func setStretch(_ a: CharacterClass, _ b: CharacterClass, in rule: inout GapRule) {
    if isWithinAddress(a, b) { return }
    switch isJapanese ? japaneseStretch(a, b, rule) : chineseStretch(a, b, rule) {
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

  /// CLREQ 3.5.4: every place opens but those inside an object; the places beside connectors and solidi
  /// are avoided.
  private func chineseStretch(
    _ a: CharacterClass, _ b: CharacterClass, _ rule: GapRule
  ) -> Stretch {
    if rule.breaking == .unbreakable { return .never }
    return Self.connectors.contains(a) || Self.connectors.contains(b) ? .last : .usual
  }

  /// JLREQ Table 6: never inside brackets and before marks, at the last step around them.
  private func japaneseStretch(
    _ a: CharacterClass, _ b: CharacterClass, _ rule: GapRule
  ) -> Stretch {
    if a == .prefix && !Self.digits.contains(b) && !Self.neverOpensBefore.contains(b) {
      return b == .opener || b == .ideographicSpace ? .never : .usual
    }
    if rule.breaking == .unbreakable || a == .opener || Self.neverOpensBefore.contains(b) {
      return .never
    }
    let kana: ClassSet = [.iteration, .longVowel, .smallKana]
    if Self.opensLastAfter.contains(a) { return kana.contains(b) ? .never : .last }
    if b == .opener || b == .ideographicSpace { return .last }
    let lines: ClassSet = [.dash, .ellipsis]
    return (kana.contains(a) && lines.contains(b)) || (lines.contains(a) && b == .digit)
      ? .last : .usual
  }

  private static let connectors: ClassSet = [.shortConnector, .longConnector, .solidus]
  private static let neverOpensBefore: ClassSet = closing.union(connectors).union([.middleDot])
  private static let opensLastAfter: ClassSet = neverOpensBefore.union([.ideographicSpace])
  private static let digits: ClassSet = [.digit, .wideAlphanumeric]

  // MARK: Line ends

  private func permission(
    _ a: CharacterClass, _ b: CharacterClass, _ joint: Joint
  ) -> BreakPermission {
    if joint == .noBreakSpaced || b == .attached || isOneObject(a, b, joint) {
      return .unbreakable
    }
    if prohibition.lineStart.contains(b) || prohibition.lineEnd.contains(a) { return .prohibited }
    if joint == .solid && (b == .ideographicSpace || b == .hyphen) { return .prohibited }
    return .allowed
  }

  /// Words, numbers with their signs and units, chained marks (CLREQ 3.1.3.3, 3.1.5; JLREQ 3.1.10).
  private func isOneObject(_ a: CharacterClass, _ b: CharacterClass, _ joint: Joint) -> Bool {
    if a == .prefix && (joint == .solid || Self.digits.contains(b)) { return true }
    if b == .postfix && Self.digits.contains(a) { return true }
    guard joint == .solid else { return false }
    if a == .exclamation && (b == .exclamation || b == .secondExclamation) { return true }
    if a == .wideAlphanumeric && b == .wideAlphanumeric { return true }
    if a == .hyphen && b == .letter { return false }
    let word: ClassSet = [
      .letter, .digit, .latinOpener, .latinCloser, .latinMark, .hyphen, .prefix, .postfix,
    ]
    return word.contains(a) && word.contains(b)
  }
}
