import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A frame that gathers short stories` {
  func stories(_ count: Int, characters: Int = 80) -> [Story] {
    (0..<count).map { number in
      var story = TestPage.story(
        "s\(number)", paragraphs: [TestPage.text(characters, seed: number)])
      story.title = ["第\("一二三四五六".map(String.init)[number])条短讯"]
      (story.slot, story.priority) = ("brief", 50 + (number == 2 ? 10 : 0))
      return story
    }
  }

  func made(_ stories: [Story], lines: Int = 40, _ change: (inout Frame) -> Void = { _ in })
    -> MadeUp
  {
    var frame = TestPage.frame("brief", columns: 5...6, lines: 1...lines)
    frame.gather = GatherDesign(column: "简讯")
    change(&frame)
    return TestPage.makeUp(stories, on: [[frame]])
  }

  func titles(_ frame: SetFrame?) -> [String] {
    (frame?.panels ?? []).flatMap(\.items).compactMap {
      if case .line(let line, _, _) = $0, line.string.hasSuffix("条短讯") { line.string } else { nil }
    }
  }

  @Test func `sets them by priority, each under its small head, lines between`() throws {
    let made = made(stories(4))
    let frame = try #require(made.frame("brief"))
    #expect(titles(frame) == ["第三条短讯", "第一条短讯", "第二条短讯", "第四条短讯"])
    #expect(frame.gathered.map(\.id) == ["s2", "s0", "s1", "s3"])
    #expect(frame.oversetLines == 0 && made.diagnostics.isEmpty)
    let items = frame.panels.flatMap(\.items)
    #expect(items.count { $0 == .begin(.headline(level: 2)) } == 4)
    // One under the label, and three between four stories; fewer where a column's head parts them.
    let rules = items.count { if case .rule = $0 { true } else { false } }
    #expect((2...4).contains(rules))
    #expect(
      frame.legs.flatMap(\.rows).count { $0.kind == .subhead } == 4)
  }

  @Test func `names each for itself, so that no tag is left open`() throws {
    let items = try #require(made(stories(4)).frame("brief")).panels.flatMap(\.items)
    var open: [MarkTag] = []
    var articles: [String] = []
    for item in items {
      if case .begin(let tag) = item {
        open.append(tag)
        if case .article(let id) = tag { articles.append(id) }
      }
      if case .end(let tag) = item { #expect(open.popLast() == tag) }
    }
    #expect(open.isEmpty && articles == ["s2", "s0", "s1", "s3"])
  }

  @Test func `runs the titles in where the frame says so`() throws {
    let frame = try #require(
      made(stories(2)) { $0.rank = Located("run-in", at: TestPage.place) }.frame("brief"))
    #expect(titles(frame).isEmpty)
    let lines = frame.bodyLines.map(\.line.string)
    #expect(lines.contains { $0.hasPrefix("第一条短讯　") })
    #expect(lines.contains { $0.hasPrefix("第二条短讯　") })
  }

  @Test func `tells what found no room story by story`() throws {
    let made = made(stories(5, characters: 160), lines: 16)
    let frame = try #require(made.frame("brief"))
    let missing = frame.gathered.filter { $0.oversetLines > 0 }
    #expect(missing.count >= 2)
    #expect(made.diagnostics.map(\.article) == missing.map(\.id))
    #expect(made.diagnostics.allSatisfy { $0.code == .overset })
    #expect(missing.reduce(0) { $0 + $1.oversetLines } == frame.oversetLines)
  }

  @Test func `says what it has no place for`() {
    var stories = stories(2)
    stories[1].photos = [Picture(path: Located("p.jpg", at: TestPage.place), caption: "说明五字")]
    let made = made(stories)
    #expect(made.diagnostics.map(\.code) == [.gatheredLeftOut])
    #expect(made.diagnostics.map(\.article) == ["s1"])
    #expect(made.frame("brief")?.gathered.map(\.oversetCharacters) == [0, 4])
  }

  @Test func `marks the place of a story that could not be read`() {
    var stories = stories(2)
    stories[0].isPlaceholder = true
    stories[0].blocks = []
    let lines = (made(stories).frame("brief")?.panels ?? []).flatMap(\.items).compactMap {
      if case .line(let line, _, _) = $0 { line.string } else { nil }
    }.joined()
    #expect(lines.contains("稿件未能读入") && lines.contains("第二条短讯"))
  }
}
