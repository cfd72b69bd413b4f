import CJKRules
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `What goes with a head` {
  func story(_ id: String = "a") -> Story {
    var story = TestPage.story(id, paragraphs: [TestPage.text(500, seed: 7)])
    (story.title, story.kicker) = (["渡口新桥今晨通车"], ["江上第二座桥"])
    return story
  }

  let frame = TestPage.frame("a", columns: 1...6, lines: 1...40)

  func strings(_ frame: SetFrame?) -> [String] {
    (frame?.panels ?? []).flatMap(\.items).compactMap {
      if case .line(let line, _, _) = $0 { line.string } else { nil }
    }
  }

  // MARK: Summaries

  func summed(_ position: SummaryLook.Position, _ texts: [String]) -> (SetFrame?, Panel?) {
    var (story, frame) = (story(), frame)
    story.summary = texts
    frame.headline.summary = position
    let made = TestPage.makeUp([story], on: [[frame]]).frame("a")
    let head = made?.panels.first { $0.items.contains(where: \.isHeadline) }
    return (made, head)
  }

  func block(_ panel: Panel?, of text: String) -> LogicalPoint? {
    panel?.items.compactMap {
      if case .line(let line, let start, _) = $0, line.string.contains(text) { start } else { nil }
    }.first
  }

  @Test func `a summary stands under the head, over it or beside it, marked line by line`() throws {
    let texts = ["两岸车程缩到十分钟", "公交三十二路改道过桥"]
    for position in SummaryLook.Position.allCases {
      let (made, head) = summed(position, texts)
      let title = try #require(block(head, of: "新桥今晨"))
      let first = try #require(block(head, of: "■"))
      switch position {
      case .under: #expect(first.block > title.block)
      case .over: #expect(first.block < title.block)
      case .beside: #expect(first.inline > title.inline)
      }
      #expect(
        made?.heads.last
          == HeadRecord(
            kind: .summary, size: .points(11), condense: 1000, tracking: 0, lines: texts))
      let depth = try #require(head).rect.height - TestPage.grid.size
      #expect(depth.units % TestPage.grid.pitch.units == 0)
      #expect(made?.oversetLines == 0)
    }
  }

  @Test
  func
    `what turns over in a summary's list stands under its text, as far from the mark as its first line`()
    throws
  {
    var (story, frame) = (story(), frame)
    story.summary = ["伐採は当初案の三分の一にとどめて残りを", "総事業費38億円", "2028年度完成を目指して五月から着工へ"]
    frame.mode = .vertical
    frame.headline.position = .vertical
    frame.headline.summary = .under
    let head = TestPage.makeUp([story], on: [[frame]]).frame("a")?.panels.first {
      $0.items.contains(where: \.isHeadline)
    }
    let lines = try #require(head).items.compactMap { item -> (String, Length)? in
      if case .line(let line, let start, _) = item { (line.string, start.inline) } else { nil }
    }
    let marks = lines.filter { $0.0 == "■" }.map(\.1)
    let texts = lines.drop { $0.0 != "■" }.filter { $0.0 != "■" }.map(\.1)
    #expect(marks.count == 3 && Set(marks).count == 1)
    #expect(texts.count > 3 && Set(texts).count == 1)
    #expect(try #require(texts.first) > #require(marks.first))
  }

  @Test
  func `heads over an L get smaller before their summary leaves the rectangle that they begin in`()
    throws
  {
    var (story, frame) = (story(), TestPage.frame("a", columns: 1...2, lines: 1...40))
    story.title = ["先把地下的事办好", "再说地上的好看"]
    story.summary = ["“三道海绵”可抵御暴雨", "一百零八处老树原地保留", "完工后两天内公示结果"]
    frame.headline.summary = .under
    func bottom(_ lines: Int) throws -> (made: SetFrame, foot: Length, title: Length) {
      var own = frame
      own.areas.append(
        GridArea(columns: 3...6, lines: 1...lines, place: TestPage.place))
      let made = try #require(TestPage.makeUp([story], on: [[own]]).frame("a"))
      let head = try #require(made.panels.first { $0.items.contains(where: \.isHeadline) })
      let title = try #require(made.heads.first { $0.kind == .title })
      return (made, head.rect.maxY, title.size)
    }
    let (_, deep, large) = try bottom(30)
    let rows = (deep - TestPage.grid.rect(columns: 1...1, lines: 1...1).y) / TestPage.grid.pitch
    let (made, foot, small) = try bottom(rows - 1)
    #expect(foot <= TestPage.grid.rect(columns: 1...1, lines: 1...(rows - 1)).maxY)
    #expect(small < large && made.oversetLines == 0)
    #expect(made.heads.contains { $0.kind == .summary })
  }

  @Test func `a column's label stands over the summary that stands over the title`() throws {
    var (story, frame) = (story(), frame)
    (story.column, story.summary) = ("专家说数", ["一季度的数字像一壶刚烧开的水"])
    frame.headline.summary = .over
    let head = TestPage.makeUp([story], on: [[frame]]).frame("a")?.panels.first {
      $0.items.contains(where: \.isHeadline)
    }
    let label = try #require(block(head, of: "专家说数"))
    let summary = try #require(block(head, of: "一季度的"))
    let title = try #require(block(head, of: "新桥今晨"))
    #expect(label.block < summary.block && summary.block < title.block)
  }

  @Test func `a table in the text takes nothing from the title over it`() throws {
    func title(_ table: Table?) throws -> HeadRecord {
      var story = story()
      story.table = table
      story.blocks = TestPage.story("b", paragraphs: [TestPage.text(300, seed: 2)]).blocks
      let made = TestPage.makeUp(
        [story], on: [[TestPage.frame("a", columns: 1...3, lines: 1...13)]])
      return try #require(made.frame("a")?.heads.first { $0.kind == .title })
    }
    let rows = [["站", "分"], ["北埠", "6"], ["南浦", "8"]]
    let table = Table(rows: rows, headerRows: 1, place: TestPage.place)
    #expect(try title(table).size == title(nil).size)
  }

  @Test func `a summary that a frame has no depth for counts as overset`() {
    var (story, frame) = (story(), TestPage.frame("a", columns: 1...1, lines: 1...8))
    story.summary = [String](repeating: TestPage.text(60, seed: 1), count: 5)
    frame.headline.lines = 4
    let made = TestPage.makeUp([story], on: [[frame]]).frame("a")
    #expect((made?.oversetCharacters ?? 0) >= 300)
  }

  // MARK: Jump heads

  func jumped(_ look: JumpHeadLook, title: [String] = [], rank: String? = nil, lines: Int? = nil)
    -> SetFrame?
  {
    var story = story()
    story.rank = rank
    story.blocks =
      TestPage.story(
        "a", paragraphs: (0..<12).map { TestPage.text(120, seed: $0) }
      ).blocks
    story.jump = JumpRequest(page: "2", slot: "b", place: TestPage.place)
    story.jump?.title = title
    let first = TestPage.frame("a", columns: 1...6, lines: 1...16)
    var second = TestPage.frame("b", columns: 1...3, lines: 1...40)
    second.headline.lines = lines
    var sheet = TestPage.sheet
    sheet.heads.jump = look
    return TestPage.makeUp([story], on: [[first], [second]], sheet: sheet).frame("b", page: 1)
  }

  @Test func `what comes from another page has the title, the whole head or the label over it`() {
    let title = strings(jumped(JumpHeadLook(extent: .title, label: .below)))
    #expect(title.contains { $0.contains("新桥") } && title.contains("（上接1版）"))
    #expect(!title.contains("江上第二座桥"))
    let full = strings(jumped(JumpHeadLook(extent: .full, label: .above)))
    #expect(full.contains("江上第二座桥") && full.firstIndex(of: "（上接1版）") == 0)
    let label = strings(jumped(JumpHeadLook(extent: .label)))
    #expect(label.first == "（上接1版）" && !label.contains { $0.contains("今晨") })
    let short = strings(jumped(JumpHeadLook(extent: .title), title: ["新桥通车"]))
    #expect(short.contains("新桥通车") && !short.contains { $0.contains("今晨") })
  }

  @Test func `what comes from another page has one size of title, whatever the story's rank`() {
    let sizes = [nil, "lead", "news", "story", "brief"].map { rank in
      jumped(JumpHeadLook(extent: .title), title: ["新桥通车"], rank: rank, lines: 3)?
        .heads.first { $0.kind == .title }?.size
    }
    #expect(sizes[0] != nil && Set(sizes).count == 1)
  }

  @Test func `the label stands at the end of the head, and leads back`() throws {
    let frame = jumped(JumpHeadLook(extent: .title, label: .beside))
    let panel = try #require(frame?.panels.first { $0.items.contains(where: \.isHeadline) })
    let title = try #require(block(panel, of: "新桥"))
    let label = try #require(block(panel, of: "上接"))
    #expect(label.inline > title.inline)
    #expect(panel.items.first == .begin(.link(to: "a-1")))
    #expect(panel.items.last == .end(.link(to: "a-1")))
  }

  // MARK: Columns

  @Test func `a column's label is drawn as the house says`() throws {
    func label(_ look: ColumnLook.Look, rule: Length, mode: WritingMode = .horizontal) -> [Item] {
      var own = ColumnLook(name: "今日话题", place: TestPage.place)
      (own.look, own.rule) = (look, rule)
      var sheet = TestPage.sheet
      sheet.columns["今日话题"] = own
      let types = TypeCase(
        typesetter: TestPage.types().typesetter, sheet: sheet, grid: TestPage.grid,
        language: .zhHans)
      return ColumnLabel("今日话题", sponsor: nil, types: types, mode: mode)
        .items(width: .points(200))
    }
    func count(_ items: [Item], _ isKind: (Item) -> Bool) -> Int { items.count(where: isKind) }
    let rules = label(.rules, rule: .zero)
    #expect(count(rules) { if case .rule = $0 { true } else { false } } == 2)
    #expect(
      count(label(.box, rule: .points(1))) { if case .stroke = $0 { true } else { false } } == 1)
    let reverse = label(.reverse, rule: .zero)
    #expect(count(reverse) { if case .line(_, _, .white) = $0 { true } else { false } } == 1)
    #expect(count(label(.plain, rule: .zero)) { if case .line = $0 { false } else { true } } == 0)
  }

  @Test func `a column's picture stands in the place of its name, upright in vertical frames`()
    throws
  {
    var own = ColumnLook(name: "今日话题", place: TestPage.place)
    own.art = Located("art/today.png", at: TestPage.place)
    var sheet = TestPage.sheet
    sheet.columns["今日话题"] = own
    let file = PictureFile(path: "art/today.png", kind: .png, width: 300, height: 100)
    let types = TypeCase(
      typesetter: TestPage.types().typesetter, sheet: sheet, grid: TestPage.grid, language: .zhHans,
      columnArt: ["art/today.png": file])
    for mode in [WritingMode.horizontal, .vertical] {
      let label = ColumnLabel("今日话题", sponsor: nil, types: types, mode: mode)
      guard case .picture(_, let area, _, _) = label.items(width: nil)[1] else {
        Issue.record("no picture")
        return
      }
      let (across, along) = (area.blockSize.units, area.inlineSize.units)
      #expect(mode == .horizontal ? along == across * 3 : across == along * 3)
    }
  }
}
