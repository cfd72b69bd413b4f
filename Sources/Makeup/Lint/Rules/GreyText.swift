import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 灰版: columns of text side by side, line after line without a title, a picture or a 小标题, tire the eye.
  static let greyText = LintRule { page, limits in
    page.news.flatMap { frame -> [LintFinding] in
      let runs = frame.legs.filter { $0.mode == .horizontal }
        .flatMap { greyRuns(of: $0, page.grid) }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
      var seen: [Rect] = []
      return runs.compactMap { run -> LintFinding? in
        guard !seen.contains(run) else { return nil }
        let (group, band) = beside(run, among: runs, page.grid, lines: limits.grey.lines)
        guard group.count >= limits.grey.columns else { return nil }
        seen += group
        return page.finding(
          .greyText, in: frame, at: group.map { $0.rows(sharedWith: band) },
          [
            "frame": frame.id, "columns": "\(group.count)",
            "lines": "\((band.height - page.grid.size) / page.grid.pitch + 1)",
            "limit": "\(limits.grey.lines)",
          ])
      }
    }
  }

  /// A leg's lines of text as runs that nothing interrupts.
  private static func greyRuns(of leg: LegRecord, _ grid: BodyGrid) -> [Rect] {
    var runs: [[Rect]] = []
    var last: Rect?
    for row in leg.rows {
      guard row.kind == .text else {
        last = nil
        continue
      }
      if let before = last, row.rect.y - before.y <= grid.pitch * 3 / 2 {
        runs[runs.count - 1].append(row.rect)
      } else {
        runs.append([row.rect])
      }
      last = row.rect
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
