import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 错接: right under a column's last line (in vertical text at the left of a tier's) stands another column of the story
  /// that is not the next one: the eye goes on into it.
  static let misreadLeg = LintRule { page, _ in
    page.news.compactMap { frame -> LintFinding? in
      let legs = frame.legs
      for (number, leg) in legs.enumerated() {
        // The next one is where it should be.
        let later = legs.indices.filter { $0 != number && $0 != number + 1 }
        guard let next = later.first(where: { legs[$0].isRight(after: leg, on: page.grid) })
        else { continue }
        return page.finding(
          .misreadLeg, in: frame, at: [leg.rect, legs[next].rect],
          ["frame": frame.id, "leg": "\(number + 1)", "next": "\(next + 1)"])
      }
      return nil
    }
  }
}

extension LegRecord {
  /// Whether no more than a blank line parts it from the end of another, under half of which it stands at least.
  fileprivate func isRight(after leg: LegRecord, on grid: BodyGrid) -> Bool {
    guard mode == leg.mode else { return false }
    let other = leg.rect
    switch mode {
    case .horizontal:
      let gap = rect.y - other.maxY
      return gap >= .zero && gap < grid.pitch * 2
        && rect.sharedWidth(with: other) * 2 > min(rect.width, other.width)
    case .vertical:
      let gap = other.x - rect.maxX
      return gap >= .zero && gap < grid.pitch * 2
        && rect.sharedHeight(with: other) * 2 > min(rect.height, other.height)
    }
  }
}
