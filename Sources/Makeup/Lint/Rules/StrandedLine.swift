import Diagnostics
import PageDesign

extension LintRule {
  /// 孤行: no column begins with the last line of a paragraph (CLREQ 3.4.4; the trade's 孤行不成栏), nor of one of several
  /// stories.
  static let strandedLine = LintRule { page, _ in
    page.news.flatMap { frame in
      frame.legs.enumerated().compactMap { number, leg -> LintFinding? in
        guard let first = leg.rows.first, first.kind == .text, first.closes,
          !first.opens || frame.endsWithALine(atHeadOf: number)
        else { return nil }
        return page.finding(
          .strandedLine, in: frame, at: [first.rect], ["frame": frame.id, "leg": "\(number + 1)"])
      }
    }
  }
}

extension LintedFrame {
  /// Whether one of several stories that came from the leg before has its last line alone at a leg's head.
  fileprivate func endsWithALine(atHeadOf number: Int) -> Bool {
    guard let first = legs[number].rows.first, number > 0, !made.gathered.isEmpty else {
      return false
    }
    let own = legs[number...].flatMap(\.rows).filter { $0.story == first.story }
    return own.count == 1 && legs[number - 1].rows.last?.story == first.story
  }
}
