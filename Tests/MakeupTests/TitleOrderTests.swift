import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

@Suite struct `A title under a weightier story's` {
  /// The sizes of the upper title and of the lower one, which has more room.
  private func sizes(
    _ upper: Int, _ lower: Int, change: (inout Frame) -> Void = { _ in }
  ) throws -> (upper: Length, lower: Length) {
    var stories = ["b", "a"].map { id in LintTrial.story(id, title: "两岸通了") }
    (stories[0].priority, stories[1].priority) = (lower, upper)
    stories[1].title = ["两岸四个县城之间的渡船今天清晨全部换成了新船"]
    var under = LintTrial.frame("b", 1...3, 22...50, head: 8)
    change(&under)
    let made = TestPage.makeUp(
      stories, on: [[LintTrial.frame("a", 1...3, 1...20, head: 3), under]])
    func size(_ id: String) throws -> Length {
      try #require(made.frame(id)?.heads.first { $0.kind == .title }?.size)
    }
    return (try size("a"), try size("b"))
  }

  @Test func `is a fifth larger at most, in whatever order they were typed`() throws {
    let found = try sizes(80, 20)
    #expect(found.lower <= found.upper * 6 / 5)
  }

  @Test func `is half as large again at most beside it`() throws {
    let found = try sizes(80, 20) {
      $0.areas = [LintTrial.area(4...6, 1...40)]
    }
    #expect(found.lower <= found.upper * 3 / 2)
    #expect(found.lower > found.upper * 6 / 5)
  }

  @Test func `is as large as its room where its story is no lesser, or on a ground`() throws {
    let free = try sizes(80, 80)
    #expect(free.lower > free.upper * 2)
    #expect(try sizes(20, 80).lower == free.lower)
    #expect(try sizes(80, 20) { $0.tint = InkChoice.black }.lower > free.upper * 2)
  }
}
