import CJKRules

/// Running totals over a paragraph's cells and gaps, so that any part of it is measured by two
/// look-ups. In `Length` units; at a stretching step without limit, the ems of its places.
struct Ledger: Sendable {
  /// Columns of a row.
  enum Column {
    static let natural = 1
    static let allShrink = 2
    /// Column 0 is the cells' width. Steps, counted from 1, follow these two.
    static let shrink = 2
    static var stretch: Int { shrink + ShapedParagraph.shrinkSteps }
    static var count: Int { stretch + ShapedParagraph.stretchSteps + 1 }
  }

  /// Row i holds the totals of the cells before i, and of the gaps after them.
  private var rows: [Int] = []
  /// Whether a line may end after cell i − 1.
  private(set) var permissions: [BreakPermission] = []

  /// The cells from `first` to before `end` with the gaps between them.
  func natural(_ first: Int, _ end: Int) -> Int {
    let (from, to, last) = (first * Self.stride, end * Self.stride, (end - 1) * Self.stride)
    return rows[to] - rows[from] + rows[last + 1] - rows[from + 1]
  }

  /// Total over the gaps within a line from `first` to before `end`.
  func gaps(_ first: Int, _ end: Int, _ column: Int) -> Int {
    rows[(end - 1) * Self.stride + column] - rows[first * Self.stride + column]
  }

  /// What the gap after a cell is when untouched.
  func naturalGap(after cell: Int) -> Int {
    rows[(cell + 1) * Self.stride + 1] - rows[cell * Self.stride + 1]
  }

  private static var stride: Int { Column.count }

  init() {}

  init(_ paragraph: ShapedParagraph) {
    let (cells, looks, table) = (paragraph.cells, paragraph.looks, paragraph.rules.gaps)
    let count = cells.count
    permissions = [BreakPermission](repeating: .allowed, count: count + 1)
    rows = [Int](unsafeUninitializedCapacity: (count + 1) * Self.stride) { rows, initialized in
      initialized = rows.count
      for column in 0..<Self.stride { rows[column] = 0 }
      for index in 0..<count {
        let (row, next) = (index * Self.stride, (index + 1) * Self.stride)
        for column in 0..<Self.stride { rows[next + column] = rows[row + column] }
        let cell = cells[index]
        rows[next] += cell.width
        guard index + 1 < count else { break }
        let after = cells[index + 1]
        let rule = table[ShapedParagraph.gapPlace(cell, after)]
        permissions[index + 1] = rule.breaking
        switch cell.kind {
        case .comma, .stop:
          if paragraph.partsNumber(index) {
            (permissions[index], permissions[index + 1]) = (.unbreakable, .unbreakable)
          }
        default: break
        }
        Self.add(rule, looks[Int(cell.look)], looks[Int(after.look)], to: rows, at: next)
      }
    }
    for ruby in paragraph.rubies {
      for end in ruby.cells.dropFirst() { permissions[end] = .unbreakable }
    }
  }

  @inline(__always)
  private static func add(
    _ rule: GapRule, _ before: Look, _ after: Look, to rows: UnsafeMutableBufferPointer<Int>,
    at row: Int
  ) {
    rows[row + Column.natural] += rule.natural(before, after)
    add(rule.after, before.em, to: rows, at: row)
    add(rule.before, after.em, to: rows, at: row)
    if rule.stretchStep > 0 {
      rows[row + Column.stretch + Int(rule.stretchStep)] += rule.stretch(before)
    }
    if rule.stretchesAtLast {
      rows[row + Column.stretch + ShapedParagraph.stretchSteps] += before.em
    }
  }

  @inline(__always)
  private static func add(
    _ blank: Blank, _ em: Int, to rows: UnsafeMutableBufferPointer<Int>, at row: Int
  ) {
    guard blank.shrinkStep > 0 else { return }
    let amount = Int(blank.shrink) * em / 1000
    rows[row + Column.allShrink] += amount
    rows[row + Column.shrink + Int(blank.shrinkStep)] += amount
  }
}

extension ShapedParagraph {
  /// Whether a cell is a full-width separator within a number, such as １，０００ or ３．５ (JLREQ 3.1.10).
  fileprivate func partsNumber(_ index: Int) -> Bool {
    guard index > 0, index + 1 < cells.count, case .solid = cells[index].joint else {
      return false
    }
    let scalar = source.text[Int(cells[index].text)]
    return (scalar == "，" || scalar == "．") && isDigit(index - 1) && isDigit(index + 1)
  }

  private func isDigit(_ index: Int) -> Bool {
    switch source.text[Int(cells[index].text)] {
    case "0"..."9", "０"..."９": true
    default: false
    }
  }
}

extension GapRule {
  @inline(__always)
  func natural(_ before: Look, _ after: Look) -> Int {
    Int(self.after.natural) * before.em / 1000 + Int(self.before.natural) * after.em / 1000
      + before.tracking
  }

  @inline(__always)
  func stretch(_ before: Look) -> Int { Int(stretch) * before.em / 1000 }
}
