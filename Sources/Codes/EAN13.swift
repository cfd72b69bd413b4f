/// The barcode of a periodical's issue (条码): EAN-13 with an add-on of two or five digits (GS1 General
/// Specifications, 5.2; GB/T 12904; for periodicals 977 and the ISSN, ISO 3297).
package struct EAN13: Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    /// Not thirteen digits.
    case digits
    case checkDigit(given: Int, right: Int)
    /// An add-on that has neither two nor five digits.
    case addOn
    /// No ISSN: eight digits, the last may be X.
    case issn
    case issnCheckDigit(given: String, right: String)
  }

  /// One dark bar, in modules from the left edge of the symbol's first bar.
  package struct Bar: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case symbol
      /// Reaches down between the digits.
      case guardBar
      case addOn
    }
    package var modules: Range<Int>
    package var kind: Kind
  }

  package let digits: [Int]
  package let addOn: [Int]

  /// Thirteen digits, blanks and hyphens aside, of which the last checks the others.
  package init(_ text: String, addOn: String? = nil) throws(Fault) {
    let digits = EAN13.digits(text)
    guard digits.count == 13 else { throw .digits }
    let right = EAN13.checkDigit(of: Array(digits.dropLast()))
    guard digits[12] == right else { throw .checkDigit(given: digits[12], right: right) }
    let more = addOn.map(EAN13.digits) ?? []
    guard addOn == nil || more.count == 2 || more.count == 5 else { throw .addOn }
    (self.digits, self.addOn) = (digits, more)
  }

  /// 977, the seven digits of the ISSN, 00 for the usual price, and the check digit.
  package init(issn: String, addOn: String? = nil) throws(Fault) {
    let signs = issn.unicodeScalars.filter { !EAN13.separators.contains($0) }.map(String.init)
    let digits = EAN13.digits(signs.prefix(7).joined())
    guard signs.count == 8, digits.count == 7 else { throw .issn }
    let sum = zip(digits, (2...8).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let right = (11 - sum % 11) % 11
    let sign = right == 10 ? "X" : "\(right)"
    guard signs[7].uppercased() == sign else {
      throw .issnCheckDigit(given: signs[7], right: sign)
    }
    let twelve = [9, 7, 7] + digits + [0, 0]
    let code = (twelve + [EAN13.checkDigit(of: twelve)]).map(String.init).joined()
    try self.init(code, addOn: addOn)
  }

  private static let separators: Set<Unicode.Scalar> = [" ", "-", "‐", "–", "－", "　"]

  /// The digits of a text that has nothing else but separators; none where it has.
  private static func digits(_ text: String) -> [Int] {
    let signs = text.unicodeScalars.filter { !separators.contains($0) }
    let digits = signs.compactMap { ("0"..."9").contains($0) ? Int($0.value) - 48 : nil }
    return digits.count == signs.count ? digits : []
  }

  /// Every second digit counts three times (GS1 General Specifications, 7.9).
  static func checkDigit(of digits: [Int]) -> Int {
    let sum = digits.reversed().enumerated().reduce(0) {
      $0 + $1.element * ($1.offset % 2 == 0 ? 3 : 1)
    }
    return (10 - sum % 10) % 10
  }
}

// MARK: Bars

extension EAN13 {
  /// Light modules that stay free left of the symbol, and right of it or of its add-on.
  package static let quietLeft = 11
  package var quietRight: Int { addOn.isEmpty ? 7 : 5 }
  /// Modules of the symbol itself.
  package static let width = 95
  /// From the symbol's last bar to the add-on's first: seven to twelve are allowed.
  package static let gap = 10

  /// Modules from the first bar to the last one.
  package var modules: Int {
    addOn.isEmpty ? EAN13.width : EAN13.width + EAN13.gap + (addOn.count == 2 ? 20 : 47)
  }

  /// Dark bars from left to right.
  package var bars: [Bar] {
    EAN13.bars(of: symbol, from: 0).map { Bar(modules: $0, kind: kind($0)) }
      + EAN13.bars(of: addOnModules, from: EAN13.width + EAN13.gap).map {
        Bar(modules: $0, kind: .addOn)
      }
  }

  private func kind(_ modules: Range<Int>) -> Bar.Kind {
    [0..<3, 45..<50, 92..<95].contains { $0.overlaps(modules) } ? .guardBar : .symbol
  }

  private static func bars(of modules: String, from start: Int) -> [Range<Int>] {
    var bars: [Range<Int>] = []
    for (offset, module) in modules.enumerated() where module == "1" {
      let place = start + offset
      if let last = bars.last, last.upperBound == place {
        bars[bars.count - 1] = last.lowerBound..<place + 1
      } else {
        bars.append(place..<place + 1)
      }
    }
    return bars
  }

  /// Left guard, six digits in sets A and B as the first digit says, centre guard, six digits in set C, right guard.
  private var symbol: String {
    let sets = Array(EAN13.parities[digits[0]])
    let left = zip(digits[1...6], sets).map { EAN13.pattern($0, set: $1) }
    let right = digits[7...12].map { EAN13.pattern($0, set: "C") }
    return "101" + left.joined() + "01010" + right.joined() + "101"
  }

  private var addOnModules: String {
    guard let sets = addOnSets else { return "" }
    let parts = zip(addOn, sets).map { EAN13.pattern($0, set: $1) }
    return "1011" + parts.joined(separator: "01")
  }

  /// Two digits by their remainder of four, five by their own check digit.
  private var addOnSets: [Character]? {
    switch addOn.count {
    case 2: return Array(["AA", "AB", "BA", "BB"][(addOn[0] * 10 + addOn[1]) % 4])
    case 5:
      let sum = (addOn[0] + addOn[2] + addOn[4]) * 3 + (addOn[1] + addOn[3]) * 9
      return Array(EAN13.addOnParities[sum % 10])
    default: return nil
    }
  }

  /// Seven modules of a digit: set A as listed, C its negative, B the negative read backwards.
  private static func pattern(_ digit: Int, set: Character) -> String {
    let a = setA[digit]
    if set == "A" { return a }
    let c = String(a.map { $0 == "1" ? "0" : "1" })
    return set == "C" ? c : String(c.reversed())
  }

  private static let setA = [
    "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011",
    "0110111", "0001011",
  ]
  private static let parities = [
    "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA",
    "ABBABA",
  ]
  private static let addOnParities = [
    "BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB",
  ]
}
