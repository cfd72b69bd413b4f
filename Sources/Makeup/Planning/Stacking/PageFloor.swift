import Diagnostics
import Geometry
import Manuscripts
import PageDesign

/// A page's grid as advertisements are stacked on it: what every cell (one column by one line) is taken by.
struct PageFloor {
  enum Cell: Hashable {
    case free
    /// A slot that nobody booked.
    case open(frame: Int)
    /// The foot of a frame that gives way.
    case yielding(frame: Int)
    case taken(frame: Int)
  }

  let layout: Layout
  let edition: Edition
  let rules: MakeUpRules
  let page: PageRequest
  private var cells: [Cell]

  init(_ draft: PageDraft, of edition: Edition, rules: MakeUpRules) {
    (layout, page) = (draft.layout, draft.request)
    (self.edition, self.rules) = (edition, rules)
    cells = Array(repeating: .free, count: layout.grid.columns * layout.grid.lines)
    for (number, frame) in layout.frames.enumerated() { stand(frame, number) }
  }

  var grid: BodyGrid { layout.grid }

  /// The side of the page that a stack begins at.
  var isFromRight: Bool {
    switch rules.stacking.side {
    case .left: false
    case .right: true
    case .outer: edition.side(of: page) == .right
    case .inner: edition.side(of: page) == .left
    }
  }

  func cell(_ column: Int, _ line: Int) -> Cell {
    cells[(line - 1) * grid.columns + column - 1]
  }

  private mutating func stand(_ frame: Frame, _ number: Int) {
    let isOpen = isOpen(frame)
    for area in frame.areas {
      let firm = area.lines.upperBound - givesUp(frame, in: area)
      for line in area.lines {
        for column in area.columns {
          let cell: Cell =
            isOpen
            ? .open(frame: number)
            : line > firm ? .yielding(frame: number) : .taken(frame: number)
          cells[(line - 1) * grid.columns + column - 1] = cell
        }
      }
    }
  }

  /// A slot without a booking.
  func isOpen(_ frame: Frame) -> Bool {
    frame.kind == .ad && !edition.ads.contains { $0.page == page.code && $0.slot == frame.id }
  }

  /// Lines of an area that may go: its head and the fewest lines of a column stay.
  private func givesUp(_ frame: Frame, in area: GridArea) -> Int {
    let kept = (frame.headline.lines ?? 0) + rules.legLines
    return max(0, min(frame.yields, area.lines.count - kept))
  }

  // MARK: Is there room?

  /// Whether an advertisement may stand on some cells, with white over and under it.
  func hasRoom(for area: GridArea) -> Bool {
    area.columns.allSatisfy { column in
      lines(of: area, withWhiteIn: column).allSatisfy { line in
        if case .taken = cell(column, line) { false } else { true }
      }
    }
  }

  /// The frames that keep it from standing there.
  func obstacles(to area: GridArea) -> [Int] {
    var found: [Int] = []
    for column in area.columns {
      for line in lines(of: area, withWhiteIn: column) {
        if case .taken(let frame) = cell(column, line), !found.contains(frame) {
          found.append(frame)
        }
      }
    }
    return found
  }

  private func lines(of area: GridArea, withWhiteIn column: Int) -> Range<Int> {
    white(above: area, column).lowerBound..<white(below: area, column).upperBound
  }

  /// Whether news would have to give lines up, on the cells or in the white over them.
  func isOnNews(_ area: GridArea) -> Bool {
    area.columns.contains { column in
      lines(of: area, withWhiteIn: column).contains { line in
        if case .yielding = cell(column, line) { true } else { false }
      }
    }
  }

  /// Lines over an area that stay white in a column: the layout has seen to them where it has a slot there.
  private func white(above area: GridArea, _ column: Int) -> Range<Int> {
    let top = area.lines.lowerBound
    return isEdge(column, top, next: top - 1) ? top..<top : max(1, top - rules.stacking.gap)..<top
  }

  private func white(below area: GridArea, _ column: Int) -> Range<Int> {
    let next = area.lines.upperBound + 1
    return isEdge(column, next - 1, next: next)
      ? next..<next : next..<min(grid.lines + 1, next + rules.stacking.gap)
  }

  private func isEdge(_ column: Int, _ line: Int, next: Int) -> Bool {
    guard case .open(let slot) = cell(column, line), (1...grid.lines).contains(next) else {
      return false
    }
    return cell(column, next) != .open(frame: slot)
  }

  mutating func take(_ area: GridArea, frame: Int) {
    for line in area.lines {
      for column in area.columns {
        cells[(line - 1) * grid.columns + column - 1] = .taken(frame: frame)
      }
    }
  }
}
