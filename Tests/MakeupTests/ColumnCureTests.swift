import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

/// Stories with many 小标题 poured into narrow columns: whatever stands at a foot, an editor would have closed it.
@Suite struct `Columns` {
  let types = TestPage.types()

  /// A clause of four characters or so, then a comma: lines that can be squeezed.
  func clauses(_ characters: Int, seed: Int) -> String {
    let words = ["江上新桥", "今晨通车", "两岸居民", "步行过江", "渡口", "公交改道", "学校", "早市"]
    var text = ""
    var next = seed
    while text.count < characters - 1 {
      text += words[next % words.count] + "，"
      next = (next * 5 + 3 + seed % 7) % 1009
    }
    return String(text.prefix(characters - 1)) + "。"
  }

  func story(_ seed: Int) -> Story {
    var story = TestPage.story(
      "a",
      paragraphs: (0..<12).map {
        let count = 30 + ($0 * 37 + seed * 11) % 90
        return $0 % 2 == 0
          ? clauses(count, seed: seed + $0) : TestPage.text(count, seed: seed * 20 + $0)
      })
    for index in [10, 8, 6, 4, 2] {
      let inline = Inline("渡口新桥", place: TestPage.place)
      story.blocks.insert(
        Block(.subhead, inlines: [inline], place: TestPage.place), at: index)
    }
    return story
  }

  func flow(_ story: Story) -> Flow {
    let frame = TestPage.frame("a", columns: 1...6, lines: 1...20)
    let dress = HeadDress(story: story, frame: frame, types: types)
    return Flow(
      FlowDress(
        items: style(story, as: nil, mode: .horizontal, with: types, dress: dress), types: types,
        key: FlowDress.Key(body: "body", mode: .horizontal, types: types)))
  }

  func slots(rows: Int) -> [LineSlot] {
    var frame = TestPage.frame("a", columns: 1...6, lines: 1...rows)
    // 六破四: 17 字 a line.
    frame.bodyColumns = 4
    return Makeup.slots(in: rooms(of: frame, on: TestPage.grid))
  }

  @Test func `end with no question whose answer begins in the next`() throws {
    for seed in 1...12 {
      var story = story(seed)
      for index in story.blocks.indices where index.isMultiple(of: 4) {
        story.blocks[index] = Block(
          .paragraph, inlines: [Inline("问：要不要换新的？", kind: .bold, place: TestPage.place)],
          place: TestPage.place)
      }
      var flow = flow(story)
      let filling = flow.fill(slots(rows: 20))
      let questions = filling.lines.filter { line in
        if case .text(let text) = flow.items[line.item] { text.isLead } else { false }
      }
      #expect(!questions.isEmpty)
      for question in questions {
        let under = filling.lines.count {
          $0.slot.leg == question.slot.leg && $0.item == question.item + 1
        }
        let next = filling.lines.count { $0.item == question.item + 1 }
        #expect(under >= min(2, next), "\(seed)")
      }
    }
  }

  /// Rows without a line or inset over the last used row of a leg, or under it in legs before the last.
  func white(_ filling: Filling, _ slots: [LineSlot]) -> Int {
    let last = filling.lastRows.keys.max() ?? 0
    return slots.count { slot in
      slot.leg < last
        && !filling.lines.contains { $0.slot.leg == slot.leg && $0.slot.row == slot.row }
        && !filling.insets.contains {
          $0.leg == slot.leg && ($0.row..<$0.row + $0.fit.rows).contains(slot.row)
        }
    }
  }

  @Test func `are closed by lines pulled in or spread, or by white at heads, and none gets worse`()
  {
    var cures: Set<ColumnCure.Cure> = []
    for seed in 0..<12 {
      var flow = flow(story(seed))
      let slots = slots(rows: 11 + seed % 4)
      let plain = flow.fill(slots)
      let closed = flow.closed(slots, from: plain)
      cures.formUnion(closed.cures.map(\.cure))
      #expect(closed.oversetLines <= plain.oversetLines)
      let left = closed.holes.reduce(0) { $0 + $1.rows }
      #expect(left <= plain.holes.reduce(0) { $0 + $1.rows })
      // White over a 小标题 is meant.
      let meant = closed.cures.filter { $0.cure == .blanked }.reduce(0) { $0 + $1.lines }
      #expect(white(closed, slots) <= left + meant)
      #expect(characters(closed) == characters(plain))
    }
    #expect(cures.isSuperset(of: [.pulledIn, .spread]))
  }

  @Test func `have white over their 小标题 where no paragraph can be spread`() throws {
    // Paragraphs of a line and a half: nothing can be made shorter or longer.
    var story = TestPage.story("a", paragraphs: (0..<8).map { clauses(25, seed: $0) })
    for index in (1..<8).reversed() {
      let inline = Inline("渡口新桥", place: TestPage.place)
      story.blocks.insert(Block(.subhead, inlines: [inline], place: TestPage.place), at: index)
    }
    var flow = flow(story)
    let slots = slots(rows: 12)
    let plain = flow.fill(slots)
    #expect(plain.lastRows[0] == 9)
    let closed = flow.closed(slots, from: plain)
    #expect(closed.lastRows[0] == 11)
    #expect(
      closed.cures.first == ColumnCure(fault: .headAtFoot, cure: .blanked, leg: 0, lines: 2))
  }

  /// Paragraphs of three lines under a 小标题 each that nothing makes shorter or longer: too many for the slots.
  func closed(ofRows rows: Int) -> (plain: Filling, closed: Filling) {
    var story = TestPage.story("a", paragraphs: (0..<20).map { clauses(45, seed: $0) })
    for index in (1..<20).reversed() {
      let inline = Inline("渡口新桥", place: TestPage.place)
      story.blocks.insert(Block(.subhead, inlines: [inline], place: TestPage.place), at: index)
    }
    var flow = self.flow(story)
    let slots = self.slots(rows: rows)
    let plain = flow.fill(slots)
    return (plain, flow.closed(slots, from: plain))
  }

  @Test func `give white at 小标题 to text that has no room`() {
    let (plain, closed) = closed(ofRows: 16)
    #expect(plain.lastRows[0] == 12 && plain.oversetLines > 4)
    #expect(closed.lastRows[0] == 15 && closed.oversetLines < plain.oversetLines)
    #expect(
      closed.cures.first == ColumnCure(fault: .headAtFoot, cure: .closedUp, leg: 0, lines: 1))
  }

  @Test func `end with one line under a 小标题 rather than with white that text could use`() throws {
    let (plain, closed) = closed(ofRows: 15)
    #expect(plain.lastRows[0] == 12 && plain.oversetLines > 4)
    #expect(
      closed.cures.first == ColumnCure(fault: .headAtFoot, cure: .keptShort, leg: 0, lines: 2))
    let head = try #require(closed.insets.last { $0.leg == 0 })
    #expect(head.row == 13 && closed.lastRows[0] == 14)
    #expect(closed.oversetLines < plain.oversetLines)
  }

  @Test func `end within a paragraph where another story's text lies under them`() throws {
    let tall = self.slots(rows: 60)
    let texts = (0..<40).map { clauses(53, seed: $0) }.filter { text in
      var flow = self.flow(TestPage.story("a", paragraphs: [text, text]))
      let line = flow.fill(tall).lines.first { $0.item == 1 }
      return line.map { flow.mayAlter($0, by: -1) } ?? false
    }
    try #require(texts.count >= 4)
    var flow = self.flow(TestPage.story("a", paragraphs: Array(texts.prefix(4))))
    // As deep as the second paragraph, which can be set a line shorter.
    let end = try #require(flow.fill(tall).lines.last { $0.item == 1 })
    let slots = self.slots(rows: end.slot.row + 1)
    let plain = flow.fill(slots)
    #expect(plain.lines.last { $0.slot.leg == 0 }?.closes == true)
    let opened = flow.closed(slots, from: plain, bordering: [0])
    let cure = ColumnCure(fault: .paragraphAtFoot, cure: .pulledIn, leg: 0, lines: 1)
    #expect(opened.cures.contains(cure))
    #expect(!flow.closed(slots, from: plain).cures.contains(cure))
    let last = try #require(opened.lines.last { $0.slot.leg == 0 })
    #expect(last.slot.row == end.slot.row && last.opens && !last.closes)
  }

  @Test func `know which of them lie over text without a title`() {
    var frames = [
      TestPage.frame("a", columns: 1...6, lines: 1...20),
      TestPage.frame("b", columns: 4...6, lines: 22...40),
    ]
    func bordering() -> Set<Int> {
      let layout = Layout(
        name: "test", file: "layout.yaml",
        size: Size(width: .millimetres(273), height: .millimetres(393)), grid: TestPage.grid,
        frames: frames)
      let request = PageRequest(
        code: "1", layout: Located("test", at: TestPage.place), place: TestPage.place)
      let setter = StorySetter(
        story: story(0), pages: [PageDraft(request: request, layout: layout)], types: [types],
        rules: `A page for print`.rules.makeUp, policy: Policy())
      let part = StoryPart(
        address: FrameAddress(page: 0, frame: 0), frame: frames[0], types: types,
        rooms: rooms(of: frames[0], on: TestPage.grid))
      return setter.bordering([part])
    }
    #expect(bordering().isEmpty)
    frames[1].headline.position = .side
    #expect(bordering() == [3, 4, 5])
    frames[1].tint = .grey(10)
    #expect(bordering().isEmpty)
    (frames[1].tint, frames[1].ground) = (nil, GroundDesign())
    #expect(bordering().isEmpty)
  }

  func characters(_ filling: Filling) -> Int {
    filling.lines.reduce(filling.oversetCharacters) { $0 + $1.line.text.count }
      + filling.insets.reduce(0) { $0 + $1.fit.characters }
  }

  @Test func `never begin with a paragraph's last line nor end with a 小标题`() {
    for seed in 0..<12 {
      var flow = flow(story(seed))
      let slots = slots(rows: 11 + seed % 5)
      let filling = flow.closed(slots, from: flow.fill(slots))
      for leg in Set(filling.lines.map(\.slot.leg)) {
        let lines = filling.lines.filter { $0.slot.leg == leg }
        if let first = lines.min(by: { $0.slot.row < $1.slot.row }), first.slot.row == 0 {
          #expect(!first.closes || first.opens)
        }
        let foot = filling.insets.filter { $0.leg == leg }.map(\.row).max() ?? -1
        #expect(foot < lines.map(\.slot.row).max() ?? 0)
      }
    }
  }

  @Test func `take a story's last lines in when other paragraphs can be set shorter`() {
    // 17 字 a line: two characters more than three lines hold, and commas enough to squeeze.
    var flow = flow(
      TestPage.story("a", paragraphs: (0..<6).map { clauses(53, seed: $0) }))
    let slots = slots(rows: 60)
    let whole = flow.fill(slots)
    let fewer = Array(slots.prefix(whole.taken - 2))
    let plain = flow.fill(fewer)
    #expect(plain.oversetLines == 2)
    let closed = flow.closed(fewer, from: plain)
    #expect(closed.isClosed)
    #expect(
      closed.cures == [ColumnCure(fault: .overset, cure: .pulledIn, leg: 0, lines: 2)])
    #expect(closed.lines.allSatisfy { !$0.line.adjustment.isLoose })
    #expect(characters(closed) == characters(whole))
  }
}
