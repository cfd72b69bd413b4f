import CJKRules

/// Running totals over a paragraph's cells and gaps, so that any part of it is measured by two
/// look-ups. In `Length` units; at a stretching step without limit, the ems of its places.
///
/// Most gaps of body text are alike: they cannot be squeezed, and open with all Han gaps. Those are counted in
/// `places` alone; a gap that can do more begins a new row.
struct Ledger: Sendable {
  /// Columns of a row. Steps are counted from 1.
  enum Column {
    static let shrink = -1
    static var stretch: Int { shrink + ShapedParagraph.shrinkSteps }
    static var count: Int { stretch + ShapedParagraph.stretchSteps + 1 }
  }

  /// Totals before a cell.
  private struct Place {
    /// Cells and gaps.
    var start = 0
    /// What may be squeezed in all.
    var shrink = 0
    /// What Han gaps may open by at their own step.
    var hanStretch = 0
    /// Where the row begins that has all else.
    var row: Int32 = 0
    /// What it is for a line to end here.
    var ending = LineEnding.allowed
  }

  /// The last gap after an ideograph: most are like it, and are not reckoned again.
  private struct KnownGap {
    var gap = -1
    var looks = (0, 0)
    var natural = 0
    var stretch = 0
    var ending = LineEnding.allowed

    init() {}

    init(_ gap: Int, _ one: Int, _ other: Int, _ place: Place, after last: Place, _ width: Int) {
      (self.gap, looks) = (gap, (one, other))
      natural = place.start - last.start - width
      stretch = place.hanStretch - last.hanStretch
      ending = place.ending
    }

    @inline(__always)
    func add(to place: inout Place) {
      place.start += natural
      place.hanStretch += stretch
      place.ending = ending
    }
  }

  /// One for each cell, and one for the end.
  private var places: [Place] = []
  private var rows: [Int] = []
  /// What Han gaps may open by at the last step, where their own has a limit.
  private var hanLastStretch: [Int] = []
  private var hanStep = 0

  /// From the start of one cell to that of another.
  func distance(_ from: Int, _ to: Int) -> Int { places[to].start - places[from].start }

  /// What it is for a line to end before a cell.
  func ending(_ end: Int) -> LineEnding { places[end].ending }

  /// What may be squeezed in all within a line from `first` to before `end`.
  func shrink(_ first: Int, _ end: Int) -> Int { places[end - 1].shrink - places[first].shrink }

  /// What may be squeezed at one step.
  func shrink(_ first: Int, _ end: Int, _ step: Int) -> Int {
    total(first, end, Column.shrink + step)
  }

  /// What the gaps within a line may open by at one step.
  func stretch(_ first: Int, _ end: Int, _ step: Int) -> Int {
    var sum = total(first, end, Column.stretch + step)
    if step == hanStep { sum += places[end - 1].hanStretch - places[first].hanStretch }
    if step == ShapedParagraph.stretchSteps && !hanLastStretch.isEmpty {
      sum += hanLastStretch[end - 1] - hanLastStretch[first]
    }
    return sum
  }

  private func total(_ first: Int, _ end: Int, _ column: Int) -> Int {
    rows[Int(places[end - 1].row) + column] - rows[Int(places[first].row) + column]
  }

  init() {}

  init(_ paragraph: ShapedParagraph) {
    hanStep = paragraph.rules.order.hanStretch.step
    rows = [Int](repeating: 0, count: Column.count)
    let asksContext = reckon(paragraph)
    settleEndings(of: paragraph, asksContext: asksContext)
    if let edges = paragraph.rubyEdges { hold(edges.held) }
  }

  /// Says what it is for a line to end before a cell.
  mutating func end(before cell: Int, is ending: LineEnding) { places[cell].ending = ending }

  // MARK: Reckoning

  /// Goes over all cells once. Returns whether the ending of any is left to its context.
  private mutating func reckon(_ paragraph: ShapedParagraph) -> Bool {
    let (cells, looks, table) = (paragraph.cells, paragraph.looks, paragraph.rules.gaps)
    let count = cells.count
    let isCapped = paragraph.rules.order.hanStretch.cap != nil
    if isCapped { hanLastStretch = [Int](repeating: 0, count: count + 1) }
    var asksContext = false
    places = [Place](unsafeUninitializedCapacity: count + 1) { places, initialized in
      initialized = count + 1
      var place = Place()
      var known = KnownGap()
      var asks = false
      for index in 0..<count {
        places.initializeElement(at: index, to: place)
        place.start += cells[index].width
        place.ending = .allowed
        guard index + 1 < count else { break }
        let gap = ShapedParagraph.gapPlace(cells[index], cells[index + 1])
        let (one, other) = (Int(cells[index].look), Int(cells[index + 1].look))
        if known.gap == gap && known.looks == (one, other) && !isCapped {
          known.add(to: &place)
          continue
        }
        let rule = table[gap]
        place.start += rule.natural(looks[one], looks[other])
        place.ending = LineEnding(rule.breaking)
        let number = paragraph.numberEnds(at: index)
        if number.before { places[index].ending = .unbreakable }
        if number.after { place.ending = .unbreakable }
        asks = asks || place.ending == .byContext
        let isHan = Int(rule.stretchStep) == hanStep
        if isHan { place.hanStretch += rule.stretch(looks[one].em) }
        if isCapped {
          let opens = isHan && rule.stretchesAtLast
          hanLastStretch[index + 1] = hanLastStretch[index] + (opens ? looks[one].em : 0)
        }
        if rule.isPlain(isHan: isHan) {
          if cells[index].kind == .ideograph {
            known = KnownGap(gap, one, other, place, after: places[index], cells[index].width)
          }
          continue
        }
        place.shrink += rule.shrink(looks[one].em, looks[other].em)
        place.row = addRow(rule, looks[one].em, looks[other].em, isHan: isHan)
      }
      places.initializeElement(at: count, to: place)
      asksContext = asks
    }
    return asksContext
  }

  /// Blank that ruby hangs over is not squeezed away (JLREQ 3.3.8).
  private mutating func hold(_ held: [HeldBlank]) {
    guard !held.isEmpty else { return }
    var sum = 0
    var next = held[...]
    for cell in places.indices {
      while let blank = next.first, blank.cell < cell {
        sum += blank.amount
        next.removeFirst()
      }
      places[cell].shrink -= sum
    }
    // A gap that can be squeezed begins a row, and every later row counts it.
    var taken = [Int](repeating: 0, count: Column.count)
    next = held[...]
    for row in stride(from: 0, to: rows.count, by: Column.count) {
      while let blank = next.first, Int(places[blank.cell + 1].row) <= row {
        taken[Column.shrink + blank.step] += blank.amount
        next.removeFirst()
      }
      for column in taken.indices { rows[row + column] -= taken[column] }
    }
  }

  /// A copy of the last row with one gap more; where it begins.
  private mutating func addRow(_ rule: GapRule, _ before: Int, _ after: Int, isHan: Bool) -> Int32 {
    let row = rows.count
    for column in row - Column.count..<row { rows.append(rows[column]) }
    add(rule.after, before, at: row)
    add(rule.before, after, at: row)
    if !isHan && rule.stretchStep > 0 {
      rows[row + Column.stretch + Int(rule.stretchStep)] += Int(rule.stretch) * before / 1000
    }
    if !isHan && rule.stretchesAtLast {
      rows[row + Column.stretch + ShapedParagraph.stretchSteps] += before
    }
    return Int32(truncatingIfNeeded: row)
  }

  private mutating func add(_ blank: Blank, _ em: Int, at row: Int) {
    guard blank.shrinkStep > 0 else { return }
    let amount = Int(blank.shrink) * em / 1000
    rows[row + Column.shrink + Int(blank.shrinkStep)] += amount
  }
}
