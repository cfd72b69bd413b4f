import Diagnostics
import Drawing
import Geometry
import PageDesign
import Typesetting

/// Lines thinner than a plate holds: the thinnest in a frame stands for all.
func checkLines(in frame: PrintedFrame, _ rules: PrintRules) -> [Diagnostic] {
  var thinnest: (weight: Length, ink: Ink, limit: Length)?
  var count = 0
  for (weight, ink) in frame.panels.flatMap(\.items).flatMap(\.strokes) {
    let isDelicate = ink.isTint || ink == .white || ink.count > 1
    let limit = isDelicate ? rules.tintedLine : rules.line
    guard weight > .zero, weight < limit else { continue }
    count += 1
    if thinnest.map({ weight < $0.weight }) ?? true { thinnest = (weight, ink, limit) }
  }
  guard let thinnest else { return [] }
  return [
    frame.diagnostic(
      .thinLine,
      [
        "weight": thinnest.weight.writtenPoints, "limit": thinnest.limit.writtenPoints,
        "inks": thinnest.ink == .white ? "反白" : thinnest.ink.written,
      ]
    ).counting(count)
  ]
}

extension Item {
  /// What is stroked, and with what.
  fileprivate var strokes: [(weight: Length, ink: Ink)] {
    switch self {
    case .stroke(_, let weight, let ink), .rule(_, _, let weight, let ink, _): [(weight, ink)]
    case .roundBox(_, _, _, let stroke, let weight): stroke.map { [(weight, $0)] } ?? []
    case .line(let line, _, let ink): line.strokes.map { ($0.weight, ink) }
    case .fill, .picture, .begin, .end: []
    }
  }
}

/// A frame that reaches into the white that a press without bleed needs round the page.
func checkMargin(of frame: PrintedFrame, _ rules: PrintRules) -> [Diagnostic] {
  guard let rect = frame.rect, let id = frame.id, frame.page.layout.bleed == .zero else {
    return []
  }
  let size = frame.page.layout.size
  let have = min(rect.x, rect.y, size.width - rect.maxX, size.height - rect.maxY)
  guard have < rules.margin else { return [] }
  let millimetres = (have.millimetres * 10).rounded() / 10
  return [
    frame.diagnostic(
      .inkInMargin,
      [
        "frame": id, "have": "\(millimetres) mm", "limit": "\(rules.margin.millimetres) mm",
      ])
  ]
}
