import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `The head of a lesser story` {
  private func found(size: Double, priority: Int = 20) -> [LintFinding] {
    var upper = LintTrial.story("a", title: "两岸通了")
    var lower = LintTrial.story("b", title: "两岸通了")
    (upper.priority, lower.priority) = (80, priority)
    var trial = LintTrial(
      [upper, lower],
      on: [
        [
          LintTrial.frame("a", 1...3, 1...20, head: 4),
          LintTrial.frame("b", 1...3, 22...40, head: 4),
        ]
      ])
    trial.change("a") { $0.heads[0].size = .points(20) }
    trial.change("b") { $0.heads[0].size = .points(size) }
    return trial.found(.headOutOfRank)
  }

  @Test func `is out of rank beside a greater one's where it is half as large again`() {
    func found(_ size: Double, priority: Int) -> [[String]] {
      var stories = ["a", "b"].map { LintTrial.story($0, title: "两岸通了") }
      (stories[0].priority, stories[1].priority) = (80, priority)
      var trial = LintTrial(
        stories,
        on: [
          [
            LintTrial.frame("a", 1...2, 4...40, head: 4),
            LintTrial.frame("b", 3...6, 1...40, head: 4),
          ]
        ])
      trial.change("a") { $0.heads[0].size = .points(20) }
      trial.change("b") { $0.heads[0].size = .points(size) }
      return trial.found(.headOutOfRank).map(\.frames)
    }
    #expect(found(31, priority: 20) == [["b", "a"]])
    #expect(found(30, priority: 20).isEmpty)
    #expect(found(60, priority: 70).isEmpty)
  }

  @Test func `is out of rank where it is clearly larger than a greater one's above it`() {
    #expect(found(size: 26).map(\.frames) == [["b", "a"]])
  }

  @Test func `may be as large, or larger if its story is no lesser`() {
    #expect(found(size: 24).isEmpty)
    #expect(found(size: 24.5).count == 1)
    #expect(found(size: 26, priority: 80).isEmpty)
  }

  @Test func `is of one rank with those of nearly its priority`() {
    #expect(found(size: 26, priority: 66).isEmpty)
    #expect(found(size: 26, priority: 65).count == 1)
  }

  @Test func `needs less of a gap the larger it is`() {
    #expect(found(size: 30, priority: 72).count == 1)
    #expect(found(size: 30, priority: 74).isEmpty)
    #expect(found(size: 40, priority: 79).count == 1)
    #expect(found(size: 40, priority: 80).isEmpty)
  }

  @Test func `may be larger than the jump head of a greater one`() {
    var upper = LintTrial.story("a", title: "两岸通了")
    upper.priority = 80
    upper.jump = JumpRequest(page: "2", slot: "c", place: TestPage.place)
    var lower = LintTrial.story("b", title: "两岸通了", page: "2")
    lower.priority = 20
    var trial = LintTrial(
      [upper, lower],
      on: [
        [LintTrial.frame("a", 1...3, 1...20, head: 4)],
        [
          LintTrial.frame("c", 1...3, 1...40, head: 2),
          LintTrial.frame("b", 1...3, 42...70, head: 6),
        ],
      ])
    #expect(trial.pages[1].frames.first { $0.id == "c" }?.article == "a")
    #expect(trial.found(.headOutOfRank).isEmpty)
    trial.pages[1].code = "3"
    #expect(trial.found(.headOutOfRank).count == 1)
  }
}
