import Diagnostics

extension MarkupReader {
  /// A title within a title takes 〈 〉 (CLREQ 3.1.1.2): warns of a block's first 《…》 inside another.
  mutating func warnOfNestedTitles(in text: ManuscriptText) {
    var open: [Int] = []
    var nested: Int?
    for (index, scalar) in text.scalars.enumerated() {
      if scalar == "《" {
        open.append(index)
      } else if scalar == "》", let start = open.popLast() {
        if !open.isEmpty { nested = nested ?? start }
        // Only once the outer one is closed: a 《 without its partner is another matter.
        if open.isEmpty, let nested { return warn(.titleInTitle, at: text.origins[nested]) }
      }
    }
  }
}
