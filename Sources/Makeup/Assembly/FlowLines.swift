import Geometry
import PageDesign
import Typesetting

/// Lines of a story's paragraphs that are known, so that trying other rows breaks no line again.
struct FlowLines {
  struct Key: Hashable {
    var item: Int
    var dress: Int
    var measure: Length
    var change = 0
  }

  /// At one measure.
  var broken: [Key: [Line]] = [:]
  /// The same with a line more or fewer; empty where that cannot be done well.
  var altered: [Key: [Line]] = [:]

  mutating func forget(_ item: Int) {
    broken = broken.filter { $0.key.item != item }
    altered = altered.filter { $0.key.item != item }
  }
}

extension Flow {
  /// A paragraph's lines for slots. Where these go on in another type, so does the paragraph, from the character on at
  /// which the slots of the first end.
  mutating func breakLines(_ number: Int, for slots: ArraySlice<LineSlot>) -> [Line] {
    let dress = slots.first?.dress ?? dresses.count - 1
    guard case .text(let text) = dresses[dress].items[number] else { return [] }
    guard dresses.count > 1, let end = slots.firstIndex(where: { $0.dress != dress }) else {
      return lines(of: text.shaped, number, dress, slots)
    }
    let own = slots[..<end]
    let lines = Array(lines(of: text.shaped, number, dress, own).prefix(own.count + 1))
    guard lines.count > own.count, let last = lines.dropLast().last else { return lines }
    return lines.dropLast() + rest(of: number, from: last.text.upperBound, for: slots[end...])
  }

  /// What is left of a paragraph from a character on, in the type of other slots.
  private func rest(of number: Int, from place: Int, for slots: ArraySlice<LineSlot>) -> [Line] {
    guard let dress = slots.first?.dress, case .text(let text) = dresses[dress].items[number]
    else { return [] }
    let typesetter = dresses[dress].types.typesetter
    let end = slots.firstIndex { $0.dress != dress } ?? slots.endIndex
    let own = slots[..<end]
    let shaped = typesetter.shape(text.shaped.source.suffix(from: place))
    let lines = typesetter.breakLines(shaped) {
      own[own.startIndex + min($0, own.count - 1)].measure
    }
    .map { line in
      var line = line
      line.text = line.text.lowerBound + place..<line.text.upperBound + place
      return line
    }
    guard lines.count > own.count, end < slots.endIndex else { return lines }
    let standing = lines.prefix(own.count)
    return standing
      + rest(of: number, from: standing.last?.text.upperBound ?? place, for: slots[end...])
  }

  private mutating func lines(
    of shaped: ShapedParagraph, _ number: Int, _ dress: Int, _ slots: ArraySlice<LineSlot>
  ) -> [Line] {
    let typesetter = dresses[dress].types.typesetter
    let usual = slots.first?.measure ?? dresses[dress].types.grid.columnWidth
    let key = FlowLines.Key(item: number, dress: dress, measure: usual)
    let uniform =
      known.broken[key] ?? typesetter.breakLines(shaped, measures: { _ in usual })
    known.broken[key] = uniform
    guard slots.prefix(uniform.count + 1).contains(where: { $0.measure != usual }) else {
      let change = changes.lines[number] ?? 0
      return change == 0 ? uniform : altered(number, dress, usual, by: change) ?? uniform
    }
    return typesetter.breakLines(
      shaped,
      measures: {
        slots.isEmpty ? usual : slots[slots.startIndex + min($0, slots.count - 1)].measure
      })
  }

  /// A line that has to be is opened up to a quarter em; one that an editor opens to fill a column, so far that nobody
  /// sees it. Thousandths of an em.
  private static let mostOpened = 150

  /// A paragraph's lines of one measure, one more or fewer than it takes by itself: nil where a line would look opened or
  /// the last one lonely, and where lines end as the poet has them.
  private mutating func altered(
    _ number: Int, _ dress: Int, _ measure: Length, by change: Int
  ) -> [Line]? {
    guard case .text(let text) = dresses[dress].items[number],
      text.shaped.source.style.alignment == .justify
    else { return nil }
    let key = FlowLines.Key(item: number, dress: dress, measure: measure, change: change)
    if let found = known.altered[key] { return found.isEmpty ? nil : found }
    let usual = FlowLines.Key(item: number, dress: dress, measure: measure)
    let found = dresses[dress].types.typesetter.breakLines(
      text.shaped, measures: { _ in measure }, lines: (known.broken[usual]?.count ?? 0) + change)
    let isGood =
      found?.allSatisfy {
        !$0.adjustment.isLoose && !$0.adjustment.lonely && $0.width <= $0.measure
          && $0.adjustment.hanExtra <= Self.mostOpened
      }
      ?? false
    known.altered[key] = isGood ? found : []
    return isGood ? found : nil
  }

  /// Whether a paragraph can be set a line longer or shorter where it stands.
  mutating func mayAlter(_ line: PlacedLine, by change: Int) -> Bool {
    altered(line.item, line.slot.dress, line.slot.measure, by: change) != nil
  }
}
