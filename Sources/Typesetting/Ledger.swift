import CJKRules

/// Running totals over a paragraph's cells and gaps, so that any part of it is measured by two
/// look-ups. In `Length` units; at a stretching step without limit, the ems of its places.
struct Ledger {
  /// Columns of a row: 0 is the cells' width.
  struct Column {
    let index: Int
    static let width = Column(index: 0)
    static let natural = Column(index: 1)
    static let allShrink = Column(index: 2)
    static func shrink(_ step: Int) -> Column { Column(index: 2 + step) }
    static func stretch(_ step: Int) -> Column {
      Column(index: 2 + AdjustmentOrder.shrinkSteps + step)
    }
    static let count = 3 + AdjustmentOrder.shrinkSteps + AdjustmentOrder.stretchSteps
  }

  /// Row i holds the totals of cells before i and the gaps after them.
  private var rows: [Int] = []

  /// Width of the cells from `first` to before `end`.
  func width(_ first: Int, _ end: Int) -> Int {
    rows[end * Column.count] - rows[first * Column.count]
  }

  /// Total over the gaps within a line from `first` to before `end`.
  func gaps(_ first: Int, _ end: Int, _ column: Column) -> Int {
    rows[(end - 1) * Column.count + column.index] - rows[first * Column.count + column.index]
  }

  init() {}

  init(_ paragraph: ShapedParagraph) {
    let (cells, joints, table) = (paragraph.cells, paragraph.joints, paragraph.rules.gaps)
    rows = [Int](unsafeUninitializedCapacity: (cells.count + 1) * Column.count) { rows, count in
      rows.update(repeating: 0)
      count = rows.count
      for index in cells.indices {
        let (row, next) = (index * Column.count, (index + 1) * Column.count)
        for column in 0..<Column.count { rows[next + column] = rows[row + column] }
        rows[next] += cells[index].width
        guard index + 1 < cells.count else { break }
        let rule = table[
          LineRules.gapIndex(joints[index], cells[index].kind, cells[index + 1].kind)]
        Self.add(rule, cells[index], cells[index + 1], to: &rows, at: next)
      }
    }
  }

  private static func add(
    _ rule: GapRule, _ before: Cell, _ after: Cell, to rows: inout UnsafeMutableBufferPointer<Int>,
    at row: Int
  ) {
    rows[row + Column.natural.index] += rule.natural(before, after)
    for (blank, em) in [(rule.after, before.em), (rule.before, after.em)] where blank.shrinkStep > 0
    {
      let amount = Int(blank.shrink) * em / 1000
      rows[row + Column.allShrink.index] += amount
      rows[row + Column.shrink(Int(blank.shrinkStep)).index] += amount
    }
    if rule.stretchStep > 0 {
      rows[row + Column.stretch(Int(rule.stretchStep)).index] += rule.stretch(before)
    }
    if rule.stretchesAtLast {
      rows[row + Column.stretch(AdjustmentOrder.stretchSteps).index] += before.em
    }
  }
}

extension GapRule {
  func natural(_ before: Cell, _ after: Cell) -> Int {
    Int(self.after.natural) * before.em / 1000 + Int(self.before.natural) * after.em / 1000
      + before.tracking
  }

  func stretch(_ before: Cell) -> Int { Int(stretch) * before.em / 1000 }
}
