import Diagnostics
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// White at a story's foot (余行): an editor fills it, or gives the room away. White round a poem is
  /// part of it.
  static let whiteFoot = LintRule { page, limits in
    page.news.compactMap { frame -> LintFinding? in
      guard frame.design.mode == .horizontal, frame.story?.style != Story.verseStyle,
        !frame.legs.isEmpty, let area = frame.areas.last,
        let foot = frame.foot
      else { return nil }
      let white = max(.zero, area.maxY - max(foot, area.y)) / page.grid.pitch
      guard white > limits.whiteLines else { return nil }
      let rect = Rect(
        x: area.x, y: max(foot, area.y), width: area.width, height: area.maxY - max(foot, area.y))
      return page.finding(
        .whiteFoot, in: frame, at: [rect],
        ["frame": frame.id, "lines": "\(white)", "limit": "\(limits.whiteLines)"])
    }
  }
}
