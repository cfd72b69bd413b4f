import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 题文不接: the text begins under its title or beside it, its own picture at most between them; and no text stands
  /// over its title. A title inside its text (文包题) has text all round.
  static let headApart = LintRule { page, _ in
    page.news.flatMap { frame -> [LintFinding] in
      guard let head = frame.head, frame.design.headline.position != .inside,
        let first = frame.legs.first?.rows.first
      else { return [] }
      // Beside it too where the column has no head over itself.
      let above = frame.legs.flatMap(\.rows).filter { row in
        row.rect.maxY <= head.y
          && (row.rect.spansColumns(of: head)
            || frame.design.mode == .horizontal && head.y - row.rect.maxY > page.grid.pitch * 3)
      }
      if let row = above.first {
        return [
          found(page, frame, [head, row.rect], "正文排到了标题上面", "lines stand above the title")
        ]
      }
      guard !isNear(first.rect, head, frame, page.grid) else { return [] }
      return [
        found(
          page, frame, [head, first.rect], "正文第一行没有接着标题",
          "the first line does not follow the title")
      ]
    }
  }

  private static func found(
    _ page: LintedPage, _ frame: LintedFrame, _ rects: [Rect], _ zh: String, _ en: String
  ) -> LintFinding {
    page.finding(.headApart, in: frame, at: rects, ["frame": frame.id]).wording("how", zh, en)
  }

  /// How much of the way between a title and the line beside it its own pictures take: text that follows an outline stands
  /// over its shoulder.
  private static func between(_ row: Rect, _ head: Rect, _ frame: LintedFrame) -> Length? {
    let (left, right) = row.x < head.x ? (row, head) : (head, row)
    return frame.pictures.filter {
      $0.spansRows(of: row) && left.maxX < $0.maxX && $0.x < right.x
    }.bounds.map { min($0.maxX, right.x) - max($0.x, left.maxX) }
  }

  private static func isNear(_ row: Rect, _ head: Rect, _ frame: LintedFrame, _ grid: BodyGrid)
    -> Bool
  {
    if row.spansRows(of: head) {
      let near = grid.gutter + grid.size * 2
      let gap = row.gapAcross(to: head)
      guard let pictures = between(row, head, frame) else { return gap <= near }
      // A picture stands clear of both by up to a line.
      return gap - pictures <= near + grid.pitch * 2
    }
    let isUnder = row.spansColumns(of: head) && row.y >= head.maxY
    if isUnder, row.y - head.maxY <= grid.pitch * 3 { return true }
    return [head, row].bounds.map { between in
      frame.pictures.contains { $0.intersects(between) }
    } ?? false
  }
}
