import Diagnostics
import Manuscripts
import PageDesign

extension LintRule {
  /// 断头: a column of a line or two is no column. The last one may be shorter than the others, and has two lines.
  /// The few lines over a table are none of its columns, and a poem's stanzas end where the poet says.
  static let shortLeg = LintRule { page, limits in
    page.news.filter { $0.story?.table == nil && $0.story?.style != Story.verseStyle }.flatMap {
      frame in
      frame.legs.enumerated().compactMap { number, leg -> LintFinding? in
        let isLast = number == frame.legs.count - 1
        let least = isLast ? min(2, limits.legLines) : limits.legLines
        guard frame.legs.count > 1, leg.lines < least else { return nil }
        return page.finding(
          .shortLeg, in: frame, at: [leg.rect],
          [
            "frame": frame.id, "leg": "\(number + 1)", "lines": "\(leg.lines)",
            "limit": "\(least)",
          ])
      }
    }
  }
}
