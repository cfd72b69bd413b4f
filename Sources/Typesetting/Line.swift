import CJKRules
import Fonts
import Geometry

/// What was done to make a line as long as its slot.
package struct LineAdjustment: Hashable, Sendable {
  /// The step reached: negative when squeezed, positive when stretched, 0 when untouched.
  package var step: Int
  /// Length given to (positive) or taken from (negative) the line in all.
  package var amount: Length
  /// The largest extra space between two Han characters, in thousandths of an em.
  package var hanExtra: Int
  /// A prohibition had to be relieved at this line's start or end (CLREQ 3.1.4).
  package var relieved: Bool
  /// Its last mark hangs past its end (CLREQ 3.1.7).
  package var hung: Bool
  /// It ends a paragraph with fewer than two characters (孤字: CLREQ 3.4.4).
  package var lonely: Bool
  /// It ends in a part of a word, with a hyphen of the program's.
  package var hyphenated: Bool
  /// Short of its length, with no place that may open.
  package var unfilled = false
  /// The table that Japanese lines are squeezed by, which names the steps.
  package var reduction = ReductionTable.jlreq

  package init(
    step: Int = 0, amount: Length = .zero, hanExtra: Int = 0, relieved: Bool = false,
    hung: Bool = false, lonely: Bool = false, hyphenated: Bool = false
  ) {
    (self.step, self.amount, self.hanExtra, self.relieved) = (step, amount, hanExtra, relieved)
    (self.hung, self.lonely, self.hyphenated) = (hung, lonely, hyphenated)
  }

  package static let none = LineAdjustment()
}

/// One set line (行): glyphs with their places from the line's start and axis.
package struct Line: Hashable, Sendable {
  /// The scalars of the paragraph that stand in it.
  package var text: Range<Int>
  package var runs: [GlyphRun]
  package var measure: Length
  /// From the line's start to the end of its last character's box (blank of a squeezed mark excluded).
  package var width: Length
  package var adjustment: LineAdjustment
  /// Lines and boxes beside the characters, in the ink of the text.
  package var strokes: [LineStroke]
  /// Its characters that their own font lacks.
  package var standIns: [GlyphStandIn] = []

  package init(
    text: Range<Int>, runs: [GlyphRun], measure: Length, width: Length,
    adjustment: LineAdjustment = .none, strokes: [LineStroke] = []
  ) {
    (self.text, self.runs, self.measure) = (text, runs, measure)
    (self.width, self.adjustment, self.strokes) = (width, adjustment, strokes)
  }
}
