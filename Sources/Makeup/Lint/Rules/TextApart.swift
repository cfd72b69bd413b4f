import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 断文: the rectangles that a story fills touch each other, so that nobody has to look for it behind another story.
  static let textApart = LintRule { page, _ in
    let reach = max(page.grid.pitch * 2, page.grid.gutter + page.grid.size)
    return page.news.flatMap { frame -> [LintFinding] in
      let used = frame.areas.filter { area in
        frame.legs.contains { $0.rect.intersects(area) }
      }
      return zip(used, used.dropFirst()).compactMap { before, after -> LintFinding? in
        let gaps = (before.gapAcross(to: after), before.gapDown(to: after))
        // At a corner alone nothing leads from one to the other.
        let isAtCorner = !before.spansColumns(of: after) && !before.spansRows(of: after)
        guard max(gaps.0, gaps.1) > reach || isAtCorner, let way = [before, after].bounds,
          let other = page.frames.first(where: {
            $0.id != frame.id && $0.areas.contains { $0.intersects(way) }
          })
        else { return nil }
        return page.finding(
          .textApart, in: frame, and: [other], at: [before, after], ["frame": frame.id])
      }
    }
  }
}
