import Drawing
import Geometry
import PageDesign

// What lies under a story, and how its inks turn on a dark ground.

extension Panel {
  /// For a dark ground (反白): what was black is white, and what was white black.
  var reversed: Panel {
    var turned = self
    turned.items = items.map(\.reversed)
    return turned
  }
}

extension Item {
  fileprivate var reversed: Item {
    switch self {
    case .line(let line, let start, let ink): .line(line, start: start, ink.reversed)
    case .fill(let rect, let ink): .fill(rect, ink.reversed)
    case .stroke(let rect, let weight, let ink): .stroke(rect, weight: weight, ink.reversed)
    case .rule(let from, let to, let weight, let ink, let pattern):
      .rule(from: from, to: to, weight: weight, ink.reversed, pattern)
    case .path(let path):
      .path(
        PathMark(
          path.steps, fill: path.fill.map(\.reversed), stroke: path.stroke.map(\.reversed),
          weight: path.weight, pattern: path.pattern))
    case .paper, .roundBox, .picture, .shapedPicture, .begin, .end: self
    }
  }
}

extension Ink {
  /// Colours stay.
  fileprivate var reversed: Ink { self == .white ? .black : c + m + y == 0 ? .white : self }
}

/// A frame's tint and its border, from its own top left.
func backgroundItems(of frame: Frame, size: Size) -> [Item] {
  let area = LogicalRect(
    inline: .zero, block: .zero, inlineSize: size.width, blockSize: size.height)
  let ground = (frame.reverse ?? frame.box?.tint ?? frame.tint).map { Ink($0) }
  let weight = frame.box?.rule ?? .zero
  let ink = frame.box.map { Ink($0.ink) } ?? .black
  let edge = LogicalRect(
    inline: weight / 2, block: weight / 2, inlineSize: area.inlineSize - weight,
    blockSize: area.blockSize - weight)
  if frame.box?.corners == .round {
    return [
      .roundBox(
        edge, radius: cornerRadius, fill: ground, stroke: weight > .zero ? ink : nil, weight: weight
      )
    ]
  }
  return (ground.map { [.fill(area, $0)] } ?? [])
    + (weight > .zero ? [.stroke(edge, weight: weight, ink)] : [])
}

/// Corners of a round box (圆角).
private let cornerRadius = Length.millimetres(2)
