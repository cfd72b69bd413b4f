import Diagnostics
import Geometry
import PageDesign

extension LintRule {
  /// 版序 stands in a fixed place on every page («报纸期刊质量管理规定», 国新出发〔2020〕10号). Layouts of other grids begin a
  /// little higher or lower; a finger's breadth is told. Pages of another size have a place of their own.
  static let folioMoved = LintRule { page, _ in
    guard page.isOfficial, page.isOfWholePaper, let own = page.page.folio else { return [] }
    let all = page.pages.filter { $0.layout.size == page.page.layout.size }.compactMap(\.folio)
    func isPlace(_ top: Length, of other: Rect) -> Bool {
      max(top, other.y) - min(top, other.y) <= .millimetres(10)
    }
    func count(at top: Length) -> Int { all.count { isPlace(top, of: $0) } }
    let most = all.map { count(at: $0.y) }.max() ?? 0
    guard let usual = all.first(where: { count(at: $0.y) == most })?.y, !isPlace(usual, of: own)
    else { return [] }
    return [
      page.finding(
        .folioMoved, at: [own], place: page.place,
        [
          "page": page.page.code, "at": own.y.tenths(of: .millimetres(1)),
          "usual": usual.tenths(of: .millimetres(1)),
        ])
    ]
  }
}

extension Page {
  fileprivate var folio: Rect? { frames.first { $0.kind == .folio }?.rect }
}
