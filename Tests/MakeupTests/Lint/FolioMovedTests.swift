import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The folio's place` {
  /// A paper of page one and three pages with their folios on these lines.
  private func trial(_ lines: [Int], language: String = "zh-Hans") -> LintTrial {
    let pages = lines.enumerated().map { number, line in
      [
        LintTrial.frame("folio", 1...6, line...line + 2, kind: .folio),
        LintTrial.frame("s\(number)", 1...6, 20...60),
      ]
    }
    let front = [
      LintTrial.frame("masthead", 1...4, 1...10, kind: .masthead),
      LintTrial.frame("a", 1...6, 12...40),
    ]
    let stories = lines.indices.map { LintTrial.story("s\($0)", page: "\($0 + 2)") }
    return LintTrial([LintTrial.story("a")] + stories, on: [front] + pages) {
      $0.language = language
    }
  }

  @Test func `is the same on all pages`() throws {
    let moved = trial([1, 70, 1]).found(.folioMoved)
    #expect(moved.map(\.page) == ["3"])
    #expect(moved.first?.rects.count == 1)
    #expect(try #require(moved.first).message.sentence(.en).contains("not 17.6mm"))
    #expect(trial([1, 1, 1]).found(.folioMoved).isEmpty)
  }

  @Test func `may be a line lower on another grid, and elsewhere on a page of another size`() {
    #expect(trial([1, 2, 1]).found(.folioMoved).isEmpty)
    var spread = trial([1, 70, 1])
    spread.pages[2].layout.size.width = .millimetres(546)
    #expect(spread.found(.folioMoved).isEmpty)
  }

  @Test func `is not asked abroad`() {
    #expect(trial([1, 70, 1], language: "ja").found(.folioMoved).isEmpty)
  }
}
