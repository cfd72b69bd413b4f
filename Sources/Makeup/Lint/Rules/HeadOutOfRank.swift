import Diagnostics
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// 倒挂: heads get smaller down the page, by the rank of their stories, and are not much larger beside a weightier one.
  /// Boxes and upright heads go their own way, and the head of what comes from another page is small by rule.
  static let headOutOfRank = LintRule { page, limits in
    let order = TitleOrder(usualGap: limits.rankGap)
    let ranked = page.news.filter {
      $0.design.isInTitleOrder && $0.titleSize != nil && !isContinued($0, on: page)
    }
    return ranked.compactMap { frame -> LintFinding? in
      guard let story = frame.story, let size = frame.titleSize else { return nil }
      let above = ranked.filter { upper in
        guard upper.id != frame.id, let other = upper.titleSize else { return false }
        let most = order.most(
          in: frame.rect, for: other, of: upper.rect,
          lead: (upper.story?.priority ?? 0) - story.priority)
        return most.map { size > $0 } ?? false
      }
      guard let worst = above.min(by: { ($0.titleSize ?? size) < ($1.titleSize ?? size) }),
        let other = worst.story, let otherSize = worst.titleSize
      else { return nil }
      return page.finding(
        .headOutOfRank, in: frame, and: [worst], at: [frame, worst].compactMap(\.title),
        [
          "frame": frame.id, "rank": "\(story.priority)", "size": size.pointsText,
          "other": worst.id, "otherRank": "\(other.priority)", "otherSize": otherSize.pointsText,
        ])
    }
  }

  private static func isContinued(_ frame: LintedFrame, on page: LintedPage) -> Bool {
    guard let story = frame.story, let jump = story.jump, jump.page == page.page.code else {
      return false
    }
    return story.page != page.page.code || jump.slot == frame.id
  }
}
