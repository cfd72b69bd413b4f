import Diagnostics
import Manuscripts
import PageDesign

extension LintRule {
  /// Advertising Law of the PRC, article 14: what is published by mass media is clearly marked 广告.
  static let adUnmarked = LintRule { page, _ in
    guard page.isOfficial else { return [] }
    return page.edition.ads.filter { $0.page == page.page.code }.compactMap { ad in
      guard let frame = page.frames.first(where: { $0.id == ad.slot }), frame.isAd,
        !(ad.label ?? "").contains("广告")
      else { return nil }
      return page.finding(
        .adUnmarked, in: frame, at: [frame.rect], place: ad.place, ["ad": ad.id])
    }
  }
}
