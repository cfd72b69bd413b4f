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
    rules: MakeUpRules = `A page for print`.rules.makeUp,
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
      makeUp(edition, on: drafts, sheet: TestPage.sheet, rules: rules, typesetter: typesetter).pages
  }

  /// What the house's rules find, or those rules with a change.
  func found(_ code: Code, _ change: (inout HouseRules) -> Void = { _ in }) -> [LintFinding] {
    var rules = `A page for print`.rules
    change(&rules)
    let words = TestPage.sheet.words(in: edition.language)
    return lint(pages, of: edition, rules: rules, words: words).filter { $0.code == code }
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

extension LintTrial {
  /// A story over the page's width, and an advertisement under it.
  static func advertised(
    label: String? = "广告", from line: Int = 22, lines: [RuleDesign] = []
  ) -> LintTrial {
    LintTrial(
      [story("a")], on: [[frame("a", 1...6, 1...20), frame("ad", 1...6, line...40, kind: .ad)]],
      lines: lines
    ) { edition in
      var ad = Advertisement(id: "tea", page: "1", slot: "ad", place: TestPage.place)
      ad.label = label
      edition.ads = [ad]
    }
  }
}

extension LintTrial {
  /// Everything that page one must say.
  static let wholeMasthead: [MastheadText.Entry] = [
    .init(key: "publisher", value: "试刊社出版"), .init(key: "registration", value: "CN 00-0000"),
    .init(key: "price", value: "零售每份1元"), .init(key: "phone", value: "电话 0000"),
    .init(key: "supervisor", value: "试刊局"), .init(key: "organizer", value: "试刊社"),
    .init(key: "printer", value: "试刊厂"), .init(key: "distribution", value: "邮局"),
  ]

  /// A paper of two pages with a masthead and a folio.
  static func paper(
    _ entries: [MastheadText.Entry] = wholeMasthead, issue: String? = "1",
    masthead lines: Int? = 10,
    folio: Bool = true, language: String = "zh-Hans"
  ) -> LintTrial {
    let top = lines.map { [frame("masthead", 1...4, 1...$0, kind: .masthead)] } ?? []
    let head = folio ? [frame("folio", 1...6, 1...3, kind: .folio)] : []
    return LintTrial(
      [story("a", title: "通车", characters: 300), story("b", page: "2")],
      on: [
        top + [frame("a", 1...6, 12...40, head: 12)],
        head + [frame("b", 1...6, 5...40)],
      ]
    ) { edition in
      (edition.masthead.entries, edition.issue, edition.language) = (entries, issue, language)
    }
  }
}
