import CJKRules

/// How a line's length is made good: the last step reached, and how much of it (CLREQ 3.5.2: within a step
/// all places move together; the next begins when it is spent).
struct Reach {
  /// Negative when squeezing, 0 when nothing moves.
  var step = 0
  /// Taken or given at that step, of what it could.
  var used = 0
  var total = 1
  var cost = 0
  /// What each gap grew by at the worst step, in thousandths of an em.
  var extra = 0
}

extension ShapedParagraph {
  /// nil when the line cannot lose so much.
  func shrinkReach(_ first: Int, _ end: Int, _ amount: Int) -> Reach? {
    var rest = amount
    for step in 1...Self.shrinkSteps {
      let total = ledger.shrink(first, end, step)
      if rest <= total && total > 0 {
        let costs = rules.order.shrinkCosts
        let cost = Self.blend(costs[step - 1], costs[step], rest, total)
        return Reach(step: -step, used: rest, total: total, cost: cost)
      }
      rest -= total
    }
    return nil
  }

  func stretchReach(_ first: Int, _ end: Int, _ amount: Int) -> Reach {
    var rest = amount
    var opened = 0
    for step in 1...Self.stretchSteps {
      let total = ledger.stretch(first, end, step)
      guard total > 0 else { continue }
      let order = rules.order
      let isLast = step == order.lastStretch
      let share = isLast || step == order.hanStretch.step ? order.share(of: step) : 0
      if rest > total && !order.isUnlimited(step) {
        rest -= total
        opened += share
        continue
      }
      guard share > 0 else {
        let costs = order.stretchCosts
        let cost = Self.blend(costs[step - 1], costs[step], rest, total)
        return Reach(step: step, used: rest, total: total, cost: cost)
      }
      let extra = opened + rest * share / total
      // Wider gaps are not opened (`held`): such a line is only short, the worse the shorter.
      let cost =
        extra > Fit.widestGap
        ? LineCost.short + min(extra, LineCost.shortest) * 100
        : AdjustmentOrder.hanGapCost(extra)
      return Reach(step: step, used: rest, total: total, cost: cost, extra: extra)
    }
    return Reach(cost: LineCost.short, extra: 1000)
  }

  /// All gaps open alike, but those inside words and marks of two frames.
  func spreadReach(_ first: Int, _ end: Int, _ amount: Int) -> Reach {
    let places = (first..<end - 1).count { gap(after: $0).opensWhenSpread }
    guard places > 0 else { return Reach(cost: LineCost.short, extra: 1000) }
    let extra = amount * 1000 / (places * (noteText?.outerEm ?? em(of: first)))
    return Reach(
      step: rules.order.hanStretch.step, used: amount, total: places,
      cost: AdjustmentOrder.hanGapCost(extra), extra: extra)
  }

  /// From the cost of the step before to that of the step spent, steeper towards its end.
  private static func blend(_ from: Int, _ to: Int, _ used: Int, _ total: Int) -> Int {
    let fraction = used * 1000 / total
    return from + (to - from) * fraction * (1000 + fraction) / 2_000_000
  }
}

extension AdjustmentOrder {
  /// What one gap's total stands for at a stretching step, in thousandths of an em.
  fileprivate func share(of step: Int) -> Int {
    step == hanStretch.step ? hanStretch.cap ?? 1000 : 1000
  }

  fileprivate func isUnlimited(_ step: Int) -> Bool {
    step == lastStretch || (step == hanStretch.step && hanStretch.cap == nil)
  }
}
