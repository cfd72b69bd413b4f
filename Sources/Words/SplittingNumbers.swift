import CJKRules

extension Splitting {
  /// Whether a part is a numeral: digits with their points, or Han numerals alone.
  func isNumeral(_ part: Range<Int>) -> Bool {
    part.allSatisfy { index in
      Self.hanNumerals.contains(text[index]) || isDigit(index)
        || (index > part.lowerBound && Self.points.contains(text[index]))
    }
  }

  func isDigit(_ index: Int) -> Bool {
    switch text[index] {
    case "0"..."9", "０"..."９": true
    default: false
    }
  }

  /// A numeral, or a name that ends in one: 3, Windows3.
  private func endsInNumber(_ part: Range<Int>) -> Bool {
    isNumeral(part) || isDigit(part.upperBound - 1)
  }

  private static let hanNumerals = Set("〇零一二三四五六七八九十百千万亿兩两几半萬億兆".unicodeScalars)
  private static let points = Set(".,:．，：".unicodeScalars)
  /// What joins two numerals into one: 十八点六, 三分之一, 3比2.
  private static let joints: Set<String> = ["点", "點", "分", "之", "分之", "比", "百分之", "千分之"]
  /// Units that a smaller one follows: 3月11日, 4分30秒.
  private static let chained = Set("年月日号號时時点點分秒元角度比：届".unicodeScalars)

  /// A number stays with its unit, and with what counts it (JLREQ 3.1.10; CLREQ 3.1.5).
  mutating func keepNumbers() {
    var afterNumber = false
    for (index, part) in parts.enumerated() {
      let isNumber = isNumeral(part)
      if index > 0 {
        let last = parts[index - 1]
        let isJoint = Self.joints.contains(string(last)) && index > 1 && isNumeral(parts[index - 2])
        let follows = isNumber && (isNumeral(last) || isJoint || leansOnNumber(last))
        // A phrase that begins after a number (再创新高) is no unit.
        let isCounted = afterNumber && !isNumber && costs[part.lowerBound] != SplitCost.phrase
        if follows || isCounted { forbid(part.lowerBound) }
        if isNumber, index > 1, endsInNumber(parts[index - 2]), isChained(last) {
          forbid(part.lowerBound)
        }
      }
      // 3.5 亿 元: what multiplies is a numeral itself, so that the unit follows a number again.
      afterNumber = isNumber || endsWithScale(part) && afterNumber
    }
    keepWideNumbers()
  }

  /// Full-width digits are parts of their own to ICU.
  private mutating func keepWideNumbers() {
    for place in text.indices.dropFirst() where isDigit(place - 1) {
      let isDigitOrLetter = isDigit(place) || classes[place] == .letter
      let isPoint =
        Self.points.contains(text[place]) && place + 1 < text.count && isDigit(place + 1)
      if isDigitOrLetter || isPoint { forbid(place) }
      if isPoint { forbid(place + 1) }
    }
  }

  private func isChained(_ unit: Range<Int>) -> Bool {
    text[unit].last.map(Self.chained.contains) ?? false
  }

  private func endsWithScale(_ part: Range<Int>) -> Bool {
    part.count == 1 && Set("多余餘来來几".unicodeScalars).contains(text[part.lowerBound])
  }

  /// 第 约 近 超 达 至 到 … before a number.
  private func leansOnNumber(_ part: Range<Int>) -> Bool {
    string(part).hasSuffix("分之") || text[part].last.map(Self.beforeNumbers.contains) ?? false
  }

  private static let beforeNumbers = Set(
    "第约約近超达達至到逾破满滿共仅僅每前后後首为為增降达減减".unicodeScalars)
}
