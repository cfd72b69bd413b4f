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
        let rows = tableOverset(of: part)
        frame.oversetLines = attempt.filling.oversetLines + rows.count
        frame.oversetCharacters = attempt.filling.oversetCharacters + characters(in: rows)
      }
      frame.panels.insert(opening(of: frame, part: index), at: 0)
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
    frame.quote = part.standingQuote?.rect
    var number = legs.lowerBound
    var member = 0
    for room in part.rooms {
      let range = number..<number + room.legs.count
      frame.panels += textPanels(room, legs: range, filling, part, &member)
      frame.legs += legRecords(room, legs: range, filling)
      number = range.upperBound
    }
    frame.gathered = gathering?.records(of: filling, rows: frame.legs.flatMap(\.rows)) ?? []
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
    if let jump = part.jumpPanel(leadingTo: "\(story.id)-2") { frame.panels.append(jump) }
    let lastRows = Dictionary(
      filling.lastRows.map { ($0.key - legs.lowerBound, $0.value) }, uniquingKeysWith: { $1 })
    frame.panels = legRules(in: part, lastRows: lastRows) + frame.panels
    if let ink = part.frame.reverse {
      frame.panels = frame.panels.map(DarkGround(Ink(ink)).turned)
    }
    frame.panels = background(of: part) + frame.panels + part.fixedPanels
    frame.panels.append(Panel(rect: frame.rect, items: [.end(articleTag(member))]))
    return frame
  }

  /// Tint and box, or the picture with the panel on it, under everything else.
  private func background(of part: StoryPart) -> [Panel] {
    if let ground = part.ground { return background(on: ground, of: part) }
    guard part.frame.areas.count == 1 else {
      return [Makeup.background(ofShaped: part.frame, on: part.types.grid)].compactMap(\.self)
    }
    let rect = part.frame.bounds(on: part.types.grid)
    let items = backgroundItems(of: part.frame, size: rect.size)
    return items.isEmpty ? [] : [Panel(rect: rect, items: items)]
  }

  private func background(on ground: PictureGround, of part: StoryPart) -> [Panel] {
    let picture = ground.panel
    // Without a panel the colours of the frame are only what its letters are chosen by.
    let isBare = part.frame.ground?.panel == nil
    var frame = part.frame
    if isBare { (frame.reverse, frame.tint) = (nil, nil) }
    return [picture]
      + frame.textAreas.compactMap { area in
        let rect = part.types.grid.rect(columns: area.columns, lines: area.lines)
        let items = backgroundItems(of: frame, size: rect.size)
        return items.isEmpty ? nil : Panel(rect: rect, items: items)
      }
  }

  /// A room's lines and insets as they were written: a table that stands further on does not part the paragraph that goes
  /// on before it.
  private func textPanels(
    _ room: Room, legs: Range<Int>, _ filling: Filling, _ part: StoryPart, _ member: inout Int
  ) -> [Panel] {
    var panel = Panel(rect: room.rect, mode: room.mode)
    var paragraph: Int?
    func close() { if paragraph != nil { panel.items.append(.end(.paragraph)) }; paragraph = nil }
    let ink = Ink(percents: part.types.style(story.style ?? part.frame.bodyStyle ?? "body").ink)
    let entries = standing(in: legs, of: filling).sorted {
      $0.item == $1.item ? $0.key < $1.key : $0.item < $1.item
    }
    for entry in entries {
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

  private func standing(in legs: Range<Int>, of filling: Filling) -> [Entry] {
    filling.lines.filter { legs.contains($0.slot.leg) }.map(Entry.line)
      + filling.insets.filter { legs.contains($0.leg) }.map(Entry.inset)
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
        rows: standing(in: number..<number + 1, of: filling).sorted { $0.key < $1.key }.map {
          record($0, leg, room, story: filling.story(of: $0.item))
        })
    }
  }

  private func record(_ entry: Entry, _ leg: Leg, _ room: Room, story: Int) -> RowRecord {
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
        opens: placed.opens, closes: placed.closes, leads: placed.leads, story: story)
    case .inset(let inset):
      return RowRecord(
        kind: inset.fit.items.contains(where: \.isHeadline) ? .subhead : .other,
        rect: rect(leg.inline, leg.measure, row: inset.row, rows: inset.fit.rows), story: story)
    }
  }

  /// Opens the story's tag, which its last panel closes, and names every part of a jump, so that links lead there and
  /// back.
  private func opening(of frame: SetFrame, part index: Int) -> Panel {
    let name = MarkTag.destination(name: "\(story.id)-\(index + 1)")
    return Panel(rect: frame.rect, items: [.begin(articleTag(0)), .begin(name), .end(name)])
  }

  /// The story's, or that of one of several.
  private func articleTag(_ member: Int) -> MarkTag {
    .article(id: gathering?.stories[member].id ?? story.id)
  }
}

extension Item {
  var isHeadline: Bool {
    if case .begin(.headline) = self { return true }
    return false
  }
}
