import CJKRules
import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting
import Words

@testable import Makeup

@Suite struct `A jump` {
  @Test func `breaks inside a sentence and says where the story goes`() throws {
    var story = TestPage.story(
      "lead", paragraphs: (1...5).map { TestPage.text(140, seed: $0 + 20) })
    story.title = ["转版的稿件"]
    story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place)
    let made = TestPage.makeUp(
      [story],
      on: [
        [TestPage.frame("lead", columns: 1...2, lines: 1...20)],
        [TestPage.frame("rest", columns: 1...3, lines: 1...30)],
      ])
    let (first, rest) = (
      try #require(made.frame("lead")), try #require(made.frame("rest", page: 1))
    )
    #expect(first.continuesOn == "2")
    #expect(rest.article == "lead")
    #expect(made.diagnostics.isEmpty)
    let last = try #require(first.bodyLines.last?.line.string.last)
    #expect(!"。！？”".contains(last))
    let labels = [first, rest].map { frame in
      frame.panels.flatMap(\.items).compactMap { item -> String? in
        if case .line(let line, _, _) = item, line.string.hasPrefix("（") { return line.string }
        return nil
      }
    }
    #expect(labels == [["（下转2版）"], ["（上接1版）"]])
  }

  @Test func `leaves no frame empty without a word`() {
    var story = TestPage.story("lead", paragraphs: [TestPage.text(60, seed: 1)])
    story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place)
    let lead = TestPage.frame("lead", columns: 1...3, lines: 1...30)
    var rest = TestPage.frame("rest", columns: 1...3, lines: 1...30)
    let told = TestPage.makeUp([story], on: [[lead], [rest]]).diagnostics
    #expect(told.map(\.code) == [.jumpNotNeeded])
    #expect(told.first?.sentence(.en).contains("page 1") == true)
    rest.isOptional = true
    #expect(TestPage.makeUp([story], on: [[lead], [rest]]).diagnostics.isEmpty)
  }

  /// A paragraph's first line with room for two characters: what comes next may not open a line.
  @Test func `leaves the last line empty rather than part a word or begin with a mark`() throws {
    var lead = TestPage.frame("lead", columns: 1...1, lines: 1...13)
    lead.bodyColumns = 1
    let rest = TestPage.frame("rest", columns: 1...3, lines: 1...30)
    let opening = String(repeating: "城", count: 9)
    let first = String(repeating: opening + "，", count: 20)
    for rows in 8...14 {
      var story = TestPage.story(
        "lead", paragraphs: [String(first.prefix(11 * rows - 6)) + "。", "市民，" + first])
      story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place)
      let made = TestPage.makeUp([story], on: [[lead], [rest]])
      let parts = [made.frame("lead"), made.frame("rest", page: 1)].compactMap(\.self)
      try #require(parts.count == 2)
      #expect(parts.map(\.bodyText).joined().count == 11 * rows - 5 + 3 + first.count)
      #expect(parts[1].bodyText.first.map { !"，。".contains($0) } == true)
      #expect(!parts[0].bodyText.hasSuffix("市"))
    }
  }

  private static let mixed = "老渡口（一八九二年）改成公园——2028年开放，栏杆、灯塔和码头都留着；Wi-Fi到处都有，"

  /// A story on page one that goes on on page two, and the text of both parts.
  private func jumped(from: WritingMode, to: WritingMode, grids: [BodyGrid] = []) -> (
    parts: [SetFrame], text: String
  ) {
    let text = String(repeating: Self.mixed, count: 14) + "。"
    var story = TestPage.story("lead", paragraphs: [text, text])
    story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place)
    var lead = TestPage.frame("lead", columns: 1...3, lines: 1...24)
    var rest = TestPage.frame("rest", columns: 1...6, lines: 1...50)
    (lead.mode, rest.mode) = (from, to)
    let made = TestPage.makeUp([story], on: [[lead], [rest]], grids: grids)
    return ([made.frame("lead"), made.frame("rest", page: 1)].compactMap(\.self), text + text)
  }

  @Test(arguments: [WritingMode.horizontal, .vertical])
  func `goes on in lines of another direction`(from: WritingMode) throws {
    let to: WritingMode = from == .vertical ? .horizontal : .vertical
    let (parts, text) = jumped(from: from, to: to)
    #expect(parts.map(\.bodyText).joined() == text)
    for (part, mode) in zip(parts, [from, to]) {
      let runs = part.bodyLines.flatMap(\.line.runs)
      #expect(runs.contains { $0.orientation != .upright } == (mode == .vertical))
    }
    // Set alone in that direction, the same characters have the same glyphs.
    let (whole, _) = jumped(from: to, to: to)
    func fonts(_ part: SetFrame) -> Set<UInt32> {
      Set(part.bodyLines.flatMap(\.line.runs).flatMap(\.glyphs).map(\.id))
    }
    #expect(fonts(parts[1]).isSubset(of: fonts(whole[0]).union(fonts(whole[1]))))
  }

  @Test func `goes on in the size of the other page's grid`() throws {
    let small = BodyGrid(
      columns: 6, chars: 13, gutter: .points(8), lines: 90, size: .points(8), pitch: .points(11),
      origin: Point(x: .points(40), y: .points(50)))
    let (parts, text) = jumped(
      from: .horizontal, to: .horizontal, grids: [TestPage.grid, small])
    #expect(parts.map(\.bodyText).joined() == text)
    let sizes = parts.map { Set($0.bodyLines.flatMap(\.line.runs).map(\.size)) }
    #expect(sizes == [[TestPage.grid.size], [small.size]])
    for line in parts[1].bodyLines { #expect(line.line.width <= line.line.measure) }
    // The rest of a paragraph has no indent.
    #expect(parts[1].bodyLines.first?.line.runs.first?.glyphs.first?.inline == .zero)
  }

  @Test func `does not part a word where a few characters help`() throws {
    let text = "市民在图书馆借书不再需要押金，居民昨天已经知道消息，学校和医院也参加这项工作，"
    // One column of 23 字: in narrow ones the label leaves no characters to take.
    var frame = TestPage.frame("lead", columns: 1...2, lines: 1...12)
    frame.bodyColumns = 1
    for lead in 0..<12 {
      var story = TestPage.story(
        "lead", paragraphs: [String(text.prefix(lead)) + String(repeating: text, count: 14) + "。"])
      story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place)
      let rest = TestPage.frame("rest", columns: 1...3, lines: 1...30)
      let made = TestPage.makeUp([story], on: [[frame], [rest]])
      let lines = [made.frame("lead"), made.frame("rest", page: 1)].map {
        $0?.bodyLines.map(\.line.string).joined() ?? ""
      }
      #expect(lines.joined().hasSuffix(text + "。"))
      let source = Array(lines.joined().unicodeScalars)
      let place = lines[0].unicodeScalars.count
      let found = JumpBreak(at: place, of: source, words: HeadWords(.zhHans))
      #expect(found != .aWord, "\(lines[0].suffix(20))|\(lines[1].prefix(20))")
    }
  }

  @Test(arguments: [
    ("江上新桥今晨通车", 4, JumpBreak.betweenWords), ("市图书馆今晨开馆", 2, .aWord),
    ("记者邵长庚替他贴", 3, .aWord), ("水位到30米以下", 5, .aWord),
    ("桥通了。车来了。", 4, .betweenSentences), ("桥通了，车来了。", 4, .betweenWords),
    ("桥通了。", 4, .betweenParagraphs),
  ])
  func `is judged by what it breaks`(text: String, place: Int, found: JumpBreak) {
    let scalars = Array(text.unicodeScalars)
    #expect(JumpBreak(at: place, of: scalars, words: HeadWords(.zhHans)) == found)
  }

  @Test func `into columns of another measure never sets two lines in one place`() throws {
    for seed in 1...40 {
      var story = TestPage.story(
        "lead", paragraphs: (0..<6).map { TestPage.text(60 + 17 * $0, seed: seed * 7 + $0) })
      story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place)
      var (lead, rest) = (
        TestPage.frame("lead", columns: 1...4, lines: 1...(5 + seed % 4)),
        TestPage.frame("rest", columns: 1...3, lines: 1...40)
      )
      (lead.bodyColumns, rest.bodyColumns) = (3, 2)
      let made = TestPage.makeUp([story], on: [[lead], [rest]])
      for frame in [made.frame("lead"), made.frame("rest", page: 1)].compactMap(\.self) {
        let places = frame.bodyLines.map { $0.panel.mode.place($0.start, in: $0.panel.rect) }
        // A line may be of several pieces only where it begins with a run-in head: none here does.
        #expect(Set(places).count == places.count, "seed \(seed), \(frame.id)")
      }
    }
  }

  @Test func `names the page it came from even where the story named none`() throws {
    var story = TestPage.story("lead", paragraphs: (1...5).map { TestPage.text(140, seed: $0) })
    (story.page, story.slot) = (nil, nil)
    story.jump = JumpRequest(page: "1", slot: "rest", place: TestPage.place)
    let made = TestPage.makeUp(
      [story],
      on: [
        [TestPage.frame("rest", columns: 1...3, lines: 1...30)],
        [TestPage.frame("lead", columns: 1...2, lines: 1...20)],
      ])
    let rest = try #require(made.frame("rest"))
    let heads = rest.panels.flatMap(\.items).compactMap { item -> String? in
      if case .line(let line, _, _) = item { line.string } else { nil }
    }
    #expect(heads.contains("（上接2版）"))
  }

  /// Under the picture text goes on in the first column alone: the label ends its last line.
  @Test func `has its label where its text ends, in whichever room that is`() throws {
    let frame = TestPage.frame("s", columns: 1...2, lines: 1...10)
    var part = StoryPart(
      address: FrameAddress(page: 0, frame: 0), frame: frame, types: TestPage.types(),
      rooms: [1, 2].flatMap {
        rooms(of: TestPage.frame("s", columns: $0...$0, lines: 1...10), on: TestPage.grid)
      })
    part.rooms[1].exclusions = [
      LogicalRect(
        inline: .zero, block: .zero, inlineSize: part.rooms[1].size.inline,
        blockSize: part.rooms[1].size.block)
    ]
    part.jumpLine = JumpLine("（下转2版）", as: part.types.style("jump-line"), in: part.types)
    let panel = try #require(part.jumpPanel(leadingTo: "s-2"))
    #expect(panel.rect == part.rooms[0].rect)
    let slot = try #require(part.slots.last)
    let text = try #require(panel.items.texts.first)
    #expect(text.start.inline + text.line.measure == slot.inline + slot.measure)
  }

  @Test func `parts its label from the text, by the bracket's white or by half a character`() {
    func white(_ label: String) -> Length {
      let types = TestPage.types()
      let jump = JumpLine(label, as: types.style("jump-line"), in: types)
      return jump.room - jump.line.measure
    }
    #expect(white("（下转2版）") == .zero)
    #expect(white("▶2면에 계속") == TestPage.grid.size / 2)
  }

  @Test func `has a line for its label alone where that leaves no room for text`() throws {
    var lead = TestPage.frame("lead", columns: 1...1, lines: 1...13)
    lead.bodyColumns = 1
    var story = TestPage.story("lead", paragraphs: (1...5).map { TestPage.text(140, seed: $0) })
    story.jump = JumpRequest(page: "2", slot: "rest", place: TestPage.place)
    story.jump?.label = "下转第A12版要闻"
    let made = TestPage.makeUp(
      [story], on: [[lead], [TestPage.frame("rest", columns: 1...3, lines: 1...30)]])
    let set = try #require(made.frame("lead"))
    let label = try #require(set.panels.flatMap(\.items.texts).first { $0.text.contains("下转") })
    #expect(set.bodyLines.allSatisfy { $0.start.block < label.start.block })
  }

  @Test func `to its own frame is refused`() {
    var story = TestPage.story("lead", paragraphs: [TestPage.text(50, seed: 1)])
    story.jump = JumpRequest(page: "1", slot: "lead", place: TestPage.place)
    let made = TestPage.makeUp(
      [story], on: [[TestPage.frame("lead", columns: 1...2, lines: 1...20)]])
    #expect(made.diagnostics.map(\.code) == [.jumpToItself])
  }
}
