import CJKRules

/// Shares out what a line needs among its gaps: those of the steps before give what they have, those of the step
/// that is reached in proportion, to the last unit (CLREQ 3.5.2). Lengths in `Length` units.
struct GapShare {
  private let reach: Reach
  /// What the gaps so far could have given, and what they gave.
  private var seen = 0
  private var given = 0

  init(_ fit: Fit) { reach = fit.reach }

  /// Whether all gaps stay as they are.
  var isNothing: Bool { reach.step == 0 }

  /// What a gap opens by where all open alike.
  mutating func spread(_ rule: GapRule) -> Int { rule.opensWhenSpread ? next(1) : 0 }

  /// What a gap opens by after a character whose em is given.
  mutating func stretch(_ rule: GapRule, _ em: Int) -> Int {
    var sum = 0
    let step = Int(rule.stretchStep)
    if step > 0 && step <= reach.step {
      let most = rule.stretch(em)
      sum += step < reach.step ? most : next(most)
    }
    if rule.stretchesAtLast && reach.step == ShapedParagraph.stretchSteps { sum += next(em) }
    return sum
  }

  /// What a gap gives between characters whose ems are given, but for blank that ruby hangs over.
  mutating func shrink(_ rule: GapRule, _ before: Int, _ after: Int, held: Int) -> Int {
    shrink(rule.after, before, held) + shrink(rule.before, after, held)
  }

  private mutating func shrink(_ blank: Blank, _ em: Int, _ held: Int) -> Int {
    let step = Int(blank.shrinkStep)
    guard step > 0, step <= -reach.step else { return 0 }
    let amount = Int(blank.shrink) * em / 1000 - held
    return step < -reach.step ? amount : next(amount)
  }

  private mutating func next(_ capacity: Int) -> Int {
    seen += capacity
    let sum = seen * reach.used / reach.total
    defer { given = sum }
    return sum - given
  }
}
