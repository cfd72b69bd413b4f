import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 断版: a gap from edge to edge in the middle of the news, with stories side by side on both sides of it. Under a lead
  /// over all columns, over a strip or a foot such a gap is as it should be; advertisements and furniture do not count
  /// as stories, and an advertisement down the edge of the page does not hold its news together. Stories that end or
  /// begin a line apart still leave a straight gap. One message for a page.
  static let brokenPage = LintRule { page, limits in
    guard let news = page.news.map(\.rect).bounds else { return [] }
    let cuts = cuts(across: page, in: news.middle(percent: limits.brokenZone))
    guard !cuts.isEmpty else { return [] }
    let lines = cuts.map { "\(($0.y - page.grid.origin.y) / page.grid.pitch + 2)" }
    return [
      page.finding(.brokenPage, at: cuts, place: page.place, ["page": page.page.code])
        .wording("lines", lines.joined(separator: "、"), lines.joined(separator: ", "))
    ]
  }

  /// The white between rows of frames, from edge to edge, where it breaks the page.
  private static func cuts(across page: LintedPage, in zone: Rect) -> [Rect] {
    let areas = page.frames.filter { !page.isTower($0) }.flatMap(\.areas)
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

  private static func stories(of page: LintedPage, where borders: (Rect) -> Bool) -> Int {
    page.news.count { $0.areas.contains(where: borders) }
  }
}

extension LintedPage {
  /// An advertisement that stands at the edge of the page, no news between it and the margin.
  func isTower(_ frame: LintedFrame) -> Bool {
    guard frame.isAd else { return false }
    let beside = news.flatMap(\.areas).filter { $0.spansRows(of: frame.rect) }
    return beside.allSatisfy { $0.maxX <= frame.rect.x }
      || beside.allSatisfy { frame.rect.maxX <= $0.x }
  }
}

extension Rect {
  /// The middle part of its height.
  func middle(percent: Int) -> Rect {
    let part = height * percent / 100
    return Rect(x: x, y: y + (height - part) / 2, width: width, height: part)
  }
}
