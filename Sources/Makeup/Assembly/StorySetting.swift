import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A story set through its frames: the frames, and what is to be said about them.
struct StorySetting {
  var frames: [(address: FrameAddress, frame: SetFrame)] = []
  var diagnostics: [Diagnostic] = []
}

/// A part keeps at least this many lines on its first page and on its second (newspaper practice).
let leastLinesBeforeJump = 8
let leastLinesAfterJump = 6

/// Sets one story through the frames it was given.
struct StorySetter {
  let story: Story
  let pages: [PageDraft]
  let types: [TypeCase]
  let rules: MakeUpRules
  let policy: Policy
  /// No title may be larger, for the weightier ones of its page.
  var largestTitle: Length?
  /// The stories of a frame that takes several; `story` stands for them.
  var gathering: Gathering?

  func set(through addresses: [FrameAddress]) -> StorySetting {
    let maker = maker(at: addresses[0])
    var bare = maker.emptyPart()
    maker.standHeadline(in: &bare)
    if let rows = rowsLeftByTable(of: maker, in: bare) {
      bare = maker.emptyPart()
      maker.standHeadline(in: &bare, rows: rows)
    }
    maker.standGroundWords(in: &bare)
    var flows: [[Int]: Flow] = [:]
    var best: Attempt?
    var trials: [Trial] = []
    for remedy in maker.remedies(in: bare) {
      if !remedy.isVain(after: trials) {
        let attempt = attempt(remedy, from: bare, &flows, addresses)
        trials.append(Trial(attempt))
        if best.map({ attempt.cost < $0.cost }) ?? true { best = attempt }
      }
      if best?.cost == 0 || best?.isSound == true && remedy.isLast { break }
    }
    guard var best else { return StorySetting() }
    tighten(&best, from: bare, &flows, addresses)
    fill(&best, from: bare, &flows, addresses)
    var setting = setting(from: best)
    let body = bare.types.style(story.style ?? bare.frame.bodyStyle ?? "body")
    setting.diagnostics += rubyFaults(
      of: story, in: body.mode(bare.frame.mode), pitch: bare.types.grid.pitch)
    return setting
  }

  /// A headline without orders leaves a table that is alone the rows it naturally takes: a third of the frame is the
  /// most it gets. nil where it takes no more by itself.
  private func rowsLeftByTable(of maker: StoryPartMaker, in part: StoryPart) -> Int? {
    guard maker.frame.headline.lines == nil, story.table != nil, story.blocks.isEmpty,
      !HeadlineText(of: story).isEmpty, let room = part.rooms.first
    else { return nil }
    let most = max(2, min(room.rows / 3, room.rows - maker.tableRows(in: room)))
    let taken = room.exclusions.map(\.blockEnd).max() ?? .zero
    return taken <= room.start(ofRow: most) ? nil : most
  }

  /// The story's text without some of its blocks, styled and shaped once for all attempts.
  private func flow(without blocks: [Int], in part: StoryPart) -> Flow {
    if let gathering {
      return gathering.flow(without: blocks, in: part, largestTitle: largestTitle)
    }
    return Flow(dress(in: part, from: part, without: blocks))
  }

  /// The story's text in a part's type; its heads are those of the first part.
  private func dress(in part: StoryPart, from first: StoryPart, without blocks: [Int]) -> FlowDress
  {
    var story = story
    story.blocks = story.blocks.enumerated().filter { !blocks.contains($0.offset) }.map(\.element)
    let items = style(
      story, as: part.frame.bodyStyle, mode: part.frame.mode, with: part.types,
      dress: HeadDress(story: self.story, frame: first.frame, types: part.types))
    return FlowDress(items: items, types: part.types, key: part.dressKey(of: story))
  }

  /// Sees that there is type for every part.
  private func dress(_ parts: inout [StoryPart], without blocks: [Int], in flow: inout Flow) {
    for index in parts.indices {
      let part = parts[index]
      parts[index].dress = flow.number(of: part.dressKey(of: story)) {
        dress(in: part, from: parts[0], without: blocks)
      }
    }
  }
}

/// One way of setting a story, and what it costs.
struct Attempt {
  var remedy: Remedy
  var parts: [StoryPart]
  var filling: Filling
  /// Rows left white in the last part.
  var free: Int
  /// Parts of columns of too few lines, above or below a picture.
  var stranded: Int
  /// 0 when all stands and no row is wasted. Text without room weighs most, then cut paragraphs, then narrower
  /// pictures, stranded lines, white rows, and heads, 小标题 and pictures off their natural height.
  var cost: Int {
    filling.oversetLines * 10_000 + stranded * 30 + (free + filling.white) * 10
      + filling.curesCost + remedy.cost
  }
}

extension Attempt {
  /// All stands, no part of a column has too few lines.
  var isSound: Bool { filling.isClosed && stranded == 0 }
}

extension Story {
  /// Nothing but pictures, with their heads or without.
  var isPictures: Bool { blocks.isEmpty && table == nil && chart == nil && !photos.isEmpty }
}

extension StorySetter {
  func attempt(
    _ remedy: Remedy, from bare: StoryPart, _ flows: inout [[Int]: Flow],
    _ addresses: [FrameAddress]
  ) -> Attempt {
    let headed = bare.heads(opened: remedy.head) ?? bare
    var parts = [furnished(headed, through: addresses, remedy)]
    let leftOut = blocks(numbered: remedy.cut) + (parts[0].standingQuote.map { [$0.block] } ?? [])
    var flow = flows.removeValue(forKey: leftOut) ?? self.flow(without: leftOut, in: bare)
    defer { flows[leftOut] = flow }
    var filling = level(&flow, parts, tightens: remedy.tightens)
    if addresses.count > 1, !filling.isClosed || parts[0].tableRest != nil {
      continuations(through: addresses, in: &parts)
      reserveJumpLines(in: &parts)
      dress(&parts, without: leftOut, in: &flow)
      filling = fillAcrossJump(&flow, parts, tightens: remedy.tightens)
    }
    let free = freeRows(parts, filling)
    for part in parts {
      filling.oversetLines += part.oversetLines
      filling.oversetCharacters += part.oversetCharacters
    }
    filling.cures += remedy.cures(in: parts[0])
    return Attempt(
      remedy: remedy, parts: parts, filling: filling, free: free,
      stranded: filling.strandedParts(in: parts.flatMap(\.rooms)))
  }

  /// Where among the blocks the paragraphs of these numbers are (counted from 1 among paragraphs).
  private func blocks(numbered cut: [Int]) -> [Int] {
    guard !cut.isEmpty else { return [] }
    let paragraphs = story.blocks.indices.filter { story.blocks[$0].kind == .paragraph }
    return paragraphs.enumerated().filter { cut.contains($0.offset + 1) }.map(\.element)
  }

  private func maker(at address: FrameAddress, isFirst: Bool = true) -> StoryPartMaker {
    let layout = pages[address.page].layout
    let frame = layout.frames[address.frame]
    var maker = StoryPartMaker(
      story: story, types: types[address.page], frame: frame, address: address,
      largestTitle: largestTitle, headInset: layout.headInset(of: frame, gap: rules.headGap))
    maker.takeGround(of: layout, isFirst: isFirst)
    return maker
  }

  /// The first part with all that stands in it beside the text.
  private func furnished(_ bare: StoryPart, through addresses: [FrameAddress], _ remedy: Remedy)
    -> StoryPart
  {
    var maker = maker(at: addresses[0])
    var part = bare
    // The picture under the headline stands already.
    if part.pictureHead?.stands == true { maker.story.photos.removeFirst() }
    if maker.story.isPictures {
      PictureStorySetter(maker: maker).stand(in: &part)
      // They find no room, and that is told.
      maker.standCode(in: &part)
      maker.standSidebars(in: &part)
      return part
    }
    maker.standPictures(in: &part, remedy)
    maker.standChart(in: &part, taller: remedy.crop == .most ? 0 : remedy.rows)
    maker.standTable(
      in: &part, taller: story.photos.isEmpty ? remedy.rows : 0,
      jump: tableJump(after: 0, addresses))
    maker.standCode(in: &part)
    maker.standSidebars(in: &part)
    // Where several stories share a frame their quotes stay in their text.
    if gathering == nil { maker.standQuote(in: &part) }
    part.fold()
    return part
  }

  /// The parts after the first: as many as there are frames, but no more than a table alone needs.
  private func continuations(through addresses: [FrameAddress], in parts: inout [StoryPart]) {
    for index in addresses.indices.dropFirst() {
      let row = parts[index - 1].tableRest
      if story.blocks.isEmpty, row == nil { return }
      let maker = maker(at: addresses[index], isFirst: false)
      var part = maker.emptyPart()
      let words = part.types.paperWords
      let back =
        story.jump?.labelBack
        ?? words.said(.jumpBack, ["page": pages[addresses[0].page].request.code])
      maker.standJumpHead(
        in: &part, label: words.said(.jumpMark, ["label": back]), target: "\(story.id)-\(index)")
      if let row {
        maker.standTable(
          from: row, folds: parts[index - 1].tableFolds, in: &part,
          jump: tableJump(after: index, addresses))
      }
      parts.append(part)
    }
  }

  /// What a table's foot says when the table goes on after a part.
  private func tableJump(after index: Int, _ addresses: [FrameAddress]) -> TableJump? {
    guard index + 1 < addresses.count else { return nil }
    return TableJump(
      label: jumpLabel(to: addresses[index + 1]), target: "\(story.id)-\(index + 2)")
  }

  private func jumpLabel(to address: FrameAddress) -> String {
    let words = types[address.page].paperWords
    let label =
      story.jump?.label ?? words.said(.jump, ["page": pages[address.page].request.code])
    return words.said(.jumpMark, ["label": label])
  }

  /// 下转 at the end of every part but the last, its room kept free in the last line.
  private func reserveJumpLines(in parts: inout [StoryPart]) {
    for index in parts.indices.dropLast() where parts[index].tableRest == nil {
      let label = jumpLabel(to: parts[index + 1].address)
      let types = parts[index].types
      let style = types.style("jump-line").mode(parts[index].frame.mode)
      parts[index].jumpLine = JumpLine(label, as: style, in: types)
    }
  }

  /// Rows at the last part's foot that text could have and does not: as many as the leg that comes nearest to the
  /// foot is away from it, or as lie white under a picture or a chart; of upright text all after its last line.
  private func freeRows(_ parts: [StoryPart], _ filling: Filling) -> Int {
    guard let part = parts.last, !story.blocks.isEmpty else { return 0 }
    let before = parts.dropLast().reduce(0) { $0 + $1.rooms.reduce(0) { $0 + $1.legs.count } }
    if part.frame.mode == .vertical {
      let last = filling.lastRows.max { $0.key < $1.key }
      return part.slots.count { slot in
        last.map { ($0.key, $0.value) < (before + slot.leg, slot.row) } ?? true
      }
    }
    let feet = part.rooms.flatMap { room in room.legs.map { room.isAtFoot ? $0.rows : nil } }
    func distance(_ row: Int, _ leg: Int) -> Int? { feet[leg].map { $0 - 1 - row } }
    let slots = part.slots
    let nearest = slots.compactMap { distance($0.row, $0.leg) }.min() ?? 0
    let used = filling.lastRows.filter { $0.key >= before }
      .compactMap { distance($0.value, $0.key - before) }.min()
    let white = (used ?? part.rooms.map(\.rows).max() ?? 0) - nearest
    return max(0, white, rowsUnderPictures(slots) { filling.lastRows[before + $0] == nil })
  }

  /// The most rows that a leg has left under what stands in it, where none of them holds text.
  private func rowsUnderPictures(_ slots: [LineSlot], _ isEmpty: (Int) -> Bool) -> Int {
    let rows = slots.reduce(into: [Int: Int]()) { $0[$1.leg, default: 0] += 1 }
    let fullest = rows.values.max() ?? 0
    return rows.filter { $0.value < fullest && isEmpty($0.key) }.values.max() ?? 0
  }
}
