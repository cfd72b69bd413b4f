import Diagnostics
import Manuscripts
import PageDesign
import Schema

/// Holds stories, advertisements and jumps against the frames of the pages. What has no frame is taken
/// out of the make-up here, with the reason, so that no later stage finds another place for it.
struct PlacingChecks {
  private(set) var edition: Edition
  let layouts: [String: Layout]
  /// Frames that a layout's own faults cost it: what was meant for them is not reported again.
  let droppedFrames: [String: [String]]
  private(set) var diagnostics: [Diagnostic] = []
  /// Frames that are filled, or whose emptiness has a cause reported elsewhere.
  private var accounted: Set<Slot> = []

  private struct Slot: Hashable {
    var page: String
    var frame: String
  }

  init(edition: Edition, layouts: [String: Layout], droppedFrames: [String: [String]]) {
    (self.edition, self.layouts, self.droppedFrames) = (edition, layouts, droppedFrames)
  }

  mutating func run() {
    placeStories()
    placeAds()
    checkJumps()
    reportEmptyFrames()
  }

  private func layout(of page: String) -> Layout? {
    edition.pages.first { $0.code == page }.flatMap { layouts[$0.layout.value] }
  }

  private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

// MARK: Is there such a frame?

extension PlacingChecks {
  /// What came of looking for a frame.
  private enum Search {
    case found(Frame)
    /// The page or the frame fell out for a reason already reported.
    case lost
    case missing(zh: String, en: String, nearest: String?, at: SourcePlace)
  }

  private struct Wanted {
    var page: Located<String>?
    var slot: Located<String>?
    var kinds: Set<FrameKind>
  }

  private func search(_ wanted: Wanted) -> Search {
    guard let page = wanted.page else {
      return wanted.slot.map { search(everywhere: $0, wanted.kinds) } ?? .lost
    }
    guard let request = edition.pages.first(where: { $0.code == page.value }) else {
      let codes = edition.pages.map(\.code)
      return .missing(
        zh: "没有 \(page.value) 版（有 \(codes.joined(separator: "、"))）",
        en: "there is no page \(page.value) (there are \(codes.joined(separator: ", ")))",
        nearest: NearestWord.to(page.value, among: codes), at: page.place)
    }
    guard let layout = layouts[request.layout.value] else { return .lost }
    guard let slot = wanted.slot else { return .lost }
    return search(slot, on: page.value, in: layout, request, wanted.kinds)
  }

  /// A slot given without its page: the first page that has such a frame.
  private func search(everywhere slot: Located<String>, _ kinds: Set<FrameKind>) -> Search {
    let frames = edition.pages.compactMap { layouts[$0.layout.value] }.flatMap(\.frames)
      .filter { kinds.contains($0.kind) }
    if let frame = frames.first(where: { $0.id == slot.value }) { return .found(frame) }
    if droppedFrames.values.contains(where: { $0.contains(slot.value) }) { return .lost }
    return .missing(
      zh: "哪一版也没有框 ‘\(slot.value)’", en: "no page has a frame ‘\(slot.value)’",
      nearest: NearestWord.to(slot.value, among: frames.map(\.id)), at: slot.place)
  }

  private func search(
    _ slot: Located<String>, on page: String, in layout: Layout, _ request: PageRequest,
    _ kinds: Set<FrameKind>
  ) -> Search {
    if let frame = layout.frames.first(where: { $0.id == slot.value }) {
      if kinds.contains(frame.kind) { return .found(frame) }
      return .missing(
        zh: "\(page) 版的 ‘\(slot.value)’ 是 \(frame.kind.rawValue) 框，不能排这个",
        en: "‘\(slot.value)’ on page \(page) is a frame for \(frame.kind.rawValue)", nearest: nil,
        at: slot.place)
    }
    if droppedFrames[request.layout.value]?.contains(slot.value) == true { return .lost }
    let names = layout.frames.filter { kinds.contains($0.kind) }.map(\.id)
    return .missing(
      zh: "\(page) 版没有框 ‘\(slot.value)’（有 \(names.joined(separator: "、"))）",
      en: "page \(page) has no frame ‘\(slot.value)’ (it has \(names.joined(separator: ", ")))",
      nearest: NearestWord.to(slot.value, among: names), at: slot.place)
  }

  private mutating func reportMissing(
    _ search: Search, page: String?, slot: String?, article: String?
  ) {
    guard case .missing(let zh, let en, let nearest, let place) = search else { return }
    // The frame that was probably meant stands empty for this reason and no other.
    if let page, let nearest { accounted.insert(Slot(page: page, frame: nearest)) }
    if let slot, layout(of: page ?? "") == nil {
      for page in edition.pages { accounted.insert(Slot(page: page.code, frame: slot)) }
    }
    report(
      Diagnostic(
        .slotMissing, at: place, ["nearest": nearest ?? ""], page: page, article: article
      ).wording("reason", zh, en))
  }
}

// MARK: Stories

extension PlacingChecks {
  private static let storyKinds: Set<FrameKind> = [.article, .picture, .table, .ear, .text]

  private mutating func placeStories() {
    var keepers: [Slot: Story] = [:]
    for index in edition.stories.indices {
      let story = edition.stories[index]
      let search = search(wanted(story))
      guard case .found = search, let slot = slot(of: story) else {
        reportMissing(search, page: story.page, slot: story.slot, article: story.id)
        if isWithoutFrame(story, search) { edition.stories[index].isDraft = true }
        continue
      }
      accounted.insert(slot)
      if layout(of: slot.page)?.frames.first(where: { $0.id == slot.frame })?.gather != nil {
        continue
      }
      keepers[slot] = keepers[slot].map { settle($0, story, at: slot) } ?? story
    }
  }

  private func wanted(_ story: Story) -> Wanted {
    Wanted(
      page: story.page.map { Located($0, at: story.place(of: "page")) },
      slot: story.slot.map { Located($0, at: story.place(of: "slot")) }, kinds: Self.storyKinds)
  }

  /// The frame that a story names, on its page or on the first that has it.
  private func slot(of story: Story) -> Slot? {
    guard let frame = story.slot else { return nil }
    let pages = story.page.map { [$0] } ?? edition.pages.map(\.code)
    let page = pages.first { layout(of: $0)?.frames.contains { $0.id == frame } == true }
    return page.map { Slot(page: $0, frame: frame) }
  }

  /// A story without a slot is given a free frame by the make-up; one whose frame or page is not there
  /// is not: it would be printed where nobody meant it.
  private func isWithoutFrame(_ story: Story, _ search: Search) -> Bool {
    if case .missing = search { return true }
    return story.slot != nil
  }

  /// Two stories for one frame: the higher priority keeps it, the first file of equals.
  private mutating func settle(_ one: Story, _ two: Story, at slot: Slot) -> Story {
    let (kept, lost) = two.priority > one.priority ? (two, one) : (one, two)
    report(
      Diagnostic(
        .slotTaken, at: lost.place(of: "slot"),
        ["page": slot.page, "slot": slot.frame, "keeper": kept.id, "loser": lost.id],
        related: [kept.place(of: "slot")], page: slot.page, frame: slot.frame, article: lost.id))
    for index in edition.stories.indices where edition.stories[index].id == lost.id {
      edition.stories[index].isDraft = true
    }
    return kept
  }
}

// MARK: Advertisements

extension PlacingChecks {
  private static let adKinds: Set<FrameKind> = [.ad, .ear]

  private mutating func placeAds() {
    var kept: [Advertisement] = []
    for ad in edition.ads {
      let search = search(
        Wanted(
          page: Located(ad.page, at: ad.places["page"] ?? ad.place),
          slot: ad.slot.map { Located($0, at: ad.places["slot"] ?? ad.place) },
          kinds: Self.adKinds))
      switch (search, ad.slot) {
      case (.found, let slot?): if keeps(ad, in: slot, kept) { kept.append(ad) }
      case (.lost, nil): waitForStack(ad, &kept)
      default: reportMissing(search, page: ad.page, slot: ad.slot, article: nil)
      }
    }
    edition.ads = kept
  }

  /// Whether an advertisement is the first to be booked for its slot.
  private mutating func keeps(
    _ ad: Advertisement, in slot: String, _ kept: [Advertisement]
  ) -> Bool {
    accounted.insert(Slot(page: ad.page, frame: slot))
    guard let other = kept.first(where: { $0.page == ad.page && $0.slot == slot }) else {
      return true
    }
    report(
      Diagnostic(
        .slotTaken, at: ad.places["slot"] ?? ad.place,
        ["page": ad.page, "slot": slot, "keeper": other.id, "loser": ad.id],
        related: [other.places["slot"] ?? other.place], page: ad.page, frame: slot))
    return false
  }

  /// One without a slot may take any that stays empty: what does is told after stacking.
  private mutating func waitForStack(_ ad: Advertisement, _ kept: inout [Advertisement]) {
    kept.append(ad)
    for frame in layout(of: ad.page)?.frames ?? [] where frame.kind == .ad {
      accounted.insert(Slot(page: ad.page, frame: frame.id))
    }
  }
}

// MARK: Jumps

extension PlacingChecks {
  private mutating func checkJumps() {
    var targets: [Slot: String] = [:]
    for story in edition.stories where !story.isDraft {
      if let slot = slot(of: story) { targets[slot] = story.id }
    }
    for index in edition.stories.indices {
      let story = edition.stories[index]
      guard let jump = story.jump, !story.isPlaceholder, !story.isDraft else { continue }
      if let fault = fault(in: jump, of: story, targets) {
        report(fault)
        edition.stories[index].jump = nil
      } else if let slot = jump.slot {
        let target = Slot(page: jump.page, frame: slot)
        accounted.insert(target)
        targets[target] = story.id
      }
    }
  }

  private func fault(in jump: JumpRequest, of story: Story, _ targets: [Slot: String])
    -> Diagnostic?
  {
    let from = slot(of: story)?.page ?? story.page ?? ""
    if jump.page == from, jump.slot == nil || jump.slot == story.slot {
      let path = "\(from) → \(jump.page)"
      return Diagnostic(
        .jumpToItself, at: jump.place, ["path": path], page: from, article: story.id)
    }
    let page = Located(jump.page, at: jump.place)
    let slot = jump.slot.map { Located($0, at: jump.place) }
    // A table without text may go on in a frame for tables (续表).
    let isTable = story.table != nil && story.blocks.isEmpty
    let kinds: Set<FrameKind> = isTable ? [.article, .text, .table] : [.article, .text]
    if case .missing(let zh, let en, _, _) = search(Wanted(page: page, slot: slot, kinds: kinds)) {
      return missing(jump, story, zh, en)
    }
    guard let slot, let holder = targets[Slot(page: jump.page, frame: slot.value)],
      holder != story.id
    else { return nil }
    return missing(
      jump, story, "\(jump.page) 版的 ‘\(slot.value)’ 已排 \(holder)",
      "‘\(slot.value)’ on page \(jump.page) holds \(holder)")
  }

  private func missing(_ jump: JumpRequest, _ story: Story, _ zh: String, _ en: String)
    -> Diagnostic
  {
    Diagnostic(
      .jumpTargetMissing, at: jump.place, page: story.page, frame: story.slot, article: story.id
    ).wording("target", zh, en)
  }
}

// MARK: Empty frames

extension PlacingChecks {
  private static let filledByStories: Set<FrameKind> = [.article, .ad, .ear, .picture, .table]

  private mutating func reportEmptyFrames() {
    var loose = looseParts()
    for page in edition.pages {
      guard let layout = layouts[page.layout.value] else { continue }
      for frame in layout.frames where isEmpty(frame, on: page.code) {
        if frame.kind == .article,
          let part = loose.firstIndex(where: { $0 ?? page.code == page.code })
        {
          loose.remove(at: part)
          continue
        }
        report(
          Diagnostic(
            .emptyFrame, at: frame.place, ["frame": frame.id], page: page.code, frame: frame.id))
      }
    }
  }

  /// The pages (nil: any) of stories and jumps that name no frame: each will fill one, or left it
  /// empty by a fault that is reported already.
  private func looseParts() -> [String?] {
    let placed = edition.stories.filter { !$0.isDraft }
    let stories = placed.filter { $0.slot == nil }.map(\.page)
    let jumps = placed.compactMap(\.jump).filter { $0.slot == nil }.map { Optional($0.page) }
    return stories + jumps
  }

  private func isEmpty(_ frame: Frame, on page: String) -> Bool {
    guard Self.filledByStories.contains(frame.kind), !frame.isOptional, frame.houseAd == nil,
      frame.holds == nil
    else {
      return false
    }
    return !accounted.contains(Slot(page: page, frame: frame.id))
  }
}
