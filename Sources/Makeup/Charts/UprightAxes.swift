import Drawing
import Geometry
import Manuscripts

/// The frame of column and line charts: ticks at the left with their lines, categories under it.
struct UprightAxes {
  let chart: Chart
  let style: ChartStyle
  let area: LogicalRect
  let axis: ValueAxis
  /// Where the plot begins at the left, and how wide each category is.
  let left: Length
  let band: Length
  private let names: CategoryLabels

  /// White over the highest tick and under the lowest for figures.
  struct Clear { var above = Length.zero; var below = Length.zero }

  init(_ chart: Chart, _ style: ChartStyle, in area: LogicalRect, clear: Clear, fromZero: Bool) {
    (self.chart, self.style, self.area) = (chart, style, area)
    let type = style.label
    let amounts = chart.amounts
    // A tick line every 24 points or so, between two and six of them.
    let wanted = max(2, min(6, area.blockSize / .points(24) - 1))
    let ticks = RoundTicks(amounts, intervals: wanted, fromZero: fromZero)
    let widest = type.widest(ticks.values.map { ticks.text($0, mark: chart.mark) })
    left = area.inline + widest + type.size / 2
    band = max(Length(units: 1), (area.inlineEnd - left) / max(1, chart.categories.count))
    names = CategoryLabels(chart.categories, band: band, type: type)
    let foot = area.blockEnd - names.extent - type.size / 2
    axis = ValueAxis(
      ticks: ticks, from: foot - clear.below, to: area.block + max(clear.above, type.size / 2))
  }

  /// The middle of a category.
  func middle(_ index: Int) -> Length { left + band * index + band / 2 }

  /// The least depth at which the ticks stand apart.
  private var least: Length { style.label.size * 3 }

  var plot: ChartPlot {
    var plot = ChartPlot()
    if axis.from - axis.to < least {
      plot.need = area.blockSize + least - (axis.from - axis.to)
      return plot
    }
    for amount in axis.ticks.values {
      let block = axis.place(amount)
      plot.addLine(
        from: LogicalPoint(inline: left, block: block),
        to: LogicalPoint(inline: area.inlineEnd, block: block),
        isAxis: amount == axis.ticks.origin, style: style)
      let text = style.label.set(axis.ticks.text(amount, mark: chart.mark))
      plot.add(text.levelled(.end, at: left - style.label.size / 2, block: block), in: area)
    }
    addNames(to: &plot)
    return plot
  }

  private func addNames(to plot: inout ChartPlot) {
    let top = area.blockEnd - names.extent
    for (index, text) in names.texts.enumerated() {
      guard let text else { continue }
      let lines = text.placed(.middle, at: middle(index), block: top).map { label in
        var label = label
        label.rect = label.rect.movedInside(area)
        return label
      }
      plot.add(lines, in: area)
    }
  }
}
