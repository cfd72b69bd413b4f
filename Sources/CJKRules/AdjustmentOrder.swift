/// In what order a region's lines are squeezed and stretched, and how bad each step is (CLREQ 3.5.3,
/// 3.5.4; JLREQ 3.8.3, 3.8.4 with Tables 3 and 6).
///
/// Steps count from 1; 0 means "never". Amounts are thousandths of an em. The costs are ours: they rise
/// with the step reached, so that a paragraph's best lines are those that its authority would choose.
package struct AdjustmentOrder: Sendable {
  package static let shrinkSteps = 7
  package static let stretchSteps = 4

  /// A line's worst squeezing step: cost when it is wholly spent.
  package var shrinkCosts: [Int]
  /// The same for stretching; Han gaps cost by their width instead: `hanGapCost`.
  package var stretchCosts: [Int]

  // Squeezing.
  package var wordShrink: (step: Int, to: Int)
  package var hanLatinShrink: (step: Int, to: Int)
  package var middleDotShrink: Int
  package var bracketShrink: Int
  package var commaShrink: Int
  package var stopShrink: Int
  /// What brackets and commas keep of their blank.
  package var markRest = 0
  /// Blank after a mark at the line's end, which goes wholly or not at all.
  package var lineEndShrink: Int
  /// The same for a middle dot's blank.
  package var lineEndDotShrink: Int

  // Stretching.
  package var wordSpace: Int
  package var wordStretch: (step: Int, to: Int)
  package var hanLatinStretch: (step: Int, to: Int)
  package var hanStretch: (step: Int, cap: Int?)
  /// The step from which every place that may stretch at all does, without limit.
  package var lastStretch: Int

  /// What a line costs whose Han gaps open by so many thousandths of an em: as soon as they do, more than
  /// squeezing anything but half a stop (先挤进，后推出: CLREQ 3.1.4, 3.5.2); beyond 60, where the eye begins
  /// to see it, steeply more, so that two lines rather share what one would show.
  package static func hanGapCost(_ extra: Int) -> Int {
    let seen = max(0, extra - 60)
    return 3000 + 100 * extra + extra * extra / 9 + 4 * seen * seen
  }

  package static func of(_ language: Language, _ table: ReductionTable = .jlreq) -> AdjustmentOrder
  {
    switch (language, table) {
    case (.zhHans, _), (.zhHantTW, _), (.zhHantHK, _): chinese
    case (.ko, _): korean
    case (.ja, .jlreq): japanese
    case (.ja, .jis): industrial
    case (.ja, .books): books
    }
  }

  /// CLREQ 3.5.3 (： is not listed there and goes with ；) and 3.5.4.
  private static let chinese = AdjustmentOrder(
    shrinkCosts: [0, 60, 150, 250, 450, 800, 1200, 4000],
    stretchCosts: [0, 200, 2400],
    wordShrink: (2, 250), hanLatinShrink: (6, 125), middleDotShrink: 3, bracketShrink: 4,
    commaShrink: 5, stopShrink: 7, lineEndShrink: 1, lineEndDotShrink: 1,
    wordSpace: 333, wordStretch: (1, 500), hanLatinStretch: (2, 500), hanStretch: (3, nil),
    lastStretch: 4)

  /// JLREQ Tables 3 and 6; 。 inside a line is never reduced.
  private static let japanese = AdjustmentOrder(
    shrinkCosts: [0, 100, 200, 300, 450, 800, 1200, 4000],
    stretchCosts: [0, 200, 2400],
    wordShrink: (1, 250), hanLatinShrink: (6, 125), middleDotShrink: 4, bracketShrink: 5,
    commaShrink: 5, stopShrink: 0, lineEndShrink: 2, lineEndDotShrink: 3,
    wordSpace: 333, wordStretch: (1, 500), hanLatinStretch: (2, 500), hanStretch: (3, 250),
    lastStretch: 4)

  /// JIS X 4051 by JLREQ Table 4: middle dots, then brackets and commas, then the space beside Latin;
  /// nothing goes at line ends.
  private static let industrial: AdjustmentOrder = {
    var order = japanese
    order.shrinkCosts = [0, 100, 450, 800, 1200, 1200, 1200, 1200]
    (order.middleDotShrink, order.bracketShrink, order.commaShrink) = (2, 3, 3)
    order.hanLatinShrink.step = 4
    (order.lineEndShrink, order.lineEndDotShrink) = (0, 0)
    return order
  }()

  /// JLREQ Table 5: the blank at line ends, then brackets and commas down to a quarter em; middle dots and
  /// the space beside Latin are fixed, in stretching too (Table 6, legend).
  private static let books: AdjustmentOrder = {
    var order = japanese
    order.shrinkCosts = [0, 100, 200, 800, 800, 800, 800, 800]
    (order.bracketShrink, order.commaShrink) = (3, 3)
    order.markRest = 250
    (order.middleDotShrink, order.hanLatinShrink.step, order.lineEndDotShrink) = (0, 0, 0)
    order.hanLatinStretch.step = 0
    return order
  }()

  /// KLREQ 4.4.2 and 4.5: word spaces first, then between syllables; it gives no limits. Ours keep words apart: a space
  /// opens to an em before syllables part by more than a tenth, and beyond that both open alike.
  private static let korean = AdjustmentOrder(
    shrinkCosts: [0, 150, 200, 300, 450, 800, 1200, 4000],
    stretchCosts: [0, 600, 2400],
    wordShrink: (1, 200), hanLatinShrink: (6, 125), middleDotShrink: 4, bracketShrink: 5,
    commaShrink: 5, stopShrink: 0, lineEndShrink: 2, lineEndDotShrink: 3,
    wordSpace: 333, wordStretch: (1, 1000), hanLatinStretch: (2, 500), hanStretch: (3, 100),
    lastStretch: 4)
}
