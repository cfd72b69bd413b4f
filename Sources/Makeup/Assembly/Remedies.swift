import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// One change made to let a story fit (救济).
struct Remedy {
  /// Rows more than the pictures, or the table, naturally take.
  var rows = 0
  /// Whether pictures may be cropped as far as they bear it.
  var isDeep = false
  /// Rows more or fewer than the heads naturally take.
  var head = 0
  /// Columns fewer than the pictures were asked to take.
  var columns = 0
  /// Paragraphs left out, counted from 1.
  var cut: [Int] = []
  /// Whether the search may end here once the text fits: nothing is done that need not be.
  var isLast = true

  /// Thousandths of a picture that may be cut away.
  var crop: Int { isDeep ? PicturePlacing.mostCrop : PicturePlacing.easyCrop }

  /// With so many rows more at the heads.
  func headed(_ rows: Int) -> Remedy {
    var remedy = self
    remedy.head = rows
    return remedy
  }

  /// What it did beside the pictures, for the report.
  var cures: [ColumnCure] {
    guard head != 0 else { return [] }
    return [
      head > 0
        ? ColumnCure(fault: .short, cure: .headOpened, leg: 0, lines: head)
        : ColumnCure(fault: .overset, cure: .headTightened, leg: 0, lines: -head)
    ]
  }
}

extension StoryPartMaker {
  /// What may be changed so that the story fits, in the order an editor would try: the pictures a few rows taller or
  /// shorter, the heads a row closer to the text, paragraphs cut as `trim` allows, the pictures cropped further, then fewer columns wide; then both.
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
      Remedy(rows: -$0, isDeep: true)
    }
    let narrow = stride(from: 1, to: columns, by: 1).flatMap { fewer in
      usual.map { Remedy(rows: $0.rows, isDeep: true, columns: fewer, isLast: $0.isLast) }
    }
    let least = cuts.map { Remedy(rows: -rows / 2, isDeep: true, columns: columns - 1, cut: $0) }
    return usual + tight + trims + deep + narrow + least
  }
}

extension Filling {
  /// Parts of columns, beside a picture or whole, with some lines but too few. The last of the story may be short.
  func strandedParts(in rooms: [Room]) -> Int {
    var used: Set<[Int]> = []
    for placed in lines { used.insert([placed.slot.leg, placed.slot.row]) }
    for inset in insets {
      for row in inset.row..<inset.row + inset.fit.rows { used.insert([inset.leg, row]) }
    }
    var before = 0
    let counts = rooms.flatMap { room -> [Int] in
      defer { before += room.legs.count }
      return room.legs.indices.flatMap { leg in
        room.rowsOfText(leg).map { rows in rows.count { used.contains([before + leg, $0]) } }
      }
    }
    return counts.filter { $0 > 0 }.dropLast().count { $0 < leastLinesOfPart }
  }
}

extension Room {
  /// The rows of a leg that hold a line, as runs without holes.
  fileprivate func rowsOfText(_ leg: Int) -> [ClosedRange<Int>] {
    unbroken(slots(in: [self]).filter { $0.leg == leg }.map(\.row))
  }
}
