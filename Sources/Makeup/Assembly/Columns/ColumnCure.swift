/// What was done about a column's foot, about lines without room or about white at the story's end (齐栏): for the report.
package struct ColumnCure: Hashable, Sendable {
  package enum Fault: String, Hashable, Sendable {
    /// A paragraph's last line would open the next column (孤行).
    case strandedLine = "stranded line"
    /// A 小标题, a quote or a table has no room left at the foot.
    case headAtFoot = "head at foot"
    /// A paragraph ends with its column, over text of another story (段尾齐栏底).
    case paragraphAtFoot = "paragraph at foot"
    /// The last lines of the story had no room.
    case overset
    /// The story ended over its frame's foot.
    case short
  }
  package enum Cure: String, Hashable, Sendable {
    /// Paragraphs set a line shorter (缩行).
    case pulledIn = "pulled in"
    /// Paragraphs set a line longer (扩行).
    case spread
    /// A 小标题 without its white, after what could be pulled in.
    case closedUp = "closed up"
    /// A white line more over 小标题 of the column, after what could be spread.
    case blanked = "white at heads"
    /// One line under the 小标题 where there should be two, only for text without room.
    case keptShort = "one line kept"
    /// Pictures or a chart deeper or shallower than they naturally are; a picture a column wider.
    case pictureDeeper = "picture deeper"
    case pictureShallower = "picture shallower"
    case pictureWider = "picture wider"
    /// White over and under the story's heads, more or less of it.
    case headOpened = "head opened"
    case headTightened = "head tightened"
    case left = "left white"

    /// Those that may close a foot, in the order an editor tries them. 小标题 are tightened once nothing else helps; white
    /// that text without room could use is given to text first. Several stories have lines between them, at which white is
    /// never seen.
    static func ways(isOverset: Bool, tightens: Bool, gathers: Bool) -> [Cure] {
      switch (tightens, isOverset) {
      case _ where gathers && !isOverset: [.pulledIn, .blanked, .closedUp, .spread]
      case (false, _): [.pulledIn, .spread, .blanked]
      case (true, false): [.pulledIn, .spread, .closedUp, .blanked]
      case (true, true): [.pulledIn, .closedUp, .keptShort, .spread, .blanked]
      }
    }

    /// What shows, in rows that a picture is off its natural height: an editor rather changes the picture.
    var cost: Int {
      switch self {
      case .closedUp: 4
      case .keptShort: 8
      default: 0
      }
    }
  }
  package var fault: Fault
  package var cure: Cure
  /// Among the story's legs, from 0; in a frame's record, among the frame's.
  package var leg: Int
  /// Lines won or filled; those left white.
  package var lines: Int
}

/// Changes to a story's flow that an editor would make to close its columns.
struct FlowChanges {
  /// Lines more or fewer than a paragraph takes by itself, by item.
  var lines: [Int: Int] = [:]
  /// White rows before an inset, by item.
  var blanks: [Int: Int] = [:]
  /// 小标题 without the white that is theirs.
  var closedUp: Set<Int> = []
  /// 小标题 that keep but one line under them.
  var keptShort: Set<Int> = []

  func altering(_ items: [Int], by change: Int) -> FlowChanges {
    var changes = self
    for item in items { changes.lines[item] = change }
    return changes
  }
}
