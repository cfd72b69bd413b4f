import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 段尾齐栏底 (泣き別れ): where a paragraph ends with its column, the reader looks for the next one below or to the
  /// right. If what stands there is another story's text without a title over it, it is read as more of the first.
  static let paragraphAtFoot = LintRule { page, _ in
    page.news.flatMap { frame in
      frame.legs.enumerated().compactMap { number, leg -> LintFinding? in
        guard leg.mode == .horizontal, leg.rows.last?.closes == true,
          let other = page.news.first(where: { reads($0, after: leg, number, of: frame, page) })
        else { return nil }
        return page.finding(
          .paragraphAtFoot, in: frame, and: [other], at: [leg.rows.last?.rect ?? leg.rect],
          ["frame": frame.id, "leg": "\(number + 1)", "other": other.id])
      }
    }
  }

  private static func reads(
    _ other: LintedFrame, after leg: LegRecord, _ number: Int, of frame: LintedFrame,
    _ page: LintedPage
  ) -> Bool {
    guard other.made.article != frame.made.article, !other.isBoxed, !frame.isBoxed,
      !page.isParted(frame.rect, from: other.rect)
    else { return false }
    let goesOn = number + 1 < frame.legs.count || frame.made.continuesOn != nil
    return other.legs.contains { next in
      next.mode == .horizontal && isBare(next.rect, in: other, page.grid)
        && (isBelow(next.rect, leg.rect, page.grid)
          || !goesOn && isBeside(next.rect, leg.rect, page.grid))
    }
  }

  private static func isBelow(_ next: Rect, _ leg: Rect, _ grid: BodyGrid) -> Bool {
    next.y >= leg.maxY && next.y - leg.maxY <= grid.pitch * 3 && next.spansColumns(of: leg)
  }

  private static func isBeside(_ next: Rect, _ leg: Rect, _ grid: BodyGrid) -> Bool {
    next.x >= leg.maxX && next.x - leg.maxX <= grid.gutter + grid.size && next.spansRows(of: leg)
  }

  /// No title or picture of its own stands over it.
  private static func isBare(_ leg: Rect, in frame: LintedFrame, _ grid: BodyGrid) -> Bool {
    !(frame.pictures + [frame.head].compactMap(\.self)).contains { over in
      over.spansColumns(of: leg) && over.y < leg.y && leg.y - over.maxY <= grid.pitch * 3
    }
  }
}
