import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// One change made to let a story fit (救济).
struct Remedy: Hashable {
  /// Rows more than the pictures, or the table, naturally take.
  var rows = 0
  /// How far pictures may be cropped.
  var crop = Cropping.easy
  /// Rows more or fewer than the heads naturally take.
  var head = 0
  /// Columns fewer than the pictures were asked to take; below nought: more.
  var columns = 0
  /// Whether 小标题 may give up what is theirs.
  var tightens = false
  /// Paragraphs left out, counted from 1.
  var cut: [Int] = []
  /// Whether the search may end here once the text fits: nothing is done that need not be.
  var isLast = true

  /// With so many rows more at the heads.
  func headed(_ rows: Int) -> Remedy {
    var remedy = self
    remedy.head = rows
    return remedy
  }

  /// Pictures still deeper do not help text without room, nor still shallower ones a story that stands.
  func isVain(after trials: [Trial]) -> Bool {
    trials.contains { trial in
      var same = trial.remedy
      (same.rows, same.isLast) = (rows, isLast)
      return same == self
        && (rows > trial.remedy.rows && trial.isOverset || rows < trial.remedy.rows && trial.stands)
    }
  }

  /// What it did to a part, for the report.
  func cures(in part: StoryPart) -> [ColumnCure] {
    var cures: [ColumnCure] = []
    func add(_ fault: ColumnCure.Fault, _ cure: ColumnCure.Cure, _ lines: Int) {
      cures.append(ColumnCure(fault: fault, cure: cure, leg: 0, lines: lines))
    }
    for rows in part.changedRows where rows != 0 {
      if rows > 0 {
        add(.short, .pictureDeeper, rows)
      } else {
        add(.overset, .pictureShallower, -rows)
      }
    }
    if columns < 0 { add(.short, .pictureWider, -columns) }
    if head > 0 { add(.short, .headOpened, head) }
    if head < 0 { add(.overset, .headTightened, -head) }
    return cures
  }

  /// What it costs beside text and white.
  var cost: Int {
    cut.count * 1_000 + max(0, columns) * 100 + max(0, -columns) * 25 + abs(head) * 4 + abs(rows)
      + (crop == .fill ? 6 : 0)
  }
}

/// What came of a remedy.
struct Trial {
  var remedy: Remedy
  var isOverset: Bool
  /// All stands, no column is broken off or short inside the story.
  var stands: Bool
}

extension Trial {
  init(_ attempt: Attempt) {
    let isOverset = !attempt.filling.isClosed
    self.init(
      remedy: attempt.remedy, isOverset: isOverset,
      stands: !isOverset && attempt.stranded == 0 && attempt.filling.white == 0)
  }
}

extension StoryPartMaker {
  /// What may be changed so that the story fits, in the order an editor would try: the pictures a few rows taller or
  /// shorter, the heads a row closer to the text, paragraphs cut as `trim` allows, the
  /// pictures cropped further, then fewer columns wide; then both.
  func remedies(in part: StoryPart) -> [Remedy] {
    let isFixed =
      story.photos.isEmpty && story.table == nil && story.chart == nil || story.blocks.isEmpty
    let steps = isFixed ? [0] : [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, 8, 9, 10]
    let usual = steps.map { Remedy(rows: $0, isLast: $0 == steps.last) }
    let cuts = story.trim.indices.map { Array(story.trim.suffix($0 + 1)) }
    let trims = cuts.map { Remedy(cut: $0) }
    let tight = (part.headRoom?.spare ?? 0) > 0 ? usual.map { $0.headed(-1) } : []
    guard !story.photos.isEmpty, !story.blocks.isEmpty else { return usual + tight + trims }
    let (columns, rows) = largestPicture(in: part.rooms)
    let deep = stride(from: max(1, rows / 5), through: rows / 2, by: 1).map {
      Remedy(rows: -$0, crop: .most)
    }
    let narrow = stride(from: 1, to: columns, by: 1).flatMap { fewer in
      usual.map { Remedy(rows: $0.rows, crop: .most, columns: fewer, isLast: $0.isLast) }
    }
    let least = cuts.map { Remedy(rows: -rows / 2, crop: .most, columns: columns - 1, cut: $0) }
    return usual + tight + trims + deep + narrow + least
  }
}

extension Filling {
  /// Parts of columns, beside a picture or whole, with some lines but too few. The last of the story may be short.
  func strandedParts(in rooms: [Room]) -> Int {
    var used: [Int: Set<Int>] = [:]
    for placed in lines { used[placed.slot.leg, default: []].insert(placed.slot.row) }
    for inset in insets {
      used[inset.leg, default: []].formUnion(inset.row..<inset.row + inset.fit.rows)
    }
    let counts = runsOfText(in: rooms).map { run in
      run.rows.count { used[run.leg]?.contains($0) == true }
    }
    return counts.filter { $0 > 0 }.dropLast().count { $0 < leastLinesOfPart }
  }

  /// The rows of each leg that may hold a line, as runs without holes.
  private func runsOfText(in rooms: [Room]) -> [(leg: Int, rows: ClosedRange<Int>)] {
    let slots = slots(in: rooms)
    return (0..<rooms.reduce(0) { $0 + $1.legs.count }).flatMap { leg in
      unbroken(slots.filter { $0.leg == leg }.map(\.row)).map { (leg, $0) }
    }
  }
}
