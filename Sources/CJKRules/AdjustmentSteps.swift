/// A step of line adjustment by name (调整步骤), with where its authority sets it down.
package struct AdjustmentStep: Hashable, Sendable {
  /// What moves and how, such as “commas squeezed”.
  package var name: String
  /// The section of CLREQ, JLREQ or KLREQ that orders the steps.
  package var authority: String
}

extension AdjustmentOrder {
  /// The step that a line reached: negative when squeezed, positive when stretched; nil for 0.
  package static func step(
    _ number: Int, of language: Language, _ table: ReductionTable = .jlreq
  ) -> AdjustmentStep? {
    let order = of(language, table)
    let places = number < 0 ? order.shrinkPlaces : order.stretchPlaces
    let names = places.filter { $0.step == abs(number) }.map(\.name)
    guard number != 0, !names.isEmpty else { return nil }
    return AdjustmentStep(
      name: names.joined(separator: " and ") + (number < 0 ? " squeezed" : " opened"),
      authority: authority(of: language, isSqueezing: number < 0))
  }

  private static func authority(of language: Language, isSqueezing: Bool) -> String {
    switch language {
    case .zhHans, .zhHantTW, .zhHantHK: isSqueezing ? "CLREQ 3.5.3" : "CLREQ 3.5.4"
    case .ja: isSqueezing ? "JLREQ 3.8.3" : "JLREQ 3.8.4"
    case .ko: "KLREQ 4.5"
    }
  }

  private var shrinkPlaces: [(step: Int, name: String)] {
    let dot = lineEndDotShrink == lineEndShrink ? 0 : lineEndDotShrink
    return [
      (lineEndShrink, "line-end marks"), (dot, "line-end middle dots"),
      (wordShrink.step, "word spaces"), (middleDotShrink, "middle dots"),
      (bracketShrink, "brackets"), (commaShrink, "commas"),
      (hanLatinShrink.step, "Han–Latin spaces"), (stopShrink, "stops"),
    ]
  }

  private var stretchPlaces: [(step: Int, name: String)] {
    [
      (wordStretch.step, "word spaces"), (hanLatinStretch.step, "Han–Latin spaces"),
      (hanStretch.step, "characters"), (lastStretch, "all gaps"),
    ]
  }
}
