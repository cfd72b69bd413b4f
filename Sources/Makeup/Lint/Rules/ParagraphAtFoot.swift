import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 段尾齐栏底 (泣き別れ): where a paragraph ends with its column, the reader looks for the next one straight on, below a
  /// level column or left of an upright tier, and where the story ends there, also across, in the column to the right or
  /// the tier below. If what stands there is another story's text without a title over it, it is read as more of the
  /// first (両流れ).
  static let paragraphAtFoot = LintRule { page, _ in
    page.news.flatMap { frame in
      frame.legs.enumerated().compactMap { number, leg -> LintFinding? in
        guard leg.rows.last?.closes == true,
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
    let place = FlowPlace(of: leg, in: page.grid)
    return other.legs.contains { next in
      next.mode == leg.mode && isBare(next, in: other, page.grid)
        && (place.isStraightOn(next.rect)
          || !goesOn && place.reachesFoot(of: frame.areas) && place.isAcross(next.rect))
    }
  }

  /// No title, picture, table or quote of its own stands before its lines, nor does it begin with a small head, a quote or
  /// bold words.
  private static func isBare(_ leg: LegRecord, in frame: LintedFrame, _ grid: BodyGrid) -> Bool {
    let place = FlowPlace(of: leg, in: grid)
    return leg.rows.first.map { $0.kind == .text && !$0.leads } ?? false
      && !(frame.pictures + frame.tables + [frame.head, frame.made.quote].compactMap(\.self))
        .contains(where: place.isBefore)
  }
}

/// A column or tier, and what lies round it as the reader's eye goes.
private struct FlowPlace {
  private let rect: Rect
  private let mode: WritingMode
  private let grid: BodyGrid

  init(of leg: LegRecord, in grid: BodyGrid) {
    (rect, mode, self.grid) = (leg.rect, leg.mode, grid)
  }

  /// Where lines would go on after the last: below, or at the left, beside a third of it at least.
  func isStraightOn(_ next: Rect) -> Bool {
    switch mode {
    case .horizontal:
      next.y >= rect.maxY && next.y - rect.maxY <= grid.pitch * 3
        && rect.sharedWidth(with: next) * 3 >= min(rect.width, next.width)
    case .vertical:
      next.maxX <= rect.x && rect.x - next.maxX <= grid.pitch * 3
        && rect.sharedHeight(with: next) * 3 >= min(rect.height, next.height)
    }
  }

  /// Whether it goes to the end of its rectangle: much white after its lines says that the story ends there.
  func reachesFoot(of areas: [Rect]) -> Bool {
    let own = areas.filter(rect.intersects)
    let white =
      switch mode {
      case .horizontal: own.map { $0.maxY - rect.maxY }.min()
      case .vertical: own.map { rect.x - $0.x }.min()
      }
    return white.map { $0 <= grid.pitch * 3 } ?? true
  }

  /// Where the next column or tier would stand: at the right, or below.
  func isAcross(_ next: Rect) -> Bool {
    switch mode {
    case .horizontal:
      next.x >= rect.maxX && next.x - rect.maxX <= reach && next.spansRows(of: rect)
    case .vertical:
      next.y >= rect.maxY && next.y - rect.maxY <= reach * 2 && next.spansColumns(of: rect)
    }
  }

  /// Over a level column's first line, or right of an upright one.
  func isBefore(_ over: Rect) -> Bool {
    switch mode {
    case .horizontal:
      over.spansColumns(of: rect) && over.y < rect.y && rect.y - over.maxY <= grid.pitch * 3
    case .vertical:
      over.spansRows(of: rect) && over.x >= rect.maxX - grid.pitch
        && over.x - rect.maxX <= grid.pitch * 3
    }
  }

  private var reach: Length { grid.gutter + grid.size }
}
