/// Where a line may end by UAX #14, Unicode 15.0, with numbers kept whole as its section 8.2, example 7, says.
/// One walk over the text, without going back.
package struct UnicodeBreaks {
  private let text: [Unicode.Scalar]
  /// What was before the place: combining marks do not count (LB9), spaces do.
  private var last = UnicodeClass.wj
  /// The same without the spaces after it.
  private var lastInked = UnicodeClass.wj
  private var isAfterSpace = false
  private var isAfterJoiner = false
  private var lastScalar: Unicode.Scalar = "\0"
  /// Inside NU (NU | SY | IS)*, or after the bracket that closes it.
  private var number = Number.outside
  /// Regional indicators in a row are odd in number.
  private var hasHalfFlag = false
  /// The two before: HL and then a hyphen (LB21a).
  private var isAfterHebrewHyphen = false

  private enum Number { case outside, inside, closed }

  /// Whether a line may end before each scalar of a part of a text, but for its first.
  package static func allowed(in text: [Unicode.Scalar]) -> [Bool] {
    var breaks = UnicodeBreaks(text: text)
    return text.indices.map { breaks.step($0) }
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private mutating func step(_ index: Int) -> Bool {
    let raw = UnicodeClass.of(text[index])
    guard index > 0 else {
      note(raw == .cm || raw == .zwj ? .al : raw, text[index], raw == .zwj)
      return false
    }
    let isAttached = (raw == .cm || raw == .zwj) && !Self.takesNoMark(last)
    if isAttached {
      isAfterJoiner = raw == .zwj
      return false
    }
    let next = raw == .cm || raw == .zwj ? .al : raw
    let allowed = mayBreak(before: next, index)
    note(next, text[index], raw == .zwj)
    return allowed
  }

  /// LB9: a mark after these stands by itself.
  private static func takesNoMark(_ member: UnicodeClass) -> Bool {
    switch member {
    case .bk, .cr, .lf, .nl, .sp, .zw: true
    default: false
    }
  }

  private mutating func note(_ member: UnicodeClass, _ scalar: Unicode.Scalar, _ isJoiner: Bool) {
    switch member {
    case .nu: number = .inside
    case .sy, .is: if number != .inside { number = .outside }
    case .cl, .cp: number = number == .inside ? .closed : .outside
    default: number = .outside
    }
    hasHalfFlag = member == .ri && !(hasHalfFlag && !isAfterSpace)
    isAfterHebrewHyphen = (member == .hy || member == .ba) && last == .hl && !isAfterSpace
    isAfterSpace = member == .sp
    isAfterJoiner = isJoiner
    last = member
    if member != .sp { (lastInked, lastScalar) = (member, scalar) }
  }

  /// LB4 to LB17: what holds beside spaces too; then LB18.
  private func mayBreak(before next: UnicodeClass, _ index: Int) -> Bool {
    switch last {
    case .bk, .lf, .nl: return true
    case .cr: return next != .lf
    default: break
    }
    switch next {
    case .bk, .cr, .lf, .nl, .sp, .zw: return false
    default: break
    }
    if lastInked == .zw { return true }
    if isAfterJoiner { return false }
    if next == .wj || last == .wj || last == .gl { return false }
    if next == .gl && last != .sp && last != .ba && last != .hy { return false }
    switch next {
    case .ex: return false
    case .cl, .cp, .is, .sy: if last != .nu { return false }
    case .op: if lastInked == .qu && !isClosingQuote { return false }
    case .ns: if lastInked == .cl || lastInked == .cp { return false }
    case .b2: if lastInked == .b2 { return false }
    default: break
    }
    if lastInked == .op { return false }
    return last == .sp || mayBreakSolid(before: next, index)
  }

  /// LB15 cannot tell how a quotation mark is turned; where the mark itself says that it closes, a line may
  /// end between it and a bracket (as UAX #14 has it since Unicode 15.1).
  private var isClosingQuote: Bool {
    switch lastScalar {
    case "\u{2019}", "\u{201D}": isAfterSpace
    default: false
    }
  }

  /// LB19 to LB24.
  private func mayBreakSolid(before next: UnicodeClass, _ index: Int) -> Bool {
    if next == .qu || last == .qu { return false }
    if next == .cb || last == .cb { return true }
    switch (last, next) {
    case (_, .ba), (_, .hy), (_, .ns), (.bb, _), (_, .in), (.sy, .hl): return false
    case (.al, .nu), (.hl, .nu), (.nu, .al), (.nu, .hl): return false
    case (.pr, .id), (.pr, .eb), (.pr, .em), (.id, .po), (.eb, .po), (.em, .po): return false
    case (.pr, .al), (.pr, .hl), (.po, .al), (.po, .hl): return false
    case (.al, .pr), (.hl, .pr), (.al, .po), (.hl, .po): return false
    default: break
    }
    return !isAfterHebrewHyphen && !isInNumber(next, index)
      && mayBreakLetters(before: next, text[index])
  }

  /// LB25.
  private func isInNumber(_ next: UnicodeClass, _ index: Int) -> Bool {
    switch next {
    case .nu:
      return number == .inside || last == .pr || last == .po || last == .op || last == .hy
    case .sy, .is, .cl, .cp: return number == .inside
    case .po, .pr: return number != .outside
    case .op, .hy: return (last == .pr || last == .po) && isDigit(after: index)
    default: return false
    }
  }

  private func isDigit(after index: Int) -> Bool {
    var place = index + 1
    while place < text.count, UnicodeClass.of(text[place]) == .cm { place += 1 }
    return place < text.count && UnicodeClass.of(text[place]) == .nu
  }

  /// LB26 to LB31.
  private func mayBreakLetters(before next: UnicodeClass, _ scalar: Unicode.Scalar) -> Bool {
    switch (last, next) {
    case (.jl, .jl), (.jl, .jv), (.jl, .h2), (.jl, .h3): false
    case (.jv, .jv), (.jv, .jt), (.h2, .jv), (.h2, .jt), (.jt, .jt), (.h3, .jt): false
    case (.jl, .po), (.jv, .po), (.jt, .po), (.h2, .po), (.h3, .po): false
    case (.pr, .jl), (.pr, .jv), (.pr, .jt), (.pr, .h2), (.pr, .h3): false
    case (.al, .al), (.al, .hl), (.hl, .al), (.hl, .hl), (.is, .al), (.is, .hl): false
    case (.al, .op), (.hl, .op), (.nu, .op): Self.isWide(scalar)
    case (.cp, .al), (.cp, .hl), (.cp, .nu): false
    case (.ri, .ri): !hasHalfFlag
    case (.eb, .em): false
    default: true
    }
  }

  /// LB30: brackets set in a square frame are no part of a word.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2E80 || scalar == "\u{2329}"
  }
}
