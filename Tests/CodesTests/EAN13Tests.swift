import Codes
import Testing

@Suite struct `A barcode` {
  /// The bars as widths, dark and light by turns.
  private func widths(_ bars: [EAN13.Bar]) -> [Int] {
    var widths: [Int] = []
    for (index, bar) in bars.enumerated() {
      if index > 0 { widths.append(bar.modules.lowerBound - bars[index - 1].modules.upperBound) }
      widths.append(bar.modules.count)
    }
    return widths
  }

  @Test(arguments: [
    "9771234567003", "9770000000003", "4006381333931", "5901234123457", "0012345678905",
  ])
  func `is read back from the widths of its bars`(digits: String) throws {
    let code = try EAN13(digits)
    #expect(code.modules == 95 && code.bars.last?.modules.upperBound == 95)
    #expect(WidthReader.symbol(widths(code.bars)) == digits)
  }

  @Test(arguments: ["00", "03", "14", "21", "39", "52495", "00000", "90210"])
  func `is read back with its add-on`(addOn: String) throws {
    let code = try EAN13("9771234567003", addOn: addOn)
    let more = code.bars.filter { $0.kind == .addOn }
    #expect(more.first?.modules.lowerBound == 95 + EAN13.gap)
    #expect(more.last?.modules.upperBound == code.modules)
    #expect(WidthReader.addOn(widths(more)) == addOn)
    #expect(WidthReader.symbol(widths(code.bars.filter { $0.kind != .addOn })) == "9771234567003")
  }

  @Test func `has six bars that reach down between the digits`() throws {
    let long = try EAN13("9771234567003").bars.filter { $0.kind == .guardBar }
    #expect(long.map(\.modules) == [0..<1, 2..<3, 46..<47, 48..<49, 92..<93, 94..<95])
  }

  @Test func `comes from an ISSN, whose own check digit is looked at`() throws {
    // ISO 3297: 0317-8471; X stands for ten.
    #expect(try EAN13(issn: "0317-8471").digits.map(String.init).joined() == "9770317847001")
    #expect(try EAN13(issn: "2434-561X").digits.prefix(10) == [9, 7, 7, 2, 4, 3, 4, 5, 6, 1])
    #expect(throws: EAN13.Fault.issnCheckDigit(given: "2", right: "1")) {
      try EAN13(issn: "0317-8472")
    }
    #expect(throws: EAN13.Fault.issn) { try EAN13(issn: "0317-847") }
    #expect(throws: EAN13.Fault.issn) { try EAN13(issn: "ISSN 0317-8471") }
  }

  @Test func `is refused with the digit that would be right`() {
    #expect(throws: EAN13.Fault.checkDigit(given: 4, right: 3)) { try EAN13("977-1234567-00-4") }
    #expect(throws: EAN13.Fault.digits) { try EAN13("977123456700") }
    #expect(throws: EAN13.Fault.digits) { try EAN13("97712345670O3") }
    #expect(throws: EAN13.Fault.addOn) { try EAN13("9771234567003", addOn: "123") }
  }
}

/// Reads bars by the widths that ISO/IEC 15420 lists for its number sets, knowing nothing of how they were made.
private enum WidthReader {
  /// Space, bar, space, bar of set A.
  private static let setA = [
    "3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112",
  ]
  private static let first = [
    "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA",
    "ABBABA",
  ]

  static func symbol(_ widths: [Int]) -> String? {
    guard widths.count == 59, widths[..<3] == [1, 1, 1], widths[27..<32] == [1, 1, 1, 1, 1],
      widths[56...] == [1, 1, 1]
    else { return nil }
    let left = (0..<6).map { digit(widths[(3 + 4 * $0)..<(7 + 4 * $0)]) }
    let right = (0..<6).map { digit(widths[(32 + 4 * $0)..<(36 + 4 * $0)]) }
    guard right.allSatisfy({ $0?.set == "A" }),
      let lead = first.firstIndex(of: left.compactMap { $0?.set }.joined())
    else { return nil }
    let digits = [lead] + (left + right).compactMap { $0?.value }
    return digits.map(String.init).joined()
  }

  /// After the guard of 1, 1, 2 the digits, two modules of light and dark between them.
  static func addOn(_ widths: [Int]) -> String? {
    guard widths.prefix(3) == [1, 1, 2] else { return nil }
    let parts = stride(from: 3, to: widths.count, by: 6).map { digit(widths[$0..<($0 + 4)]) }
    return parts.compactMap { $0.map { String($0.value) } }.joined()
  }

  private static func digit(_ widths: ArraySlice<Int>) -> (value: Int, set: String)? {
    let text = widths.map(String.init).joined()
    if let value = setA.firstIndex(of: text) { return (value, "A") }
    return setA.firstIndex(of: String(text.reversed())).map { ($0, "B") }
  }
}
