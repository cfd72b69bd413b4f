import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A dark ground` {
  private static let red = Ink(m: 100, y: 95, k: 5)
  private static let blue = Ink(c: 100, m: 70, k: 25)
  private let area = LogicalRect(
    inline: .zero, block: .zero, inlineSize: .points(100), blockSize: .points(20))

  private func turned(_ items: [Item], on ground: Ink) -> [Item] {
    let rect = Rect(x: .zero, y: .zero, width: .points(200), height: .points(200))
    return DarkGround(ground).turned(Panel(rect: rect, items: items)).items
  }

  private func type(_ ink: Ink, block: Double = 10) -> Item {
    let types = TestPage.types()
    let line = types.line("首班", as: types.style("table-head"), measure: .points(80))
    return .line(
      line, start: LogicalPoint(inline: .points(10), block: .points(block)), ink)
  }

  private func inks(_ items: [Item]) -> [Ink] {
    items.compactMap {
      switch $0 {
      case .line(_, _, let ink), .fill(_, let ink): ink
      default: nil
      }
    }
  }

  @Test(arguments: [Ink.black, red, blue], [5, 12, 30, 50])
  func `has tints of its own, on which white type reads`(ground: Ink, tint: Int) {
    let inks = inks(turned([.fill(area, .grey(tint)), type(.black)], on: ground))
    #expect(inks[0] != ground && inks[0].darkness >= 70 && inks[1] == .white)
    // No more ink than the ground has, and black.
    #expect(inks[0].c <= ground.c && inks[0].m <= ground.m && inks[0].y <= ground.y)
  }

  @Test func `turns a label in black into one in white`() {
    let inks = inks(turned([.fill(area, .black), type(.white)], on: Self.red))
    #expect(inks == [.white, .black])
  }

  @Test func `leaves colours as they are, with type that reads on them`() {
    let pale = Ink(m: 20, y: 19, k: 1)
    #expect(inks(turned([.fill(area, pale), type(.black)], on: .black)) == [pale, .black])
    #expect(
      inks(turned([.fill(area, Self.red), type(.white)], on: .black)) == [Self.red, .white])
  }

  @Test func `leaves what stands on a picture as it is`() {
    let picture = Item.picture(file: "p.jpg", placement: area, clip: area)
    let strip = LogicalRect(
      inline: .points(5), block: .points(5), inlineSize: .points(60), blockSize: .points(10))
    #expect(inks(turned([picture, type(.white)], on: .black)) == [.white])
    #expect(
      inks(turned([picture, .fill(strip, .grey(10)), type(.black)], on: .black))
        == [.grey(10), .black])
    // Beside it type turns.
    #expect(inks(turned([picture, type(.black, block: 40)], on: .black)) == [.white])
  }
}

extension Rect {
  fileprivate func holds(_ point: Point) -> Bool {
    x <= point.x && point.x <= maxX && y <= point.y && point.y <= maxY
  }
}

@Suite struct `A reversed frame` {
  private func story() -> Story {
    var story = TestPage.story("n", paragraphs: [TestPage.text(200, seed: 3)])
    (story.title, story.summary) = (["公交冬季时刻调整"], ["首班提前，末班推后。"])
    let cells = [["线路", "首班"], ["# 夜间", ""], ["夜3路", "22:30"], ["夜5路", "23:00"]]
    story.table = Table(rows: cells, headerRows: 1, place: TestPage.place)
    story.sidebars = [
      Sidebar(title: "链接", blocks: TestPage.story("s", paragraphs: ["旧时刻。"]).blocks)
    ]
    story.code = CodeBlock(
      text: Located("https://paper.example/a", at: TestPage.place), caption: "扫码看全部线路")
    return story
  }

  private func made(_ reverse: InkChoice, _ mode: WritingMode) -> [Mark] {
    var sheet = TestPage.sheet
    sheet.heads.summary.tint = .grey(15)
    sheet.tables["table"]?.zebra = .grey(7)
    var frame = TestPage.frame("n", columns: 1...4, lines: 1...60)
    (frame.mode, frame.reverse, frame.bodyRule) = (mode, reverse, .points(0.5))
    frame.bodyColumns = mode == .horizontal ? 2 : 3
    return draw(TestPage.makeUp([story()], on: [[frame]], sheet: sheet).pages[0]).marks
  }

  static let grounds = [[0, 0, 0, 100], [0, 100, 95, 5], [100, 70, 0, 25]]

  @Test(arguments: grounds, WritingMode.allCases)
  func `has type that reads on whatever lies under it`(ground: [Int], mode: WritingMode) {
    var grounds: [(rect: Rect, ink: Ink)] = []
    var glyphs = 0
    for mark in made(InkChoice(percents: ground), mode) {
      switch mark {
      case .fill(let rect, let ink): grounds.append((rect, ink))
      case .glyphs(let text):
        for glyph in text.glyphs {
          glyphs += 1
          let under = grounds.last { $0.rect.holds(glyph.origin) }?.ink
          #expect((under?.darkness ?? 0 >= 70) == (text.ink == .white))
          #expect(text.ink == .white || text.ink == .black)
        }
      default: break
      }
    }
    #expect(glyphs > 240)
  }

  @Test(arguments: WritingMode.allCases) func `has white lines`(mode: WritingMode) {
    let lines = made(.black, mode).compactMap { mark -> (Length, Ink)? in
      if case .line(_, _, let weight, let ink, _) = mark { (weight, ink) } else { nil }
    }
    #expect(lines.contains { $0.0 == .points(0.5) })
    #expect(lines.allSatisfy { $0.1 == .white })
  }
}
