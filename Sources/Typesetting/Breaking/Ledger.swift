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
    let (cells, looks, table) = (paragraph.cells, paragraph.looks, paragraph.rules.gaps)
    let count = cells.count
    hanStep = paragraph.rules.order.hanStretch.step
    var asksContext = false
    rows = [Int](repeating: 0, count: Column.count)
    let isCapped = paragraph.rules.order.hanStretch.cap != nil
    if isCapped { hanLastStretch = [Int](repeating: 0, count: count + 1) }
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
          place.start += known.natural
          place.hanStretch += known.stretch
          place.ending = known.ending
          continue
        }
        let rule = table[gap]
        place.start += rule.natural(looks[one], looks[other])
        place.ending = LineEnding(rule.breaking)
        switch cells[index].kind {
        case .solidus:
          if paragraph.partsNumber(index) {
            (places[index].ending, place.ending) = (.unbreakable, .unbreakable)
          }
        case .digit, .wideAlphanumeric:
          if paragraph.bearsSign(index) { places[index].ending = .unbreakable }
        default: break
        }
        asks = asks || place.ending == .byContext
        let isHan = Int(rule.stretchStep) == hanStep
        if isHan { place.hanStretch += rule.stretch(looks[one]) }
        if isCapped {
          hanLastStretch[index + 1] = hanLastStretch[index]
          if isHan && rule.stretchesAtLast { hanLastStretch[index + 1] += looks[one].em }
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
    if asksContext {
      let asking = places.indices.filter { ending($0) == .byContext }
      for (end, permission) in paragraph.settled(asking) {
        places[end].ending = LineEnding(permission)
      }
    }
    if let latin = paragraph.latin {
      for hyphen in latin.hyphens { places[hyphen.cell].ending = .hyphen }
      for end in latin.atNeed where !places[end].ending.isOpen { places[end].ending = .atNeed }
    }
    if let edges = paragraph.rubyEdges { keepTogether(paragraph.rubies, holding: edges.held) }
    if let marked = paragraph.marked { settle(marked) }
    for end in paragraph.newLines { places[end].ending = .ordered }
  }

  /// A rule box is not broken over lines (CLREQ 3.1.3.4); within a note, its own text decides.
  private mutating func settle(_ marked: MarkedCells) {
    for mark in marked.marks where mark.kind == .mourning {
      for end in mark.cells.dropFirst() { places[end].ending = .unbreakable }
    }
    guard let inner = marked.noteText?.text.ledger else { return }
    for end in marked.notes.lazy.flatMap({ $0.dropFirst() }) {
      places[end].ending = inner.ending(end)
    }
  }

  /// No line ends within the base of a ruby; blank that ruby hangs over is not squeezed away.
  private mutating func keepTogether(_ rubies: [Ruby], holding held: [HeldBlank]) {
    for ruby in rubies where !ruby.isLinked {
      for end in ruby.cells.dropFirst() { places[end].ending = .unbreakable }
    }
    var sum = 0
    var next = held[...]
    for cell in places.indices where !held.isEmpty {
      while let blank = next.first, blank.cell < cell {
        sum += blank.amount
        next.removeFirst()
      }
      places[cell].shrink -= sum
    }
    // A gap that can be squeezed begins a row, and every later row counts it.
    var taken = [Int](repeating: 0, count: Column.count)
    var blanks = held[...]
    for row in stride(from: 0, to: rows.count, by: Column.count) {
      while let blank = blanks.first, Int(places[blank.cell + 1].row) <= row {
        taken[Column.shrink + blank.step] += blank.amount
        blanks.removeFirst()
      }
      if blanks.count == held.count { continue }
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

extension ShapedParagraph {
  /// Whether a cell is a solidus within a number, such as 1/2 or １／２ (JLREQ 3.1.10).
  fileprivate func partsNumber(_ index: Int) -> Bool {
    guard index > 0, index + 1 < cells.count, case .solid = cells[index].joint else {
      return false
    }
    return isDigit(index - 1) && isDigit(index + 1)
  }

  /// Whether a sign drawn as wide as a Han character stands before a digit: －5.
  fileprivate func bearsSign(_ digit: Int) -> Bool {
    guard digit > 0, case .solid = cells[digit - 1].joint else { return false }
    switch source.text[Int(cells[digit - 1].text)] {
    case "\u{2212}", "＋", "－", "±": return true
    default: return false
    }
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

  /// What may be squeezed in all.
  @inline(__always)
  func shrink(_ before: Int, _ after: Int) -> Int {
    (self.after.shrinkStep > 0 ? Int(self.after.shrink) * before / 1000 : 0)
      + (self.before.shrinkStep > 0 ? Int(self.before.shrink) * after / 1000 : 0)
  }

  /// Whether it cannot be squeezed, and opens with all Han gaps or not at all.
  @inline(__always)
  func isPlain(isHan: Bool) -> Bool {
    after.shrinkStep == 0 && before.shrinkStep == 0
      && (isHan || (stretchStep == 0 && !stretchesAtLast))
  }
}
