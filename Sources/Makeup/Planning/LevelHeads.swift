import Geometry
import PageDesign

extension Layout {
  /// What the heads of a frame keep clear at each side, so that they do not run into those of a story beside it (碰题):
  /// the house's gap between them, unless a line, a box or a ground parts the stories.
  func headInset(of frame: Frame, gap: Quantity) -> Length {
    guard frame.hasLevelHead else { return .zero }
    let rect = frame.bounds(on: grid)
    let gaps = frames.filter {
      $0.id != frame.id && $0.hasLevelHead && !isRuled(beside: $0, frame)
    }.map { $0.bounds(on: grid) }.filter {
      let (higher, lower) = (min($0.y, rect.y), max($0.y, rect.y))
      return lower - higher < grid.pitch * Self.rowsOfHeads
    }.map { max($0.x - rect.maxX, rect.x - $0.maxX) }.filter { $0 > .zero }
    let least = gap.length(em: grid.size, pitch: grid.pitch)
    return gaps.min().map { max(.zero, least - $0) / 2 } ?? .zero
  }

  /// Heads whose frames begin further apart hardly share a line.
  private static let rowsOfHeads = 4
}

extension Frame {
  /// Heads that lie over its text, on the page's own ground.
  fileprivate var hasLevelHead: Bool {
    kind == .article && mode == .horizontal && !isSetApart
      && headline.position == .over
  }
}
