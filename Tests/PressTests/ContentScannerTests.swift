import Testing

@testable import Press

struct ContentScannerTests {
  private func tokens(_ text: String) -> [String] {
    var scanner = ContentScanner(Array(text.utf8))
    var found: [String] = []
    while let token = scanner.next() {
      found.append(String(decoding: scanner.bytes[token.range], as: UTF8.self))
    }
    return found
  }

  @Test func `tokens end where blanks and delimiters say`() {
    #expect(
      tokens("/F1 12 Tf[(a\\)b(c))-3<0f>]TJ%x\n/A<</B 1>>BDC") == [
        "/F1", "12", "Tf", "[", "(a\\)b(c))", "-3", "<0f>", "]", "TJ", "/A", "<<", "/B", "1", ">>",
        "BDC",
      ])
  }

  @Test func `numbers have a sign before and one full stop`() {
    var operations = ContentOperations(Array("-.5 +3 4. 00.25 m 1-2 1.2.3 - . l".utf8))
    _ = operations.next()
    #expect(operations.numbers == [-0.5, 3, 4, 0.25])
    _ = operations.next()
    #expect(operations.word == "1-2")
  }

  @Test func `codes in names are undone`() {
    let scanner = ContentScanner(Array("/A#20B".utf8))
    #expect(scanner.name(0..<6) == "A B")
  }

  @Test func `the bytes of an inline image are no operators`() {
    let text = "q BI /W 2 /H 1 /CS /RGB /BPC 8 ID 1 EI\u{1}rg Q \nEI Q"
    var operations = ContentOperations(Array(text.utf8))
    _ = operations.next()
    #expect(operations.word == "q")
    _ = operations.next()
    #expect(operations.word == "BI")
    let image = operations.image
    let bytes = operations.scanner.bytes
    #expect(image.map { String(decoding: bytes[$0.data], as: UTF8.self) } == "1 EI\u{1}rg Q ")
    _ = operations.next()
    #expect(operations.word == "Q")
    let hasMore = operations.next()
    #expect(!hasMore)
  }

  @Test func `every stream of bytes comes to an end`() {
    var seed: UInt32 = 7
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ in
        seed = seed &* 1_664_525 &+ 1_013_904_223
        return Array("()<>[]{}/%BI ID EI\\#0.-\u{0}aqQ".utf8)[Int(seed >> 16) % 27]
      }
      var scanner = ContentScanner(bytes)
      var last = 0
      while let token = scanner.next() {
        #expect(token.range.lowerBound >= last)
        #expect(token.range.upperBound <= bytes.count)
        last = token.range.upperBound
      }
    }
  }
}
