import Diagnostics
import Manuscripts
import PageDesign

extension LintRule {
  /// Advertising Law of the PRC, article 14: what is published by mass media for its client is clearly marked 广告, and
  /// is not dressed as news.
  static let adUnmarked = LintRule { page, _ in
    page.isOfficial ? page.adsUnmarked + page.storiesUnmarked : []
  }
}

extension LintedPage {
  fileprivate var adsUnmarked: [LintFinding] {
    edition.ads.filter { $0.page == page.code }.compactMap { ad in
      guard let frame = frames.first(where: { $0.id == ad.slot }), frame.isAd,
        !(ad.label ?? "").contains("广告")
      else { return nil }
      return finding(.adUnmarked, in: frame, at: [frame.rect], place: ad.place, ["ad": ad.id])
    }
  }

  /// Stories that somebody pays for; where they begin.
  fileprivate var storiesUnmarked: [LintFinding] {
    news.compactMap { frame in
      guard let story = frame.story, let sponsor = story.sponsor, story.isPaidFor,
        !isContinuation(frame)
      else { return nil }
      return finding(
        .adUnmarked, in: frame, at: [frame.head ?? frame.rect],
        place: story.places["sponsor"],
        ["story": story.id, "sponsor": sponsor])
    }
  }
}

extension LintedPage {
  /// Whether it holds what a jump has brought from elsewhere.
  fileprivate func isContinuation(_ frame: LintedFrame) -> Bool {
    frame.made.continuesOn == nil
      && pages.flatMap(\.frames).contains {
        $0.article == frame.made.article && $0.continuesOn != nil
      }
  }
}

extension Story {
  /// A column (栏目) may have a sponsor who has no say in its stories (协办); a story of no column has a client.
  fileprivate var isPaidFor: Bool {
    column == nil && !(kicker + title + subtitle).contains { $0.contains("广告") }
  }
}
