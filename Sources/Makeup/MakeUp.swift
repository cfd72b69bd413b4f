import CJKRules
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting
import Words

/// The made-up pages of an edition, and what is to be said about them.
package struct MadeUp: Sendable {
  package var pages: [Page]
  package var diagnostics: [Diagnostic]
}

/// Makes up an edition's pages (拼版): plan, slot, set, assemble. Whatever does not fit is in the
/// value; this never fails.
package func makeUp(
  _ edition: Edition, on drafts: [PageDraft], sheet: StyleSheet, rules: MakeUpRules,
  typesetter: Typesetter
) -> MadeUp {
  let language = Language(rawValue: edition.language) ?? .zhHans
  let words = HeadWords(language)
  let types = drafts.map {
    TypeCase(
      typesetter: typesetter, sheet: sheet, grid: $0.layout.grid, language: language, words: words,
      columnArt: edition.columnArt)
  }
  let plan = plan(edition, on: drafts)
  var assembly = Assembly(
    edition: edition, drafts: drafts, types: types, rules: rules,
    leads: leads(of: plan, on: drafts))
  assembly.diagnostics = plan.diagnostics
  assembly.set(plan.stories)
  for (page, draft) in drafts.enumerated() {
    for (frame, design) in draft.layout.frames.enumerated() {
      let address = FrameAddress(page: page, frame: frame)
      assembly.furnish(design, at: address, ad: plan.ads[address])
    }
  }
  return MadeUp(pages: assembly.pages(), diagnostics: assembly.diagnostics)
}

/// The first story of every numbered page: the weightiest that begins there, the highest of equals.
private func leads(of plan: EditionPlan, on drafts: [PageDraft]) -> [PageLead] {
  drafts.enumerated().compactMap { number, draft in
    guard draft.request.side != .fold else { return nil }
    let begun = plan.stories.filter { $0.frames[0].page == number && !$0.story.title.isEmpty }
    func rank(_ plan: StoryPlan) -> (Int, Int, Int) {
      let area = draft.layout.frames[plan.frames[0].frame].areas.first
      return (
        -plan.story.priority, area?.lines.lowerBound ?? 0, area?.columns.lowerBound ?? 0
      )
    }
    let first = begun.min { rank($0) < rank($1) }
    return PageLead(
      code: draft.request.code, name: draft.request.name, title: first?.story.title ?? [])
  }
}

private struct Assembly {
  let edition: Edition
  let drafts: [PageDraft]
  let types: [TypeCase]
  let makeUpRules: MakeUpRules
  let leads: [PageLead]
  var set: [FrameAddress: SetFrame] = [:]
  var diagnostics: [Diagnostic] = []
  /// The ranked titles of each page.
  private var weights: [HeadRank.Weights]
  /// Its titles by their places.
  private var titles: [OrderedTitles]

  init(
    edition: Edition, drafts: [PageDraft], types: [TypeCase], rules: MakeUpRules,
    leads: [PageLead]
  ) {
    (self.edition, self.drafts, self.types, self.leads) = (edition, drafts, types, leads)
    makeUpRules = rules
    weights = drafts.map { _ in HeadRank.Weights() }
    titles = drafts.map { _ in OrderedTitles() }
  }

  /// The weightier heads first: the others are smaller than theirs by as much as their rank says, and no larger than
  /// those above them let them be.
  mutating func set(_ plans: [StoryPlan]) {
    let ranks = plans.map(rank)
    func level(_ index: Int) -> Int { ranks[index]?.level ?? Int.max }
    let order = plans.indices.sorted {
      (level($0), -plans[$0].story.priority, $0) < (level($1), -plans[$1].story.priority, $1)
    }
    var said = [[Diagnostic]](repeating: [], count: plans.count)
    for index in order { said[index] = set(plans[index], rank: ranks[index]) }
    diagnostics += said.flatMap(\.self)
  }

  private func rank(of plan: StoryPlan) -> HeadRank? {
    let address = plan.frames[0]
    return HeadDress(
      story: plan.story, frame: drafts[address.page].layout.frames[address.frame],
      types: types[address.page]
    ).rank
  }

  private func gathering(_ plan: StoryPlan) -> Gathering? {
    let address = plan.frames[0]
    guard !plan.gathered.isEmpty,
      let design = drafts[address.page].layout.frames[address.frame].gather
    else { return nil }
    return Gathering(stories: plan.gathered, design: design)
  }

  private mutating func set(_ plan: StoryPlan, rank: HeadRank?) -> [Diagnostic] {
    let gathering = gathering(plan)
    if plan.story.isPlaceholder, gathering == nil {
      placeholder(plan)
      return []
    }
    let page = plan.frames[0].page
    let setter = StorySetter(
      story: gathering?.whole ?? plan.story.withTableAlone, pages: drafts, types: types,
      rules: makeUpRules,
      policy: edition.policy, largestTitle: largestTitle(of: plan, rank), gathering: gathering)
    let setting = setter.set(through: plan.frames)
    for (address, frame) in setting.frames { set[address] = frame }
    if let first = setting.frames.first {
      // How large a title in a box came out says nothing of the page's own.
      if !drafts[page].layout.frames[first.address.frame].isSetApart {
        weights[page].add(first.frame.heads, of: rank)
      }
      order(first.frame.heads, of: plan)
    }
    return setting.diagnostics + emptyJumps(of: plan)
  }

  private func largestTitle(of plan: StoryPlan, _ rank: HeadRank?) -> Length? {
    let (page, design) = design(of: plan)
    let above =
      design.isInTitleOrder && plan.gathered.isEmpty
      ? titles[page].most(
        for: plan.story.priority, in: design.bounds(on: types[page].grid),
        by: TitleOrder(usualGap: makeUpRules.rankGap)) : nil
    return [weights[page].largest(for: rank), above].compactMap(\.self).min()
  }

  private mutating func order(_ heads: [HeadRecord], of plan: StoryPlan) {
    let (page, design) = design(of: plan)
    guard design.isInTitleOrder, plan.gathered.isEmpty,
      let title = heads.first(where: { $0.kind == .title })
    else { return }
    titles[page].add(
      title.size, of: plan.story.priority, in: design.bounds(on: types[page].grid))
  }

  private func design(of plan: StoryPlan) -> (page: Int, frame: Frame) {
    let address = plan.frames[0]
    return (address.page, drafts[address.page].layout.frames[address.frame])
  }

  /// The frames that were kept for the rest of a story which ends before them.
  private func emptyJumps(of plan: StoryPlan) -> [Diagnostic] {
    let last = plan.frames.last { set[$0] != nil }
    return plan.frames.filter { set[$0] == nil }.compactMap { address in
      let draft = drafts[address.page]
      let frame = draft.layout.frames[address.frame]
      guard let last, !frame.isOptional else { return nil }
      return Diagnostic(
        .jumpNotNeeded, at: plan.story.jump?.place ?? frame.place,
        ["page": drafts[last.page].request.code, "frame": frame.id], related: [frame.place],
        page: draft.request.code, frame: frame.id, article: plan.story.id)
    }
  }

  /// A marked box in the place of a story that could not be read: nobody takes it for news.
  private mutating func placeholder(_ plan: StoryPlan) {
    let address = plan.frames[0]
    let design = drafts[address.page].layout.frames[address.frame]
    let types = types[address.page]
    let parts = design.areas.map { types.grid.rect(columns: $0.columns, lines: $0.lines) }
    let rect = parts.max { $0.width < $1.width } ?? parts[0]
    let box = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width, blockSize: rect.height)
    let line = types.line(
      types.paperWords.said(.unread, ["name": plan.story.file]), as: types.style("placeholder"),
      measure: rect.width)
    var frame = SetFrame(id: design.id, kind: design.kind, rect: rect)
    frame.article = plan.story.id
    frame.panels = [
      Panel(
        rect: rect,
        items: [
          .fill(box, .grey(10)), .stroke(box, weight: .points(1), .grey(60)),
          .line(line, start: LogicalPoint(inline: .zero, block: rect.height / 2), .black),
        ])
    ]
    set[address] = frame
  }

  /// What is not a story: advertisements and page furniture.
  mutating func furnish(_ design: Frame, at address: FrameAddress, ad: Advertisement?) {
    guard set[address] == nil else { return }
    let draft = drafts[address.page]
    let types = types[address.page]
    let area = design.areas[0]
    let rect = types.grid.rect(columns: area.columns, lines: area.lines)
    let mode = design.kind == .teasers ? design.mode : .horizontal
    let setter = furnitureSetter(for: draft, types, mode)
    var frame = SetFrame(id: design.id, kind: design.kind, rect: rect)
    var made: Furnished
    switch design.kind {
    case .masthead: made = setter.masthead(rect, frame: design)
    case .folio: made = Furnished(panels: [setter.folio(rect)])
    case .teasers: made = Furnished(panels: setter.teasers(rect))
    case .imprint: made = setter.imprint(rect, frame: design)
    case .rule: made = Furnished(panels: [setter.rule(rect)])
    case .text:
      made =
        design.holds.map { setter.holding($0, rect, frame: design) }
        ?? setter.text(rect, frame: design)
    case .ad, .ear, .article, .picture, .table:
      let ad = ad ?? houseAd(of: design, page: draft.request.code)
      if ad == nil, let holding = design.holds {
        made = setter.holding(holding, rect, frame: design)
      } else {
        let placed = AdSetter(types: types, frame: design, page: draft.request.code).set(ad)
        frame.rect = placed.panel.rect
        made = Furnished(panels: [placed.panel], diagnostics: placed.diagnostics)
      }
    }
    frame.panels = made.panels
    diagnostics += made.diagnostics
    set[address] = frame
  }

  private func furnitureSetter(for draft: PageDraft, _ types: TypeCase, _ mode: WritingMode)
    -> FurnitureSetter
  {
    FurnitureSetter(
      edition: edition, request: draft.request, types: types, leads: leads,
      held: draft.layout.frames.compactMap(\.holds),
      hasImprint: drafts.contains { $0.layout.frames.contains { $0.kind == .imprint } }, mode: mode)
  }

  /// The layout's own advertisement for a slot that nobody booked.
  private func houseAd(of design: Frame, page: String) -> Advertisement? {
    guard let path = design.houseAd else { return nil }
    var ad = Advertisement(id: "house-\(design.id)", page: page, slot: design.id, place: path.place)
    ad.path = path
    ad.file = edition.houseAdFiles[path.value]
    ad.fit = .contain
    return ad
  }

  /// Frames in reading order: down the page, then across it.
  func pages() -> [Page] {
    drafts.enumerated().map { number, draft in
      var page = Page(code: draft.request.code, name: draft.request.name, layout: draft.layout)
      let frames = draft.layout.frames.indices.compactMap {
        set[FrameAddress(page: number, frame: $0)]
      }
      page.frames = frames.sorted { ($0.rect.y, $0.rect.x) < ($1.rect.y, $1.rect.x) }
      page.furniture = [rules(of: draft.layout)]
      if let notice = draft.notice { page.furniture.append(self.notice(notice, on: number)) }
      return page
    }
  }

  private func notice(_ text: String, on page: Int) -> Panel {
    let grid = drafts[page].layout.grid
    let rect = grid.rect(columns: 1...grid.columns, lines: 1...grid.lines)
    let line = types[page].line(text, as: types[page].style("placeholder"), measure: rect.width)
    let middle = LogicalPoint(inline: .zero, block: rect.height / 2)
    let edge = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width, blockSize: rect.height)
    return Panel(
      rect: rect,
      items: [.stroke(edge, weight: .points(1), .grey(60)), .line(line, start: middle, .black)])
  }
}
