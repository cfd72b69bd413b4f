import Drawing
import Geometry
import PageDesign

// What lies under a story.

/// How a frame's ground and border are drawn.
private struct GroundLook {
  var ground: Ink?
  var weight: Length
  var ink: Ink
  var isRound: Bool

  init(_ frame: Frame) {
    ground = (frame.reverse ?? frame.box?.tint ?? frame.tint).map { Ink($0) }
    weight = frame.box?.rule ?? .zero
    ink = frame.box.map { Ink($0.ink) } ?? .black
    isRound = frame.box?.corners == .round
  }

  /// The ink of the border, where there is one.
  var stroke: Ink? { weight > .zero ? ink : nil }
}

/// A frame's tint and its border, from its own top left.
func backgroundItems(of frame: Frame, size: Size) -> [Item] {
  let look = GroundLook(frame)
  let area = LogicalRect(
    inline: .zero, block: .zero, inlineSize: size.width, blockSize: size.height)
  let edge = LogicalRect(
    inline: look.weight / 2, block: look.weight / 2, inlineSize: area.inlineSize - look.weight,
    blockSize: area.blockSize - look.weight)
  if look.isRound {
    return [
      .roundBox(
        edge, radius: cornerRadius, fill: look.ground, stroke: look.stroke, weight: look.weight)
    ]
  }
  return (look.ground.map { [.fill(area, $0)] } ?? [])
    + (look.stroke.map { [.stroke(edge, weight: look.weight, $0)] } ?? [])
}

/// The same of a frame of several rectangles: one ground under all that touch, one border round them.
func background(ofShaped frame: Frame, on grid: BodyGrid) -> Panel? {
  let look = GroundLook(frame)
  let rect = frame.bounds(on: grid)
  func place(_ point: Point) -> LogicalPoint {
    LogicalPoint(inline: point.x - rect.x, block: point.y - rect.y)
  }
  let outlines = frame.outlines(on: grid, inset: look.weight / 2).map { $0.map(place) }
  var items: [Item] = []
  if look.isRound {
    items = outlines.map {
      let steps = rounded($0, radius: cornerRadius)
      return .path(
        PathMark(steps, fill: look.ground, stroke: look.stroke, weight: look.weight))
    }
  } else {
    if let ground = look.ground {
      items += frame.shape(on: grid).map {
        .fill(
          LogicalRect(
            inline: $0.x - rect.x, block: $0.y - rect.y, inlineSize: $0.width,
            blockSize: $0.height), ground)
      }
    }
    if let stroke = look.stroke {
      items += outlines.map {
        .path(PathMark(rounded($0, radius: .zero), stroke: stroke, weight: look.weight))
      }
    }
  }
  return items.isEmpty ? nil : Panel(rect: rect, items: items)
}

/// Corners of a round box (圆角).
private let cornerRadius = Length.millimetres(2)

/// A closed line of level and upright edges through some corners, these rounded.
private func rounded(_ corners: [LogicalPoint], radius: Length) -> [PathStep<LogicalPoint>] {
  var steps: [PathStep<LogicalPoint>] = []
  for (index, corner) in corners.enumerated() {
    let before = corners[(index + corners.count - 1) % corners.count]
    let after = corners[(index + 1) % corners.count]
    let from = corner.moved(by: radius, to: before)
    steps.append(index == 0 ? .move(to: from) : .line(to: from))
    guard radius > .zero else { continue }
    // A quarter of a circle by one curve.
    let reach = radius - radius.thousandths(552)
    steps.append(
      .curve(
        corner.moved(by: reach, to: before), corner.moved(by: reach, to: after),
        to: corner.moved(by: radius, to: after)))
  }
  return steps + [.close]
}

extension LogicalPoint {
  /// Along a level or upright line to another place.
  fileprivate func moved(by distance: Length, to other: LogicalPoint) -> LogicalPoint {
    func step(_ from: Length, _ to: Length) -> Length {
      from == to ? .zero : from < to ? distance : -distance
    }
    return LogicalPoint(
      inline: inline + step(inline, other.inline), block: block + step(block, other.block))
  }
}
