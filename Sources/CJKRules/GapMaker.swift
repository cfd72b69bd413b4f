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

  var isJapanese: Bool { key.language == .ja }

  /// A row of rows: by joint, then class before, then class after.
  func table() -> [GapRule] {
    let solid = typedRules(.solid)
    return Joint.allCases.flatMap { joint -> [GapRule] in
      switch joint {
      case .solid: solid
      case .spaced, .noBreakSpaced: typedRules(joint)
      case .bound: solid.map { $0.fixed.breaking(.unbreakable) }
      case .linked: solid.map(\.fixed)
      case .inNote: solid.map { _ in GapRule().breaking(.unbreakable) }
      // What is typed without width says where lines end, and nothing of spaces.
      case .divided: solid.map { $0.breaking(.allowed) }
      case .joined: solid.map { $0.breaking(.unbreakable) }
      }
    }
  }

  private func typedRules(_ joint: Joint) -> [GapRule] {
    let classes = CharacterClass.allCases
    return classes.flatMap { before in classes.map { typedRule(before, $0, joint) } }
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
    isJapanese && (a == .exclamation || a == .doubleExclamation)
      && !Self.neverOpensBefore.contains(b) && b != .ideographicSpace
  }

  private static let swallowsSpace: ClassSet = ClassSet.marks.union([
    .dash, .ellipsis, .longConnector, .shortConnector, .quarterHyphen, .ideographicSpace,
    .numeralComma, .numeralDot,
  ])

  private func isHanLatin(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    let (han, latin) = (ClassSet.han, ClassSet.alphanumeric)
    // JLREQ Table 1: ！？ too is parted from Latin that follows.
    let ends = a == .exclamation || a == .doubleExclamation
    if isJapanese && ends && latin.contains(b) { return true }
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
}

extension GapRule {
  /// The gap with its natural width alone (JLREQ 3.1.11, 3.3.6, 3.3.7).
  fileprivate var fixed: GapRule {
    var fixed = self
    fixed.after = Blank(natural: Int(after.natural))
    fixed.before = Blank(natural: Int(before.natural))
    (fixed.stretch, fixed.stretchStep, fixed.stretchesAtLast) = (0, 0, false)
    return fixed
  }

  fileprivate func breaking(_ permission: BreakPermission) -> GapRule {
    var rule = self
    rule.breaking = permission
    return rule
  }
}
