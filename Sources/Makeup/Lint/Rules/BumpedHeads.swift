import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 碰题: heads of two stories side by side read as one line. A rule between them, a box, or one of them upright
  /// keeps them apart. Same size: worse, and a blank of less than one of their own characters is what a head has inside
  /// itself. Kickers and subtitles run on only in one size: in two they are told apart.
  static let bumpedHeads = LintRule { page, limits in
    let usual = limits.headGap.length(em: page.grid.size, pitch: page.grid.pitch)
    let heads = page.news.filter { $0.title != nil && !$0.isUpright && !$0.isBoxed }
    return heads.flatMap { left in
      heads.compactMap { right -> LintFinding? in
        guard left.made.article != right.made.article,
          !page.isParted(left.rect, from: right.rect),
          let pair = bumped(left, right, usual) ?? bumpedSubtitles(left, right, usual)
        else { return nil }
        return finding(of: pair, left, right, on: page)
      }
    }
  }

  /// Two heads that are nearer than they may be.
  private struct BumpedPair {
    var (left, right): (Rect, Rect)
    var least: Length
    var isOneSize: Bool
  }

  private static func bumped(_ a: LintedFrame, _ b: LintedFrame, _ usual: Length) -> BumpedPair? {
    guard let left = a.title, let right = b.title else { return nil }
    var shared: Length?
    if let size = a.titleSize, let other = b.titleSize, size.looksLike(other) {
      shared = min(size, other)
    }
    let pair = BumpedPair(
      left: left, right: right, least: max(usual, shared ?? .zero), isOneSize: shared != nil)
    return isNear(pair) ? pair : nil
  }

  private static func bumpedSubtitles(
    _ a: LintedFrame, _ b: LintedFrame, _ usual: Length
  ) -> BumpedPair? {
    let pairs = a.otherHeads.flatMap { left in
      b.otherHeads.filter { $0.size.looksLike(left.size) }.map { right in
        BumpedPair(
          left: left.rect, right: right.rect, least: max(usual, min(left.size, right.size)),
          isOneSize: true)
      }
    }
    return pairs.first(where: isNear)
  }

  private static func isNear(_ pair: BumpedPair) -> Bool {
    pair.left.maxX <= pair.right.x && pair.left.spansRows(of: pair.right)
      && pair.left.gapAcross(to: pair.right) < pair.least
  }

  private static func finding(
    of pair: BumpedPair, _ left: LintedFrame, _ right: LintedFrame, on page: LintedPage
  ) -> LintFinding {
    let found = page.finding(
      .bumpedHeads, in: left, and: [right], at: [pair.left, pair.right],
      [
        "frame": left.id, "other": right.id,
        "gap": pair.left.gapAcross(to: pair.right).tenths(of: page.grid.size),
        "limit": pair.least.tenths(of: page.grid.size),
      ])
    guard pair.isOneSize else { return found }
    return found.wording("same", "字号相近，会连成一句读", "in sizes so near that they read as one")
  }
}
