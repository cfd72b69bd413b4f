import CJKRules
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// A chart set into a rectangle.
struct ChartFit {
  var items: [Item]
  /// Where its type stands, for those that check it.
  var labels: [ChartLabel]
  /// How deep it would have to be, when it has less.
  var need: Length?
}

/// Sets charts for one page's styles (图表).
struct ChartSetter {
  let types: TypeCase
  let ground: ChartGround

  init(types: TypeCase, ground: ChartGround = ChartGround()) {
    (self.types, self.ground) = (types, ground)
  }

  private func style(of chart: Chart) -> ChartStyle { types.chartStyle(chart.style, on: ground) }

  /// White between a ground of its own and what stands on it.
  private func padding(_ style: ChartStyle) -> Length {
    style.tint == nil ? .zero : style.label.size * 2 / 3
  }

  /// How deep a chart naturally is: upright ones five eighths of their width, others as their rows or labels ask.
  func naturalExtent(_ chart: Chart, width: Length) -> Length {
    let style = style(of: chart)
    let inner = width - padding(style) * 2
    let dress = ChartDress(chart: chart, style: style, width: inner, words: types.paperWords)
    let plot =
      switch chart.kind {
      case .bar where !chart.isBroken:
        BarChart(chart: chart, style: style).naturalExtent(width: inner)
      case .pie where !chart.isBroken:
        min(PieChart(chart: chart, style: style).naturalExtent(width: inner), types.grid.pitch * 16)
      default: min(max(inner * 1 / 2, types.grid.pitch * 6), types.grid.pitch * 18)
      }
    return dress.above + plot + dress.below + padding(style) * 2
  }

  /// How deep it is at the least: what stands over and under it, and four lines.
  func leastExtent(_ chart: Chart, width: Length) -> Length {
    let style = style(of: chart)
    let inner = width - padding(style) * 2
    let dress = ChartDress(chart: chart, style: style, width: inner, words: types.paperWords)
    return dress.above + types.grid.pitch * 4 + dress.below + padding(style) * 2
  }

  func fit(_ chart: Chart, width: Length, extent: Length) -> ChartFit {
    let style = style(of: chart)
    let white = padding(style)
    let (inner, depth) = (width - white * 2, extent - white * 2)
    let dress = ChartDress(chart: chart, style: style, width: inner, words: types.paperWords)
    let area = LogicalRect(
      inline: .zero, block: dress.above, inlineSize: inner,
      blockSize: depth - dress.above - dress.below)
    let figures = plot(chart, style, in: area)
    let all = [dress.plot(extent: depth), figures].map { $0.moved(inline: white, block: white) }
    let whole = LogicalRect(
      inline: .zero, block: .zero, inlineSize: width, blockSize: extent)
    let back: [Item] = style.tint.map { [.fill(whole, $0)] } ?? []
    return ChartFit(
      items: back + all.flatMap(\.items), labels: all.flatMap(\.labels),
      need: figures.need.map { $0 + extent - area.blockSize })
  }

  private func plot(_ chart: Chart, _ style: ChartStyle, in area: LogicalRect) -> ChartPlot {
    guard area.blockSize > .zero, area.inlineSize > .zero else {
      return ChartPlot(need: types.grid.pitch * 4)
    }
    guard !chart.isBroken else { return ChartPlot(shapes: greyBox(area)) }
    switch chart.kind {
    case .column: return ColumnChart(chart: chart, style: style).plot(in: area)
    case .bar: return BarChart(chart: chart, style: style).plot(in: area)
    case .line: return LineChart(chart: chart, style: style).plot(in: area)
    case .pie: return PieChart(chart: chart, style: style).plot(in: area)
    }
  }
}

extension Chart {
  /// What it shows, for readers who do not see it.
  var alternative: String {
    let head = [title, unit].compactMap(\.self).joined(separator: "，")
    let rows = series.map { series in
      let figures = zip(categories, series.values).compactMap { name, value in
        value.map { "\(name) \($0.text)" }
      }
      return ([series.name].filter { !$0.isEmpty } + [figures.joined(separator: "，")])
        .joined(separator: "：")
    }
    let text = ([head].filter { !$0.isEmpty } + rows).joined(separator: "。")
    return text.isEmpty ? path.value : text
  }
}
