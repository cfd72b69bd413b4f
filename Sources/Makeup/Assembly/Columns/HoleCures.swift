import Geometry
import PageDesign
import Typesetting

/// What closes one foot that is white (齐栏).
extension Flow {
  /// More than this many white rows are left as they are: too many paragraphs would have to be set worse.
  private static let mostRows = 4

  typealias Cured = (filling: Filling, changes: FlowChanges, cure: ColumnCure.Cure, lines: Int)

  /// The first way that leaves less white, or more text in its place.
  mutating func cure(_ hole: Hole, in closing: Closing, _ slots: [LineSlot]) -> Cured? {
    let (filling, changes) = (closing.filling, closing.changes)
    guard min(hole.short, hole.rows) <= Self.mostRows else { return nil }
    for cure in ColumnCure.Cure.ways(
      isOverset: !filling.isClosed, tightens: closing.tightens, gathers: !stories.isEmpty)
    {
      guard let changed = self.changes(for: cure, of: hole, in: filling, changes, slots) else {
        continue
      }
      let attempt = fill(slots, changes: changed)
      // A paragraph of two lines goes on to the next leg whole, and would leave its 小标题 behind.
      if cure == .keptShort, attempt.endsWithHead { continue }
      if closing.isBetter(attempt, upTo: hole.leg) {
        let isFilled = [.spread, .blanked].contains(cure)
        return (attempt, changed, cure, isFilled ? hole.rows : hole.short)
      }
    }
    return nil
  }

  private mutating func changes(
    for cure: ColumnCure.Cure, of hole: Hole, in filling: Filling, _ changes: FlowChanges,
    _ slots: [LineSlot]
  ) -> FlowChanges? {
    switch cure {
    case .pulledIn: altered(hole, in: filling, changes, slots, by: -1, rows: hole.short)
    case .spread: altered(hole, in: filling, changes, slots, by: 1, rows: hole.rows)
    case .closedUp: tightened(hole, in: filling, changes, slots, keepsOne: false)
    case .keptShort: tightened(hole, in: filling, changes, slots, keepsOne: true)
    case .blanked: blanked(hole, in: filling, changes, slots)
    default: nil
    }
  }

  /// Paragraphs that end in the leg over the white, set a line longer or shorter: as many as rows are to be won.
  mutating func altered(
    _ hole: Hole, in filling: Filling, _ changes: FlowChanges, _ slots: [LineSlot], by change: Int,
    rows: Int
  ) -> FlowChanges? {
    let found = paragraphs(in: hole, of: filling, changes, slots, by: change, most: rows)
    guard found.count == rows else { return nil }
    return changes.altering(found, by: change)
  }

  /// What can be pulled in; for the rest one 小标题 without its white, that at the foot or one over it, and, if need be,
  /// one line under the head at the foot instead of two.
  private mutating func tightened(
    _ hole: Hole, in filling: Filling, _ changes: FlowChanges, _ slots: [LineSlot], keepsOne: Bool
  ) -> FlowChanges? {
    let pulled = paragraphs(in: hole, of: filling, changes, slots, by: -1, most: hole.short)
    var changed = changes.altering(pulled, by: -1)
    var rest = hole.short - pulled.count
    if rest > 0, let head = openHeads(over: hole, in: filling, changes, slots).first {
      changed.closedUp.insert(head)
      rest -= 1
    }
    if keepsOne, rest > 0, stories.isEmpty, case .inset(let inset) = items[hole.item],
      fit(inset, in: slot(of: hole, slots), atTop: false).follows > 1
    {
      changed.keptShort.insert(hole.item)
      rest -= 1
    }
    return rest == 0 ? changed : nil
  }

  /// 小标题 that have white to give: the one that went on to the next leg, and those over the white, the last first.
  private func openHeads(
    over hole: Hole, in filling: Filling, _ changes: FlowChanges, _ slots: [LineSlot]
  ) -> [Int] {
    let top = slots.first { $0.leg == hole.leg }?.row ?? 0
    let standing = filling.insets.filter { $0.leg == hole.leg && $0.row > top }
    let slot = slot(of: hole, slots)
    return ([hole.item] + standing.map(\.item).reversed()).filter {
      changes.blanks[$0] == nil && !changes.closedUp.contains($0)
        && mayCloseUp($0, in: slot)
    }
  }

  /// Whether an item is a 小标题 with white over it.
  func mayCloseUp(_ item: Int, in slot: LineSlot?) -> Bool {
    let dress = dresses[slot?.dress ?? 0]
    guard case .inset(let inset) = dress.items[item], case .subhead = inset else { return false }
    let usual = fit(inset, in: slot, atTop: false)
    return fit(inset, in: slot, atTop: true).rows < usual.rows
  }

  private func slot(of hole: Hole, _ slots: [LineSlot]) -> LineSlot? {
    slots.last { $0.leg == hole.leg }
  }

  /// What can be spread, and a white line over each 小标题 of the leg for the rest; with several stories first a white
  /// line between them.
  private mutating func blanked(
    _ hole: Hole, in filling: Filling, _ changes: FlowChanges, _ slots: [LineSlot]
  ) -> FlowChanges? {
    let tops = Dictionary(
      slots.map { ($0.leg, $0.row) }, uniquingKeysWith: { first, _ in first })
    let heads = filling.insets.filter {
      $0.leg == hole.leg && $0.row > tops[$0.leg] ?? 0 && changes.blanks[$0.item] == nil
        && !changes.closedUp.contains($0.item) && $0.item < hole.item
        && (stories.isEmpty || stories.contains($0.item)) && mayOpen($0.item)
    }
    let most = stories.isEmpty ? hole.rows : max(0, hole.rows - heads.count)
    let spread = paragraphs(in: hole, of: filling, changes, slots, by: 1, most: most)
    let rest = hole.rows - spread.count
    guard rest <= heads.count else { return nil }
    var changed = changes.altering(spread, by: 1)
    for head in heads.prefix(rest) { changed.blanks[head.item] = 1 }
    return changed
  }

  /// Whether white over an item is no fault: between two stanzas it says something.
  private func mayOpen(_ item: Int) -> Bool {
    if case .inset(.stanzaBreak) = items[item] { return false }
    return true
  }

  /// The paragraphs whose last line stands in the leg over the white, the readiest first: to be pulled in, those with the
  /// shortest last line; to be spread, those with the longest.
  private mutating func paragraphs(
    in hole: Hole, of filling: Filling, _ changes: FlowChanges, _ slots: [LineSlot], by change: Int,
    most: Int
  ) -> [Int] {
    let last = filling.lines.filter { $0.closes && $0.slot.leg == hole.leg && $0.item <= hole.item }
    let order = last.sorted {
      ($0.line.width * -change, $0.item) < ($1.line.width * -change, $1.item)
    }
    var found: [Int] = []
    // A paragraph that ends in the next leg can be pulled in or spread itself.
    let own =
      hole.fault == .strandedLine ? filling.lines.filter { $0.item == hole.item && $0.closes } : []
    for line in own + order where found.count < most && changes.lines[line.item] == nil {
      if !found.contains(line.item), mayAlter(line, by: change) {
        found.append(line.item)
      }
    }
    return found
  }
}

extension Filling {
  /// A leg ends with what must have text under it.
  fileprivate var endsWithHead: Bool {
    insets.contains {
      $0.fit.follows > 0 && lastRows[$0.leg] == $0.row + $0.fit.rows - 1
        && $0.item < lines.last?.item ?? 0
    }
  }
}
