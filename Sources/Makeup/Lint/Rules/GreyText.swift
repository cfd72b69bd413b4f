import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 灰版: columns of text side by side, or tiers under each other, line after line without a title, a picture or a
  /// 小标题, tire the eye.
  static let greyText = LintRule { page, limits in
    page.news.flatMap { frame in
      [WritingMode.horizontal, .vertical].flatMap { grey($0, in: frame, page, limits.grey) }
    }
  }

  private static func grey(
    _ mode: WritingMode, in frame: LintedFrame, _ page: LintedPage, _ most: MakeUpRules.Grey
  ) -> [LintFinding] {
    let runs = frame.legs.filter { $0.mode == mode }
      .flatMap { greyRuns(of: $0, page.grid) }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    var seen: [Rect] = []
    return runs.compactMap { run -> LintFinding? in
      guard !seen.contains(run) else { return nil }
      let (group, band) = beside(run, among: runs, page.grid, lines: most.lines)
      guard group.count >= most.columns else { return nil }
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

  /// A leg's lines of text as runs that nothing interrupts, upright lines turned to lie under each other.
  private static func greyRuns(of leg: LegRecord, _ grid: BodyGrid) -> [Rect] {
    var runs: [[Rect]] = []
    var last: Rect?
    for row in leg.rows {
      guard row.kind == .text else {
        last = nil
        continue
      }
      let rect = row.rect.turned(from: leg.mode)
      if let before = last, rect.y - before.y <= grid.pitch * 3 / 2 {
        runs[runs.count - 1].append(rect)
      } else {
        runs.append([rect])
      }
      last = rect
    }
    return runs.compactMap(\.bounds)
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
