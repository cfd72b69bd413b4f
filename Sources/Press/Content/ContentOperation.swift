/// Gathers a content stream's tokens into operations: operands and the operator after them.
///
/// One value is used again and again, so that a page of a hundred thousand operators costs no allocation.
package struct ContentOperations: Sendable {
  package private(set) var scanner: ContentScanner
  package private(set) var word: ContentWord = "n"
  /// The numbers among the operands, in order; those in arrays too.
  package private(set) var numbers: [Double] = []
  /// The last name among the operands, with its solidus.
  package private(set) var nameRange: Range<Int>?
  /// The bytes of the operands and of the operator.
  package private(set) var range = 0..<0
  /// After `BI`: the bytes of the image's keys and of its data; `range` is all of it, `BI` to `EI`.
  package private(set) var image: (keys: Range<Int>, data: Range<Int>)?

  /// No operator has as many operands but `TJ` and `d`, whose numbers nobody asks for.
  private static let mostNumbers = 64

  package init(_ bytes: [UInt8]) {
    scanner = ContentScanner(bytes)
    numbers.reserveCapacity(ContentOperations.mostNumbers)
  }

  /// The last name among the operands, without its solidus.
  package var name: String? { nameRange.map(scanner.name) }

  /// Goes on to the next operation; false at the end.
  package mutating func next() -> Bool {
    numbers.removeAll(keepingCapacity: true)
    (nameRange, image) = (nil, nil)
    var start: Int?
    while let token = scanner.next() {
      let first = start ?? token.range.lowerBound
      start = first
      switch token.kind {
      case .number(let value):
        if numbers.count < ContentOperations.mostNumbers { numbers.append(value) }
      case .name: nameRange = token.range
      case .word("true"), .word("null"): break
      case .word(let word):
        self.word = word
        range = first..<token.range.upperBound
        if word == "BI" { readImage() }
        return true
      default: break
      }
    }
    return false
  }

  private mutating func readImage() {
    let keys = range.upperBound
    while let token = scanner.next() {
      guard case .word("ID") = token.kind else { continue }
      guard let data = scanner.next() else { return }
      image = (keys..<token.range.lowerBound, data.range)
      range = range.lowerBound..<(scanner.next()?.range.upperBound ?? data.range.upperBound)
      return
    }
  }
}
