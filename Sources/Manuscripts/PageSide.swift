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

  /// The pages that a spread (通版) is of, the left one first; a page that is none, alone.
  package func leaves(of page: PageRequest) -> [PageRequest] {
    let codes = page.code.split(separator: "-").map(String.init)
    guard page.numbers == 2, codes.count == 2 else { return [page] }
    let leaves = codes.map { code -> PageRequest in
      var leaf = page
      (leaf.code, leaf.side) = (code, nil)
      return leaf
    }
    return side(of: leaves[0]) == .left ? leaves : leaves.reversed()
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
