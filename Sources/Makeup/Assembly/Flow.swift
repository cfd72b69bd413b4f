import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// Lines of the next paragraph under one that is a head, and how many such a head has at most.
private let (leastUnderLead, mostOfLead) = (2, 3)

/// Pours one story's items into slots, column rules kept: no column begins with a paragraph's last
/// line (孤行), no 小标题 ends one.
struct Flow {
  /// The items as they are set in each type that the story's frames ask for, the first frame's first.
  private(set) var dresses: [FlowDress]
  /// With which item each of several stories begins.
  let stories: [Int]
  var known = FlowLines()
  /// What is changed in this pouring.
  private(set) var changes = FlowChanges()
  /// Whether text goes on before a table for a single line too: where there is too much of it for any to stay white.
  var fillsBeforeTables = false

  var items: [FlowItem] { dresses[0].items }
  var types: TypeCase { dresses[0].types }

  init(_ dress: FlowDress, stories: [Int] = []) { (dresses, self.stories) = ([dress], stories) }

  /// The number of a type among the story's, which it joins if it is new.
  mutating func number(of key: FlowDress.Key, _ make: () -> FlowDress) -> Int {
    if let known = dresses.firstIndex(where: { $0.key == key }) { return known }
    dresses.append(make())
    return dresses.count - 1
  }

  /// From now on no line of a paragraph begins with the character at a place.
  mutating func join(_ item: Int, at place: Int) {
    for number in dresses.indices { dresses[number].join(item, at: place) }
    known.forget(item)
  }

  mutating func fill(_ given: [LineSlot], changes: FlowChanges = FlowChanges()) -> Filling {
    self.changes = changes
    var slots = given
    var filling = Filling()
    filling.stories = stories
    var next = 0
    for (number, item) in items.enumerated() {
      switch item {
      case .text(let text): next = pour(text, numbered: number, into: slots, from: next, &filling)
      case .inset(let inset):
        next = stand(inset, numbered: number, in: &slots, from: next, &filling)
      }
    }
    filling.taken = next + given.count - slots.count
    return filling
  }

  /// Lines of a paragraph for the slots from `next` on; returns the first slot left.
  private mutating func pour(
    _ text: FlowText, numbered number: Int, into slots: [LineSlot], from next: Int,
    _ filling: inout Filling
  ) -> Int {
    var free = slots[min(next, slots.count)...]
    if text.isLead { keepWithNext(number, &free, &filling) }
    var lines = breakLines(number, for: free)
    let after = lastLine(after: number, in: free)
    // Other lines in the slots that are left may make a widow again.
    for _ in 0..<2 + after {
      guard let skipped = widow(lines.count, with: after, in: free) else { break }
      filling.holes.append(
        Hole(fault: .strandedLine, leg: free[skipped].leg, rows: 1, short: 1, item: number))
      free = free[..<skipped] + free[(skipped + 1)...]
      lines = breakLines(number, for: free)
    }
    let placed = min(lines.count, free.count)
    for (index, (line, slot)) in zip(lines, free).enumerated() {
      filling.lines.append(
        PlacedLine(
          slot: slot, line: index == 0 ? marked(line, numbered: number, in: slot) : line,
          item: number, opens: index == 0, closes: index == lines.count - 1,
          leads: index == 0 && text.leads, place: text.place))
      filling.lastRows[slot.leg] = slot.row
    }
    if placed < lines.count { overset(lines[placed...], of: text, numbered: number, &filling) }
    guard placed > 0, let last = free.prefix(placed).last else { return next }
    // Slots left empty lie before the last line: it stands as many further on.
    return ((next + placed - 1..<slots.count).first { slots[$0] == last } ?? slots.count) + 1
  }

  /// Leaves the foot of a leg to nothing where a paragraph that is a head, such as a question, would end it, or have one
  /// line of the next under it.
  private mutating func keepWithNext(
    _ number: Int, _ free: inout ArraySlice<LineSlot>, _ filling: inout Filling
  ) {
    guard number + 1 < items.count, !stories.contains(number + 1), let first = free.first,
      case .text = items[number + 1]
    else { return }
    let rows = free.prefix { $0.leg == first.leg }.count
    let need = breakLines(number, for: free).count + leastUnderLead
    guard rows < need, need <= leastUnderLead + mostOfLead, rows < free.count else { return }
    filling.holes.append(
      Hole(fault: .headAtFoot, leg: first.leg, rows: rows, short: need - rows, item: number))
    free = free.dropFirst(rows)
  }

  /// The first line of a paragraph, with the number that it has in a list.
  private func marked(_ line: Line, numbered number: Int, in slot: LineSlot) -> Line {
    guard case .text(let text) = dresses[slot.dress].items[number] else { return line }
    return text.mark?.marking(line) ?? line
  }

  /// The slot to leave empty so that neither a paragraph's last line nor one of the rows that belong to it opens a leg.
  private func widow(_ count: Int, with after: Int, in slots: ArraySlice<LineSlot>) -> Int? {
    for rows in 0...after {
      if let slot = widow(count + rows, in: slots) { return slot }
    }
    return nil
  }

  /// The slot to leave empty so that the last of so many lines does not open a leg.
  private func widow(_ count: Int, in slots: ArraySlice<LineSlot>) -> Int? {
    guard count >= 2, count <= slots.count else { return nil }
    let last = slots.startIndex + count - 1
    return slots[last].leg != slots[last - 1].leg ? last - 1 : nil
  }

  private func overset(
    _ lines: ArraySlice<Line>, of text: FlowText, numbered number: Int, _ filling: inout Filling
  ) {
    let characters = lines.reduce(0) { $0 + $1.text.count }
    filling.oversetLines += lines.count
    filling.oversetCharacters += characters
    filling.missing.append(
      Missing(item: number, lines: lines.count, characters: characters, place: text.place))
    if filling.oversetPlace == nil { filling.oversetPlace = text.place }
  }
}

extension Flow {
  /// An inset on consecutive rows of one leg; returns the first slot left. A table that no leg holds
  /// whole is divided; one that stands further on lets the text after it go on before it.
  private mutating func stand(
    _ inset: Inset, numbered number: Int, in slots: inout [LineSlot], from next: Int,
    _ filling: inout Filling
  ) -> Int {
    if let (start, fit) = room(for: number, in: slots, from: next, &filling) {
      if case .table(let table, .horizontal) = inset, start - next >= Self.leastHole,
        isDividedWell(table, in: slots, at: next)
      {
        return divide(table, numbered: number, in: slots, from: next, &filling)
      }
      let end = place(fit, numbered: number, at: start, of: slots, &filling)
      guard start > next, mayWait(inset, numbered: number, over: start - next) else { return end }
      // What it left white is filled.
      filling.holes.removeAll { $0.item == number }
      slots.removeSubrange(start..<end)
      return next
    }
    if case .table(let table, .horizontal) = inset {
      return divide(table, numbered: number, in: slots, from: next, &filling)
    }
    overset(inset, numbered: number, slots, &filling)
    return slots.count
  }

  /// So many white lines at a foot are a hole: a level table is rather divided than moved whole to the next leg.
  private static let leastHole = 8

  /// A table of so many rows is not torn where a column holds it.
  private static let mostWhole = 8
  /// A piece of a table has at least so many rows; a short table that no column holds is halved.
  private static func leastRows(of body: Int) -> Int { min(3, max(1, body / 2)) }

  /// Whether a level table is long enough to be torn, with enough rows on either side, at a column's foot: not by what
  /// stands in the column.
  private func isDividedWell(_ table: Table, in slots: [LineSlot], at next: Int) -> Bool {
    let body = table.rows.count - table.headerRows
    let run = consecutive(from: next, in: slots)
    let isAtFoot = next + run == slots.count || slots[next + run].leg != slots[next].leg
    guard body > Self.mostWhole, isAtFoot else { return false }
    let count = dresses[slots[next].dress].insets.rows(
      of: table, in: run, measure: slots[next].measure, isContinued: false)
    let least = Self.leastRows(of: body)
    return count >= least && body - count >= least
  }

  /// A table may stand a little after the place where it was typed, within its story, as a picture does: in level text
  /// only where the white before it would be more than columns can be closed by.
  private func mayWait(_ inset: Inset, numbered number: Int, over white: Int) -> Bool {
    guard case .table(_, let mode) = inset,
      mode == .vertical || white > (fillsBeforeTables ? 0 : Self.mostClosed),
      number + 1 < items.count, !stories.contains(number + 1), case .text = items[number + 1]
    else { return false }
    return true
  }

  private static let mostClosed = 3

  /// The first run of slots that holds an inset with the lines that must follow it.
  private mutating func room(
    for number: Int, in slots: [LineSlot], from next: Int, _ filling: inout Filling
  ) -> (Int, InsetFit)? {
    var start = next
    while start < slots.count {
      let dress = dresses[slots[start].dress]
      guard case .inset(let inset) = dress.items[number] else { return nil }
      let opensLeg = start == 0 || slots[start - 1].leg != slots[start].leg
      let isTop = opensLeg && !filling.hasInset(over: slots[start])
      let fit = dress.insets.fit(
        inset, measure: slots[start].measure, atTop: isTop || changes.closedUp.contains(number))
      let blank = isTop ? 0 : changes.blanks[number] ?? 0
      let run = consecutive(from: start, in: slots)
      let usual = lines(after: number, least: fit.follows, in: slots[start...])
      let follows = changes.keptShort.contains(number) ? min(1, fit.follows) : usual
      let need = fit.rows + follows + blank
      if run >= need { return (start + blank, fit.opened(by: dress.types.grid.pitch * blank)) }
      if !isTop, inset.leavesHole {
        filling.holes.append(
          Hole(
            fault: .headAtFoot, leg: slots[start].leg, rows: run, short: need - run, item: number))
      }
      start += run
    }
    return nil
  }

  private func place(
    _ fit: InsetFit, numbered number: Int, at start: Int, of slots: [LineSlot],
    _ filling: inout Filling
  ) -> Int {
    guard fit.rows > 0 else { return start }
    filling.insets.append(
      PlacedInset(leg: slots[start].leg, row: slots[start].row, fit: fit, item: number))
    filling.lastRows[slots[start].leg] = slots[start].row + fit.rows - 1
    return start + fit.rows
  }

  /// An inset as it would be at a slot; without one, in a column of the page.
  func fit(_ inset: Inset, in slot: LineSlot?, atTop: Bool) -> InsetFit {
    let dress = dresses[slot?.dress ?? 0]
    return dress.insets.fit(
      inset, measure: slot?.measure ?? dress.types.grid.columnWidth, atTop: atTop)
  }

  private func overset(
    _ inset: Inset, numbered number: Int, _ slots: [LineSlot], _ filling: inout Filling
  ) {
    let fit = fit(inset, in: slots.last, atTop: true)
    filling.missing.append(
      Missing(item: number, lines: fit.rows, characters: fit.characters, place: nil))
    filling.oversetLines += fit.rows
    filling.oversetCharacters += fit.characters
  }

  /// A table over several legs: as many rows in each as it holds and leave enough for the next, the head over them
  /// all (续表).
  private func divide(
    _ table: Table, numbered number: Int, in slots: [LineSlot], from next: Int,
    _ filling: inout Filling
  ) -> Int {
    var (rest, start, isContinued) = (table, next, false)
    while start < slots.count {
      let run = consecutive(from: start, in: slots)
      let dress = dresses[slots[start].dress]
      // In vertical text a table lies in its tier whole.
      guard case .inset(.table(_, .horizontal)) = dress.items[number] else {
        start += run
        continue
      }
      let held = dress.insets.rows(
        of: rest, in: run, measure: slots[start].measure, isContinued: isContinued)
      let body = rest.rows.count - rest.headerRows
      let least = Self.leastRows(of: body)
      let count = held == body ? body : min(held, body - least)
      if count == body || count >= least {
        let end = rest.headerRows + count
        let fit = dress.insets.fit(
          rest.piece(rest.headerRows..<end), measure: slots[start].measure, isContinued: isContinued
        )
        start = place(fit, numbered: number, at: start, of: slots, &filling)
        if count == body { return start }
        (rest, isContinued) = (dress.insets.rest(of: rest, from: end), true)
      } else {
        start += run
      }
    }
    overset(.table(rest, .horizontal), numbered: number, slots, &filling)
    return slots.count
  }

  /// How many slots from `start` on lie under each other in one leg, of one measure.
  private func consecutive(from start: Int, in slots: [LineSlot]) -> Int {
    var end = start + 1
    while end < slots.count, slots[end].leg == slots[start].leg,
      slots[end].row == slots[end - 1].row + 1, slots[end].measure == slots[start].measure
    { end += 1 }
    return end - start
  }
}
