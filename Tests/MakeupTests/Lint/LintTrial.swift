import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Typesetting

@testable import Makeup

/// Small pages held to the house's rules of make-up.
struct LintTrial {
  var edition: Edition
  var pages: [Page]

  /// Pages of some frames, each with the lines of the layout; `change` is made to the edition before it is made up.
  init(
    _ stories: [Story], on frames: [[Frame]], lines: [RuleDesign] = [],
    change: (inout Edition) -> Void = { _ in }
  ) {
    var edition = Edition(
      paper: "试刊", date: CivilDate(year: 2026, month: 3, day: 18), weekday: "星期三", lunar: "")
    edition.stories = stories
    let drafts = frames.enumerated().map { number, frames in
      let request = PageRequest(
        code: "\(number + 1)", layout: Located("test", at: TestPage.place), place: TestPage.place)
      let layout = Layout(
        name: "test", file: "layout.yaml",
        size: Size(width: .millimetres(273), height: .millimetres(393)), grid: TestPage.grid,
        frames: frames, rules: lines)
      return PageDraft(request: request, layout: layout)
    }
    edition.pages = drafts.map(\.request)
    change(&edition)
    self.edition = edition
    let typesetter = Typesetter(book: TestPage.book)
    pages =
      makeUp(edition, on: drafts, sheet: TestPage.sheet, typesetter: typesetter).pages
  }

  func found(_ code: Code) -> [LintFinding] {
    lint(pages, of: edition, rules: `A page for print`.rules).filter { $0.code == code }
  }

  /// Changes what a frame of the first page keeps of how it was set.
  mutating func change(_ frame: String, _ change: (inout SetFrame) -> Void) {
    guard let index = pages[0].frames.firstIndex(where: { $0.id == frame }) else { return }
    change(&pages[0].frames[index])
  }

  /// A story with a title that fills its frame.
  static func story(
    _ id: String, title: String? = nil, characters: Int = 2_000, page: String = "1"
  ) -> Story {
    let seed = id.unicodeScalars.reduce(0) { $0 + Int($1.value) }
    var story = TestPage.story(
      id, page: page, paragraphs: [TestPage.text(characters, seed: seed)])
    story.title = title.map { [$0] } ?? []
    return story
  }

  static func frame(
    _ id: String, _ columns: ClosedRange<Int>, _ lines: ClosedRange<Int>, head: Int? = nil,
    kind: FrameKind = .article
  ) -> Frame {
    var frame = TestPage.frame(id, columns: columns, lines: lines, kind: kind)
    frame.headline.lines = head
    return frame
  }

  static func area(_ columns: ClosedRange<Int>, _ lines: ClosedRange<Int>) -> GridArea {
    GridArea(columns: columns, lines: lines, place: TestPage.place)
  }

  static func line(_ position: RuleDesign.Position) -> RuleDesign {
    RuleDesign(position: position, weight: .points(1), place: TestPage.place)
  }
}
