import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 碰题: titles of two stories side by side read as one line. A rule between them, a box, or one of them upright
  /// keeps them apart. Same size: worse, and a blank of less than one of their own characters is what a title has inside
  /// itself.
  static let bumpedHeads = LintRule { page, limits in
    let usual = limits.headGap.length(em: page.grid.size, pitch: page.grid.pitch)
    let heads = page.news.filter { $0.title != nil && !$0.isUpright && !$0.isBoxed }
    return heads.flatMap { left in
      heads.compactMap { right -> LintFinding? in
        guard left.made.article != right.made.article, let a = left.title, let b = right.title,
          a.maxX <= b.x, a.spansRows(of: b), !page.isParted(left.rect, from: right.rect)
        else { return nil }
        let size = sharedSize(left, right)
        let least = max(usual, size ?? .zero)
        guard a.gapAcross(to: b) < least else { return nil }
        let found = page.finding(
          .bumpedHeads, in: left, and: [right], at: [a, b],
          [
            "frame": left.id, "other": right.id,
            "gap": a.gapAcross(to: b).tenths(of: page.grid.size),
            "limit": least.tenths(of: page.grid.size),
          ])
        guard size != nil else { return found }
        return found.wording("same", "字号相近，会连成一句读", "in sizes so near that they read as one")
      }
    }
  }

  /// The smaller of two sizes that look the same.
  private static func sharedSize(_ a: LintedFrame, _ b: LintedFrame) -> Length? {
    guard let size = a.titleSize, let other = b.titleSize, size.looksLike(other) else { return nil }
    return min(size, other)
  }
}
