import CJKRules
import Fonts
import Geometry

/// What a line says of itself besides its glyphs.
extension LineMaker {
  /// The characters that their own font lacks, where they stand.
  var standIns: [GlyphStandIn] {
    paragraph.standIns.compactMap { found in
      let cells = paragraph.cells[choice.first..<choice.end]
      guard let cell = cells.lastIndex(where: { Int($0.text) <= found.index }),
        found.index < textEnd(of: choice.end - 1, isLast: true)
      else { return nil }
      return GlyphStandIn(
        scalar: paragraph.source.text[found.index], role: found.role, font: found.font,
        inline: Length(units: pens[cell - choice.first]),
        width: Length(units: paragraph.cells[cell].width))
    }
  }

  var adjustment: LineAdjustment {
    let reach = choice.fit.reach
    var adjustment = LineAdjustment(
      step: reach.step > 0 ? reach.step : min(reach.step, -choice.fit.edgeStep),
      amount: Length(units: reach.step == 0 ? 0 : choice.fit.need),
      hanExtra: reach.step > 0 ? reach.extra : 0, relieved: choice.relieved,
      hung: choice.fit.hangs,
      lonely: choice.first > paragraph.lastCompanion && choice.end == paragraph.cells.count,
      hyphenated: paragraph.hyphen(before: choice.end) != nil)
    adjustment.reduction = paragraph.rules.key.reduction
    adjustment.unfilled = isUnfilled
    return adjustment
  }

  /// Whether the line ought to be as long as its slot, and neither its gaps nor a note that it breaks off take that.
  private var isUnfilled: Bool {
    paragraph.isJustified && choice.fit.need > 0 && choice.fit.reach.step == 0
      && paragraph.brokenNote(choice.first, choice.end) == nil
  }
}
