import CJKRules

/// Line ends that more than the two characters beside them decide. What comes later has the last word.
extension Ledger {
  mutating func settleEndings(of paragraph: ShapedParagraph, asksContext: Bool) {
    if asksContext {
      let asking = (0...paragraph.cells.count).filter { ending($0) == .byContext }
      for (end, permission) in paragraph.settled(asking) {
        self.end(before: end, is: LineEnding(permission))
      }
    }
    if let latin = paragraph.latin {
      for hyphen in latin.hyphens { end(before: hyphen.cell, is: .hyphen) }
      for cell in latin.atNeed where !ending(cell).isOpen { end(before: cell, is: .atNeed) }
    }
    if paragraph.rubyEdges != nil { keepBases(of: paragraph.rubies) }
    if let marked = paragraph.marked { settle(marked) }
    for cell in paragraph.joined { end(before: cell, is: .unbreakable) }
    for cell in paragraph.newLines { end(before: cell, is: .ordered) }
  }

  /// No line ends within the base of a ruby, but for a jukugo's (JLREQ 3.3.6, 3.3.7).
  private mutating func keepBases(of rubies: [Ruby]) {
    for ruby in rubies where !ruby.isLinked {
      for cell in ruby.cells.dropFirst() { end(before: cell, is: .unbreakable) }
    }
  }

  /// A rule box is not broken over lines (CLREQ 3.1.3.4); within a note, its own text decides.
  private mutating func settle(_ marked: MarkedCells) {
    for mark in marked.marks where mark.kind == .mourning {
      for cell in mark.cells.dropFirst() { end(before: cell, is: .unbreakable) }
    }
    guard let inner = marked.noteText?.text.ledger else { return }
    for cell in marked.notes.lazy.flatMap({ $0.dropFirst() }) {
      end(before: cell, is: inner.ending(cell))
    }
  }
}
