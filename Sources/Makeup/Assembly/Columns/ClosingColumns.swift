import Geometry
import PageDesign
import Typesetting

/// Closes columns as an editor does, one foot after the other; what no cure helps stays white.
extension Flow {
  /// `bordering` are the legs under which another story's text may begin without a title; `tightens` says whether 小标题
  /// may give up what is theirs.
  mutating func closed(
    _ slots: [LineSlot], from first: Filling, bordering: Set<Int> = [], tightens: Bool = true
  ) -> Filling {
    var closing = Closing(filling: first, tightens: tightens)
    close(&closing, slots)
    // What is best for one foot alone may leave less in the end than what is best for all of them at once.
    if closing.filling.white > 0 || !first.isClosed && first.white > 0 {
      var other = Closing(filling: first, tightens: tightens, isOneByOne: true)
      close(&other, slots)
      if other.filling.misses < closing.filling.misses { closing = other }
    }
    for leg in bordering.sorted() { open(leg, &closing, slots) }
    pullIn(overset: &closing, slots)
    // A hole that another cure closed is nobody's business any more.
    let holes = closing.filling.holes
    closing.filling.cures = closing.cures.filter { cure in
      cure.cure != .left || cure.fault == .paragraphAtFoot
        || holes.contains { $0.leg == cure.leg && $0.rows == cure.lines }
    }
    return closing.filling
  }

  /// A filling on its way to closed columns.
  struct Closing {
    var filling: Filling
    var tightens: Bool
    var changes = FlowChanges()
    var seen: Set<Hole> = []
    var cures: [ColumnCure] = []
    /// A cure is judged by the legs up to its own: what it does to the later ones is cured there.
    var isOneByOne = false

    func isBetter(_ attempt: Filling, upTo leg: Int) -> Bool {
      let isLess =
        attempt.white(toLeg: isOneByOne ? leg : .max)
        < filling.white(toLeg: isOneByOne ? leg : .max)
      if isOneByOne, !filling.isClosed { return isLess }
      return attempt.oversetLines < filling.oversetLines
        || attempt.oversetLines == filling.oversetLines && isLess
    }
  }

  /// Closes what is white at feet, one leg after the other.
  private mutating func close(_ closing: inout Closing, _ slots: [LineSlot]) {
    while let hole = closing.filling.holes.first(where: { !closing.seen.contains($0) }) {
      closing.seen.insert(hole)
      let cured = cure(hole, in: closing, slots)
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
    ColumnCure(fault: hole.fault, cure: cure, leg: hole.leg, lines: lines)
  }

  /// The paragraph that ends in the last line of a leg, where the story goes on after it.
  private func paragraphEnd(at leg: Int, of filling: Filling, _ slots: [LineSlot]) -> Hole? {
    guard let foot = slots.last(where: { $0.leg == leg })?.row,
      let last = filling.lines.last(where: { $0.slot.leg == leg }), last.closes,
      last.slot.row == foot, last.item + 1 < items.count
    else { return nil }
    return Hole(fault: .paragraphAtFoot, leg: leg, rows: 0, short: 1, item: last.item)
  }
}

extension Filling {
  /// White rows at the feet of legs.
  var white: Int { white(toLeg: .max) }

  /// Those at the feet of the first legs.
  func white(toLeg last: Int) -> Int {
    holes.reduce(0) { $1.leg <= last ? $0 + $1.rows : $0 }
  }

  /// Text without room first, then white.
  fileprivate var misses: (Int, Int) { (oversetLines, white) }
}
