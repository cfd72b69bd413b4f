import Diagnostics
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A line in its slot.
struct PlacedLine {
  var slot: LineSlot
  var line: Line
  /// Which item of the flow it belongs to.
  var item: Int
  /// Its paragraph's first line, and its last.
  var opens: Bool
  var closes: Bool
  /// Begins with a head of its own, in a face apart (夹题, 电头, a bold lead-in).
  var leads = false
  /// Of its paragraph, in the manuscript.
  var place: SourcePlace
}

/// Something on rows of its own, where it came to stand.
struct PlacedInset {
  var leg: Int
  var row: Int
  var fit: InsetFit
  /// Which item of the flow it is.
  var item: Int
}

/// A story poured into its slots (排定结果): what stands where, and what found no room.
struct Filling {
  var lines: [PlacedLine] = []
  var insets: [PlacedInset] = []
  /// Lines and characters without a slot (溢出).
  var oversetLines = 0
  var oversetCharacters = 0
  /// Where the text without room begins.
  var oversetPlace: SourcePlace?
  /// The last row used in each leg.
  var lastRows: [Int: Int] = [:]
  /// Slots taken, those left empty to keep a rule among them.
  var taken = 0
  /// The same item by item.
  var missing: [Missing] = []
  /// With which item each of several stories begins.
  var stories: [Int] = []
  /// Where a rule left the foot of a leg white.
  var holes: [Hole] = []
  /// What was done about such places, and about lines without room.
  var cures: [ColumnCure] = []

  var isClosed: Bool { oversetLines == 0 }

  /// Whether something stands right over a slot, where text went on before it too.
  func hasInset(over slot: LineSlot) -> Bool {
    insets.contains { $0.leg == slot.leg && $0.row + $0.fit.rows == slot.row }
  }

  /// Which of several stories an item belongs to.
  func story(of item: Int) -> Int {
    max(0, (stories.firstIndex { $0 > item } ?? stories.count) - 1)
  }
}

/// What of an item found no room.
struct Missing {
  var item: Int
  var lines: Int
  var characters: Int
  var place: SourcePlace?
}

/// The foot of a leg that is left white for what may not stand there.
struct Hole: Hashable {
  var fault: ColumnCure.Fault
  var leg: Int
  /// White rows.
  var rows: Int
  /// Rows that would have to be won above them for the item to stand there.
  var short: Int
  /// The item that went on to the next leg.
  var item: Int
}
