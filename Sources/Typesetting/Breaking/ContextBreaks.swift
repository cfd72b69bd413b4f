import CJKRules
import Fonts
import Geometry

/// Line ends in Latin text with its signs, which two classes alone do not tell (UAX #14; cjk line rules
/// over it where Chinese and Japanese differ).
extension ShapedParagraph {
  /// Settles the places left to their context: a run of Latin text at a time, each once.
  func settled(_ ends: [Int]) -> [(end: Int, permission: BreakPermission)] {
    var found: [(end: Int, permission: BreakPermission)] = []
    var next = 0
    while next < ends.count {
      let run = westernRun(around: ends[next])
      let first = next
      repeat { next += 1 } while next < ends.count && ends[next] < run.upperBound
      settle(run, ends[first..<next], &found)
    }
    return found
  }

  /// The cells of Latin text about the place before `index`, with one before them.
  private func westernRun(around index: Int) -> Range<Int> {
    var (first, end) = (index - 1, index + 1)
    while first > 0 && ClassSet.western.contains(cells[first].kind) { first -= 1 }
    while end < cells.count && ClassSet.western.contains(cells[end].kind) { end += 1 }
    return first..<end
  }

  private func settle(
    _ run: Range<Int>, _ ends: ArraySlice<Int>,
    _ found: inout [(end: Int, permission: BreakPermission)]
  ) {
    let start = Int(cells[run.lowerBound].text)
    let end = run.upperBound == cells.count ? source.text.count : Int(cells[run.upperBound].text)
    let text = Array(source.text[start..<end])
    let allowed = UnicodeBreaks.allowed(in: text)
    let isAddress = text.contains("/") && Self.isAddress(text)
    for cell in ends {
      let permission =
        ownRule(before: cell, isAddress: isAddress)
        ?? (allowed[Int(cells[cell].text) - start] ? .allowed : kept(before: cell))
      found.append((cell, permission))
    }
  }

  /// What the languages of this engine have otherwise than UAX #14.
  private func ownRule(before cell: Int, isAddress: Bool) -> BreakPermission? {
    let (before, after) = (cells[cell - 1], cells[cell])
    let sign = source.text[Int(after.text)]
    switch (before.kind, after.kind) {
    // JLREQ App. C, "loose": % alone.
    case (.digit, .postfix), (.wideAlphanumeric, .postfix):
      return sign == "%" || sign == "％" ? .allowed : .unbreakable
    // JLREQ 3.1.10: a unit clings to numerals, not to every Han character as UAX #14 has it.
    case (let kind, .postfix) where !ClassSet.western.contains(kind):
      return CharacterTable.isNumeral(source.text[Int(before.text)]) ? .unbreakable : .allowed
    // A time or a score, 8：30, is one number (JLREQ 3.1.10 c).
    case (.colon, _):
      let isNumber = cell > 1 && ClassSet.digits.contains(cells[cell - 2].kind)
      return isNumber ? .unbreakable : .allowed
    // C++, ==: one sign, which UAX #14 would part (PR × PR is no rule of its).
    case (_, .latinMark) where sign == source.text[Int(before.text)] && before.joint == .solid:
      return .unbreakable
    // GB/T 15834 5.1.9; an address is no Chinese text.
    case (.solidus, _) where rules.prohibition.lineEnd.contains(.solidus) && !isAddress:
      return .prohibited
    // CLREQ 3.1.4: a single dash opens no line.
    case (_, .hyphen) where sign == "—": return .prohibited
    default: return nil
    }
  }

  private func kept(before cell: Int) -> BreakPermission {
    let (before, after) = (cells[cell - 1], cells[cell])
    let isWord = ClassSet.western.contains(before.kind) && ClassSet.western.contains(after.kind)
    return isWord && before.joint == .solid ? .unbreakable : .prohibited
  }

  private static func isAddress(_ text: [Unicode.Scalar]) -> Bool {
    text.indices.contains { place in
      text[place...].starts(with: "://".unicodeScalars)
        || text[place...].starts(with: "www.".unicodeScalars)
    }
  }
}

extension ShapedParagraph {
  /// Whether a number keeps the ends before and after one of its cells.
  @inline(__always)
  func numberEnds(at index: Int) -> (before: Bool, after: Bool) {
    switch cells[index].kind {
    case .solidus:
      let isInside = partsNumber(index)
      return (isInside, isInside)
    case .digit, .wideAlphanumeric: return (bearsSign(index), false)
    default: return (false, false)
    }
  }

  /// Whether a cell is a solidus within a number, such as 1/2 or １／２ (JLREQ 3.1.10).
  private func partsNumber(_ index: Int) -> Bool {
    guard index > 0, index + 1 < cells.count, case .solid = cells[index].joint else {
      return false
    }
    return isDigit(index - 1) && isDigit(index + 1)
  }

  /// Whether a sign drawn as wide as a Han character stands before a digit: －5.
  private func bearsSign(_ digit: Int) -> Bool {
    guard digit > 0, case .solid = cells[digit - 1].joint else { return false }
    switch source.text[Int(cells[digit - 1].text)] {
    case "\u{2212}", "＋", "－", "±": return true
    default: return false
    }
  }

  private func isDigit(_ index: Int) -> Bool {
    switch source.text[Int(cells[index].text)] {
    case "0"..."9", "０"..."９": true
    default: false
    }
  }
}
