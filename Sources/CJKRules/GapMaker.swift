import Geometry

/// Writes the table of gaps for one set of rules.
struct GapMaker {
  let key: LineRulesKey
  let order: AdjustmentOrder
  let bodies: [MarkBody?]
  let prohibition: Prohibition

  init(key: LineRulesKey, order: AdjustmentOrder, bodies: [MarkBody?]) {
    (self.key, self.order, self.bodies) = (key, order, bodies)
    prohibition = Prohibition(key.language.level(key.prohibition), language: key.language)
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
    switch joint {
    case .solid, .spaced, .noBreakSpaced: return typedRule(a, b, joint)
    case .bound, .linked: return fixedRule(a, b, joint)
    case .inNote:
      var rule = GapRule()
      rule.breaking = .unbreakable
      return rule
    // What is typed without width says where lines end, and nothing of spaces.
    case .divided, .joined:
      var rule = typedRule(a, b, .solid)
      rule.breaking = joint == .divided ? .allowed : .unbreakable
      return rule
    }
  }

  /// A solid gap that keeps its natural width (JLREQ 3.1.11, 3.3.6, 3.3.7).
  private func fixedRule(_ a: CharacterClass, _ b: CharacterClass, _ joint: Joint) -> GapRule {
    var fixed = typedRule(a, b, .solid)
    fixed.after = Blank(natural: Int(fixed.after.natural))
    fixed.before = Blank(natural: Int(fixed.before.natural))
    (fixed.stretch, fixed.stretchStep, fixed.stretchesAtLast) = (0, 0, false)
    if joint == .bound { fixed.breaking = .unbreakable }
    return fixed
  }

  private func typedRule(_ a: CharacterClass, _ b: CharacterClass, _ joint: Joint) -> GapRule {
    var rule = GapRule()
    rule.breaking = permission(a, b, joint)
    switch space(a, b, joint) {
    case .own: setBlanks(a, b, in: &rule)
    case .hanLatin: setHanLatin(in: &rule, isHanAfter: ClassSet.han.contains(b))
    case .sentence:
      rule.after = Blank(natural: 1000)
      rule.stretchesAtLast = true
    case .word: setWordSpace(in: &rule)
    }
    return rule
  }

  // MARK: What kind of space

  private enum Space { case own, hanLatin, word, sentence }

  /// A typed space between Han and Latin is replaced, beside a CJK mark it goes (CLREQ 3.2.2, 3.2.4).
  /// Korean keeps its typed spaces and adds none (KLREQ 4.4.2).
  private func space(_ a: CharacterClass, _ b: CharacterClass, _ joint: Joint) -> Space {
    let isTyped = joint == .spaced || joint == .noBreakSpaced
    if key.language == .ko { return isTyped ? .word : .own }
    if isTyped && endsSentence(a, b) { return .sentence }
    if isHanLatin(a, b) { return .hanLatin }
    if !isTyped { return .own }
    return Self.swallowsSpace.contains(a) || Self.swallowsSpace.contains(b) ? .own : .word
  }

  /// A space typed after ！？ says that they end a sentence: one em, but none before a closing mark (JLREQ
  /// 3.1.6). At a line's end it goes with every other gap.
  private func endsSentence(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    key.language == .ja && (a == .exclamation || a == .doubleExclamation)
      && !Self.neverOpensBefore.contains(b) && b != .ideographicSpace
  }

  private static let swallowsSpace: ClassSet = ClassSet.marks.union([
    .dash, .ellipsis, .longConnector, .shortConnector, .quarterHyphen, .ideographicSpace,
    .numeralComma,
    .numeralDot,
  ])

  private func isHanLatin(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    let (han, latin) = (ClassSet.han, ClassSet.alphanumeric)
    // JLREQ Table 1: ！？ too is parted from Latin that follows.
    let ends = a == .exclamation || a == .doubleExclamation
    if key.language == .ja && ends && latin.contains(b) { return true }
    return (han.contains(a) && latin.contains(b)) || (latin.contains(a) && han.contains(b))
  }

  /// The em is that of Han, on whichever side it stands (JLREQ Appendix B).
  private func setHanLatin(in rule: inout GapRule, isHanAfter: Bool) {
    let natural = key.hanLatinSpace
    let blank = Blank(
      natural: natural, shrink: max(0, natural - order.hanLatinShrink.to),
      step: order.hanLatinShrink.step)
    if isHanAfter { rule.before = blank } else { rule.after = blank }
    guard order.hanLatinStretch.step > 0 else { return }
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

  private var isJapanese: Bool { key.language == .ja }

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

  // MARK: Stretching

  private func setStretch(_ a: CharacterClass, _ b: CharacterClass, in rule: inout GapRule) {
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
    if a == .prefix && Self.digits.contains(b) { return .never }
    if Self.digits.contains(a) && b == .postfix { return .never }
    switch key.language {
    case .zhHans, .zhHantTW, .zhHantHK: return chineseStretch(a, b)
    case .ja: return japaneseStretch(a, b, rule)
    case .ko: return koreanStretch(a, b)
    }
  }

  /// CLREQ 3.5.4: every place opens; those beside connectors and solidi are avoided.
  private func chineseStretch(_ a: CharacterClass, _ b: CharacterClass) -> Stretch {
    Self.connectors.contains(a) || Self.connectors.contains(b) ? .last : .usual
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
    if a == .prefix && !Self.digits.contains(b) && !Self.neverOpensBefore.contains(b) {
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
  private static let neverOpensBefore: ClassSet = closing.union(connectors).union([
    .middleDot, .numeralComma, .numeralDot,
  ])
  private static let opensLastAfter: ClassSet = neverOpensBefore.union([.ideographicSpace])
  private static let digits: ClassSet = [.digit, .wideAlphanumeric]

  // MARK: Line ends

  private func permission(
    _ a: CharacterClass, _ b: CharacterClass, _ joint: Joint
  ) -> BreakPermission {
    if joint == .noBreakSpaced { return .unbreakable }
    // A mark after a space stands by itself (UAX #14 LB10).
    if b == .attached { return joint == .solid ? .unbreakable : .allowed }
    if isOneObject(a, b, joint) { return .unbreakable }
    if prohibition.partsSigns && (a == .prefix || b == .postfix) { return .allowed }
    if asksContext(a, b, joint) { return .byContext }
    if prohibition.lineStart.contains(b) || prohibition.lineEnd.contains(a) { return .prohibited }
    guard joint == .solid else { return .allowed }
    if b == .ideographicSpace || b == .hyphen || isOneEojeol(a, b) { return .prohibited }
    return a == .latinMark || b == .latinMark ? .byContext : .allowed
  }

  /// Words, numbers with their signs and units, chained marks (CLREQ 3.1.3.3, 3.1.5; JLREQ 3.1.10).
  private func isOneObject(_ a: CharacterClass, _ b: CharacterClass, _ joint: Joint) -> Bool {
    let parts = prohibition.partsSigns
    if a == .prefix && Self.digits.contains(b) && !parts { return true }
    if b == .postfix && Self.digits.contains(a) && !parts {
      return !(prohibition.partsPercent && joint == .solid)
    }
    guard joint == .solid else { return false }
    if a == .prefix && !parts { return true }
    if a == .exclamation && (b == .exclamation || b == .secondExclamation) { return true }
    let word: ClassSet = [.letter, .digit, .wideAlphanumeric]
    if word.contains(a) && word.contains(b) { return true }
    if b == .numeralComma || b == .numeralDot { return true }
    return isOneLine(a, b)
  }

  /// JLREQ App. C note 5, KLREQ 4.3.5: dashes, or dots, of one kind. CLREQ parts two pairs of them (3.1.5.1).
  private func isOneLine(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    guard key.language == .ja || key.language == .ko, a == b else { return false }
    return (a == .dash && !prohibition.partsSigns)
      || (a == .ellipsis && !prohibition.partsEllipsis)
  }

  /// Where the two classes alone do not tell: inside Latin text with its signs, and at a unit after Han.
  /// (A sign such as " beside CJK marks asks too, if they let a line end there.)
  private func asksContext(_ a: CharacterClass, _ b: CharacterClass, _ joint: Joint) -> Bool {
    let areWestern = ClassSet.western.contains(a) && ClassSet.western.contains(b)
    guard joint == .solid else { return areWestern && (a == .latinMark || b == .latinMark) }
    if areWestern { return true }
    return b == .postfix && ClassSet.han.contains(a) && !isOneEojeol(a, b)
  }

  /// Korean words stay whole where the style asks (KLREQ 4.4.2).
  private func isOneEojeol(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    guard key.language == .ko, key.koreanBreak == .word else { return false }
    return Self.eojeol.contains(a) && Self.eojeol.contains(b)
  }

  private static let eojeol: ClassSet = ClassSet.han.union([
    .letter, .digit, .wideAlphanumeric, .opener, .closer, .latinOpener, .latinCloser, .latinMark,
    .prefix, .postfix,
  ])
}
