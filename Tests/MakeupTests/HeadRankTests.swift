import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `Ranks of heads` {
  let place = TestPage.place

  func story(_ id: String, rank: String? = nil, priority: Int = 50, title: String = "渡口新桥今晨通车")
    -> Story
  {
    var story = TestPage.story(id, paragraphs: [TestPage.text(300, seed: 3)])
    (story.title, story.rank, story.priority) = ([title], rank, priority)
    return story
  }

  func head(_ frame: SetFrame?, _ kind: HeadRecord.Kind = .title) -> HeadRecord? {
    frame?.heads.first { $0.kind == kind }
  }

  /// A page of a lead over two stories.
  func page(_ ranks: [String?]) -> [Frame] {
    let spans: [(ClosedRange<Int>, ClosedRange<Int>)] = [
      (1...6, 1...30), (1...3, 32...60), (4...6, 32...60),
    ]
    return zip(["a", "b", "c"], spans).enumerated().map { index, frame in
      var design = TestPage.frame(frame.0, columns: frame.1.0, lines: frame.1.1)
      design.rank = ranks[index].map { Located($0, at: place) }
      return design
    }
  }

  @Test func `make heads smaller down the page, twelve points below the lead`() throws {
    let made = TestPage.makeUp(
      [story("a"), story("b"), story("c")], on: [page(["lead", "second", "news"])])
    let sizes = try ["a", "b", "c"].map { try #require(head(made.frame($0))).size }
    #expect(sizes[0] - sizes[1] >= .points(12))
    #expect(sizes[1] - sizes[2] >= .points(6))
  }

  @Test func `are not held to a weightier title in a box, which is as small as its room`() throws {
    func size(boxed: Bool) throws -> Length {
      var frames = page(["second", "lead", nil])
      if boxed { frames[1].tint = .black }
      let made = TestPage.makeUp([story("a"), story("b")], on: [frames])
      return try #require(head(made.frame("a"))).size
    }
    #expect(try size(boxed: true) > size(boxed: false))
  }

  @Test func `make a head as large as they say, with eight characters to a line`() throws {
    let made = TestPage.makeUp([story("a"), story("b")], on: [page(["lead", "lead", nil])])
    let width = TestPage.grid.rect(columns: 1...3, lines: 1...1).width
    #expect(head(made.frame("a"))?.size == .points(60))
    let narrow = try #require(head(made.frame("b"))?.size)
    // Half a 字 at each side keeps it from the head beside it.
    let clear = width - TestPage.grid.size
    #expect(narrow <= clear / 8 && narrow > clear / 8 - .points(1))
  }

  @Test func `go by priority where the layout says auto`() throws {
    let made = TestPage.makeUp(
      [story("a", priority: 100), story("b", priority: 85), story("c", priority: 10)],
      on: [page(["auto", "auto", "auto"])])
    let sizes = try ["a", "b", "c"].map { try #require(head(made.frame($0))).size }
    #expect(sizes[0] >= .points(32) && sizes[1] >= .points(21) && sizes[2] <= .points(14))
  }

  @Test func `are the story's before the frame's, by the editors' own word too`() {
    let made = TestPage.makeUp([story("b", rank: "简讯")], on: [page([nil, "lead", nil])])
    #expect((head(made.frame("b"))?.size ?? .zero) <= .points(14))
  }

  @Test func `stand kicker and subtitle two sizes by name below the title`() throws {
    var ranked = story("a", rank: "lead")
    (ranked.kicker, ranked.subtitle) = (["江上第二座桥"], ["两岸车程缩到十分钟"])
    let made = TestPage.makeUp([ranked], on: [page([nil, nil, nil])])
    let title = try #require(head(made.frame("a")))
    let expected = min(SizeScale.size(2, below: title.size), .points(24))
    #expect(head(made.frame("a"), .kicker)?.size ?? .zero <= expected)
    #expect((head(made.frame("a"), .kicker)?.size ?? .zero) > expected - .points(1))
  }

  @Test func `run a title in before the first paragraph, in its own face`() throws {
    let made = TestPage.makeUp([story("b", rank: "run-in")], on: [page([nil, nil, nil])])
    let frame = try #require(made.frame("b"))
    let first = try #require(frame.bodyLines.first)
    #expect(first.line.string.hasPrefix("渡口新桥今晨通车　"))
    #expect(head(frame)?.size == TestPage.grid.size)
    #expect(first.line.runs.first?.font != first.line.runs.last?.font)
  }

  private func texts(_ frame: SetFrame?) -> [String] {
    (frame?.panels ?? []).flatMap(\.items).compactMap {
      if case .line(let line, _, _) = $0 { line.string } else { nil }
    }
  }

  @Test(arguments: [false, true])
  func `run no title in that has heads round it: they stand in their order, which is told`(
    isGathered: Bool
  ) throws {
    var page = page([nil, nil, nil])
    if isGathered { page[1].gather = GatherDesign(column: "简讯") }
    for key in ["kicker", "subtitle"] {
      var story = story("b", rank: "run-in")
      if key == "kicker" { story.kicker = ["江上第二座桥"] } else { story.subtitle = ["两岸十分钟"] }
      let made = TestPage.makeUp([story], on: [page])
      let frame = try #require(made.frame("b"))
      #expect(frame.bodyLines.first?.line.string.contains("渡口") == false)
      let heads = texts(frame).filter { ["江上第二座桥", "渡口新桥今晨通车", "两岸十分钟"].contains($0) }
      #expect(
        heads == (key == "kicker" ? ["江上第二座桥", "渡口新桥今晨通车"] : ["渡口新桥今晨通车", "两岸十分钟"]))
      let told = try #require(made.diagnostics.first)
      #expect(made.diagnostics.count == 1 && told.code == .titleNotRunIn && told.article == "b")
    }
  }

  @Test func `run who wrote it in after the title`() throws {
    var story = story("b", rank: "run-in")
    story.byline = "记者 沈知白"
    let made = TestPage.makeUp([story], on: [page([nil, nil, nil])])
    let lines = try #require(made.frame("b")).bodyLines.map(\.line.string)
    #expect(lines.prefix(2).joined().hasPrefix("渡口新桥今晨通车　（记者 沈知白）"))
    #expect(!texts(made.frame("b")).contains("记者 沈知白") && made.diagnostics.isEmpty)
  }

  /// Where the heads of a frame begin, in points from its side.
  private func starts(_ frame: SetFrame?) -> [Int] {
    let heads = (frame?.panels ?? []).first { $0.items.contains(.begin(.headline(level: 1))) }
    return (heads?.items ?? []).compactMap { item in
      guard case .line(let line, let start, _) = item, let run = line.runs.first else { return nil }
      return Int((start.inline + run.glyphs[0].inline).points.rounded())
    }
  }

  @Test func `range kicker, subtitle and byline as the title is`() throws {
    var story = story("b", rank: "brief", title: "渡口新桥通车")
    (story.kicker, story.subtitle, story.byline) = (["江上"], ["十分钟"], "沈知白")
    let ranged = starts(TestPage.makeUp([story], on: [page([nil, nil, nil])]).frame("b"))
    #expect(ranged == [0, 0, 0, 0])
    // Under a title in the middle they stand in the middle.
    story.rank = "news"
    let middle = starts(TestPage.makeUp([story], on: [page([nil, nil, nil])]).frame("b"))
    #expect(middle.count == 4 && middle.allSatisfy { $0 > 20 })
    // What a style says counts.
    var sheet = TestPage.sheet
    sheet.rules["subtitle"]?.align = "center"
    story.rank = "brief"
    let own = starts(
      TestPage.makeUp([story], on: [page([nil, nil, nil])], sheet: sheet).frame("b"))
    #expect(own[0] == 0 && own[1] == 0 && own[2] > 20)
  }

  @Test func `leave a dateline's figures to the face that goes with its Han`() throws {
    var story = story("b")
    story.dateline = "新华社北京11月27日电"
    story.blocks = TestPage.story("b", paragraphs: ["今年11月起，渡口新桥通车。"]).blocks
    let frame = TestPage.makeUp([story], on: [page([nil, nil, nil])]).frame("b")
    let faces = (frame?.bodyLines ?? []).flatMap(\.line.runs).filter { $0.text.contains("1") }
    let figures = faces.map(\.font)
    #expect(figures.first == TestPage.book.face(for: FontRole("latin-sans")).font)
    #expect(figures.last == TestPage.book.face(for: .latinSerif).font)
  }

  @Test func `count sizes by name`() {
    let points = { (size: Int) in Length.points(Double(size)) }
    #expect(SizeScale.size(2, below: points(42)) == points(22))
    #expect(SizeScale.size(2, below: points(36)) == points(18))
    #expect(SizeScale.size(1, below: points(26)) == points(22))
    #expect(SizeScale.size(2, below: points(84)) == points(44))
    // Half way between 初号 and 小初: half way between 二号 and 小二.
    #expect(SizeScale.size(2, below: points(39)) == points(20))
  }
}
