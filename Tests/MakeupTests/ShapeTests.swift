import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A story in a frame of several rectangles` {
  private func frame(_ areas: [(ClosedRange<Int>, ClosedRange<Int>)]) -> Frame {
    var frame = TestPage.frame("s", columns: areas[0].0, lines: areas[0].1)
    frame.areas = areas.map { GridArea(columns: $0.0, lines: $0.1, place: TestPage.place) }
    return frame
  }

  private func story(_ characters: Int) -> Story {
    var story = TestPage.story("s", paragraphs: [TestPage.text(characters, seed: 7)])
    story.title = ["两岸往来只需一刻钟"]
    return story
  }

  private func set(_ frame: Frame, _ story: Story) throws -> SetFrame {
    try #require(TestPage.makeUp([story], on: [[frame]]).frame("s"))
  }

  @Test func `has its head over all that begin level, and legs that begin level under it`() throws {
    var frame = frame([(1...2, 1...60), (3...6, 1...30)])
    frame.headline.lines = 6
    let set = try set(frame, story(2_000))
    let head = try #require(set.panels.first { $0.items.contains(where: \.isHeadline) })
    #expect(head.rect.width == TestPage.grid.width)
    #expect(set.legs.count == 6)
    #expect(Set(set.legs.map(\.rect.y)).count == 1)
    #expect(set.rect == TestPage.grid.rect(columns: 1...6, lines: 1...60))
  }

  @Test func `has a head as large as all that it stands over calls for`() throws {
    func size(_ areas: [(ClosedRange<Int>, ClosedRange<Int>)]) throws -> Length {
      try #require(set(frame(areas), story(2_000)).heads.first { $0.kind == .title }?.size)
    }
    let whole = try size([(1...6, 1...40)])
    #expect(try size([(1...1, 1...60), (2...6, 1...40)]) == whole)
    #expect(try size([(1...1, 1...60), (2...6, 20...40)]) < whole)
  }

  @Test func `has its head over the first alone where the others begin lower or do not touch`()
    throws
  {
    for areas in [[(1...2, 1...60), (3...6, 11...40)], [(1...2, 1...60), (5...6, 1...40)]] {
      let set = try set(frame(areas), story(600))
      let head = try #require(set.panels.first { $0.items.contains(where: \.isHeadline) })
      #expect(head.rect.maxX <= TestPage.grid.rect(columns: 1...2, lines: 1...1).maxX)
    }
  }

  @Test func `keeps one measure where its whole width is divided`() throws {
    var frame = frame([(1...6, 1...30), (1...2, 31...60)])
    frame.bodyColumns = 3
    let rooms = rooms(of: frame, on: TestPage.grid)
    #expect(rooms.map(\.legs.count) == [3, 1])
    #expect(rooms[1].legs[0].measure == rooms[0].legs[0].measure)
    #expect(rooms.map(\.isAtFoot) == [false, true])
  }

  @Test func `ends level with its own foot in every leg`() throws {
    var frame = frame([(1...2, 1...60), (3...6, 1...30)])
    frame.headline.lines = 6
    let set = try set(frame, story(1_300))
    let feet = [60, 60, 30, 30, 30, 30].map { line in
      TestPage.grid.rect(columns: 1...1, lines: line...line).maxY
    }
    let white = zip(feet, set.legs).map { ($0 - $1.rect.maxY) / TestPage.grid.pitch }
    #expect(set.legs.count == 6)
    // All but the last, which may be short by what does not fill a row.
    #expect(Set(white.dropLast()).count <= 2, "\(white)")
    #expect((white.dropLast().max() ?? 0) - (white.dropLast().min() ?? 0) <= 1, "\(white)")
  }

  @Test(arguments: [BoxDesign.Corners.square, .round])
  func `has one border and one ground round all that touch`(_ corners: BoxDesign.Corners) throws {
    var frame = frame([(1...2, 1...40), (3...3, 1...20)])
    frame.box = BoxDesign(
      rule: .points(1), padding: .characters(tenThousandths: 10_000), tint: .grey(6),
      corners: corners)
    let set = try set(frame, story(900))
    let paths = set.panels.flatMap(\.items).compactMap { item -> PathMark<LogicalPoint>? in
      if case .path(let path) = item { path } else { nil }
    }
    #expect(paths.count == 1)
    // Six corners, each an edge; a round one a curve too; and the end.
    #expect(paths[0].steps.count == (corners == .round ? 13 : 7))
    #expect(paths[0].weight == .points(1) && paths[0].stroke != nil)
    #expect(set.panels.flatMap(\.items).filter(\.isBorder).isEmpty)
    let legs = set.legs.map(\.rect)
    #expect(legs.count == 3)
    // Between its parts nothing is kept clear; inside the border one 字 and its weight.
    let grid = TestPage.grid
    #expect(legs[0].x >= grid.rect(columns: 1...1, lines: 1...1).x + grid.size)
    #expect(legs[1].maxX <= grid.rect(columns: 2...2, lines: 1...1).maxX - grid.size)
    #expect(legs[2].x == grid.rect(columns: 3...3, lines: 1...1).x)
    #expect(legs[2].maxX <= grid.rect(columns: 3...3, lines: 1...1).maxX - grid.size)
    #expect(legs[2].maxY <= grid.rect(columns: 3...3, lines: 20...20).maxY - grid.size)
  }

  @Test func `has lines between columns of neighbouring rectangles, as deep as both go`() throws {
    var frame = frame([(1...1, 1...40), (2...3, 1...20), (4...4, 1...40)])
    (frame.bodyRule, frame.headline.lines) = (.points(0.3), 4)
    let set = try set(frame, story(1_300))
    let places = set.panels.flatMap { panel in
      panel.items.compactMap { item -> (Rect, LogicalPoint, LogicalPoint)? in
        if case .rule(let from, let to, .points(0.3), _, _) = item {
          (panel.rect, from, to)
        } else {
          nil
        }
      }
    }
    let grid = TestPage.grid
    #expect(
      places.map { $0.0.x + $0.1.inline }
        == (1...3).map {
          grid.rect(columns: $0...$0, lines: 1...1).maxX + grid.gutter / 2
        })
    let foot = grid.rect(columns: 1...1, lines: 20...20).maxY
    #expect(places.allSatisfy { $0.0.y + $0.2.block <= foot })
  }

  /// Two tiers over the whole width, two at the right under them.
  private var tiers: Frame {
    var frame = frame([(1...6, 1...16), (4...6, 17...32)])
    (frame.mode, frame.bodyColumns) = (.vertical, 4)
    return frame
  }

  @Test func `has tiers of one measure at one distance through all rectangles`() {
    let rooms = rooms(of: tiers, on: TestPage.grid)
    #expect(rooms.map(\.legs.count) == [2, 2])
    #expect(rooms.map(\.isAtFoot) == [true, true])
    let starts = rooms.flatMap { room in room.legs.map { room.rect.y + $0.inline } }
    #expect(Set(rooms.flatMap(\.legs).map(\.measure)) == [TestPage.grid.size * 9])
    #expect(Set(zip(starts, starts.dropFirst()).map { $1 - $0 }).count == 1)
    for room in rooms {
      #expect(room.legs.allSatisfy { $0.inline + $0.measure <= room.rect.height })
    }
  }

  @Test func `keeps a measure for each rectangle where one for all would waste the lines`() {
    var frame = frame([(1...6, 1...30), (4...6, 31...40)])
    (frame.mode, frame.bodyColumns) = (.vertical, 3)
    let rooms = rooms(of: frame, on: TestPage.grid)
    #expect(rooms.map(\.legs.count) == [2, 1])
    #expect(rooms[0].legs[0].measure > rooms[1].legs[0].measure)
    let last = rooms[0].rect.y + rooms[0].legs[1].inline + rooms[0].legs[1].measure
    #expect(rooms[1].rect.y + rooms[1].legs[0].inline - last >= TestPage.grid.gutter)
  }

  @Test func `has as many tiers as suit the shallowest where the layout does not say`() {
    var frame = frame([(1...6, 1...16), (4...6, 17...48)])
    frame.mode = .vertical
    let rooms = rooms(of: frame, on: TestPage.grid)
    #expect(rooms.map(\.legs.count) == [1, 2])
    #expect(Set(rooms.flatMap(\.legs).map(\.measure)).count == 1)
  }

  @Test func `is one strip for what stands across its tiers`() throws {
    let rooms = rooms(of: tiers, on: TestPage.grid)
    let strip = try #require(StripRoom(of: rooms))
    #expect(strip.room.rect == TestPage.grid.rect(columns: 4...6, lines: 1...32))
    #expect(strip.room.legs.map(\.inline) == [0, 100, 200, 300].map { Length.points($0) })
    let area = LogicalRect(
      inline: .points(100), block: .points(24), inlineSize: .points(181), blockSize: .points(57))
    let shares = strip.shares(of: area, in: rooms)
    #expect(shares.map(\.room) == [0, 1])
    #expect(shares.map(\.area.inline) == [.points(100), .zero])
    #expect(shares.map(\.area.inlineEnd) == [.points(189), .points(89)])
  }

  @Test func `has its upright head in the first tiers of them all, and lines between all tiers`()
    throws
  {
    var frame = tiers
    (frame.headline.position, frame.headline.columns) = (.vertical, 3)
    frame.bodyRule = .points(0.3)
    let set = try set(frame, story(1_300))
    let head = try #require(set.panels.first { $0.items.contains(where: \.isHeadline) })
    #expect(head.rect.maxX == set.rect.maxX)
    #expect(head.rect.height == .points(281))
    #expect(set.legs.count == 4)
    #expect(set.legs.map(\.rect.y) == set.legs.map(\.rect.y).sorted())
    #expect(set.legs.prefix(3).allSatisfy { $0.rect.maxX <= head.rect.x })
    #expect(set.legs[3].rect.maxX == set.rect.maxX)
    let rules = set.panels.flatMap { panel in
      panel.items.compactMap { item -> (Point, Point)? in
        guard case .rule(let from, let to, .points(0.3), _, _) = item else { return nil }
        return (panel.mode.place(from, in: panel.rect), panel.mode.place(to, in: panel.rect))
      }
    }
    #expect(rules.map { $0.0.y } == [90.5, 190.5, 290.5].map { set.rect.y + .points($0) })
    let left = TestPage.grid.rect(columns: 4...6, lines: 1...1).x
    #expect(rules[0].1.x < left && rules[1].1.x >= left)
  }

  @Test func `has its head over all tiers that begin level`() throws {
    var frame = tiers
    frame.headline.position = .over
    let set = try set(frame, story(1_300))
    let head = try #require(set.panels.first { $0.items.contains(where: \.isHeadline) })
    #expect(head.rect.height >= .points(381))
    #expect(set.legs.allSatisfy { $0.rect.maxX <= head.rect.x })
  }

  @Test func `puts a picture in the rectangle of its anchor`() throws {
    var frame = frame([(1...2, 1...60), (3...6, 1...30)])
    frame.photo = PhotoDesign(anchor: "top-right", columns: 2)
    var story = story(900)
    story.photos = [
      Picture(
        path: Located("a.jpg", at: TestPage.place), file: nil, caption: "江上", credit: nil,
        columns: nil, crop: .focus(x: 500, y: 500), anchor: nil)
    ]
    let set = try set(frame, story)
    let picture = try #require(set.panels.first { panel in panel.items.contains { $0.isFigure } })
    #expect(picture.rect.maxX == TestPage.grid.rect(columns: 6...6, lines: 1...1).maxX)
  }
}

@Suite struct `A head that would leave its text no column` {
  @Test(arguments: [HeadlineDesign.Position.side, .inside, .vertical])
  func `lies over it`(position: HeadlineDesign.Position) throws {
    var frame = TestPage.frame("s", columns: 1...2, lines: 1...40)
    frame.headline.position = position
    frame.headline.columns = 2
    var story = TestPage.story("s", paragraphs: [TestPage.text(300, seed: 3)])
    story.title = ["两岸往来只需一刻钟"]
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("s"))
    let head = try #require(set.panels.first { $0.items.contains(where: \.isHeadline) })
    #expect(head.mode == .horizontal)
    #expect(set.oversetCharacters == 0)
    #expect(set.legs.allSatisfy { $0.rect.y >= head.rect.maxY })
  }
}

@Suite struct `A level head over upright text` {
  private func set(_ position: HeadlineDesign.Position, tiers: Int, lines: Int? = nil) throws -> (
    head: Panel, set: SetFrame
  ) {
    var frame = TestPage.frame("s", columns: 1...3, lines: 1...60)
    (frame.mode, frame.bodyColumns) = (.vertical, tiers)
    (frame.headline.position, frame.headline.lines) = (position, lines)
    var story = TestPage.story("s", paragraphs: [TestPage.text(1_200, seed: 3)])
    story.title = ["两岸往来只需一刻钟"]
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("s"))
    return (try #require(set.panels.first { $0.items.contains(where: \.isHeadline) }), set)
  }

  @Test func `stands across the frame, its tiers under it at about the measure that they had`()
    throws
  {
    let (head, set) = try set(.level, tiers: 4)
    #expect(head.mode == .horizontal && head.rect.width == set.rect.width)
    #expect(head.rect.y == set.rect.y && set.oversetLines == 0)
    #expect(set.legs.allSatisfy { $0.mode == .vertical && $0.rect.y > head.rect.maxY })
    let upright = try self.set(.over, tiers: 4)
    #expect(upright.head.mode == .vertical)
    let measures = [set, upright.set].compactMap { $0.legs.first?.measure }
    #expect(measures.count == 2 && abs(measures[0] - measures[1]) * 4 <= measures[1])
    #expect(Set(set.legs.map(\.measure)).count == 1)
  }

  @Test func `takes the lines that the layout gives it`() throws {
    let (_, set) = try set(.level, tiers: 3, lines: 10)
    let first = try #require(set.legs.map(\.rect.y).min())
    #expect(first == set.rect.y + TestPage.grid.pitch * 10)
  }

  @Test func `is as over where the text is level or its tiers would have no room`() throws {
    var level = TestPage.frame("s", columns: 1...3, lines: 1...60)
    level.headline.position = .level
    var story = TestPage.story("s", paragraphs: [TestPage.text(500, seed: 3)])
    story.title = ["两岸往来只需一刻钟"]
    let over = try #require(TestPage.makeUp([story], on: [[level]]).frame("s"))
    let head = try #require(over.panels.first { $0.items.contains(where: \.isHeadline) })
    #expect(head.mode == .horizontal && over.legs.allSatisfy { $0.rect.y > head.rect.maxY })
    var low = TestPage.frame("s", columns: 1...3, lines: 1...9)
    (low.mode, low.bodyColumns, low.headline.position) = (.vertical, 1, .level)
    let upright = try #require(TestPage.makeUp([story], on: [[low]]).frame("s"))
    #expect(upright.panels.first { $0.items.contains(where: \.isHeadline) }?.mode == .vertical)
  }
}

@Suite struct `A head beside its text` {
  private func set(lines: Int?, depth: Int) throws -> (head: Panel, set: SetFrame) {
    var frame = TestPage.frame("s", columns: 1...3, lines: 1...depth)
    frame.headline.position = .side
    frame.headline.lines = lines
    var story = TestPage.story("s", paragraphs: [TestPage.text(2_000, seed: 3)])
    story.title = ["四季桐油巷"]
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("s"))
    return (try #require(set.panels.first { $0.items.contains(where: \.isHeadline) }), set)
  }

  @Test func `takes what it needs, and the text goes on under it`() throws {
    let (head, set) = try set(lines: nil, depth: 40)
    #expect(set.legs.count == 3)
    #expect(head.rect.maxY < TestPage.grid.rect(columns: 1...1, lines: 10...10).y)
    #expect(set.legs[0].rect.y > head.rect.maxY)
    #expect(set.legs[1].rect.y < head.rect.maxY)
  }

  @Test func `takes the lines that it is given`() throws {
    let (head, set) = try set(lines: 20, depth: 40)
    #expect(head.rect.maxY == TestPage.grid.rect(columns: 1...1, lines: 20...20).maxY)
    #expect(set.legs[0].rect.y == TestPage.grid.rect(columns: 1...1, lines: 21...21).y)
  }

  @Test func `leaves no stub of a leg under it`() throws {
    let (head, set) = try set(lines: nil, depth: 5)
    #expect(set.legs.count == 2)
    #expect(head.rect.maxY == set.legs[0].rect.maxY)
  }
}

@Suite struct `An upright head beside level text` {
  private func set(_ columns: ClosedRange<Int>, head: Int? = nil) throws -> (Panel, SetFrame) {
    var frame = TestPage.frame("s", columns: columns, lines: 1...40)
    (frame.headline.position, frame.headline.columns) = (.vertical, head)
    var story = TestPage.story("s", paragraphs: [TestPage.text(2_000, seed: 3)])
    (story.title, story.subtitle) = (["一座桥的三十年"], ["从渡口到长虹"])
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("s"))
    return (try #require(set.panels.first { $0.items.contains(where: \.isHeadline) }), set)
  }

  @Test func `takes a strip as wide as it needs, and the text is divided anew`() throws {
    let (head, set) = try set(1...4)
    let column = TestPage.grid.columnWidth
    #expect(head.mode == .vertical)
    #expect(head.rect.width < column)
    #expect(head.rect.height == set.legs[0].rect.height)
    #expect(set.legs.count > 2)
    for leg in set.legs {
      #expect(leg.rect.x >= head.rect.maxX + TestPage.grid.size)
      #expect(leg.rect.width >= TestPage.grid.size * 9)
      #expect(leg.rect.width == set.legs[0].rect.width)
      #expect(leg.rect.maxX <= set.rect.maxX)
    }
  }

  @Test func `takes the columns that the layout gives it`() throws {
    let (head, set) = try set(1...4, head: 1)
    #expect(head.rect.width == TestPage.grid.columnWidth)
    #expect(set.legs.allSatisfy { $0.rect.width == TestPage.grid.columnWidth })
  }

  @Test func `lies over text that it would leave too short lines`() throws {
    let (head, set) = try set(1...1)
    #expect(head.mode == .horizontal)
    #expect(set.legs[0].rect.width == TestPage.grid.columnWidth)
  }
}

@Suite struct `An upright head of an upright story` {
  private func size(lines: Int, tiers: Int) throws -> Length {
    var frame = TestPage.frame("s", columns: 1...4, lines: 1...lines)
    frame.mode = .vertical
    (frame.headline.position, frame.bodyColumns) = (.vertical, tiers)
    var story = TestPage.story("s", paragraphs: [TestPage.text(300, seed: 5)])
    story.title = ["春分小札"]
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("s"))
    return try #require(set.heads.first { $0.kind == .title }?.size)
  }

  @Test func `is as large as all its tiers call for, though it stands in one`() throws {
    let one = try size(lines: 18, tiers: 1)
    #expect(try size(lines: 54, tiers: 3) > one)
  }
}

@Suite struct `A picture in a vertical frame` {
  @Test func `stands upright with its caption under it, as wide as the picture`() throws {
    var frame = TestPage.frame("s", columns: 1...3, lines: 1...40)
    frame.mode = .vertical
    var story = TestPage.story("s", paragraphs: [TestPage.text(400, seed: 5)])
    story.photos = [
      Picture(
        path: Located("a.jpg", at: TestPage.place), file: nil,
        caption: "三月十七日清晨，通车前的大桥静卧江上，首班公交从北岸驶来，江面薄雾未散。", credit: "沈知白 摄",
        columns: nil, crop: .focus(x: 500, y: 500), anchor: nil)
    ]
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("s"))
    let panel = try #require(set.panels.first { panel in panel.items.contains { $0.isFigure } })
    #expect(panel.mode == .horizontal)
    for case .line(let line, let start, _) in panel.items {
      #expect(start.inline + line.width <= panel.rect.width + .points(5))
      #expect(start.block <= panel.rect.height)
    }
    #expect(set.rect.x <= panel.rect.x && panel.rect.maxX <= set.rect.maxX)
  }
}

extension Item {
  fileprivate var isFigure: Bool {
    if case .begin(.figure(alternative: _)) = self { true } else { false }
  }
}

extension Item {
  fileprivate var isBorder: Bool {
    switch self {
    case .stroke, .roundBox: true
    default: false
    }
  }
}
