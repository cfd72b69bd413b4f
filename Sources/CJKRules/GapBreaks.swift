/// Where lines may end between two classes.
extension GapMaker {
  func permission(
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
    if a == .prefix && ClassSet.digits.contains(b) && !parts { return true }
    if b == .postfix && ClassSet.digits.contains(a) && !parts {
      return !(prohibition.partsPercent && joint == .solid)
    }
    guard joint == .solid else { return false }
    if a == .prefix && !parts { return true }
    if a == .exclamation && (b == .exclamation || b == .secondExclamation) { return true }
    let word: ClassSet = [.letter, .digit, .wideAlphanumeric]
    if word.contains(a) && word.contains(b) { return true }
    if b == .numeralComma || b == .numeralDot { return true }
    if a == .numeralDot && ClassSet.digits.contains(b) { return true }
    return isOneLine(a, b)
  }

  /// JLREQ App. C note 5, KLREQ 4.3.5: dashes, or dots, of one kind. CLREQ parts two pairs of them (3.1.5.1).
  private func isOneLine(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
    guard key.language == .ja || key.language == .ko, a == b else { return false }
    return (a == .dash && !prohibition.partsSigns)
      || (a == .ellipsis && !prohibition.partsEllipsis)
  }

  /// Where the two classes alone do not tell: inside Latin text with its signs, at a unit after Han, at a
  /// digit after a colon.
  /// (A sign such as " beside CJK marks asks too, if they let a line end there.)
  private func asksContext(_ a: CharacterClass, _ b: CharacterClass, _ joint: Joint) -> Bool {
    let areWestern = ClassSet.western.contains(a) && ClassSet.western.contains(b)
    guard joint == .solid else { return areWestern && (a == .latinMark || b == .latinMark) }
    if areWestern || (a == .colon && ClassSet.digits.contains(b)) { return true }
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
