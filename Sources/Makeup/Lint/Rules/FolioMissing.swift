import Diagnostics
import PageDesign

extension LintRule {
  /// 版次 and date stand in the 报眉 of every inside page («报纸期刊质量管理规定», 国新出发〔2020〕10号). Asked of whole
  /// papers only: those whose first page has a masthead.
  static let folioMissing = LintRule { page, _ in
    guard page.isOfficial, !page.isFirst, page.isOfWholePaper, !page.frames.isEmpty, !page.isFold,
      !page.frames.contains(where: { [.folio, .masthead].contains($0.made.kind) })
    else { return [] }
    let top = page.grid.rect(columns: 1...page.grid.columns, lines: 1...1)
    return [
      page.finding(.folioMissing, at: [top], place: page.place, ["page": page.page.code])
    ]
  }
}
