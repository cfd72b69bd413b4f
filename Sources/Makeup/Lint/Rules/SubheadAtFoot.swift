import Diagnostics
import PageDesign

extension LintRule {
  /// A 小标题 has text under it in its own column (CLREQ 4.1.3).
  static let subheadAtFoot = LintRule { page, _ in
    page.news.flatMap { frame in
      frame.legs.enumerated().compactMap { number, leg -> LintFinding? in
        guard let last = leg.rows.last, last.kind == .subhead else { return nil }
        return page.finding(
          .subheadAtFoot, in: frame, at: [last.rect], ["frame": frame.id, "leg": "\(number + 1)"])
      }
    }
  }
}
