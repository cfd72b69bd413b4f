import Diagnostics
import Fonts
import Geometry
import Manuscripts
import Typesetting

/// One thing in a story's flow, styled and shaped, before it has any room.
package enum FlowItem: Sendable {
  /// A paragraph: a line for each slot.
  case text(FlowText)
  /// Something that takes whole rows of a leg: a subhead, a quote, a table.
  case inset(Inset)
}

extension Inset {
  /// Who wrote it, or where it comes from.
  var isSignature: Bool {
    switch self {
    case .signature, .closing: true
    default: false
    }
  }
}

extension FlowItem {
  var isTable: Bool { if case .inset(.table) = self { true } else { false } }
}

/// A shaped paragraph, with where its text came from.
package struct FlowText: Sendable {
  package var shaped: ShapedParagraph
  package var place: SourcePlace
  /// Begins in another face than the story's text, as a head that runs in, a dateline or a question in bold does.
  var leads: Bool
  /// Is such a head and nothing else: a question whose answer is the next paragraph.
  var isLead = false
  /// Of an item of a list.
  var mark: ListMark?
}

/// The number or dot of an item (序号, 项目符号). It is set apart from the text, so that no line squeezes it and all items
/// begin under each other.
struct ListMark: Sendable {
  private var line: Line
  private var start: Length

  /// Numbers of one and of two digits have their ends under each other.
  init(_ line: Line, endingAt end: Length) {
    self.line = line
    start = max(.zero, end - line.measure)
  }

  /// The item's first line with the mark before it.
  func marking(_ line: Line) -> Line {
    var marked = line
    marked.runs.insert(
      contentsOf: self.line.runs.map { run in
        var run = run
        for index in run.glyphs.indices { run.glyphs[index].inline += start }
        return run
      }, at: 0)
    return marked
  }
}

/// What stands between paragraphs on rows of its own.
package enum Inset: Hashable, Sendable {
  /// The heads of one of several stories, with the line that parts it from the one above.
  case head(HeadlineText, HeadlineStyles, rule: Length, WritingMode)
  /// 小标题: never the last thing in a column.
  case subhead(String, ResolvedStyle)
  case quote(String, ResolvedStyle)
  case sectionBreak
  /// The white line between two stanzas of a poem; none at a column's top.
  case stanzaBreak
  /// With the mode of the text that it stands in; a table itself is always horizontal.
  case table(Table, WritingMode)
  /// Lines set in from the end of the measure, in the middle of each other (落款).
  case signature([String], ResolvedStyle)
  /// A line at the end of the story, set to the right: its source.
  case closing(String, ResolvedStyle)

  /// Whether a foot that it stays away from is a fault: a level table is divided, and a stanza may end a column.
  var leavesHole: Bool {
    switch self {
    case .table(_, .horizontal), .stanzaBreak: false
    default: true
    }
  }
}
