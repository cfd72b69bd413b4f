import Diagnostics
import Manuscripts
import PageDesign
import Schema

/// Holds stories, advertisements and jumps against the frames of the pages. Whatever has no room loses
/// its page and slot, so that later stages place only what can be placed.
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
      guard let slot = wanted.slot else { return .lost }
      return .missing(
        zh: "有 slot ‘\(slot.value)’，没有 page", en: "slot ‘\(slot.value)’ is given without a page",
        nearest: nil, at: slot.place)
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
    var keepers: [Slot: Int] = [:]
    for index in edition.stories.indices {
      let story = edition.stories[index]
      let search = search(wanted(story))
      guard case .found = search, let page = story.page, let slot = story.slot else {
        reportMissing(search, page: story.page, slot: story.slot, article: story.id)
        if story.slot != nil || story.page != nil { unplace(index, search) }
        continue
      }
      let place = Slot(page: page, frame: slot)
      accounted.insert(place)
      if let other = keepers[place] {
        keepers[place] = settle(other, index, at: place)
      } else {
        keepers[place] = index
      }
    }
  }

  private func wanted(_ story: Story) -> Wanted {
    Wanted(
      page: story.page.map { Located($0, at: story.place(of: "page")) },
      slot: story.slot.map { Located($0, at: story.place(of: "slot")) }, kinds: Self.storyKinds)
  }

  /// A story with a page and no slot may still be placed by hand of a later stage; one whose frame is
  /// not there may not.
  private mutating func unplace(_ index: Int, _ search: Search) {
    let hasSlot = edition.stories[index].slot != nil
    if case .missing = search {
      (edition.stories[index].page, edition.stories[index].slot) = (nil, nil)
    } else if hasSlot {
      (edition.stories[index].page, edition.stories[index].slot) = (nil, nil)
    }
  }

  /// Two stories for one frame: the higher priority keeps it, the first file of equals.
  private mutating func settle(_ first: Int, _ second: Int, at slot: Slot) -> Int {
    let (one, two) = (edition.stories[first], edition.stories[second])
    let (keeper, loser) = two.priority > one.priority ? (second, first) : (first, second)
    let (kept, lost) = (edition.stories[keeper], edition.stories[loser])
    report(
      Diagnostic(
        .slotTaken, at: lost.place(of: "slot"),
        ["page": slot.page, "slot": slot.frame, "keeper": kept.id, "loser": lost.id],
        related: [kept.place(of: "slot")], page: slot.page, frame: slot.frame, article: lost.id))
    (edition.stories[loser].page, edition.stories[loser].slot) = (nil, nil)
    edition.stories[loser].jump = nil
    return keeper
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
          page: Located(ad.page, at: ad.place), slot: Located(ad.slot, at: ad.place),
          kinds: Self.adKinds))
      guard case .found = search else {
        reportMissing(search, page: ad.page, slot: ad.slot, article: nil)
        continue
      }
      accounted.insert(Slot(page: ad.page, frame: ad.slot))
      if let other = kept.first(where: { $0.page == ad.page && $0.slot == ad.slot }) {
        report(
          Diagnostic(
            .slotTaken, at: ad.place,
            ["page": ad.page, "slot": ad.slot, "keeper": other.id, "loser": ad.id],
            related: [other.place], page: ad.page, frame: ad.slot))
        continue
      }
      kept.append(ad)
    }
    edition.ads = kept
  }
}

// MARK: Jumps

extension PlacingChecks {
  private mutating func checkJumps() {
    var targets: [Slot: String] = [:]
    for story in edition.stories {
      if let page = story.page, let slot = story.slot {
        targets[Slot(page: page, frame: slot)] = story.id
      }
    }
    for index in edition.stories.indices {
      let story = edition.stories[index]
      guard let jump = story.jump, !story.isPlaceholder, story.slot != nil else { continue }
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
    let from = story.page ?? ""
    if jump.page == from, jump.slot == nil || jump.slot == story.slot {
      let path = "\(from) → \(jump.page)"
      return Diagnostic(
        .jumpToItself, at: jump.place, ["path": path], page: from, article: story.id)
    }
    let page = Located(jump.page, at: jump.place)
    let slot = jump.slot.map { Located($0, at: jump.place) }
    if case .missing(let zh, let en, _, _) = search(
      Wanted(page: page, slot: slot, kinds: [.article, .text]))
    {
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
    for page in edition.pages {
      guard let layout = layouts[page.layout.value] else { continue }
      for frame in layout.frames where isEmpty(frame, on: page.code) {
        report(
          Diagnostic(
            .emptyFrame, at: frame.place, ["frame": frame.id], page: page.code, frame: frame.id))
      }
    }
  }

  private func isEmpty(_ frame: Frame, on page: String) -> Bool {
    guard Self.filledByStories.contains(frame.kind), !frame.isOptional, frame.houseAd == nil else {
      return false
    }
    if frame.kind == .article, edition.stories.contains(where: { mayBeMeant($0, for: page) }) {
      return false
    }
    return !accounted.contains(Slot(page: page, frame: frame.id))
  }
}

extension PlacingChecks {
  /// A story for this page that names no frame, or a broken one that names nothing: the frame may be
  /// empty because of it, which is reported already.
  private func mayBeMeant(_ story: Story, for page: String) -> Bool {
    if story.page == page, story.slot == nil { return true }
    return story.isPlaceholder && story.page == nil && story.slot == nil
      && story.places["slot"] == nil
  }
}

/// Styles that layouts and stories name must be there; the text is set in the body's otherwise.
struct StyleChecks {
  let layouts: [String: Layout]
  let styles: StyleSheet

  func run(_ edition: Edition) -> [Diagnostic] {
    let names = styles.rules.keys.sorted()
    var seen: Set<String> = []
    let pages = edition.pages.map(\.layout.value).filter { seen.insert($0).inserted }
    let frames = pages.compactMap { layouts[$0] }.flatMap(\.frames)
    let asked =
      frames.flatMap { frame in Self.styles(of: frame).map { Located($0, at: frame.place) } }
      + edition.stories.compactMap { story in
        story.style.map { Located($0, at: story.place(of: "style")) }
      }
    return asked.filter { styles.rules[$0.value] == nil }.map { style in
      Diagnostic(
        .styleBaseMissing, at: style.place,
        ["style": style.value, "nearest": NearestWord.to(style.value, among: names) ?? ""])
    }
  }

  private static func styles(of frame: Frame) -> [String] {
    let headline = frame.headline
    return [
      frame.style, frame.bodyStyle, headline.style, headline.kickerStyle, headline.subtitleStyle,
    ]
    .compactMap { $0 }
  }
}
