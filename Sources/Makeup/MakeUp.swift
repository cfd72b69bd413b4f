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
  _ edition: Edition, on drafts: [PageDraft], sheet: StyleSheet, typesetter: Typesetter
) -> MadeUp {
  let language = Language(rawValue: edition.language) ?? .zhHans
  let words = HeadWords(language)
  let types = drafts.map {
    TypeCase(
      typesetter: typesetter, sheet: sheet, grid: $0.layout.grid, language: language, words: words)
  }
  let plan = plan(edition, on: drafts)
  var assembly = Assembly(edition: edition, drafts: drafts, types: types)
  assembly.diagnostics = plan.diagnostics
  for story in plan.stories { assembly.set(story) }
  for (page, draft) in drafts.enumerated() {
    for (frame, design) in draft.layout.frames.enumerated() {
      let address = FrameAddress(page: page, frame: frame)
      assembly.furnish(design, at: address, ad: plan.ads[address])
    }
  }
  return MadeUp(pages: assembly.pages(), diagnostics: assembly.diagnostics)
}

private struct Assembly {
  let edition: Edition
  let drafts: [PageDraft]
  let types: [TypeCase]
  var set: [FrameAddress: SetFrame] = [:]
  var diagnostics: [Diagnostic] = []

  init(edition: Edition, drafts: [PageDraft], types: [TypeCase]) {
    (self.edition, self.drafts, self.types) = (edition, drafts, types)
  }

  mutating func set(_ plan: StoryPlan) {
    if plan.story.isPlaceholder { return placeholder(plan) }
    let setter = StorySetter(story: plan.story, pages: drafts, types: types, policy: edition.policy)
    let setting = setter.set(through: plan.frames)
    for (address, frame) in setting.frames { set[address] = frame }
    diagnostics += setting.diagnostics
  }

  /// A marked box in the place of a story that could not be read: nobody takes it for news.
  private mutating func placeholder(_ plan: StoryPlan) {
    let address = plan.frames[0]
    let design = drafts[address.page].layout.frames[address.frame]
    let types = types[address.page]
    let area = design.areas[0]
    let rect = types.grid.rect(columns: area.columns, lines: area.lines)
    let box = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width, blockSize: rect.height)
    let line = types.line(
      "稿件未能读入：\(plan.story.file)", as: types.style("placeholder"), measure: rect.width)
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
    let setter = FurnitureSetter(
      edition: edition, request: draft.request, types: types, pages: drafts.count)
    var frame = SetFrame(id: design.id, kind: design.kind, rect: rect)
    switch design.kind {
    case .masthead: frame.panels = [setter.masthead(rect)]
    case .folio: frame.panels = [setter.folio(rect)]
    case .teasers: frame.panels = [setter.teasers(rect)]
    case .imprint: frame.panels = [setter.imprint(rect)]
    case .text: frame.panels = [setter.text(rect, frame: design)]
    case .rule: frame.panels = [setter.rule(rect)]
    case .ad, .ear, .article, .picture, .table:
      let ad = ad ?? houseAd(of: design, page: draft.request.code)
      let placed = AdSetter(types: types, frame: design, page: draft.request.code).set(ad)
      frame.rect = placed.panel.rect
      frame.panels = [placed.panel]
      diagnostics += placed.diagnostics
    }
    set[address] = frame
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
