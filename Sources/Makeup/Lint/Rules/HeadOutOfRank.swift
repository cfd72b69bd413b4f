import Diagnostics
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// 倒挂: heads get smaller down the page, by the rank of their stories. Priorities that differ by a little are one rank:
  /// editors number their stories in tens and fives, and the room at hand decides which of two neighbours is larger.
  /// Boxes and upright heads go their own way, and the head of what comes from another page is small by rule.
  static let headOutOfRank = LintRule { page, limits in
    let ranked = page.news.filter {
      !$0.isBoxed && !$0.isUpright && $0.titleSize != nil && !isContinued($0, on: page)
    }
    return ranked.compactMap { frame -> LintFinding? in
      guard let story = frame.story, let size = frame.titleSize else { return nil }
      let above = ranked.filter {
        $0.rect.maxY <= frame.rect.y && isSmaller($0.titleSize ?? size, than: size)
          && ($0.story?.priority ?? 0) - story.priority
            >= gap(between: $0.titleSize ?? size, and: size, usual: limits.rankGap)
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

  /// How much less weighty a story must be: a title half as large again speaks of half the gap, one twice as large of any.
  private static func gap(between size: Length, and larger: Length, usual: Int) -> Int {
    if larger >= size * 2 { return 1 }
    return larger * 2 >= size * 3 ? (usual + 1) / 2 : usual
  }

  /// Smaller by more than the next 号 is (小初 36 and 初号 42, 小二 18 and 二号 22): more than a fifth.
  private static func isSmaller(_ a: Length, than b: Length) -> Bool {
    (b - a) * 5 > a
  }
}
