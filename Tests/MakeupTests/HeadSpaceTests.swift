import CJKRules
import Fonts
import Geometry
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A head in a depth by order` {
  private let types = TestPage.types()

  private func fit(_ title: String, space: Length?, rows: Int, width: Length = .points(300))
    -> HeadlineFit
  {
    var styles = HeadlineStyles(
      kicker: types.style("kicker"), title: types.style("title-lead"),
      subtitle: types.style("subtitle"), byline: types.style("byline"))
    (styles.below, styles.space, styles.isWeighed) = (2, space, true)
    let setter = HeadlineSetter(types: types, styles: styles, mode: .horizontal)
    return setter.fit(
      HeadlineText(kicker: ["两岸步行可达"], title: [title]), width: width, rows: rows)
  }

  /// White over the first line and under the last one, by the lines' sizes.
  private func white(_ fit: HeadlineFit) -> Length {
    let edges = fit.items.compactMap { item -> (Length, Length)? in
      guard case .line(let line, let start, _) = item else { return nil }
      let half = (line.runs.map(\.size).max() ?? .zero) / 2
      return (start.block - half, start.block + half)
    }
    let top = edges.map(\.0).min() ?? .zero
    let bottom = edges.map(\.1).max() ?? .zero
    return types.grid.pitch * fit.rows - (bottom - top)
  }

  @Test(arguments: [8, 10, 13]) func `keeps the white of its rank`(rows: Int) {
    let space = types.grid.pitch * 3 / 2
    let close = fit("新桥通车", space: nil, rows: rows, width: .points(600))
    let roomy = fit("新桥通车", space: space, rows: rows, width: .points(600))
    #expect(white(roomy) >= space)
    #expect(roomy.rows == rows)
    #expect(roomy.titleSize <= close.titleSize)
  }

  /// White under the last head.
  private func foot(_ fit: HeadlineFit) -> Length {
    let bottom = fit.items.compactMap { item -> Length? in
      guard case .line(let line, let start, _) = item else { return nil }
      return start.block + (line.runs.map(\.size).max() ?? .zero) / 2
    }
    return types.grid.pitch * fit.rows - (bottom.max() ?? .zero)
  }

  @Test(arguments: [nil, 7, 9, 12])
  func `stands no closer to its text than to its subtitle`(rows: Int?) {
    let styles = HeadlineStyles(
      kicker: types.style("kicker"), title: types.style("title-lead"),
      subtitle: types.style("subtitle"), byline: types.style("byline"))
    let setter = HeadlineSetter(types: types, styles: styles, mode: .horizontal)
    func fit(byline: String?) -> HeadlineFit {
      let text = HeadlineText(title: ["新桥今晨通车"], subtitle: ["两岸步行可达"], byline: byline)
      return setter.fit(text, width: .points(500), rows: rows)
    }
    let made = fit(byline: nil)
    #expect(made.titleSize > .points(20))
    #expect(foot(made) >= made.titleSize.thousandths(HeadBand.spacing) - Length(units: 2))
    // A byline belongs to the text.
    #expect(foot(fit(byline: "记者 何渡")) < foot(made) || rows == nil)
  }

  @Test func `gives it up rather than be smaller than its style allows`() {
    let title = "渡口新桥今晨通车两岸居民步行过江公交同日改道"
    let rows = (3...20).first { fit(title, space: nil, rows: $0).rows == $0 } ?? 0
    let roomy = fit(title, space: types.grid.pitch * 4, rows: rows)
    #expect(rows > 3)
    #expect(roomy.rows == rows)
    #expect(roomy.titleSize == fit(title, space: nil, rows: rows).titleSize)
  }
}
