import Codes
import Testing

@Suite struct QRCodeTests {
  @Test func `a short address takes the second size, with its three finders`() throws {
    let code = try #require(QRCode("https://yanjiang.example"))
    #expect(code.side == 25)
    // A finder is 7 modules, dark round a light ring round 3 × 3 dark ones; its edge is light.
    for (x, y) in [(0, 0), (18, 0), (0, 18)] {
      #expect((0..<7).allSatisfy { code.isDark(x + $0, y) && code.isDark(x, y + $0) })
      #expect(!code.isDark(x + 1, y + 1) && code.isDark(x + 3, y + 3))
    }
    #expect(!code.isDark(7, 0))
  }

  @Test func `runs are the dark modules of a row`() throws {
    let code = try #require(QRCode("砚江日报"))
    for row in 0..<code.side {
      let dark = code.runs(inRow: row).flatMap(Array.init)
      #expect(dark == (0..<code.side).filter { code.isDark($0, row) })
    }
  }

  @Test func `no text, and more than a telephone reads from newsprint, give none`() {
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "a", count: QRCode.mostBytes)) != nil)
    #expect(QRCode(String(repeating: "a", count: QRCode.mostBytes + 1)) == nil)
  }
}
