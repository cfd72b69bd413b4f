import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 腹切り: the gap under a tier (段) runs clear across the page, through one story or several. A head, a picture, a
  /// story of other tiers or lines that run level hold the page together; an advertisement down its edge does not.
  /// As with 断版 the middle of the news is asked, and there is one message for a page.
  static let cutTiers = LintRule { page, limits in
    guard let news = page.news.map(\.rect).bounds else { return [] }
    let zone = news.middle(percent: limits.brokenZone)
    for frame in page.news {
      for (number, gap) in tierGaps(of: frame) where zone.y <= gap.y && gap.maxY <= zone.maxY {
        let middle = gap.y + gap.height / 2
        guard page.frames.allSatisfy({ page.isTower($0) || !stands($0, across: middle) }) else {
          continue
        }
        let cut = Rect(x: news.x, y: gap.y, width: news.width, height: gap.height)
        return [
          page.finding(
            .cutTiers, in: frame, at: [cut], ["frame": frame.id, "tier": "\(number)"])
        ]
      }
    }
    return []
  }

  /// The white under each tier but the last, with the tier's number.
  private static func tierGaps(of frame: LintedFrame) -> [(Int, Rect)] {
    let tiers = frame.legs.filter { $0.mode == .vertical }.map(\.rect)
    return zip(tiers, tiers.dropFirst()).enumerated().compactMap { number, pair in
      guard pair.1.y > pair.0.maxY else { return nil }
      let gap = Rect(
        x: frame.rect.x, y: pair.0.maxY, width: frame.rect.width, height: pair.1.y - pair.0.maxY)
      return (number + 1, gap)
    }
  }

  /// Whether a frame, or something in a story of tiers, has this height in it.
  private static func stands(_ frame: LintedFrame, across middle: Length) -> Bool {
    func crosses(_ rect: Rect) -> Bool { rect.y < middle && middle < rect.maxY }
    guard tierGaps(of: frame).contains(where: { crosses($0.1) }) else {
      return frame.areas.contains(where: crosses)
    }
    return (frame.pictures + [frame.head].compactMap(\.self)).contains(where: crosses)
  }
}
