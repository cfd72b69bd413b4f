import Diagnostics
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// Page one says which paper it is («报纸期刊质量管理规定», 国新出发〔2020〕10号). An edition that says nothing
  /// for a masthead is not asked.
  static let nameMissing = LintRule { page, _ in
    guard page.isOfficial, page.isFirst, !page.edition.masthead.entries.isEmpty,
      Int(page.page.code.drop { !$0.isNumber }) == 1,
      page.frames.contains(where: { $0.made.kind == .folio }),
      !page.frames.contains(where: { $0.made.kind == .masthead })
    else { return [] }
    let top = page.grid.rect(columns: 1...page.grid.columns, lines: 1...1)
    return [page.finding(.nameMissing, at: [top], place: page.place, ["page": page.page.code])]
  }
}
