import Geometry
import PageDesign

/// Feet that end level (齐栏).
extension StorySetter {
  /// As many rows as can be left white at the foot of the last part, in all its legs alike: they come out level to
  /// the line. The tiers of a vertical story are filled one after the other (CLREQ 2.4.2). What then stands white at a
  /// foot is closed as far as it can be.
  func level(_ flow: inout Flow, _ parts: [StoryPart], shorter: Int = 0, tightens: Bool) -> Filling
  {
    let slots = StorySlots(of: parts, shorter: shorter)
    let bordering = bordering(parts)
    func closed(_ fewer: [LineSlot], from filling: Filling) -> Filling {
      flow.closed(fewer, from: filling, bordering: bordering, tightens: tightens)
    }
    var (trimmed, fewer, filling) = (0, slots.all, poured(&flow, into: slots.all))
    guard parts.last?.frame.mode == .horizontal else { return closed(fewer, from: filling) }
    if filling.isClosed {
      let most = slots.mostTrimmed(leaving: slots.all.count - filling.taken)
      for rows in stride(from: most, to: 0, by: -1) {
        let left = slots.trimmed(rows)
        let attempt = flow.fill(left)
        if attempt.isClosed, attempt.rests <= filling.rests {
          (trimmed, fewer, filling) = (rows, left, attempt)
          break
        }
      }
    }
    let first = closed(fewer, from: filling)
    guard first.isClosed, !first.cures.isEmpty else { return first }
    // What was won in a column may leave all of them a row less.
    let most = slots.mostTrimmed(leaving: slots.all.count - first.rows)
    for more in stride(from: most, to: trimmed, by: -1) {
      let left = slots.trimmed(more)
      let attempt = closed(left, from: flow.fill(left))
      if attempt.isClosed, attempt.white <= first.white, attempt.curesCost <= first.curesCost,
        attempt.rests <= first.rests
      {
        return attempt
      }
    }
    return first
  }

  /// The story in all its slots.
  private func poured(_ flow: inout Flow, into slots: [LineSlot]) -> Filling {
    flow.fillsBeforeTables = false
    let first = flow.fill(slots)
    guard !first.isClosed, flow.items.contains(where: \.isTable) else { return first }
    flow.fillsBeforeTables = true
    let second = flow.fill(slots)
    if second.oversetLines < first.oversetLines { return second }
    flow.fillsBeforeTables = false
    return first
  }

  /// Where white or text without room is left, 小标题 give up what is theirs.
  func tighten(
    _ best: inout Attempt, from bare: StoryPart, _ flows: inout [[Int]: Flow],
    _ addresses: [FrameAddress]
  ) {
    guard !best.filling.isClosed || best.filling.white > 0 else { return }
    var remedy = best.remedy
    remedy.tightens = true
    let attempt = attempt(remedy, from: bare, &flows, addresses)
    if attempt.cost < best.cost { best = attempt }
  }
}

extension Filling {
  /// Rows that hold something.
  fileprivate var rows: Int { lines.count + insets.reduce(0) { $0 + $1.fit.rows } }

  /// Pieces of tables that go on from another column (续表): no foot is worth one more.
  fileprivate var rests: Int { insets.count - Set(insets.map(\.item)).count }

  /// What its cures cost in looks.
  var curesCost: Int { cures.reduce(0) { $0 + $1.cure.cost } }
}
