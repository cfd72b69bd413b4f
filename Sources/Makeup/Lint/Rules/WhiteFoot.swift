import Diagnostics
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// White at a story's foot (余行): an editor fills it, or gives the room away. White round a poem is
  /// part of it. Vertical text has its white at the left of its last tier, and in the tiers that it does not reach.
  static let whiteFoot = LintRule { page, limits in
    page.news.compactMap { frame -> LintFinding? in
      guard frame.story?.style != Story.verseStyle, !frame.legs.isEmpty,
        let area = frame.areas.last, let foot = frame.foot
      else { return nil }
      let rect = white(in: area, below: foot, frame)
      let lines =
        frame.design.mode == .horizontal ? rect.height / page.grid.pitch : frame.made.linesFree
      guard lines > limits.whiteLines else { return nil }
      return page.finding(
        .whiteFoot, in: frame, at: [rect],
        ["frame": frame.id, "lines": "\(lines)", "limit": "\(limits.whiteLines)"])
    }
  }

  private static func white(in area: Rect, below foot: Length, _ frame: LintedFrame) -> Rect {
    if frame.design.mode == .vertical, let last = frame.legs.last, last.rect.x > area.x,
      last.rect.intersects(area)
    {
      return Rect(
        x: area.x, y: last.rect.y, width: last.rect.x - area.x, height: area.maxY - last.rect.y)
    }
    let top = max(foot, area.y)
    return Rect(x: area.x, y: top, width: area.width, height: max(.zero, area.maxY - top))
  }
}
