import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 灰版: columns of text side by side, or tiers under each other, line after line without a title, a picture, a 小标题
  /// or a paragraph that begins with a head of its own, tire the eye. What is next to one of these is lightened by it:
  /// there a few lines do not count.
  static let greyText = LintRule { page, limits in
    page.news.flatMap { frame in
      [WritingMode.horizontal, .vertical].flatMap { grey($0, in: frame, page, limits.grey) }
    }
  }

  private static func grey(
    _ mode: WritingMode, in frame: LintedFrame, _ page: LintedPage, _ most: MakeUpRules.Grey
  ) -> [LintFinding] {
    let legs = frame.legs.filter { $0.mode == mode }
    let runs = legs.flatMap { greyRuns(of: $0, in: frame, page.grid, near: most.near) }
      .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    var seen: [Rect] = []
    return runs.compactMap { run -> LintFinding? in
      guard !seen.contains(run) else { return nil }
      let (group, band) = beside(run, among: runs, page.grid, lines: most.lines)
      guard group.count >= most.columns || isBroad(group, band, mode, page.grid, most) else {
        return nil
      }
      seen += group
      let count = group.count
      return page.finding(
        .greyText, in: frame, at: group.map { $0.rows(sharedWith: band).read(in: mode) },
        [
          "frame": frame.id, "limit": "\(most.lines)",
          "lines": "\((band.height - page.grid.size) / page.grid.pitch + 1)",
        ]
      ).wording(
        "columns", mode == .horizontal ? "\(count) 栏" : "\(count) 段",
        mode == .horizontal ? "\(count) columns" : "\(count) tiers")
    }
  }

  /// Fewer columns, divided anew, that are together as wide as those of the page would be: half as many lines again are
  /// grey.
  private static func isBroad(
    _ group: [Rect], _ band: Rect, _ mode: WritingMode, _ grid: BodyGrid, _ most: MakeUpRules.Grey
  ) -> Bool {
    mode == .horizontal && band.height > grid.pitch * most.lines * 3 / 2
      && group.reduce(.zero) { $0 + $1.width } >= grid.columnWidth * most.columns
  }

  /// A leg's lines of text as runs that nothing interrupts, upright lines turned to lie under each other. What a run
  /// begins or ends at lightens its first or last lines.
  private static func greyRuns(
    of leg: LegRecord, in frame: LintedFrame, _ grid: BodyGrid, near: Int
  ) -> [Rect] {
    let rows = leg.rows.map { (rect: $0.rect.turned(from: leg.mode), row: $0) }
    let ends = rows.indices.filter { index in
      index + 1 == rows.count || breaks(rows[index], rows[index + 1], grid)
    }
    let marks = (frame.pictures + [frame.head].compactMap(\.self)).map {
      $0.turned(from: leg.mode)
    }
    return zip([-1] + ends, ends).compactMap { before, end in
      let run = rows[(before + 1)...end].filter { $0.row.kind == .text }.map(\.rect)
      guard let all = run.bounds else { return nil }
      let isLitAtHead = before >= 0 || marks.contains { isNext(all, under: $0, grid) }
      let isLitAtFoot = end + 1 < rows.count || marks.contains { isNext($0, under: all, grid) }
      return Array(run.dropFirst(isLitAtHead ? near : 0).dropLast(isLitAtFoot ? near : 0)).bounds
    }
  }

  private typealias TurnedRow = (rect: Rect, row: RowRecord)

  /// Whether grey ends between two rows of a leg.
  private static func breaks(_ upper: TurnedRow, _ lower: TurnedRow, _ grid: BodyGrid) -> Bool {
    upper.row.kind != .text || lower.row.kind != .text || lower.row.leads
      || lower.rect.y - upper.rect.y > grid.pitch * 3 / 2
  }

  private static func isNext(_ lower: Rect, under upper: Rect, _ grid: BodyGrid) -> Bool {
    let gap = lower.y - upper.maxY
    return lower.spansColumns(of: upper) && gap > -grid.pitch && gap <= grid.pitch * 3
  }

  /// The run with those right of it, column by column, as long as they share too many lines.
  private static func beside(
    _ run: Rect, among runs: [Rect], _ grid: BodyGrid, lines: Int
  ) -> (group: [Rect], band: Rect) {
    let most = grid.pitch * (lines - 1) + grid.size
    var (group, band) = ([run], run)
    guard band.height > most else { return ([], band) }
    while let next = runs.filter({ isNext($0, to: band, grid) }).max(by: {
      $0.sharedHeight(with: band) < $1.sharedHeight(with: band)
    }), next.sharedHeight(with: band) > most {
      group.append(next)
      band = next.rows(sharedWith: band)
    }
    return (group, band)
  }

  private static func isNext(_ rect: Rect, to band: Rect, _ grid: BodyGrid) -> Bool {
    rect.x >= band.maxX && rect.x - band.maxX <= grid.gutter + grid.size
  }
}

extension Rect {
  /// Lines under each other, columns side by side: upright lines, which go on to the left, and tiers as if they were so.
  fileprivate func turned(from mode: WritingMode) -> Rect {
    mode == .horizontal ? self : Rect(x: y, y: .zero - maxX, width: height, height: width)
  }

  /// As it stands on the page again.
  fileprivate func read(in mode: WritingMode) -> Rect {
    mode == .horizontal ? self : Rect(x: .zero - maxY, y: x, width: height, height: width)
  }
}
