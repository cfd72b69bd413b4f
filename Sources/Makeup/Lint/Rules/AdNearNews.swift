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
                part.faces($0) && part.gap(to: $0) < least && !page.isParted(part, from: $0)
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
    ads.flatMap { ad in stories.map { ad.gap(to: $0) } }.min() ?? .zero
  }
}
