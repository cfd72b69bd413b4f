import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 断版: a gap from edge to edge in the middle of the news, with stories side by side on both sides of it. Under a lead
  /// over all columns, over a strip or a foot such a gap is as it should be; advertisements and furniture do not count
  /// as stories, and an advertisement down the edge of the page does not hold its news together. Stories that end or
  /// begin a line apart still leave a straight gap. One message for a page. In vertical pages the same is 腹切り.
  static let brokenPage = LintRule { page, limits in
    guard let news = page.news.map(\.rect).bounds else { return [] }
    let cuts = cuts(across: page, in: zone(of: news, percent: limits.brokenZone))
    guard !cuts.isEmpty else { return [] }
    let lines = cuts.map { "\(($0.y - page.grid.origin.y) / page.grid.pitch + 2)" }
    return [
      page.finding(.brokenPage, at: cuts, place: page.place, ["page": page.page.code])
        .wording("lines", lines.joined(separator: "、"), lines.joined(separator: ", "))
    ]
  }

  private static func zone(of news: Rect, percent: Int) -> Rect {
    let height = news.height * percent / 100
    return Rect(
      x: news.x, y: news.y + (news.height - height) / 2, width: news.width, height: height)
  }

  /// The white between rows of frames, from edge to edge, where it breaks the page.
  private static func cuts(across page: LintedPage, in zone: Rect) -> [Rect] {
    let areas = page.frames.filter { !isTower($0, on: page) }.flatMap(\.areas)
    let feet = Set(areas.map(\.maxY)).sorted()
    return feet.compactMap { foot in
      guard zone.y <= foot, foot <= zone.maxY,
        !areas.contains(where: { $0.y <= foot && foot < $0.maxY }),
        let top = areas.map(\.y).filter({ $0 > foot }).min(),
        stories(of: page, where: { foot - $0.maxY <= page.grid.pitch && $0.maxY <= foot }) > 1,
        stories(of: page, where: { $0.y - top <= page.grid.pitch && top <= $0.y }) > 1
      else { return nil }
      return Rect(x: zone.x, y: foot, width: zone.width, height: top - foot)
    }
  }

  /// An advertisement that stands at the edge of the page, no news between it and the margin.
  private static func isTower(_ frame: LintedFrame, on page: LintedPage) -> Bool {
    guard frame.isAd else { return false }
    let beside = page.news.flatMap(\.areas).filter { $0.spansRows(of: frame.rect) }
    return beside.allSatisfy { $0.maxX <= frame.rect.x }
      || beside.allSatisfy { frame.rect.maxX <= $0.x }
  }

  private static func stories(of page: LintedPage, where borders: (Rect) -> Bool) -> Int {
    page.news.count { $0.areas.contains(where: borders) }
  }
}
