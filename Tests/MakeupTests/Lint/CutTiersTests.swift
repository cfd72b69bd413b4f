import Diagnostics
import Geometry
import PageDesign
import Testing

@testable import Makeup

@Suite struct `Tiers of vertical text` {
  private func tiers(
    _ id: String, _ columns: ClosedRange<Int>, _ count: Int, lines: ClosedRange<Int> = 1...80
  ) -> Frame {
    var frame = LintTrial.frame(id, columns, lines)
    (frame.mode, frame.bodyColumns) = (.vertical, count)
    return frame
  }

  private func found(_ frames: [Frame]) -> [LintFinding] {
    LintTrial(frames.map { LintTrial.story($0.id, characters: 6_000) }, on: [frames])
      .found(.cutTiers)
  }

  @Test func `are cut where the gap under one runs from edge to edge`() throws {
    let cut = try #require(found([tiers("a", 1...6, 2)]).first)
    #expect(cut.message.sentence(.zh).contains("‘a’ 第 1 段"))
    #expect(found([tiers("a", 1...3, 2), tiers("b", 4...6, 2)]).count == 1)
    let tower = LintTrial.frame("tower", 6...6, 1...80, kind: .ad)
    #expect(found([tiers("a", 1...5, 2), tower]).count == 1)
  }

  @Test func `are held together by other tiers, by level lines or by a head across the gap`() {
    #expect(found([tiers("a", 1...3, 2), tiers("b", 4...6, 3)]).isEmpty)
    #expect(found([tiers("a", 1...4, 2), LintTrial.frame("b", 5...6, 1...80)]).isEmpty)
    let titled = LintTrial(
      [LintTrial.story("a", title: "江上新桥今晨通车", characters: 6_000)], on: [[tiers("a", 1...6, 2)]])
    #expect(titled.found(.cutTiers).isEmpty)
  }

  @Test func `may have a gap near the head or foot of the page`() {
    #expect(
      found([tiers("a", 1...6, 2, lines: 1...30), tiers("b", 1...6, 1, lines: 32...80)]).isEmpty)
  }
}
