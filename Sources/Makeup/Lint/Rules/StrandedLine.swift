import Diagnostics
import PageDesign

extension LintRule {
  /// 孤行: no column begins with the last line of a paragraph (CLREQ 3.4.4; the trade's 孤行不成栏).
  static let strandedLine = LintRule { page, _ in
    page.news.flatMap { frame in
      frame.legs.enumerated().compactMap { number, leg -> LintFinding? in
        guard let first = leg.rows.first, first.kind == .text, first.closes, !first.opens
        else { return nil }
        return page.finding(
          .strandedLine, in: frame, at: [first.rect], ["frame": frame.id, "leg": "\(number + 1)"])
      }
    }
  }
}
