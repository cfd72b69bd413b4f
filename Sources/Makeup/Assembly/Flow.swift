import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A line in its slot.
struct PlacedLine {
  var slot: LineSlot
  var line: Line
  /// Which item of the flow it belongs to.
  var item: Int
  /// Its paragraph's first line, and its last.
  var opens: Bool
  var closes: Bool
  /// Begins with a head of its own, in a face apart (夹题, 电头, a bold lead-in).
  var leads = false
}

/// Something on rows of its own, where it came to stand.
struct PlacedInset {
  var leg: Int
  var row: Int
  var fit: InsetFit
  /// Which item of the flow it is.
  var item: Int
}

/// A story poured into its slots (排定结果): what stands where, and what found no room.
struct Filling {
  var lines: [PlacedLine] = []
  var insets: [PlacedInset] = []
  /// Lines and characters without a slot (溢出).
  var oversetLines = 0
  var oversetCharacters = 0
  /// Where the text without room begins.
  var oversetPlace: SourcePlace?
  /// The last row used in each leg.
  var lastRows: [Int: Int] = [:]
  /// Slots taken, those left empty to keep a rule among them.
  var taken = 0
  /// The same item by item.
  var missing: [Missing] = []
  /// With which item each of several stories begins.
  var stories: [Int] = []
  /// Where a rule left the foot of a leg white.
  var holes: [Hole] = []
  /// What was done about such places, and about lines without room.
  var cures: [ColumnCure] = []

  var isClosed: Bool { oversetLines == 0 }

  /// Which of several stories an item belongs to.
  func story(of item: Int) -> Int {
    max(0, (stories.firstIndex { $0 > item } ?? stories.count) - 1)
  }
}

/// What of an item found no room.
struct Missing {
  var item: Int
  var lines: Int
  var characters: Int
  var place: SourcePlace?
}

/// The foot of a leg that is left white for what may not stand there.
struct Hole: Hashable {
  var fault: ColumnCure.Fault
  var leg: Int
  /// White rows.
  var rows: Int
  /// Rows that would have to be won above them for the item to stand there.
  var short: Int
  /// The item that went on to the next leg.
  var item: Int
}

/// Pours one story's items into slots, column rules kept: no column begins with a paragraph's last
/// line (孤行), no 小标题 ends one.
struct Flow {
  private(set) var items: [FlowItem]
  let types: TypeCase
  let insets: InsetSetter
  /// With which item each of several stories begins.
  let stories: [Int]
  /// Lines of a paragraph at one measure, so that trying other rows breaks no line again.
  private var broken: [BreakKey: [Line]] = [:]
  /// The same with a line more or fewer; empty where that cannot be done well.
  private var altered: [BreakKey: [Line]] = [:]
  /// What is changed in this pouring.
  private var changes = FlowChanges()

  private struct BreakKey: Hashable {
    var item: Int
    var measure: Length
    var change = 0
  }

  init(items: [FlowItem], types: TypeCase, stories: [Int] = []) {
    (self.items, self.types, self.stories) = (items, types, stories)
    insets = InsetSetter(types: types)
  }

  /// From now on no line of a paragraph begins with the character at a place.
  mutating func join(_ item: Int, at place: Int) {
    guard case .text(var text) = items[item] else { return }
    text.shaped = text.shaped.joined(at: place)
    items[item] = .text(text)
    broken = broken.filter { $0.key.item != item }
    altered = altered.filter { $0.key.item != item }
  }

  mutating func fill(_ slots: [LineSlot], changes: FlowChanges = FlowChanges()) -> Filling {
    self.changes = changes
    var filling = Filling()
    filling.stories = stories
    var next = 0
    for (number, item) in items.enumerated() {
      switch item {
      case .text(let text): next = pour(text, numbered: number, into: slots, from: next, &filling)
      case .inset(let inset):
        next = stand(inset, numbered: number, in: slots, from: next, &filling)
      }
    }
    filling.taken = next
    return filling
  }

  /// Lines of a paragraph for the slots from `next` on; returns the first slot left.
  private mutating func pour(
    _ text: FlowText, numbered number: Int, into slots: [LineSlot], from next: Int,
    _ filling: inout Filling
  ) -> Int {
    var free = slots[min(next, slots.count)...]
    var lines = breakLines(text, number, for: free)
    let after = lastLine(after: number, in: free)
    // Other lines in the slots that are left may make a widow again.
    for _ in 0..<2 + after {
      guard let skipped = widow(lines.count, in: free) ?? widow(lines.count + after, in: free)
      else { break }
      filling.holes.append(
        Hole(fault: .strandedLine, leg: free[skipped].leg, rows: 1, short: 1, item: number))
      free = free[..<skipped] + free[(skipped + 1)...]
      lines = breakLines(text, number, for: free)
    }
    let placed = min(lines.count, free.count)
    for (index, (line, slot)) in zip(lines, free).enumerated() {
      filling.lines.append(
        PlacedLine(
          slot: slot, line: line, item: number, opens: index == 0, closes: index == lines.count - 1,
          leads: index == 0 && text.leads))
      filling.lastRows[slot.leg] = slot.row
    }
    if placed < lines.count { overset(lines[placed...], of: text, numbered: number, &filling) }
    guard placed > 0, let last = free.prefix(placed).last else { return next }
    // Slots left empty lie before the last line: it stands as many further on.
    return ((next + placed - 1..<slots.count).first { slots[$0] == last } ?? slots.count) + 1
  }

  mutating func breakLines(_ text: FlowText, _ number: Int, for slots: ArraySlice<LineSlot>)
    -> [Line]
  {
    let usual = slots.first?.measure ?? lastMeasure
    let key = BreakKey(item: number, measure: usual)
    let uniform = broken[key] ?? types.typesetter.breakLines(text.shaped, measures: { _ in usual })
    broken[key] = uniform
    guard slots.prefix(uniform.count + 1).contains(where: { $0.measure != usual }) else {
      let change = changes.lines[number] ?? 0
      return change == 0 ? uniform : self.altered(text, number, usual, by: change) ?? uniform
    }
    return types.typesetter.breakLines(
      text.shaped,
      measures: {
        slots.isEmpty ? usual : slots[slots.startIndex + min($0, slots.count - 1)].measure
      })
  }

  /// A line that has to be is opened up to a quarter em; one that an editor opens to fill a column, so far that nobody
  /// sees it. Thousandths of an em.
  private static let mostOpened = 150

  /// A paragraph's lines of one measure, one more or fewer than it takes by itself: nil where a line would look opened or
  /// the last one lonely.
  private mutating func altered(
    _ text: FlowText, _ number: Int, _ measure: Length, by change: Int
  ) -> [Line]? {
    let key = BreakKey(item: number, measure: measure, change: change)
    if let known = altered[key] { return known.isEmpty ? nil : known }
    let usual = broken[BreakKey(item: number, measure: measure)]?.count ?? 0
    let lines = types.typesetter.breakLines(
      text.shaped, measures: { _ in measure }, lines: usual + change)
    let isGood =
      lines?.allSatisfy {
        !$0.adjustment.isLoose && !$0.adjustment.lonely && $0.width <= $0.measure
          && $0.adjustment.hanExtra <= Self.mostOpened
      }
      ?? false
    altered[key] = isGood ? lines : []
    return isGood ? lines : nil
  }

  /// Whether a paragraph can be set a line longer or shorter at a measure.
  mutating func mayAlter(_ number: Int, at measure: Length, by change: Int) -> Bool {
    guard case .text(let text) = items[number] else { return false }
    return altered(text, number, measure, by: change) != nil
  }

  /// Text that found no slot at all is counted in lines of the body's usual length.
  private var lastMeasure: Length { types.grid.columnWidth }

  /// The slot to leave empty so that a paragraph's last line does not open a leg.
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
  /// whole is divided.
  private mutating func stand(
    _ inset: Inset, numbered number: Int, in slots: [LineSlot], from next: Int,
    _ filling: inout Filling
  ) -> Int {
    if let (start, fit) = room(for: inset, numbered: number, in: slots, from: next, &filling) {
      return place(fit, numbered: number, at: start, of: slots, &filling)
    }
    if case .table(let table, .horizontal) = inset {
      return divide(table, numbered: number, in: slots, from: next, &filling)
    }
    overset(inset, numbered: number, slots, &filling)
    return slots.count
  }

  /// The first run of slots that holds an inset with the lines that must follow it.
  private mutating func room(
    for inset: Inset, numbered number: Int, in slots: [LineSlot], from next: Int,
    _ filling: inout Filling
  ) -> (Int, InsetFit)? {
    var start = next
    while start < slots.count {
      let isTop = start == 0 || slots[start - 1].leg != slots[start].leg
      let fit = insets.fit(
        inset, measure: slots[start].measure, atTop: isTop || changes.closedUp.contains(number))
      let blank = isTop ? 0 : changes.blanks[number] ?? 0
      let run = consecutive(from: start, in: slots)
      let usual = lines(after: number, least: fit.follows, in: slots[start...])
      let follows = changes.keptShort.contains(number) ? min(1, fit.follows) : usual
      let need = fit.rows + follows + blank
      if run >= need { return (start + blank, fit.opened(by: types.grid.pitch * blank)) }
      if !isTop, !inset.isDivisible {
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
    filling.insets.append(
      PlacedInset(leg: slots[start].leg, row: slots[start].row, fit: fit, item: number))
    filling.lastRows[slots[start].leg] = slots[start].row + fit.rows - 1
    return start + fit.rows
  }

  private func overset(
    _ inset: Inset, numbered number: Int, _ slots: [LineSlot], _ filling: inout Filling
  ) {
    let fit = insets.fit(inset, measure: slots.last?.measure ?? lastMeasure, atTop: true)
    filling.missing.append(
      Missing(item: number, lines: fit.rows, characters: fit.characters, place: nil))
    filling.oversetLines += fit.rows
    filling.oversetCharacters += fit.characters
  }

  /// A table over several legs: as many rows in each as it holds, three at least, the head over them all
  /// (续表).
  private func divide(
    _ table: Table, numbered number: Int, in slots: [LineSlot], from next: Int,
    _ filling: inout Filling
  ) -> Int {
    var (rest, start, isContinued) = (table, next, false)
    while start < slots.count {
      let run = consecutive(from: start, in: slots)
      let count = insets.rows(
        of: rest, in: run, measure: slots[start].measure, isContinued: isContinued)
      let body = rest.rows.count - rest.headerRows
      if count == body || count >= 3 {
        let end = rest.headerRows + count
        let fit = insets.fit(
          rest.piece(rest.headerRows..<end), measure: slots[start].measure, isContinued: isContinued
        )
        start = place(fit, numbered: number, at: start, of: slots, &filling)
        if count == body { return start }
        (rest, isContinued) = (insets.rest(of: rest, from: end), true)
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
