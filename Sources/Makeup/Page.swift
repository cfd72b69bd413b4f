import Diagnostics
import Drawing
import Geometry
import PageDesign
import Typesetting

/// Something on a panel, in the panel's own flow (inline along the lines, block across them).
package enum Item: Hashable, Sendable {
  /// A set line: its start along the line, and its axis across the lines.
  case line(Line, start: LogicalPoint, Ink)
  case fill(LogicalRect, Ink)
  /// Bare paper, white in a reversed frame too: of a rectangle, or of a closed line in it.
  case paper(LogicalRect, outline: [PathStep<LogicalPoint>]? = nil)
  case stroke(LogicalRect, weight: Length, Ink)
  case roundBox(LogicalRect, radius: Length, fill: Ink?, stroke: Ink?, weight: Length)
  case rule(from: LogicalPoint, to: LogicalPoint, weight: Length, Ink, LinePattern)
  /// Areas and lines of any shape.
  case path(PathMark<LogicalPoint>)
  case picture(
    file: String, placement: LogicalRect, clip: LogicalRect, shape: ClipShape = .rectangle)
  /// A picture of which several rectangles that touch are seen (异形).
  case shapedPicture(file: String, placement: LogicalRect, shape: [LogicalRect])
  case begin(MarkTag)
  case end(MarkTag)
}

/// A rectangle of the page with its own writing mode; what stands in it is placed by flow, not by x and y.
package struct Panel: Hashable, Sendable {
  package var rect: Rect
  package var mode: WritingMode
  package var items: [Item]

  package init(rect: Rect, mode: WritingMode = .horizontal, items: [Item] = []) {
    (self.rect, self.mode, self.items) = (rect, mode, items)
  }

  package var size: LogicalSize { mode.logical(rect.size) }
}

/// One column of a story's text, as it came out.
package struct LegRecord: Hashable, Sendable {
  package var rect: Rect
  /// 字 in a line, in thousandths.
  package var measure: Int
  package var lines: Int
  package var mode: WritingMode
  /// What stands in it, from its first row to its last.
  package var rows: [RowRecord] = []
}

/// A line of text in a leg, or what stands there on rows of its own.
package struct RowRecord: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case text
    /// 小标题.
    case subhead
    /// A quote, a table, a source: what breaks the text as a subhead does.
    case other
  }
  package var kind: Kind
  package var rect: Rect
  /// A paragraph's first line, and its last.
  package var opens = false
  package var closes = false
  /// A paragraph's first line that begins with a head in a face apart.
  package var leads = false
  /// Which of several stories it belongs to.
  package var story = 0
}

/// A frame with everything in it set.
package struct SetFrame: Hashable, Sendable {
  package var id: String
  package var kind: FrameKind
  package var rect: Rect
  package var article: String?
  /// All of a frame that takes several, in the order they stand.
  package var gathered: [GatheredStory] = []
  package var title: String?
  /// How its kicker, title and subtitle were set.
  package var heads: [HeadRecord] = []
  package var panels: [Panel]
  /// Its pull quote across columns.
  package var quote: Rect?
  package var legs: [LegRecord] = []
  package var linesUsed: Int = 0
  package var linesFree: Int = 0
  package var characters: Int = 0
  package var oversetLines: Int = 0
  package var oversetCharacters: Int = 0
  /// The page this frame's story goes on to.
  package var continuesOn: String?
  package var adjustments: AdjustmentTally = AdjustmentTally()
  /// What was done to close its columns.
  package var cures: [ColumnCure] = []

  package init(id: String, kind: FrameKind, rect: Rect, panels: [Panel] = []) {
    (self.id, self.kind, self.rect, self.panels) = (id, kind, rect, panels)
  }
}

/// How much the lines of a frame had to give or take.
package struct AdjustmentTally: Hashable, Sendable {
  package var lines = 0
  package var squeezed = 0
  package var stretched = 0
  /// Largest extra space between two Han characters, thousandths of an em.
  package var maxStretch = 0
  package var relieved = 0

  package mutating func add(_ line: Line) {
    lines += 1
    if line.adjustment.step < 0 { squeezed += 1 }
    if line.adjustment.step > 0 { stretched += 1 }
    maxStretch = max(maxStretch, line.adjustment.hanExtra)
    if line.adjustment.relieved { relieved += 1 }
  }

  package static func + (a: AdjustmentTally, b: AdjustmentTally) -> AdjustmentTally {
    var sum = a
    sum.lines += b.lines
    sum.squeezed += b.squeezed
    sum.stretched += b.stretched
    sum.maxStretch = max(a.maxStretch, b.maxStretch)
    sum.relieved += b.relieved
    return sum
  }
}

/// A made-up page (版): its frames in reading order, and the lines between them.
package struct Page: Hashable, Sendable {
  package var code: String
  package var name: String?
  package var layout: Layout
  package var frames: [SetFrame]
  /// Lines between frames and overlays, on the whole page.
  package var furniture: [Panel]

  package init(
    code: String, name: String?, layout: Layout, frames: [SetFrame] = [], furniture: [Panel] = []
  ) {
    (self.code, self.name, self.layout) = (code, name, layout)
    (self.frames, self.furniture) = (frames, furniture)
  }
}
