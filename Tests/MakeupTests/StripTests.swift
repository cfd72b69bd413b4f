import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

/// Two columns down to the foot, two beside them that end in the middle.
@Suite struct `In an L` {
  private func made(
    columns: Int = 2, anchor: PictureAnchor = .center, wrap: PictureWrap? = nil,
    head: HeadlineDesign.Position = .over
  ) throws -> SetFrame {
    var story = TestPage.story("n", paragraphs: [TestPage.text(1_100, seed: 3)])
    story.title = ["渡口新桥今晨通车"]
    let file = PictureFile(path: "p.jpg", kind: .jpeg, width: 1500, height: 600)
    story.photos = [
      Picture(
        path: Located("p.jpg", at: TestPage.place), file: file, caption: "江上",
        columns: head == .picture ? nil : columns, anchor: anchor, wrap: wrap)
    ]
    var frame = TestPage.frame("n", columns: 1...2, lines: 1...60)
    frame.areas.append(GridArea(columns: 3...4, lines: 1...36, place: TestPage.place))
    frame.headline.position = head
    return try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
  }

  private func picture(of frame: SetFrame) throws -> Rect {
    try #require(frame.panels.first { panel in panel.items.contains { $0.isPicture } }?.rect)
  }

  private func tops(of frame: SetFrame) -> [Length] {
    frame.bodyLines.map { panel, _, start in
      panel.rect.y + start.block
    }
  }

  @Test func `a picture in the middle lies over the columns in the middle`() throws {
    let rect = try picture(of: made())
    let grid = TestPage.grid
    #expect(rect.x == grid.rect(columns: 2...3, lines: 1...1).x)
    #expect(rect.width == grid.rect(columns: 2...3, lines: 1...1).width)
  }

  @Test func `a picture over some columns leaves each column to go on under it`() throws {
    let frame = try made(anchor: .topLeft)
    #expect(!frame.bodyLines.isEmpty && frame.oversetLines == 0)
    let tops = tops(of: frame)
    let returns = zip(tops, tops.dropFirst()).count { $1 < $0 }
    #expect(returns == Set(frame.bodyLines.map { $0.panel.rect.x + $0.start.inline }).count - 1)
  }

  @Test func `a head inside the text lies over the columns in the middle, under a white line`()
    throws
  {
    var story = TestPage.story("n", paragraphs: [TestPage.text(1_500, seed: 3)])
    story.title = ["渡口新桥"]
    var frame = TestPage.frame("n", columns: 1...2, lines: 1...60)
    frame.areas.append(GridArea(columns: 3...4, lines: 1...36, place: TestPage.place))
    (frame.headline.position, frame.headline.columns, frame.headline.lines) = (.inside, 2, 4)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
    let head = try #require(
      set.panels.first { $0.items.contains(.begin(.headline(level: 1))) }?.rect)
    let grid = TestPage.grid
    #expect(head.x == grid.rect(columns: 2...3, lines: 1...1).x)
    let beside = set.legs.flatMap(\.rows).map(\.rect).filter { $0.spansColumns(of: head) }
    #expect(!beside.contains { $0.intersects(head) })
    let above = try #require(beside.filter { $0.maxY <= head.y }.map(\.maxY).max())
    #expect(head.y - above >= grid.pitch * 3 / 4)
  }

  @Test func `that begins in one column a head beside the text stands in that one`() throws {
    var frame = TestPage.frame("s", columns: 1...3, lines: 1...14)
    frame.areas = [(1...1, 1...14), (2...3, 1...30), (4...5, 15...30)].map {
      GridArea(columns: $0.0, lines: $0.1, place: TestPage.place)
    }
    (frame.headline.position, frame.headline.columns) = (.side, 1)
    var story = TestPage.story("s", paragraphs: [TestPage.text(900, seed: 4)])
    story.title = ["两岸通了"]
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("s"))
    let head = try #require(set.panels.first { $0.items.contains(where: \.isHeadline) }?.rect)
    #expect(head.maxX <= TestPage.grid.rect(columns: 1...1, lines: 1...1).maxX)
    #expect(set.legs.contains { $0.rect.x > head.maxX && $0.rect.y == set.rect.y })
  }

  @Test func `one over all columns has what is above it read first`() throws {
    let frame = try made(columns: 4)
    let rect = try picture(of: frame)
    #expect(rect.width == TestPage.grid.rect(columns: 1...4, lines: 1...1).width)
    let isAbove = tops(of: frame).map { $0 < rect.y }
    #expect(isAbove.first == true && isAbove.last == false)
    #expect(zip(isAbove, isAbove.dropFirst()).count { $0 != $1 } == 1)
  }

  @Test func `a head on a picture reaches across all columns`() throws {
    let frame = try made(head: .picture)
    #expect(try picture(of: frame).width == TestPage.grid.rect(columns: 1...4, lines: 1...1).width)
  }
}
