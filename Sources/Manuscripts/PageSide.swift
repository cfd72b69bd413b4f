/// The side of an open spread that a page is on (单双页).
package enum PageSide: String, Hashable, Sendable, CaseIterable {
  case left, right
  /// The strip between two pages (中缝): a page of its own that bears no number.
  case fold
}

extension Edition {
  /// The side that a page says, or that its number does: papers whose lines run level have their odd pages at the
  /// right, those bound for vertical lines, as Japan's, at the left.
  package func side(of page: PageRequest) -> PageSide {
    if let side = page.side { return side }
    let digits = page.code.unicodeScalars.filter { ("0"..."9").contains($0) }
    let isOdd = digits.last.map { $0.value % 2 == 1 } ?? true
    return isOdd == (language == "ja") ? .left : .right
  }

  /// How many pages the paper says that it has (今日几版).
  package var numberedPages: Int { pages.reduce(0) { $0 + $1.numbers } }
}

extension PageRequest {
  /// How many pages it is: two where its code names a spread (通版), as `12-13`.
  fileprivate var numbers: Int {
    guard side != .fold else { return 0 }
    let ends = code.split(separator: "-").map { $0.drop { $0.isLetter } }.compactMap { Int($0) }
    return ends.count == 2 && ends[1] > ends[0] ? ends[1] - ends[0] + 1 : 1
  }
}
