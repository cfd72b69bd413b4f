import Geometry
import Typesetting

/// What stays together of short stories that share a frame (集纳): a column neither ends with a story's first line
/// alone nor begins with its last one.
extension Flow {
  /// Lines that must follow an inset in its leg. Under a story's head two at least, and all of a paragraph or a stanza
  /// that is too short to be parted: three lines are left one here or one there.
  mutating func lines(after number: Int, least: Int, in slots: ArraySlice<LineSlot>) -> Int {
    if case .inset(.stanzaBreak) = items[number] {
      let count = lineCount(of: number + 1, in: slots) ?? least
      return count > 3 ? least : count
    }
    guard least > 0, !stories.isEmpty, case .inset(.head) = items[number],
      let count = lineCount(of: number + 1, in: slots)
    else { return least }
    if count > 3 { return 2 }
    let rest = lastLine(after: number + 1, in: slots)
    return count == 1 && !isLast(number + 1) ? max(2, count + rest) : count + rest
  }

  /// Rows that should not open a leg after a paragraph: those of the 落款 or source that ends its story, or, of gathered
  /// stories, the last paragraph where it is of one line.
  mutating func lastLine(after number: Int, in slots: ArraySlice<LineSlot>) -> Int {
    if let rows = rowsOfSignature(after: number, in: slots) { return rows }
    guard !stories.isEmpty, !isLast(number), isLast(number + 1),
      lineCount(of: number + 1, in: slots) == 1
    else { return 0 }
    return 1
  }

  /// Those of a 落款 or source that ends the story after an item: alone at a column's top nobody knows whose it is.
  private func rowsOfSignature(after number: Int, in slots: ArraySlice<LineSlot>) -> Int? {
    guard !isLast(number), let slot = slots.first, case .inset(let inset) = items[number + 1],
      inset.isSignature
    else { return nil }
    return fit(inset, in: slot, atTop: false).rows
  }

  /// Whether an item is the last of its story.
  private func isLast(_ number: Int) -> Bool {
    number + 1 >= items.count || stories.contains(number + 1)
  }

  private mutating func lineCount(of number: Int, in slots: ArraySlice<LineSlot>) -> Int? {
    guard items.indices.contains(number), case .text = items[number] else { return nil }
    return breakLines(number, for: slots).count
  }
}
