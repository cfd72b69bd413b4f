import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// «报纸期刊质量管理规定» (国新出发〔2020〕10号), 出版形式: the paper's name is larger than all other text of page one.
  /// Advertisements are pictures and not measured.
  static let nameNotLargest = LintRule { page, _ in
    guard page.isOfficial, page.isFirst,
      let masthead = page.frames.first(where: { $0.made.kind == .masthead })
    else { return [] }
    let name = max(masthead.largestType, masthead.pictures.map(\.height).max() ?? .zero)
    let others = page.frames.filter { $0.made.kind != .masthead && !$0.isAd }
    guard let largest = others.max(by: { $0.largestType < $1.largestType }),
      largest.largestType > name
    else { return [] }
    return [
      page.finding(
        .nameNotLargest, in: largest, and: [masthead],
        at: [largest.title ?? largest.rect, masthead.rect],
        [
          "frame": largest.id, "name": name.pointsText, "size": largest.largestType.pointsText,
        ])
    ]
  }
}
