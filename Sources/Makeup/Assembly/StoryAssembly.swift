import Codes
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension StorySetter {
  /// The frames of an attempt, with everything in reading order.
  func setting(from attempt: Attempt) -> StorySetting {
    var setting = StorySetting()
    var firstLeg = 0
    for (index, part) in attempt.parts.enumerated() {
      let legs = part.rooms.reduce(0) { $0 + $1.legs.count }
      var frame = assemble(part, attempt.filling, legs: firstLeg..<firstLeg + legs)
      if index + 1 < attempt.parts.count {
        frame.continuesOn = pages[attempt.parts[index + 1].address.page].request.code
      }
      if index == attempt.parts.count - 1 {
        frame.oversetLines = attempt.filling.oversetLines
        frame.oversetCharacters = attempt.filling.oversetCharacters
      }
      link(&frame, part: index, of: attempt)
      setting.frames.append((part.address, frame))
      firstLeg += legs
    }
    setting.diagnostics = diagnostics(of: attempt)
    return setting
  }

  private func assemble(_ part: StoryPart, _ filling: Filling, legs: Range<Int>) -> SetFrame {
    let grid = part.types.grid
    var frame = SetFrame(
      id: part.frame.id, kind: part.frame.kind, rect: part.frame.bounds(on: grid))
    frame.article = story.id
    frame.title = story.title.isEmpty ? story.column : story.title.joined(separator: "　")
    (frame.heads, frame.panels) = (part.heads, part.panels)
    frame.gathered = gathering?.records(of: filling) ?? []
    var number = legs.lowerBound
    var member = 0
    for room in part.rooms {
      let range = number..<number + room.legs.count
      frame.panels += textPanels(room, legs: range, filling, part, &member)
      frame.legs += legRecords(room, legs: range, filling)
      number = range.upperBound
    }
    let lines = filling.lines.filter { legs.contains($0.slot.leg) }
    frame.linesUsed =
      lines.count + filling.insets.filter { legs.contains($0.leg) }.reduce(0) { $0 + $1.fit.rows }
    frame.linesFree = max(0, part.slots.count - frame.linesUsed)
    for placed in lines {
      frame.adjustments.add(placed.line)
      frame.characters += placed.line.text.count
    }
    frame.cures = filling.cures.filter { legs.contains($0.leg) }.map { cure in
      var own = cure
      own.leg -= legs.lowerBound
      return own
    }
    if let label = part.jumpLabel { frame.panels.append(jumpPanel(label, part)) }
    if part.frame.reverse != nil { frame.panels = frame.panels.map(reversed) }
    frame.panels += part.fixedPanels
    let lastRows = Dictionary(
      filling.lastRows.map { ($0.key - legs.lowerBound, $0.value) }, uniquingKeysWith: { $1 })
    frame.panels = background(of: part) + legRules(in: part, lastRows: lastRows) + frame.panels
    frame.panels.append(Panel(rect: frame.rect, items: [.end(articleTag(member))]))
    return frame
  }

  /// Tint and box, under everything else.
  private func background(of part: StoryPart) -> [Panel] {
    part.frame.areas.compactMap { area in
      let rect = part.types.grid.rect(columns: area.columns, lines: area.lines)
      let items = backgroundItems(of: part.frame, size: rect.size)
      return items.isEmpty ? nil : Panel(rect: rect, items: items)
    }
  }

  /// A room's lines and insets in reading order: leg after leg, row after row.
  private func textPanels(
    _ room: Room, legs: Range<Int>, _ filling: Filling, _ part: StoryPart, _ member: inout Int
  ) -> [Panel] {
    var panel = Panel(rect: room.rect, mode: room.mode)
    var paragraph: Int?
    func close() { if paragraph != nil { panel.items.append(.end(.paragraph)) }; paragraph = nil }
    let ink = Ink(percents: part.types.style(story.style ?? part.frame.bodyStyle ?? "body").ink)
    for entry in readingOrder(filling, legs: legs) {
      let next = gathering == nil ? 0 : filling.story(of: entry.item)
      if next != member {
        close()
        panel.items += [.end(articleTag(member)), .begin(articleTag(next))]
        member = next
      }
      switch entry {
      case .line(let placed):
        if paragraph != placed.item {
          close()
          panel.items.append(.begin(.paragraph))
          paragraph = placed.item
        }
        let start = LogicalPoint(inline: placed.slot.inline, block: placed.slot.axis)
        panel.items.append(.line(placed.line, start: start, ink))
      case .inset(let inset):
        close()
        let leg = room.legs[inset.leg - legs.lowerBound]
        let block = room.start(ofRow: inset.row)
        panel.items += inset.fit.items.map { $0.moved(inline: leg.inline, block: block) }
      }
    }
    close()
    return panel.items.isEmpty ? [] : [panel]
  }

  private enum Entry {
    case line(PlacedLine)
    case inset(PlacedInset)
    var item: Int {
      switch self {
      case .line(let placed): placed.item
      case .inset(let placed): placed.item
      }
    }
    var key: (Int, Int) {
      switch self {
      case .line(let placed): (placed.slot.leg, placed.slot.row)
      case .inset(let placed): (placed.leg, placed.row)
      }
    }
  }

  private func readingOrder(_ filling: Filling, legs: Range<Int>) -> [Entry] {
    let lines = filling.lines.filter { legs.contains($0.slot.leg) }.map(Entry.line)
    let insets = filling.insets.filter { legs.contains($0.leg) }.map(Entry.inset)
    return (lines + insets).sorted { $0.key < $1.key }
  }

  private func legRecords(_ room: Room, legs: Range<Int>, _ filling: Filling) -> [LegRecord] {
    zip(legs, room.legs).compactMap { number, leg in
      let rows =
        filling.lines.filter { $0.slot.leg == number }.map(\.slot.row)
        + filling.insets.filter { $0.leg == number }.flatMap { [$0.row, $0.row + $0.fit.rows - 1] }
      guard let first = rows.min(), let last = rows.max() else { return nil }
      let area = LogicalRect(
        inline: leg.inline, block: room.start(ofRow: first), inlineSize: leg.measure,
        blockSize: room.extent(rows: last - first + 1))
      return LegRecord(
        rect: room.mode.place(area, in: room.rect),
        measure: leg.measure.units * 1000 / room.em.units,
        lines: last - first + 1, mode: room.mode,
        rows: readingOrder(filling, legs: number..<number + 1).map { record($0, leg, room) })
    }
  }

  private func record(_ entry: Entry, _ leg: Leg, _ room: Room) -> RowRecord {
    func rect(_ inline: Length, _ measure: Length, row: Int, rows: Int) -> Rect {
      room.mode.place(
        LogicalRect(
          inline: inline, block: room.start(ofRow: row), inlineSize: measure,
          blockSize: room.extent(rows: rows)), in: room.rect)
    }
    switch entry {
    case .line(let placed):
      let slot = placed.slot
      return RowRecord(
        kind: .text, rect: rect(slot.inline, slot.measure, row: slot.row, rows: 1),
        opens: placed.opens, closes: placed.closes)
    case .inset(let inset):
      return RowRecord(
        kind: inset.fit.items.contains(where: \.isHeadline) ? .subhead : .other,
        rect: rect(leg.inline, leg.measure, row: inset.row, rows: inset.fit.rows))
    }
  }

  /// （下转2版） at the right of the last line before the jump.
  private func jumpPanel(_ label: Line, _ part: StoryPart) -> Panel {
    guard let room = part.rooms.last, let slot = part.slots.last else {
      return Panel(rect: part.rooms[0].rect)
    }
    let inline = slot.inline + slot.measure - label.measure
    let target = MarkTag.link(to: "\(story.id)-2")
    return Panel(
      rect: room.rect, mode: room.mode,
      items: [
        .begin(target), .line(label, start: LogicalPoint(inline: inline, block: slot.axis), .black),
        .end(target),
      ])
  }

  /// Names every part of a jump, so that links lead there and back.
  private func link(_ frame: inout SetFrame, part index: Int, of attempt: Attempt) {
    let name = MarkTag.destination(name: "\(story.id)-\(index + 1)")
    let opening = Panel(rect: frame.rect, items: [.begin(articleTag(0)), .begin(name), .end(name)])
    frame.panels.insert(opening, at: 0)
  }

  /// The story's, or that of one of several.
  private func articleTag(_ member: Int) -> MarkTag {
    .article(id: gathering?.stories[member].id ?? story.id)
  }

  private func diagnostics(of attempt: Attempt) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let first = attempt.parts[0]
    let page = pages[first.address.page].request.code
    func say(
      _ code: Code, _ place: SourcePlace, _ values: KeyValuePairs<String, String>,
      _ severity: Severity? = nil
    ) {
      found.append(
        Diagnostic(
          code, at: place, values, severity: severity, related: [first.frame.place], page: page,
          frame: first.frame.id, article: story.id))
    }
    for number in attempt.remedy.cut {
      let paragraphs = story.blocks.filter { $0.kind == .paragraph }
      guard number >= 1, number <= paragraphs.count else { continue }
      let block = paragraphs[number - 1]
      say(
        .paragraphTrimmed, block.place,
        ["paragraph": "\(number)", "chars": "\(block.text.unicodeScalars.count)"])
    }
    if let gathering {
      found += faults(of: gathering, attempt)
    } else if !attempt.filling.isClosed {
      let place = attempt.filling.oversetPlace ?? SourcePlace(file: story.file, line: 1, column: 1)
      say(
        .overset, place,
        [
          "lines": "\(attempt.filling.oversetLines)",
          "chars": "\(attempt.filling.oversetCharacters)",
        ],
        policy.overset)
    }
    if first.titleExcess > 0 {
      say(.headlineTooLong, story.place(of: "title"), ["chars": "\(first.titleExcess)"])
    }
    if let rows = first.deepHeadline {
      say(
        .headlineTooDeep, story.place(of: "title"),
        ["need": "\(rows.need)", "have": "\(rows.have)"])
    }
    switch first.pictureHead {
    case .noPicture: say(.headWithoutPicture, story.place(of: "title"), [:])
    case .noRoom(let need, let have):
      say(.pictureNoRoom, story.photos[0].path.place, ["need": "\(need)", "have": "\(have)"])
    case .bare: say(.headWithoutGround, first.frame.place, [:])
    case .stood, nil: break
    }
    if let code = story.code?.text.place {
      switch first.codeFault {
      case .tooLong(let bytes):
        say(.codeTooLong, code, ["bytes": "\(bytes)", "limit": "\(QRCode.mostBytes)"])
      case .noRoom(let need, let have):
        say(.codeNoRoom, code, ["need": "\(need)", "have": "\(have)"])
      case nil: break
      }
    }
    for picture in first.pictureNeeds {
      say(
        .pictureNoRoom, picture.place, ["need": "\(picture.need)", "have": "\(picture.have)"])
    }
    for picture in first.narrowPictures {
      say(
        .pictureNarrower, picture.place,
        ["asked": "\(picture.asked)", "columns": "\(picture.columns)"])
    }
    for picture in first.croppedPictures {
      say(.pictureCropped, picture.place, ["share": "\(picture.share)"])
    }
    tableFaults(of: attempt, say)
    chartFaults(of: first, say)
    reportLines(of: attempt, say)
    if let gap = narrowLineGap(story, first) {
      say(.lineGapTooSmall, gap.place, ["need": gap.need, "have": gap.have])
    }
    if attempt.parts.count > 1 { shortJump(attempt, say) }
    return found
  }

  /// Each of several stories has its own messages.
  private func faults(of gathering: Gathering, _ attempt: Attempt) -> [Diagnostic] {
    let part = attempt.parts[0]
    let page = pages[part.address.page].request.code
    return zip(gathering.stories, gathering.records(of: attempt.filling)).flatMap {
      story, record -> [Diagnostic] in
      var found: [Diagnostic] = []
      func say(
        _ code: Code, _ place: SourcePlace, _ values: KeyValuePairs<String, String>,
        _ severity: Severity? = nil
      ) {
        found.append(
          Diagnostic(
            code, at: place, values, severity: severity, related: [part.frame.place], page: page,
            frame: part.frame.id, article: story.id))
      }
      if record.oversetLines > 0 {
        say(
          .overset, record.oversetPlace,
          ["lines": "\(record.oversetLines)", "chars": "\(record.oversetCharacters)"],
          policy.overset)
      }
      let keys = story.leftOutOfGathering.keys
      if let first = keys.first {
        say(
          .gatheredLeftOut, story.place(of: first),
          ["frame": part.frame.id, "keys": keys.joined(separator: "、")])
      }
      return found
    }
  }

  /// The first line of the story whose start or end had to break a prohibition, and the first that
  /// is stretched past a quarter em; the report counts them all.
  private func reportLines(
    of attempt: Attempt,
    _ say: (Code, SourcePlace, KeyValuePairs<String, String>, Severity?) -> Void
  ) {
    let lines = attempt.filling.lines.enumerated()
    let file = SourcePlace(file: story.file)
    if let relieved = lines.first(where: { $0.element.line.adjustment.relieved }) {
      say(.prohibitionRelieved, file, ["line": "\(relieved.offset + 1)"], nil)
    }
    if let loose = lines.first(where: { $0.element.line.adjustment.isLoose }) {
      say(.looseLine, file, ["line": "\(loose.offset + 1)"], nil)
    }
  }

  private func shortJump(
    _ attempt: Attempt,
    _ say: (Code, SourcePlace, KeyValuePairs<String, String>, Severity?) -> Void
  ) {
    let legs = attempt.parts[0].rooms.reduce(0) { $0 + $1.legs.count }
    let before = attempt.filling.lines.filter { $0.slot.leg < legs }.count
    let after = attempt.filling.lines.count - before
    guard !story.blocks.isEmpty, before < leastLinesBeforeJump || after < leastLinesAfterJump else {
      return
    }
    say(
      .jumpTooShort, story.jump?.place ?? SourcePlace(file: story.file),
      ["first": "\(before)", "second": "\(after)"], nil)
  }
}

extension Item {
  var isHeadline: Bool {
    if case .begin(.headline) = self { return true }
    return false
  }
}

/// A panel for a dark ground (反白): what was black is white, and what was white black.
private func reversed(_ panel: Panel) -> Panel {
  func reversed(_ ink: Ink) -> Ink {
    ink == .white ? .black : ink.c + ink.m + ink.y == 0 ? .white : ink
  }
  var turned = panel
  turned.items = panel.items.map { item in
    switch item {
    case .line(let line, let start, let ink): .line(line, start: start, reversed(ink))
    case .fill(let rect, let ink): .fill(rect, reversed(ink))
    case .stroke(let rect, let weight, let ink): .stroke(rect, weight: weight, reversed(ink))
    case .rule(let from, let to, let weight, let ink, let pattern):
      .rule(from: from, to: to, weight: weight, reversed(ink), pattern)
    case .path(let path):
      .path(
        PathMark(
          path.steps, fill: path.fill.map(reversed), stroke: path.stroke.map(reversed),
          weight: path.weight, pattern: path.pattern))
    case .paper, .roundBox, .picture, .shapedPicture, .begin, .end: item
    }
  }
  return turned
}

/// A frame's tint and its border, from its own top left.
func backgroundItems(of frame: Frame, size: Size) -> [Item] {
  let area = LogicalRect(
    inline: .zero, block: .zero, inlineSize: size.width, blockSize: size.height)
  let ground = (frame.reverse ?? frame.box?.tint ?? frame.tint).map { Ink($0) }
  let weight = frame.box?.rule ?? .zero
  let ink = frame.box.map { Ink($0.ink) } ?? .black
  let edge = LogicalRect(
    inline: weight / 2, block: weight / 2, inlineSize: area.inlineSize - weight,
    blockSize: area.blockSize - weight)
  if frame.box?.corners == .round {
    return [
      .roundBox(
        edge, radius: cornerRadius, fill: ground, stroke: weight > .zero ? ink : nil, weight: weight
      )
    ]
  }
  return (ground.map { [.fill(area, $0)] } ?? [])
    + (weight > .zero ? [.stroke(edge, weight: weight, ink)] : [])
}

/// Corners of a round box (圆角).
private let cornerRadius = Length.millimetres(2)
