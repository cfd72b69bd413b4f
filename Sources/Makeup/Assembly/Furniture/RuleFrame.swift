import Drawing
import Geometry
import PageDesign

extension FurnitureSetter {
  /// A `rule` frame: one line through its middle.
  func rule(_ rect: Rect) -> Panel {
    let isTall = rect.height > rect.width
    let (from, to) =
      isTall
      ? (
        LogicalPoint(inline: rect.width / 2, block: .zero),
        LogicalPoint(inline: rect.width / 2, block: rect.height)
      )
      : (
        LogicalPoint(inline: .zero, block: rect.height / 2),
        LogicalPoint(inline: rect.width, block: rect.height / 2)
      )
    return Panel(
      rect: rect, items: [.rule(from: from, to: to, weight: .points(0.5), .black, .solid)])
  }
}
