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
      guard frame.story?.style != Story.verseStyle,
        let white = white(of: frame, page.grid, limits.whiteLines), white.lines > limits.whiteLines
      else { return nil }
      return page.finding(
        .whiteFoot, in: frame, at: white.places,
        ["frame": frame.id, "lines": "\(white.lines)", "limit": "\(limits.whiteLines)"])
    }
  }

  private typealias White = (lines: Int, places: [Rect])

  private static func white(of frame: LintedFrame, _ grid: BodyGrid, _ limit: Int) -> White? {
    guard let area = frame.areas.last, let foot = frame.foot else { return nil }
    let rect = white(in: area, below: foot, frame)
    guard frame.design.mode == .horizontal else {
      return frame.legs.isEmpty ? nil : (frame.made.linesFree, [rect])
    }
    let lines = rect.height / grid.pitch
    return lines > limit ? (lines, [rect]) : whiteInColumns(of: frame, grid, limit)
  }

  /// Under all columns about, or under one of them: the last one of a story that is level may be short by a line for each
  /// of the others.
  private static func whiteInColumns(of frame: LintedFrame, _ grid: BodyGrid, _ limit: Int)
    -> White?
  {
    guard !frame.legs.isEmpty else { return nil }
    let under = frame.whiteUnderLegs
    let deepest = under.map { $0.height / grid.pitch }.max() ?? 0
    let usual = frame.made.linesFree / frame.legs.count
    guard usual > limit || deepest > max(limit, frame.legs.count) + 1 else { return nil }
    return (max(usual, deepest), under.filter { $0.height >= grid.pitch })
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
