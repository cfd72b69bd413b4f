import Diagnostics
import Geometry
import Manuscripts
import PageDesign

/// Where on the edition's pages a frame lies.
package struct FrameAddress: Hashable, Sendable {
  package var page: Int
  package var frame: Int
}

/// A story and the frames it goes through, first to last.
package struct StoryPlan: Sendable {
  package var story: Story
  package var frames: [FrameAddress]
  /// All stories of a frame that takes several, the weightier first; empty elsewhere.
  package var gathered: [Story] = []
}

/// Who gets which frame (划样): stories with their jumps, advertisements by slot.
package struct EditionPlan: Sendable {
  package var stories: [StoryPlan] = []
  package var ads: [FrameAddress: Advertisement] = [:]
  package var diagnostics: [Diagnostic] = []
}

/// What a page was asked to be, and the layout it is made on.
package struct PageDraft: Sendable {
  package var request: PageRequest
  package var layout: Layout
  /// Printed on a page that could not be made as asked, so that nobody takes it for finished.
  package var notice: String?
  package init(request: PageRequest, layout: Layout, notice: String? = nil) {
    (self.request, self.layout, self.notice) = (request, layout, notice)
  }
}

/// Gives every story and advertisement its frame.
package func plan(_ edition: Edition, on pages: [PageDraft]) -> EditionPlan {
  let stories = edition.stories.filter { !$0.isDraft }
  var planner = Planner(pages: pages, stories: stories)
  // Those with a slot first; then what the rest asks for, the weightier before the lighter.
  for story in stories where story.slot != nil { planner.place(story) }
  let loose = stories.enumerated().filter { $0.element.slot == nil }
  for (_, story) in loose.sorted(by: {
    ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset)
  }) {
    planner.placeAnywhere(story)
  }
  for ad in edition.ads { planner.place(ad) }
  planner.resolveJumps()
  return planner.plan
}

private struct Planner {
  let pages: [PageDraft]
  var plan = EditionPlan()
  private var taken: [FrameAddress: Int] = [:]

  /// Frames that some story goes on in: no other story is put there unasked.
  private var awaited: Set<FrameAddress> = []

  init(pages: [PageDraft], stories: [Story]) {
    self.pages = pages
    awaited = Set(
      stories.compactMap { $0.jump }.compactMap { jump in
        jump.slot.flatMap { address(page: jump.page, slot: $0) }
      })
  }

  private func address(page code: String?, slot: String?) -> FrameAddress? {
    for (page, draft) in pages.enumerated() where code == nil || draft.request.code == code {
      for (frame, design) in draft.layout.frames.enumerated() where design.id == slot {
        return FrameAddress(page: page, frame: frame)
      }
    }
    return nil
  }

  /// A story in the frame it names. Two stories for one frame were reported when the edition was
  /// read; the weightier keeps it.
  mutating func place(_ story: Story) {
    guard let address = address(page: story.page, slot: story.slot) else { return }
    if let holder = taken[address] {
      if frame(address).gather != nil { return gather(story, with: holder) }
      guard plan.stories[holder].story.priority < story.priority else { return }
      plan.stories[holder].story = story
      return
    }
    take(address, for: story)
  }

  /// A story that names no frame: the first free article frame of its page, or of any.
  mutating func placeAnywhere(_ story: Story) {
    for (page, draft) in pages.enumerated()
    where story.page == nil || story.page == draft.request.code {
      for (frame, design) in draft.layout.frames.enumerated() where design.kind == .article {
        let address = FrameAddress(page: page, frame: frame)
        if taken[address] == nil, !awaited.contains(address) { return take(address, for: story) }
      }
    }
    plan.diagnostics.append(
      Diagnostic(.storyUnplaced, at: story.place(of: "id"), page: story.page, article: story.id))
  }

  private mutating func take(_ address: FrameAddress, for story: Story) {
    taken[address] = plan.stories.count
    let gathered = frame(address).gather == nil ? [] : [story]
    plan.stories.append(StoryPlan(story: story, frames: [address], gathered: gathered))
  }

  private func frame(_ address: FrameAddress) -> Frame {
    pages[address.page].layout.frames[address.frame]
  }

  /// Among equals the earlier file stands first.
  private mutating func gather(_ story: Story, with holder: Int) {
    var all = plan.stories[holder].gathered
    let place = all.firstIndex { $0.priority < story.priority } ?? all.endIndex
    all.insert(story, at: place)
    (plan.stories[holder].gathered, plan.stories[holder].story) = (all, all[0])
  }

  mutating func place(_ ad: Advertisement) {
    guard let address = address(page: ad.page, slot: ad.slot), plan.ads[address] == nil else {
      return
    }
    plan.ads[address] = ad
  }

  mutating func resolveJumps() {
    for index in plan.stories.indices {
      guard let jump = plan.stories[index].story.jump, plan.stories[index].gathered.isEmpty else {
        continue
      }
      let first = plan.stories[index].frames[0]
      guard let target = target(of: jump) else {
        report(.jumpTargetMissing, jump, ["target": "\(jump.page)/\(jump.slot ?? "")"], index)
        continue
      }
      guard target != first else {
        report(.jumpToItself, jump, ["path": "\(jump.page)→\(jump.page)"], index)
        continue
      }
      guard taken[target] == nil else {
        report(.jumpTargetMissing, jump, ["target": "\(jump.page)/\(jump.slot ?? "")"], index)
        continue
      }
      taken[target] = index
      plan.stories[index].frames.append(target)
    }
  }

  private func target(of jump: JumpRequest) -> FrameAddress? {
    if let slot = jump.slot { return address(page: jump.page, slot: slot) }
    for (page, draft) in pages.enumerated() where draft.request.code == jump.page {
      for (frame, design) in draft.layout.frames.enumerated() where design.kind == .article {
        let address = FrameAddress(page: page, frame: frame)
        if taken[address] == nil { return address }
      }
    }
    return nil
  }

  private mutating func report(
    _ code: Code, _ jump: JumpRequest, _ values: KeyValuePairs<String, String>, _ index: Int
  ) {
    let story = plan.stories[index].story
    plan.diagnostics.append(Diagnostic(code, at: jump.place, values, article: story.id))
  }
}
