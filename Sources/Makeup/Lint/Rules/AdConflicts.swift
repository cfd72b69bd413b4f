import Diagnostics
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// 竞品: two advertisers of one trade, or that name each other, on one page or side by side. What is asked of each
  /// pair is its own `apart`, else the house's.
  static let rivalsTogether = LintRule { page, limits in
    let ads = page.bookedAds
    return ads.indices.flatMap { index in
      ads[(index + 1)...].compactMap { other -> LintFinding? in
        let (first, second) = (ads[index], other)
        guard let cause = first.ad.rivalry(with: second.ad) else { return nil }
        let isClose = page.isTooClose(
          first.frame, second.frame, [first.ad, second.ad], house: limits.rivalsApart)
        guard isClose else { return nil }
        return page.conflict(
          .rivalsTogether, second, with: first.frame, otherPlace: first.ad.place,
          ["ad": second.ad.id, "other": first.ad.id, "cause": cause.value])
      }
    }
  }

  /// An advertisement by a story that it asked to be kept from: an airline's by news of a crash.
  static let adByStory = LintRule { page, limits in
    page.bookedAds.flatMap { booked in
      page.frames.compactMap { frame -> LintFinding? in
        guard let story = frame.story, let cause = booked.ad.objection(to: story),
          page.isTooClose(booked.frame, frame, [booked.ad], house: limits.avoidedApart)
        else { return nil }
        return page.conflict(
          .adByStory, booked, with: frame, otherPlace: story.place(of: "id"),
          ["ad": booked.ad.id, "story": story.id, "cause": cause.value])
      }
    }
  }
}

private typealias BookedAd = (ad: Advertisement, frame: LintedFrame)

extension LintedPage {
  /// The page's advertisements where they stand.
  fileprivate var bookedAds: [BookedAd] {
    edition.ads.filter { $0.page == page.code }.compactMap { ad in
      frames.first { $0.id == ad.slot && $0.isAd }.map { (ad, $0) }
    }
  }

  fileprivate func isTooClose(
    _ a: LintedFrame, _ b: LintedFrame, _ ads: [Advertisement], house: AdScope
  ) -> Bool {
    let own = ads.compactMap { $0.apart.flatMap(AdScope.init) }
    let scopes = own.isEmpty ? [house] : own
    return scopes.contains(.page) || a.areas.face(b.areas, across: AdScope.white)
  }

  fileprivate func conflict(
    _ code: Code, _ booked: BookedAd, with other: LintedFrame, otherPlace: SourcePlace,
    _ values: KeyValuePairs<String, String>
  ) -> LintFinding {
    var found = finding(
      code, in: booked.frame, and: [other], at: [booked.frame.rect, other.rect],
      place: booked.ad.place, values)
    found.message.related = [otherPlace]
    let isBeside = booked.frame.areas.face(other.areas, across: AdScope.white)
    return found.wording(
      "where", isBeside ? "挨在一起" : "同在一版", isBeside ? "side by side" : "on one page")
  }
}
