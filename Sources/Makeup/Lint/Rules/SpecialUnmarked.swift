import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

extension LintRule {
  /// An issue beside the ordinary ones says so on page one: 号外, 增刊 («报纸期刊质量管理规定», 国新出发〔2020〕10号).
  /// A headline or an advertisement that has the word does not say it of the paper.
  static let specialUnmarked = LintRule { page, _ in
    guard page.isOfficial, page.isFirst, let word = page.edition.special else { return [] }
    let said = page.frames.filter { !$0.isNews && !$0.isAd }.map { $0.made.letters }
    guard !said.contains(where: { $0.contains(word) }) else { return [] }
    let masthead = page.frames.first { $0.made.kind == .masthead }
    let top = page.grid.rect(columns: 1...page.grid.columns, lines: 1...1)
    return [
      page.finding(
        .specialUnmarked, at: [masthead?.rect ?? top], frames: [masthead].compactMap(\.self),
        place: page.place, ["word": word])
    ]
  }
}

extension SetFrame {
  /// All that is printed in it, without blanks: 号　外 is 号外.
  fileprivate var letters: String {
    var marks: [Mark] = []
    for panel in panels { draw(panel, into: &marks) }
    let scalars = marks.flatMap { mark -> [Unicode.Scalar] in
      if case .glyphs(let run) = mark { run.text } else { [] }
    }
    return String(String.UnicodeScalarView(scalars.filter { !$0.properties.isWhitespace }))
  }
}
