import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `Columns of gathered stories` {
  private func stories(_ seed: Int) -> [Story] {
    (0..<5).map { number in
      let paragraphs = (0...(seed + number) % 3).map { paragraph in
        TestPage.text(8 + (seed * 13 + number * 29 + paragraph * 17) % 60, seed: seed + paragraph)
      }
      var story = TestPage.story("s\(number)", paragraphs: paragraphs)
      story.title = ["短讯"]
      story.slot = "brief"
      return story
    }
  }

  private func made(_ stories: [Story], lines: Int, rank: String = "run-in") -> MadeUp {
    var frame = TestPage.frame("brief", columns: 1...3, lines: 1...lines)
    frame.gather = GatherDesign()
    frame.rank = Located(rank, at: TestPage.place)
    return TestPage.makeUp(stories, on: [[frame]])
  }

  /// Who wrote it stands with the end of the letter.
  @Test func `never begin with a signature`() throws {
    for seed in 0..<16 {
      let letters = stories(seed).map { story in
        var letter = story
        letter.blocks.append(
          Block(
            .signature, inlines: [Inline("双桥村　许多\u{2028}3月11日", place: TestPage.place)],
            place: TestPage.place))
        return letter
      }
      for lines in [12, 15, 18] {
        let made = made(letters, lines: lines, rank: "brief")
        let set = try #require(made.frame("brief"))
        let names = set.panels.flatMap { panel in
          panel.items.texts.filter { $0.text.hasPrefix("双桥村") }.map {
            panel.mode.place(
              LogicalRect(
                inline: $0.start.inline, block: $0.start.block, inlineSize: $0.line.width,
                blockSize: .zero), in: panel.rect)
          }
        }
        #expect(!names.isEmpty)
        for leg in set.legs {
          let first = try #require(leg.rows.first?.rect)
          let opens = names.contains { $0.y < first.maxY && first.x <= $0.x && $0.x < first.maxX }
          #expect(!opens, "seed \(seed), \(lines) lines")
        }
      }
    }
  }

  @Test(arguments: ["run-in", "brief"])
  func `neither end with a story's first line alone nor begin with its last`(rank: String) throws {
    var parted = 0
    for seed in 0..<24 {
      for lines in [12, 15, 18] {
        let made = made(stories(seed), lines: lines, rank: rank)
        let legs = try #require(made.frame("brief")).legs
        for (above, below) in zip(legs, legs.dropFirst()) {
          guard let last = above.rows.last, let first = below.rows.first,
            last.story == first.story
          else { continue }
          parted += 1
          let isOverset = made.frame("brief")?.oversetLines ?? 0 > 0
          let before = above.rows.filter { $0.story == last.story && $0.kind == .text }
          #expect(before.count > 1, "\(seed), \(lines)")
          let after = below.rows.filter { $0.story == first.story }
          #expect(after.count > 1 || isOverset, "\(seed), \(lines)")
        }
      }
    }
    #expect(parted > 20)
  }

  @Test func `take white at the lines between stories before paragraphs are opened`() {
    var cures: [ColumnCure.Cure: Int] = [:]
    for seed in 0..<24 {
      for lines in [12, 15, 18] {
        for cure in made(stories(seed), lines: lines).frame("brief")?.cures ?? [] {
          cures[cure.cure, default: 0] += 1
        }
      }
    }
    #expect(cures[.blanked, default: 0] > cures[.spread, default: 0])
  }

  @Test func `have the line in the middle of such white`() throws {
    let rule = Item.rule(
      from: LogicalPoint(inline: .zero, block: .points(4)),
      to: LogicalPoint(inline: .points(90), block: .points(4)), weight: .points(1), .black, .solid)
    let fit = InsetFit(rows: 1, follows: 2, characters: 0, items: [rule]).opened(by: .points(12))
    guard case .rule(let from, let to, _, _, _) = fit.items[0] else {
      Issue.record("no line")
      return
    }
    #expect([from.block, to.block] == [.points(-2), .points(-2)])
  }
}

@Suite struct `A gathered story` {
  private func made(_ stories: [Story], lines: Int, column: String?) -> MadeUp {
    var frame = TestPage.frame("brief", columns: 1...2, lines: 1...lines)
    frame.gather = GatherDesign(column: column)
    return TestPage.makeUp(stories, on: [[frame]])
  }

  private func story(_ id: String, _ title: String, paragraphs: [Int], priority: Int = 50) -> Story
  {
    var story = TestPage.story(
      id, paragraphs: paragraphs.enumerated().map { TestPage.text($1, seed: $0 + priority) })
    (story.title, story.slot, story.priority) = ([title], "brief", priority)
    return story
  }

  @Test(arguments: [("简讯", [2, 3, 3]), (nil, [2, 2])])
  func `has a bookmark where it begins`(column: String?, levels: [Int]) throws {
    let made = made(
      [story("a", "甲事", paragraphs: [60]), story("b", "乙事", paragraphs: [60])], lines: 20,
      column: column)
    let marks = draw(made.pages[0]).bookmarks.dropFirst()
    #expect(marks.map(\.level) == levels)
    #expect(marks.suffix(2).map(\.title) == ["甲事", "乙事"])
    let frame = try #require(made.frame("brief"))
    let heads = frame.legs.flatMap(\.rows).filter { $0.kind == .subhead }.map(\.rect.origin)
    #expect(marks.suffix(2).map(\.point) == heads)
  }

  @Test func `gives up its paragraphs as trim allows, the least one first`() throws {
    var stories = [
      story("a", "甲事", paragraphs: [40, 60], priority: 40),
      story("b", "乙事", paragraphs: [40, 60], priority: 60),
    ]
    for index in stories.indices { stories[index].trim = [2] }
    let roomy = made(stories, lines: 30, column: nil)
    #expect(roomy.diagnostics.isEmpty)
    let tight = made(stories, lines: 10, column: nil)
    let cuts = tight.diagnostics.filter { $0.code == .paragraphTrimmed }
    #expect(cuts.map(\.article) == ["a"])
    #expect(cuts.first?.values.contains { $0.name == "paragraph" && $0.text == "2" } == true)
    let text = tight.frame("brief")?.bodyLines.map(\.line.string).joined() ?? ""
    #expect(text.contains(stories[1].blocks[1].text.suffix(8)))
    #expect(!text.contains(stories[0].blocks[1].text.suffix(8)))
    #expect(tight.frame("brief")?.oversetLines == 0)
  }
}
