import CJKRules

/// What it is for a line to end at a place.
enum LineEnding: UInt8, Sendable {
  case allowed
  /// The text orders it (强制换行).
  case ordered
  /// Within a Latin word, with a hyphen.
  case hyphen
  /// Within an address or another long run, where nothing else fits.
  case atNeed
  /// Only a prohibition speaks against it.
  case prohibited
  case unbreakable
  /// Not settled yet.
  case byContext

  @inline(__always)
  init(_ permission: BreakPermission) {
    switch permission {
    case .allowed: self = .allowed
    case .prohibited: self = .prohibited
    case .unbreakable: self = .unbreakable
    case .byContext: self = .byContext
    }
  }

  /// Whether it is tried first.
  @inline(__always)
  var isOpen: Bool {
    switch self {
    case .allowed, .ordered, .hyphen: true
    case .atNeed, .prohibited, .unbreakable, .byContext: false
    }
  }

  /// Whether a line that ends here breaks a rule.
  var isRelief: Bool {
    switch self {
    case .prohibited, .unbreakable, .byContext: true
    case .allowed, .ordered, .hyphen, .atNeed: false
    }
  }
}

extension ShapedParagraph {
  /// Whether a line may end before the cell `end`.
  func mayBreak(_ end: Int) -> Bool {
    ledger.ending(end).isOpen
  }

  /// What it costs to end a line before the cell `end` where nothing better is left; nil where only force
  /// could.
  func reliefCost(_ end: Int, isStuck: Bool = true, isTooLoose: Bool = true) -> Int? {
    switch ledger.ending(end) {
    case .prohibited:
      isStuck || isTooLoose && standsAmongMarks(end) ? LineCost.relief : nil
    case .atNeed: LineCost.need
    case .allowed, .ordered, .hyphen, .unbreakable, .byContext: nil
    }
  }

  /// Whether the text ends, or orders a new line, before the cell `end`.
  @inline(__always)
  func isClosed(_ end: Int) -> Bool {
    if end == cells.count { return true }
    guard !newLines.isEmpty, case .ordered = ledger.ending(end) else { return false }
    return true
  }

  /// Where the line must end that begins at `first`, if not before.
  @inline(__always)
  func stop(after first: Int) -> Int {
    newLines.isEmpty ? cells.count : nextNewLine(after: first)
  }

  /// Whether the place before the cell `end` is inside three marks in a row or more.
  func standsAmongMarks(_ end: Int) -> Bool {
    func isMark(_ cell: Int) -> Bool {
      cells.indices.contains(cell) && ClassSet.marks.contains(cells[cell].kind)
    }
    return isMark(end - 1) && isMark(end) && (isMark(end - 2) || isMark(end + 1))
  }

  func nextNewLine(after first: Int) -> Int {
    var (low, high) = (0, newLines.count)
    while low < high {
      let middle = (low + high) / 2
      if newLines[middle] <= first { low = middle + 1 } else { high = middle }
    }
    return low < newLines.count ? newLines[low] : cells.count
  }
}
