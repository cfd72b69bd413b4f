import Drawing
import Geometry
import Typesetting

extension LineStroke {
  /// The stroke of a line that starts at `start`, at its place on the sheet.
  func mark(from start: LogicalPoint, in panel: Panel, _ ink: Ink) -> Mark {
    func place(_ inline: Length) -> Point {
      let point = LogicalPoint(inline: start.inline + inline, block: start.block + block)
      return panel.mode.place(point, in: panel.rect)
    }
    switch shape {
    case .straight:
      return .line(from: place(from), to: place(to), weight: weight, ink, .solid)
    case .wavy(let height, let waves):
      return .wave(
        WaveMark(
          from: place(from), to: place(to), height: height, waves: waves, weight: weight, ink: ink))
    case .box(let depth):
      let rect = LogicalRect(
        inline: start.inline + from, block: start.block + block - depth / 2, inlineSize: to - from,
        blockSize: depth)
      return .stroke(panel.mode.place(rect, in: panel.rect), weight: weight, ink)
    }
  }
}
