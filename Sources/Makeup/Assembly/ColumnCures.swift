import Geometry
import PageDesign
import Typesetting

/// What was done about a column's foot, or about lines without room (齐栏): for the report.
package struct ColumnCure: Hashable, Sendable {
  package enum Fault: String, Hashable, Sendable {
    /// A paragraph's last line would open the next column (孤行).
    case strandedLine = "stranded line"
    /// A 小标题, a quote or a table has no room left at the foot.
    case headAtFoot = "head at foot"
    /// A paragraph ends with its column, over text of another story (段尾齐栏底).
    case paragraphAtFoot = "paragraph at foot"
    /// The last lines of the story had no room.
    case overset
  }
  package enum Cure: String, Hashable, Sendable {
    /// Paragraphs set a line shorter (缩行).
    case pulledIn = "pulled in"
    /// Paragraphs set a line longer (扩行).
    case spread
    /// A white line more over 小标题 of the column, after what could be spread.
    case blanked = "white at heads"
    case left = "left white"
  }
  package var fault: Fault
  package var cure: Cure
  /// Among the story's legs, from 0; in a frame's record, among the frame's.
  package var leg: Int
  /// Lines won or filled; those left white.
  package var lines: Int
}

/// Closes columns as an editor does: lines are pulled in, then spread, then white is put where heads are; what none of it
/// helps stays white.
extension Flow {
  /// More than this many white rows are left as they are: too many paragraphs would have to be set worse.
  private static let mostRows = 4
  /// The same of lines without room.
  private static let mostOverset = 4

  /// `bordering` are the legs under which another story's text may begin without a title.
  mutating func closed(_ slots: [LineSlot], from first: Filling, bordering: Set<Int> = [])
    -> Filling
  {
    var closing = Closing(filling: first)
    close(&closing, slots)
    for leg in bordering.sorted() { open(leg, &closing, slots) }
    if let squeezed = pullIn(overset: closing.filling, closing.changes, slots) {
      closing.cures.append(
        ColumnCure(
          fault: .overset, cure: .pulledIn, leg: slots.last?.leg ?? 0,
          lines: closing.filling.oversetLines))
      closing.filling = squeezed
    }
    // A hole that another cure closed is nobody's business any more.
    let holes = closing.filling.holes
    closing.filling.cures = closing.cures.filter { cure in
      cure.cure != .left || cure.fault == .paragraphAtFoot
        || holes.contains { $0.leg == cure.leg && $0.rows == cure.lines }
    }
    return closing.filling
  }

  /// A filling on its way to closed columns.
  private struct Closing {
    var filling: Filling
    var changes = FlowChanges()
    var seen: Set<Hole> = []
    var cures: [ColumnCure] = []
  }

  /// Closes what is white at feet, one leg after the other.
  private mutating func close(_ closing: inout Closing, _ slots: [LineSlot]) {
    while let hole = closing.filling.holes.first(where: { !closing.seen.contains($0) }) {
      closing.seen.insert(hole)
      let cured = cure(hole, in: closing.filling, closing.changes, slots)
      if let cured { (closing.filling, closing.changes) = (cured.filling, cured.changes) }
      closing.cures.append(record(hole, cured?.cure ?? .left, lines: cured?.lines ?? hole.rows))
    }
  }

  /// Makes a leg end within a paragraph; what that leaves white further on is closed again, or it is left.
  private mutating func open(_ leg: Int, _ closing: inout Closing, _ slots: [LineSlot]) {
    guard let hole = paragraphEnd(at: leg, of: closing.filling, slots) else { return }
    for (change, rows, cure) in [(-1, 1, ColumnCure.Cure.pulledIn), (1, 2, .spread)] {
      guard
        let changed = altered(
          hole, in: closing.filling, closing.changes, slots, by: change, rows: rows)
      else { continue }
      var trial = closing
      (trial.changes, trial.filling) = (changed, fill(slots, changes: changed))
      trial.cures.append(record(hole, cure, lines: rows))
      close(&trial, slots)
      if trial.filling.oversetLines <= closing.filling.oversetLines,
        trial.filling.white <= closing.filling.white,
        paragraphEnd(at: leg, of: trial.filling, slots) == nil
      {
        closing = trial
        return
      }
    }
    closing.cures.append(record(hole, .left, lines: 0))
  }

  private func record(_ hole: Hole, _ cure: ColumnCure.Cure, lines: Int) -> ColumnCure {
    let fault: ColumnCure.Fault =
      switch hole.fault {
      case .strandedLine: .strandedLine
      case .insetAtFoot: .headAtFoot
      case .paragraphAtFoot: .paragraphAtFoot
      }
    return ColumnCure(fault: fault, cure: cure, leg: hole.leg, lines: lines)
  }

  /// The paragraph that ends in the last line of a leg, where the story goes on after it.
  private func paragraphEnd(at leg: Int, of filling: Filling, _ slots: [LineSlot]) -> Hole? {
    guard let foot = slots.last(where: { $0.leg == leg })?.row,
      let last = filling.lines.last(where: { $0.slot.leg == leg }), last.closes,
      last.slot.row == foot, last.item + 1 < items.count
    else { return nil }
    return Hole(fault: .paragraphAtFoot, leg: leg, rows: 0, short: 1, item: last.item)
  }

  private typealias Cured = (
    filling: Filling, changes: FlowChanges, cure: ColumnCure.Cure, lines: Int
  )

  private mutating func cure(
    _ hole: Hole, in filling: Filling, _ changes: FlowChanges, _ slots: [LineSlot]
  ) -> Cured? {
    guard min(hole.short, hole.rows) <= Self.mostRows else { return nil }
    let tries: [(FlowChanges?, ColumnCure.Cure, Int)] = [
      (altered(hole, in: filling, changes, slots, by: -1, rows: hole.short), .pulledIn, hole.short),
      (altered(hole, in: filling, changes, slots, by: 1, rows: hole.rows), .spread, hole.rows),
      (blanked(hole, in: filling, changes, slots), .blanked, hole.rows),
    ]
    for case (let changed?, let cure, let lines) in tries {
      let attempt = fill(slots, changes: changed)
      if attempt.oversetLines <= filling.oversetLines, attempt.white < filling.white {
        return (attempt, changed, cure, lines)
      }
    }
    return nil
  }

  /// Paragraphs that end in the leg over the white, set a line longer or shorter: as many as rows are to be won.
  private mutating func altered(
    _ hole: Hole, in filling: Filling, _ changes: FlowChanges, _ slots: [LineSlot], by change: Int,
    rows: Int
  ) -> FlowChanges? {
    let found = paragraphs(in: hole, of: filling, changes, slots, by: change, most: rows)
    guard found.count == rows else { return nil }
    return changes.altering(found, by: change)
  }

  /// What can be spread, and a white line over each 小标题 of the leg for the rest.
  private mutating func blanked(
    _ hole: Hole, in filling: Filling, _ changes: FlowChanges, _ slots: [LineSlot]
  ) -> FlowChanges? {
    let spread = paragraphs(in: hole, of: filling, changes, slots, by: 1, most: hole.rows)
    let tops = Dictionary(
      slots.map { ($0.leg, $0.row) }, uniquingKeysWith: { first, _ in first })
    let heads = filling.insets.filter {
      $0.leg == hole.leg && $0.row > tops[$0.leg] ?? 0 && changes.blanks[$0.item] == nil
        && $0.item < hole.item
    }
    let rest = hole.rows - spread.count
    guard rest <= heads.count else { return nil }
    var changed = changes.altering(spread, by: 1)
    for head in heads.prefix(rest) { changed.blanks[head.item] = 1 }
    return changed
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
      if !found.contains(line.item), mayAlter(line.item, at: line.slot.measure, by: change) {
        found.append(line.item)
      }
    }
    return found
  }

  /// The last lines of a story, if they are few, find room when other paragraphs are set shorter.
  private mutating func pullIn(
    overset filling: Filling, _ changes: FlowChanges, _ slots: [LineSlot]
  )
    -> Filling?
  {
    guard (1...Self.mostOverset).contains(filling.oversetLines) else { return nil }
    let ends = filling.lines.filter(\.closes).sorted {
      ($0.line.width, $0.item) < ($1.line.width, $1.item)
    }
    var (changed, best) = (changes, filling)
    for line in ends where changed.lines[line.item] == nil {
      guard mayAlter(line.item, at: line.slot.measure, by: -1) else { continue }
      let trial = changed.altering([line.item], by: -1)
      let attempt = fill(slots, changes: trial)
      guard attempt.oversetLines < best.oversetLines else { continue }
      (changed, best) = (trial, attempt)
      if best.isClosed { return best }
    }
    return nil
  }
}

extension FlowChanges {
  func altering(_ items: [Int], by change: Int) -> FlowChanges {
    var changes = self
    for item in items { changes.lines[item] = change }
    return changes
  }
}

extension Filling {
  /// White rows at the feet of legs.
  fileprivate var white: Int { holes.reduce(0) { $0 + $1.rows } }
}
