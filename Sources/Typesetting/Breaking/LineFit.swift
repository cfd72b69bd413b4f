import CJKRules
import Fonts
import Geometry

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
