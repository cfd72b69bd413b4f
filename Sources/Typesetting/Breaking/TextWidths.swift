import CJKRules
import Geometry

/// How long any part of a paragraph is on a line of its own, untouched (各段宽度).
package struct TextWidths: Sendable {
  private let paragraph: ShapedParagraph
  /// The first cell at or after each scalar.
  private let cells: [Int]
  /// The white of a mark at a part's end counts for nothing: lines end with it squeezed where it has no room.
  private let trimsEnds: Bool

  package init(_ paragraph: ShapedParagraph, trimsEnds: Bool = false) {
    (self.paragraph, self.trimsEnds) = (paragraph.measured(), trimsEnds)
    var cells = [Int](repeating: paragraph.cells.count, count: paragraph.source.text.count + 1)
    var scalar = 0
    for (index, cell) in paragraph.cells.enumerated() {
      while scalar <= Int(cell.text) {
        cells[scalar] = index
        scalar += 1
      }
    }
    self.cells = cells
  }

  package func width(_ text: Range<Int>) -> Length {
    let (first, end) = (cells[text.lowerBound], cells[text.upperBound])
    guard first < end else { return .zero }
    let blank = trimsEnds ? 0 : paragraph.endBlank(end)
    return Length(units: paragraph.naturalWidth(first, end) + blank)
  }

  /// Characters of a part that are no marks or blanks.
  package func characters(_ text: Range<Int>) -> Int {
    paragraph.cells[cells[text.lowerBound]..<cells[text.upperBound]]
      .count { !ClassSet.punctuation.contains($0.kind) }
  }
}
