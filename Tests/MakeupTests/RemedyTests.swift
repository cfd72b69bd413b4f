import Testing

@testable import Makeup

@Suite struct `A remedy` {
  private func trial(_ rows: Int, overset: Bool = false, stands: Bool = false) -> Trial {
    Trial(remedy: Remedy(rows: rows), isOverset: overset, stands: stands)
  }

  @Test func `is vain with pictures as deep as or deeper than where text had no room`() {
    let overset = trial(1, overset: true)
    #expect(Remedy(rows: 2).isVain(after: [overset]))
    #expect(!Remedy(rows: 0).isVain(after: [overset]))
    #expect(!Remedy(rows: -3).isVain(after: [overset]))
  }

  @Test func `is vain with shallower pictures than where the story stood`() {
    let standing = trial(-1, stands: true)
    #expect(Remedy(rows: -2).isVain(after: [standing]))
    #expect(!Remedy(rows: 0).isVain(after: [standing]))
    #expect(!Remedy(rows: 3).isVain(after: [standing]))
  }

  @Test func `is tried where all had room and columns were short or broken off`() {
    for rows in [-2, 0, 2] { #expect(!Remedy(rows: rows).isVain(after: [trial(0)])) }
  }

  @Test func `is vain by any trial, not by the last one alone`() {
    let trials = [trial(0, overset: true), trial(-1), trial(-2, stands: true)]
    #expect(Remedy(rows: 1).isVain(after: trials))
    #expect(Remedy(rows: -3).isVain(after: trials))
    #expect(!Remedy(rows: -1).isVain(after: trials))
    #expect(!Remedy(rows: 1).isVain(after: []))
  }

  @Test(arguments: [
    Remedy(rows: 2, crop: .fill), Remedy(rows: 2, head: -1), Remedy(rows: 2, columns: 1),
    Remedy(rows: 2, tightens: true), Remedy(rows: 2, cut: [3]),
  ])
  func `is tried where something else is changed with the pictures`(other: Remedy) {
    #expect(!other.isVain(after: [trial(1, overset: true)]))
    var same = other
    same.rows = 1
    #expect(other.isVain(after: [Trial(remedy: same, isOverset: true, stands: false)]))
  }

  @Test func `is vain wherever the search may end`() {
    let inside = Remedy(rows: 2, isLast: false)
    #expect(inside.isVain(after: [trial(1, overset: true)]))
  }
}
