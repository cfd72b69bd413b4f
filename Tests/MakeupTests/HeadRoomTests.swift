import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

/// The white over and under heads gives way, so that a story closes.
@Suite struct `White at a head` {
  private func story(_ characters: Int, title: String = "江上新桥今晨通车") -> Story {
    var story = TestPage.story("a", paragraphs: [TestPage.text(characters, seed: 5)])
    story.title = [title]
    return story
  }

  private func part(title: String, columns: ClosedRange<Int>) -> StoryPart {
    let maker = StoryPartMaker(
      story: story(100, title: title), types: TestPage.types(),
      frame: TestPage.frame("a", columns: columns, lines: 1...30),
      address: FrameAddress(page: 0, frame: 0))
    var part = maker.emptyPart()
    maker.standHeadline(in: &part)
    return part
  }

  private func made(_ story: Story, _ frame: Frame) throws -> SetFrame {
    try #require(TestPage.makeUp([story], on: [[frame]]).frame("a"))
  }

  @Test func `is half over it and half under it, and its text begins as much lower`() throws {
    let part = part(title: "江上新桥今晨通车", columns: 1...2)
    let opened = try #require(part.heads(opened: 2))
    #expect(opened.slots.count == part.slots.count - 2 * 2)
    func axis(_ part: StoryPart) -> Length? {
      for case .line(_, let start, _) in part.panels[0].items { return start.block }
      return nil
    }
    #expect(axis(opened) == axis(part).map { $0 + .points(12) })
    #expect(part.heads(opened: -9) == nil)
  }

  @Test func `is opened where a story ends short, by two lines at the most`() throws {
    let frame = TestPage.frame("a", columns: 1...1, lines: 1...30)
    var found: Set<Int> = []
    for characters in stride(from: 200, through: 340, by: 10) {
      let made = try made(story(characters), frame)
      guard made.oversetLines == 0 else { continue }
      let opened = made.cures.filter { $0.cure == .headOpened }
      found.formUnion(opened.map(\.lines))
      #expect(opened.allSatisfy { $0.fault == .short && $0.leg == 0 })
      // It is closed, or the head has all that it may have.
      #expect(made.linesFree == 0 || opened.first?.lines == HeadRoom.mostOpened)
    }
    #expect(found == [1, 2])
  }

  @Test func `stays as the layout orders it, and beside the text`() throws {
    var frame = TestPage.frame("a", columns: 1...2, lines: 1...30)
    for position in [HeadlineDesign.Position.over, .side] {
      frame.headline.position = position
      frame.headline.lines = 5
      #expect(try made(story(300), frame).cures.isEmpty)
    }
  }

  @Test func `is given up for text that has no room, as far as the head stands clear of it`() throws
  {
    let titles = (4...14).map { String("江上新桥今晨通车两岸居民步行过江".prefix($0)) }
    let title = try #require(
      titles.first { part(title: $0, columns: 1...1).headRoom?.spare == 1 })
    let frame = TestPage.frame("a", columns: 1...1, lines: 1...30)
    var closed: SetFrame?
    for characters in 240...320 where closed == nil {
      let made = try made(story(characters, title: title), frame)
      if made.cures.contains(where: { $0.cure == .headTightened }) { closed = made }
    }
    let tight = try #require(closed)
    #expect(tight.oversetLines == 0 && tight.linesFree == 0)
    let cure = ColumnCure(fault: .overset, cure: .headTightened, leg: 0, lines: 1)
    #expect(tight.cures.contains(cure))
  }
}
