import CJKRules
import Geometry

/// Sets lines on the strict grid (纵横对齐, CLREQ 3.2.5): every Han character and every mark has a square, so that
/// columns of them stand in both directions.
///
/// - A run of Latin text takes whole squares and stands in their middle: at least a hair and at most half an
///   em of blank is on either side. At a line's end its words may part anywhere, its numbers may not.
/// - No mark is squeezed. The first of the marks at a line's end may hang, later ones may open a line.
/// - Nothing is stretched: where a prohibition would be broken, squares at the line's end stay empty.
struct StrictGrid {
  /// Measured.
  let paragraph: ShapedParagraph
  /// The square's side, in `Length` units.
  private let em: Int

  init(_ paragraph: ShapedParagraph) {
    self.paragraph = paragraph
    em = max(1, paragraph.em(of: 0))
  }

  /// Some cells that keep together in whole squares.
  private struct Piece {
    var end: Int
    var squares: Int
    /// Where each of its cells begins, from its first square.
    var starts: [Int]
  }

  /// The lines; `room` tells the length that text may take in each.
  func lines(room: (Int) -> Int) -> [LineChoice] {
    var lines: [LineChoice] = []
    var first = 0
    while first < paragraph.cells.count {
      let line = line(from: first, squares: max(1, room(lines.count) / em))
      lines.append(line)
      first = line.end
    }
    return lines
  }

  private func line(from first: Int, squares: Int) -> LineChoice {
    let stop = paragraph.stop(after: first)
    var pieces: [Piece] = []
    var (cell, taken) = (first, 0)
    while cell < stop, let piece = piece(at: cell, before: stop, left: squares - taken, of: squares)
    {
      pieces.append(piece)
      (cell, taken) = (piece.end, taken + piece.squares)
    }
    var relieved = false
    if cell < stop, !mayEnd(cell) {
      if taken == squares, mayHang(cell) {
        pieces.append(square(cell))
      } else if !isMark(cell - 1) || !isMark(cell) {
        relieved = !giveBack(&pieces, keeping: first)
      }
    }
    return choice(first, pieces, relieved)
  }

  private func choice(_ first: Int, _ pieces: [Piece], _ relieved: Bool) -> LineChoice {
    var starts: [Int] = []
    var square = 0
    for piece in pieces {
      starts += piece.starts.map { square * em + $0 }
      square += piece.squares
    }
    return LineChoice(
      first: first, end: pieces.last?.end ?? first, fit: Fit(), relieved: relieved, stands: starts)
  }

  // MARK: Pieces

  /// What stands next, as far as it fits into the squares left; nil when it opens the next line.
  private func piece(at cell: Int, before stop: Int, left: Int, of squares: Int) -> Piece? {
    guard isLatin(cell) else {
      let piece = square(cell)
      return piece.squares <= left || left == squares ? piece : nil
    }
    var end = cell + 1
    while end < stop, isLatin(end) { end += 1 }
    let whole = end
    while end > cell, !(end == whole || mayPart(end)) || squaresOfRun(cell, end) > left { end -= 1 }
    if end > cell { return run(cell, end) }
    guard left == squares else { return nil }
    // A number longer than a line.
    end = cell + 1
    while end < whole, squaresOfRun(cell, end + 1) <= left { end += 1 }
    return run(cell, end)
  }

  /// A Han character, a mark, or a mark of two frames.
  private func square(_ cell: Int) -> Piece {
    let width = paragraph.cells[cell].width
    let squares = max(1, (width + em - 1) / em)
    return Piece(end: cell + 1, squares: squares, starts: [(squares * em - width) / 2])
  }

  private func run(_ first: Int, _ end: Int) -> Piece {
    let squares = squaresOfRun(first, end)
    let blank = (squares * em - width(first, end)) / 2
    let starts = (first..<end).map { blank + paragraph.ledger.distance(first, $0) }
    return Piece(end: end, squares: squares, starts: starts)
  }

  private func squaresOfRun(_ first: Int, _ end: Int) -> Int { width(first, end) / em + 1 }

  private func width(_ first: Int, _ end: Int) -> Int {
    paragraph.ledger.distance(first, end - 1) + paragraph.cells[end - 1].width
  }

  private static let latin: ClassSet = ClassSet.latin.union([.prefix, .postfix, .solidus])

  /// Whether a cell goes with a run of Latin text: ℃ and a solidus too, unless they fill a square.
  private func isLatin(_ cell: Int) -> Bool {
    let kind = paragraph.cells[cell].kind
    return Self.latin.contains(kind)
      && (ClassSet.latin.contains(kind) || paragraph.cells[cell].width % em != 0)
  }

  // MARK: Line ends

  private func isMark(_ cell: Int) -> Bool { ClassSet.marks.contains(paragraph.cells[cell].kind) }

  /// Within Latin text a line may end between letters, at a space and after a hyphen.
  private func mayPart(_ end: Int) -> Bool {
    let (before, after) = (paragraph.cells[end - 1], paragraph.cells[end])
    return paragraph.ledger.ending(end).isOpen || (before.kind == .letter && after.kind == .letter)
  }

  private func mayEnd(_ end: Int) -> Bool { paragraph.mayBreak(end) || mayPart(end) }

  private static let hanging: ClassSet = [
    .closer, .comma, .stop, .semicolon, .colon, .exclamation, .secondExclamation,
    .doubleExclamation,
  ]

  /// The first mark of a line's end; what follows it may open the next line if that is a mark too.
  private func mayHang(_ cell: Int) -> Bool {
    guard Self.hanging.contains(paragraph.cells[cell].kind), !isMark(cell - 1) else { return false }
    let next = cell + 1
    guard next < paragraph.cells.count else { return true }
    return mayEnd(next) || (isMark(next) && paragraph.reliefCost(next) != nil)
  }

  /// Leaves pieces to the next line until this one may end; false when none may.
  private func giveBack(_ pieces: inout [Piece], keeping first: Int) -> Bool {
    var kept = pieces
    while let last = kept.popLast() {
      let end = kept.last?.end ?? first
      if end > first, last.end > end, mayEnd(end) {
        pieces = kept
        return true
      }
    }
    return false
  }
}
