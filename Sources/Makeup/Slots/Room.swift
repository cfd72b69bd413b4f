import Geometry
import PageDesign

/// Room for one line of a story (行位): where it starts, how long it may be, and where its axis runs.
package struct LineSlot: Hashable, Sendable {
  /// Which of the story's legs, counted through all its rooms.
  package var leg: Int
  /// Which row of that leg, from the room's first.
  package var row: Int
  package var inline: Length
  package var measure: Length
  /// Across the lines: the middle of the character boxes.
  package var axis: Length
  /// In which of the story's types its line is set.
  package var dress = 0
}

/// A column of a story (栏·段): a strip of rows of one measure.
package struct Leg: Hashable, Sendable {
  package var room: Int
  package var inline: Length
  package var measure: Length
  package var rows: Int
}

/// One rectangle that a story fills, with its own writing mode, divided into legs on the body grid.
package struct Room: Hashable, Sendable {
  package var rect: Rect
  package var mode: WritingMode
  package var em: Length
  package var pitch: Length
  /// From the room's edge to the first row's character boxes, across the lines.
  package var firstRow: Length
  package var rows: Int
  package var legs: [Leg]
  /// Nothing of its own frame lies under it: its legs may end level above their foot.
  package var isAtFoot = true
  /// A part of a room that is folded.
  package var isFolded = false
  /// Areas that text must leave free: headlines, pictures, tables.
  package var exclusions: [LogicalRect] = []

  package var size: LogicalSize { mode.logical(rect.size) }

  /// Where it lies as the text of another room sees it.
  func place(in other: Room) -> LogicalRect { other.mode.logical(rect, in: other.rect) }

  /// The top of a row's character boxes, across the lines.
  package func start(ofRow row: Int) -> Length { firstRow + pitch * row }

  /// Moves the rows to the room's far edge: what whole rows leave of it lies between them and the head before them.
  mutating func rangeRowsAtEnd() {
    let white = size.block - start(ofRow: rows - 1) - em
    guard white > .zero else { return }
    firstRow += white
    for index in exclusions.indices { exclusions[index].blockSize += white }
  }

  /// The extent of `count` rows from the top of the first one's boxes to the bottom of the last one's.
  package func extent(rows count: Int) -> Length { count < 1 ? .zero : pitch * (count - 1) + em }
}

/// How a width is divided into columns (破栏): each one's measure, and the space between them.
package struct Division: Hashable, Sendable {
  package var measures: [Length]
  package var gutter: Length

  /// `count` columns in `width`. n 字 with gutters of g 字 leave (n − (m−1)g)/m 字 for each; what is
  /// over goes where `remainder` says (newspaper practice: 三破二, 六破四).
  package init(
    width: Length, em: Length, count: Int, gutter: Length, remainder: BodyRemainder
  ) {
    let free = width - gutter * (count - 1)
    let whole = max(1, free / (em * count))
    switch remainder {
    case .fraction:
      measures = Array(repeating: free / count, count: count)
      self.gutter = gutter
    case .gutter, .auto:
      measures = Array(repeating: em * whole, count: count)
      self.gutter = count == 1 ? .zero : (width - em * whole * count) / (count - 1)
    case .column:
      let wider = count == 0 ? 0 : free / em - whole * count
      measures = (0..<count).map { em * (whole + ($0 >= count - wider ? 1 : 0)) }
      let used = measures.reduce(.zero, +)
      self.gutter = count == 1 ? .zero : (width - used) / (count - 1)
    }
  }

  /// Where each column starts.
  package var starts: [Length] {
    var starts: [Length] = []
    var start = Length.zero
    for measure in measures {
      starts.append(start)
      start += measure + gutter
    }
    return starts
  }
}
