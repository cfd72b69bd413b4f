import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// Advertisements do not run into the news: a rule parts them, or white.
  static let adNearNews = LintRule { page, limits in
    let least = limits.adGap.length(em: page.grid.size, pitch: page.grid.pitch)
    return page.frames.filter(\.isAd).compactMap { ad -> LintFinding? in
      guard
        let story = page.news.first(where: { story in
          !story.isBoxed
            && ad.areas.contains { part in
              story.areas.contains {
                faces(part, $0) && gap(part, $0) < least && !page.isParted(part, from: $0)
              }
            }
        })
      else { return nil }
      return page.finding(
        .adNearNews, in: ad, and: [story], at: [ad.rect, story.rect],
        [
          "frame": ad.id, "other": story.id,
          "gap": gap(between: ad.areas, story.areas).tenths(of: .millimetres(1)),
          "limit": least.tenths(of: .millimetres(1)),
        ])
    }
  }

  private static func gap(between ads: [Rect], _ stories: [Rect]) -> Length {
    ads.flatMap { ad in stories.map { gap(ad, $0) } }.min() ?? .zero
  }

  /// Beside or under each other: across a corner nobody takes one for the other.
  private static func faces(_ a: Rect, _ b: Rect) -> Bool {
    a.spansRows(of: b) || a.spansColumns(of: b)
  }

  private static func gap(_ a: Rect, _ b: Rect) -> Length {
    max(a.gapAcross(to: b), a.gapDown(to: b))
  }
}
