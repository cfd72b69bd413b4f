import Diagnostics
import PageDesign

extension LintRule {
  /// A 小标题 has text under it in its own column (CLREQ 4.1.3); so has the head of a story among others: two lines.
  static let subheadAtFoot = LintRule { page, _ in
    page.news.flatMap { frame in
      frame.legs.enumerated().compactMap { number, leg -> LintFinding? in
        guard let last = leg.rows.last,
          last.kind == .subhead || frame.beginsWithALine(atFootOf: number)
        else { return nil }
        return page.finding(
          .subheadAtFoot, in: frame, at: [last.rect], ["frame": frame.id, "leg": "\(number + 1)"])
      }
    }
  }
}

extension LintedFrame {
  /// Whether one of several stories has its first line alone at a leg's foot and goes on in the next.
  fileprivate func beginsWithALine(atFootOf number: Int) -> Bool {
    guard let last = legs[number].rows.last, last.kind == .text, last.opens,
      legs.indices.contains(number + 1), !made.gathered.isEmpty
    else { return false }
    let own = legs[number].rows.filter { $0.story == last.story && $0.kind == .text }
    return own.count == 1 && legs[number + 1].rows.first?.story == last.story
  }
}
