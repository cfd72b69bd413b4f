import Diagnostics
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// White at a story's foot (余行): an editor fills it, or gives the room away. White round a poem is
  /// part of it. Vertical text has its white at the left of its last tier, and in the tiers that it does not reach;
  /// level text that a picture stands under has it over the picture.
  static let whiteFoot = LintRule { page, limits in
    page.news.compactMap { frame -> LintFinding? in
      guard frame.story?.style != Story.verseStyle, let area = frame.areas.last,
        let foot = frame.foot
      else { return nil }
      var places = [white(in: area, below: foot, frame)]
      var lines = places[0].height / page.grid.pitch
      let free = frame.legs.isEmpty ? 0 : frame.made.linesFree / frame.legs.count
      if frame.design.mode == .vertical {
        guard !frame.legs.isEmpty else { return nil }
        lines = frame.made.linesFree
      } else if lines <= limits.whiteLines {
        let under = frame.whiteUnderLegs
        let deepest = under.map { $0.height / page.grid.pitch }.max() ?? 0
        // The last column of a story that is level may be short by a line for each of the others.
        if free > limits.whiteLines || deepest > max(limits.whiteLines, frame.legs.count) + 1 {
          (lines, places) = (max(free, deepest), under.filter { $0.height >= page.grid.pitch })
        }
      }
      guard lines > limits.whiteLines else { return nil }
      return page.finding(
        .whiteFoot, in: frame, at: places,
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

extension LintedFrame {
  /// What lies between the last line of each column and what stands under it.
  fileprivate var whiteUnderLegs: [Rect] {
    legs.compactMap { leg in
      let end = areas.filter { $0.intersects(leg.rect) }.map(\.maxY).max() ?? rect.maxY
      let column = Rect(
        x: leg.rect.x, y: leg.rect.maxY, width: leg.rect.width,
        height: max(.zero, end - leg.rect.maxY))
      let under = pictures + tables + legs.map(\.rect) + [head, made.quote].compactMap(\.self)
      let foot = under.filter { $0.intersects(column) }.map(\.y).min() ?? end
      return foot > column.y
        ? Rect(x: column.x, y: column.y, width: column.width, height: foot - column.y) : nil
    }
  }
}
