import CJKRules
import Fonts
import Geometry

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

/// How well some cells fit a line.
struct Fit {
  var cost = 0
  /// To be shared out among the gaps: negative is squeezed out.
  var need = 0
  var reach = Reach()
  /// Blank left after the last mark.
  var endBlank = 0
  /// The step at which the blank after the last mark went, which is not the gaps' (0 = it did not).
  var edgeStep = 0
  /// Whether every gap opens alike, whatever its step (均排: CLREQ 3.4.3).
  var spreads = false
  /// Whether the last mark hangs past the line's end.
  var hangs = false
  /// Whether the blank before a last middle dot goes with that after it.
  var dropsDotBlank = false
}

/// Costs beside those of `AdjustmentOrder`.
enum LineCost {
  /// Every line: of two ways equally good the shorter wins.
  static let line = 10
  /// A prohibition relieved (CLREQ 3.1.4).
  static let relief = 900_000
  /// Ending a line within an address: better than to tear a line open, worse than all else.
  static let need = 300_000
  /// A word parted with a hyphen: as bad as Han gaps of a ninth of an em.
  static let hyphen = 25_000
  /// The same at the end of a second line on end.
  static let hyphensOnEnd = 60_000
  /// A ragged line that ends within a name or a phrase: as bad as two ems and a half left blank.
  static let midPhrase = 6_000
  /// A last line of one character (CLREQ 3.4.4).
  static let lonely = 500_000
  /// A hanging mark, where one is allowed but not wanted (CLREQ 3.1.7).
  static let hanging = 1_000
  /// A line that nothing can stretch to its length.
  static let short = 5_000_000
  /// A sub-line of a note that nothing can stretch to its length.
  static let unfilledNote = 20_000
  /// A word broken by force.
  static let forced = 10_000_000
}

extension ShapedParagraph {
  /// How the cells from `first` to before `end` fit a line of `room`; nil when they do not.
  func fit(_ first: Int, _ end: Int, room: Int) -> Fit? {
    if latin != nil, let hyphen = hyphen(before: end) {
      var fit = plainFit(first, end, room: room - hyphen.width)
      fit?.cost += self.hyphen(before: first) == nil ? LineCost.hyphen : LineCost.hyphensOnEnd
      return fit
    }
    return plainFit(first, end, room: room)
  }

  private func plainFit(_ first: Int, _ end: Int, room: Int) -> Fit? {
    let natural = naturalWidth(first, end)
    let isLast = isClosed(end)
    if hanging != nil, let hung = forcedHang(first, end, natural, room) { return hung }
    let kept = endBlank(end)
    let whole = fit(first, end, need: room - natural - kept, endBlank: kept, isLast)
    if kept > 0 && isJustified && natural + kept > room && endBlankMayGo(end) {
      return better(whole, withoutEndBlank(first, end, need: room - natural, isLast))
    }
    return whole == nil && hanging != nil ? allowedHang(first, end, natural, room) : whole
  }

  private func better(_ one: Fit?, _ other: Fit?) -> Fit? {
    guard let one, let other else { return one ?? other }
    return other.cost < one.cost ? other : one
  }

  /// `gapsEnd` is where the gaps end that may give way, if that is not the line's end.
  private func fit(
    _ first: Int, _ end: Int, need: Int, endBlank: Int, _ isLast: Bool, gapsEnd: Int? = nil
  ) -> Fit? {
    var fit = Fit(need: need, endBlank: endBlank)
    let gapsEnd = gapsEnd ?? end
    if !isJustified {
      guard need >= 0 else { return nil }
      let slack = need * 1000 / (noteText?.outerEm ?? em(of: first))
      fit.cost = isLast ? 0 : slack * slack / 1000 + (endsPhrase(end) ? 0 : LineCost.midPhrase)
      (fit.need, fit.reach.extra) = (0, isLast ? 0 : slack / 20)
      return fit
    }
    if need < 0 {
      guard let reach = shrinkReach(first, gapsEnd, -need) else { return nil }
      fit.reach = reach
    } else if isLast && !spreadsLast {
      fit.need = 0
    } else if need > 0 {
      fit.spreads = spreadsLast
      fit.reach = spreadsLast ? spreadReach(first, end, need) : stretchReach(first, gapsEnd, need)
    }
    if marked != nil { fillNote(first, end, &fit) }
    fit.cost = fit.reach.cost
    return fit
  }

  private func endBlankMayGo(_ end: Int) -> Bool {
    rules.lineEndBlank[cells[end - 1].kind.place].step > 0
  }

  /// The blank after a last mark goes as a whole, at its own step.
  private func withoutEndBlank(_ first: Int, _ end: Int, need: Int, _ isLast: Bool) -> Fit? {
    let dot = dotBlank(first, end)
    let gapsEnd = dot > 0 ? end - 1 : end
    guard var fit = fit(first, end, need: need + dot, endBlank: 0, isLast, gapsEnd: gapsEnd)
    else { return nil }
    fit.dropsDotBlank = dot > 0
    let step = rules.lineEndBlank[cells[end - 1].kind.place].step
    fit.edgeStep = step
    fit.cost = max(fit.cost, rules.order.shrinkCosts[step])
    return fit
  }

  /// The blank before a last middle dot, which goes with that after it (JLREQ 3.1.9, Table 3 note 5).
  func dotBlank(_ first: Int, _ end: Int) -> Int {
    guard end - first > 1, rules.hasEndDot(cells[end - 1].kind) else { return 0 }
    return Int(gap(after: end - 2).before.natural) * em(of: end - 1) / 1000
  }

  /// Whether a blank or a mark ends what stands before a cell, as between the names of a credit.
  private func endsPhrase(_ end: Int) -> Bool {
    if case .solid = cells[end - 1].joint {
      return ClassSet.punctuation.contains(cells[end - 1].kind)
    }
    return true
  }

  // MARK: Hanging (CLREQ 3.1.7, JLREQ 3.8.2)

  private func canHang(_ end: Int) -> Bool {
    guard end >= 2, rules.hanging.contains(cells[end - 1].kind)
    else { return false }
    return !ClassSet.punctuation.contains(cells[end - 2].kind)
  }

  private func forcedHang(_ first: Int, _ end: Int, _ natural: Int, _ room: Int) -> Fit? {
    guard case .force = hanging, !isClosed(end), end - first > 1, canHang(end) else {
      return nil
    }
    return hang(first, end, natural, room)
  }

  private func allowedHang(_ first: Int, _ end: Int, _ natural: Int, _ room: Int) -> Fit? {
    guard case .allow = hanging, end - first > 1, canHang(end) else { return nil }
    guard var fit = hang(first, end, natural, room) else { return nil }
    fit.cost += LineCost.hanging
    return fit
  }

  private func hang(_ first: Int, _ end: Int, _ natural: Int, _ room: Int) -> Fit? {
    let inside = natural - cells[end - 1].width
    var hung = fit(first, end, need: room - inside, endBlank: 0, false)
    hung?.hangs = true
    return hung
  }

  // MARK: Steps

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
      let cost = AdjustmentOrder.hanGapCost(extra)
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

extension Fit {
  /// A hole as wide as a character is worse than a short line: CLREQ 3.5.4 sets no bound, this one is ours.
  static let widestGap = 1000

  /// The same with its Han gaps held to that.
  func held() -> Fit {
    guard !spreads, reach.step > 0, reach.extra > Self.widestGap, reach.total > 0 else {
      return self
    }
    var held = self
    let opened = reach.extra - reach.used * 1000 / reach.total
    held.reach.used = max(0, (Self.widestGap - opened) * reach.total / 1000)
    held.need -= reach.used - held.reach.used
    held.reach.extra = Self.widestGap
    return held
  }
}

extension GapRule {
  /// Whether the gap takes part when a line is spread evenly.
  var opensWhenSpread: Bool {
    switch breaking {
    case .unbreakable: false
    case .byContext: stretchStep > 0 || stretchesAtLast
    case .allowed, .prohibited: true
    }
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
