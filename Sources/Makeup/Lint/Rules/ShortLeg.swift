import Diagnostics
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// 断头: a column of a line or two is no column, nor is what stands of one over a head inside the text or under it. The
  /// last one may be shorter than the others, and has two lines.
  /// The few lines over a table are none of its columns, and a poem's stanzas end where the poet says.
  static let shortLeg = LintRule { page, limits in
    page.news.filter { $0.story?.table == nil && $0.story?.style != Story.verseStyle }.flatMap {
      frame in
      frame.legs.enumerated().compactMap { number, leg -> LintFinding? in
        let isLast = number == frame.legs.count - 1
        let least = isLast ? min(2, limits.legLines) : limits.legLines
        guard frame.legs.count > 1 else { return nil }
        let short =
          leg.lines < least
          ? leg.lines : parts(of: leg, in: frame).first { $0 > 0 && $0 < least }
        guard let short else { return nil }
        return page.finding(
          .shortLeg, in: frame, at: [leg.rect],
          [
            "frame": frame.id, "leg": "\(number + 1)", "lines": "\(short)", "limit": "\(least)",
          ])
      }
    }
  }

  /// Lines over a head inside the text, and under it.
  private static func parts(of leg: LegRecord, in frame: LintedFrame) -> [Int] {
    guard frame.design.headline.position == .inside, leg.mode == .horizontal,
      let head = frame.head, head.spansColumns(of: leg.rect), head.y < leg.rect.maxY
    else { return [] }
    return [
      leg.rows.count { $0.rect.maxY <= head.y }, leg.rows.count { $0.rect.y >= head.maxY },
    ]
  }
}
