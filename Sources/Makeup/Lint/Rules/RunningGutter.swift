import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 通缝: a gap between columns that runs down most of the news, with several stories on both sides. A single story
  /// down one side is a column of its own and no fault, and where a line is drawn in the gap, or a frame's box or ground
  /// borders it, the parting is meant.
  static let runningGutter = LintRule { page, limits in
    guard let news = page.news.map(\.rect).bounds, news.height > .zero else { return [] }
    return (1..<max(2, page.grid.columns)).compactMap { column -> LintFinding? in
      guard column < page.grid.columns else { return nil }
      let left = page.grid.rect(columns: column...column, lines: 1...1)
      let gap = run(at: left.maxX, width: page.grid.gutter, down: news, page)
      let bare = gap.height - drawn(in: gap, page)
      let share = bare.units * 100 / news.height.units
      guard share > limits.gutter,
        stories(
          page, { $0.maxX <= gap.x && gap.x - $0.maxX < page.grid.size && $0.spansRows(of: gap) })
          > 1,
        stories(
          page, { gap.maxX <= $0.x && $0.x - gap.maxX < page.grid.size && $0.spansRows(of: gap) })
          > 1
      else { return nil }
      return page.finding(
        .runningGutter, at: [gap], place: page.place,
        [
          "page": page.page.code, "column": "\(column)", "share": "\(share)",
          "limit": "\(limits.gutter)",
        ])
    }
  }

  /// How much of a gap has a line in it, or an edged frame beside it.
  private static func drawn(in gap: Rect, _ page: LintedPage) -> Length {
    let lines = page.lines.filter { $0.height > $0.width && $0.x >= gap.x && $0.maxX <= gap.maxX }
    let boxes = page.frames.filter(\.isBoxed).flatMap(\.areas).filter {
      $0.maxX == gap.x || $0.x == gap.maxX
    }
    let spans = (lines + boxes).map { (max($0.y, gap.y), min($0.maxY, gap.maxY)) }
      .filter { $0.0 < $0.1 }.sorted { $0.0 < $1.0 }
    var (sum, end) = (Length.zero, gap.y)
    for (from, to) in spans where to > end {
      sum += to - max(from, end)
      end = to
    }
    return sum
  }

  /// The longest part of a gutter within the news that no frame reaches across.
  private static func run(at x: Length, width: Length, down news: Rect, _ page: LintedPage) -> Rect
  {
    let crossing = page.frames.flatMap(\.areas).filter { $0.x <= x && x < $0.maxX - page.grid.size }
      .sorted { $0.y < $1.y }
    var (top, best) = (news.y, Rect(x: x, y: news.y, width: width, height: .zero))
    func close(at end: Length) {
      if end - top > best.height { (best.y, best.height) = (top, end - top) }
    }
    for area in crossing where area.maxY > news.y && area.y < news.maxY {
      close(at: area.y)
      top = max(top, area.maxY)
    }
    close(at: news.maxY)
    return best
  }

  private static func stories(_ page: LintedPage, _ borders: (Rect) -> Bool) -> Int {
    page.news.count { $0.areas.contains(where: borders) }
  }
}
