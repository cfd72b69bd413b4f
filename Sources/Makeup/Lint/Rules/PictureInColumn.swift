import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 图压: a picture as wide as a column in its middle, lines of the same column over it and under it: the eye has to
  /// leap. Text that is folded back above a picture is read before it, and text round a narrower one goes past it.
  static let pictureInColumn = LintRule { page, _ in
    page.news.flatMap { frame in
      frame.pictures.compactMap { picture -> LintFinding? in
        let cut = frame.legs.enumerated().filter { $0.element.isCut(by: picture, on: page.grid) }
        guard let leg = cut.first else { return nil }
        return page.finding(
          .pictureInColumn, in: frame, at: [picture],
          ["frame": frame.id, "leg": "\(leg.offset + 1)"])
      }
    }
  }
}

extension LegRecord {
  /// Level lines only: tiers are as short as pictures are high.
  fileprivate func isCut(by picture: Rect, on grid: BodyGrid) -> Bool {
    guard mode == .horizontal, picture.x <= rect.x + grid.size,
      picture.maxX >= rect.maxX - grid.size
    else { return false }
    return rows.contains { $0.rect.maxY <= picture.y + grid.pitch }
      && rows.contains { $0.rect.y >= picture.maxY - grid.pitch }
  }
}
