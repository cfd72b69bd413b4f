import Geometry
import PageDesign
import Typesetting

/// How the last lines of a story find room, if they are few.
extension Flow {
  /// More lines without room are an editor's to cut.
  private static let mostOverset = 4

  /// Paragraphs are set a line shorter, those with the shortest last line first, and then 小标题 without their white, the
  /// last one first; nothing, where it would not be enough.
  mutating func pullIn(overset closing: inout Closing, _ slots: [LineSlot]) {
    guard (1...Self.mostOverset).contains(closing.filling.oversetLines) else { return }
    var trial = closing
    for (cure, items) in [
      (ColumnCure.Cure.pulledIn, shortEnds(of: closing)),
      (.closedUp, closing.tightens ? openHeads(of: closing, slots) : []),
    ] {
      let before = trial.filling.oversetLines
      for item in items where !trial.filling.isClosed { tighten(item, in: &trial, slots) }
      let won = before - trial.filling.oversetLines
      guard won > 0 else { continue }
      trial.cures.append(
        ColumnCure(fault: .overset, cure: cure, leg: slots.last?.leg ?? 0, lines: won))
    }
    if trial.filling.isClosed { closing = trial }
  }

  /// Sets a paragraph a line shorter, or a 小标题 without its white, if that wins room.
  private mutating func tighten(_ item: Int, in closing: inout Closing, _ slots: [LineSlot]) {
    var changed = closing.changes
    switch items[item] {
    case .text: changed.lines[item] = -1
    case .inset: changed.closedUp.insert(item)
    }
    let attempt = fill(slots, changes: changed)
    guard attempt.oversetLines < closing.filling.oversetLines else { return }
    (closing.changes, closing.filling) = (changed, attempt)
  }

  private mutating func shortEnds(of closing: Closing) -> [Int] {
    let ends = closing.filling.lines.filter {
      $0.closes && closing.changes.lines[$0.item] == nil
    }.sorted { ($0.line.width, $0.item) < ($1.line.width, $1.item) }
    return ends.filter { mayAlter($0, by: -1) }.map(\.item)
  }

  private func openHeads(of closing: Closing, _ slots: [LineSlot]) -> [Int] {
    closing.filling.insets.reversed().map(\.item).filter {
      closing.changes.blanks[$0] == nil && !closing.changes.closedUp.contains($0)
        && mayCloseUp($0, in: slots.last)
    }
  }
}
