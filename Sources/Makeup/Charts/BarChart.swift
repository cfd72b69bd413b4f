import Drawing
import Geometry
import Manuscripts

/// A bar chart (条形图): categories under each other, bars to the right from nought.
struct BarChart {
  let chart: Chart
  let style: ChartStyle

  /// Names take two fifths of the width at most.
  private func names(_ type: ChartType, in area: LogicalRect) -> [ChartText] {
    let most = area.inlineSize * 2 / 5
    return chart.categories.map { type.set($0, measure: most) }
  }

  private func foot(_ type: ChartType) -> Length { type.size * 3 / 2 }

  /// How deep the chart is at its style's size.
  func naturalExtent(width: Length) -> Length {
    let area = LogicalRect(inline: .zero, block: .zero, inlineSize: width, blockSize: .zero)
    let name = names(style.label, in: area).map(\.extent).max() ?? .zero
    let bars = style.value.size * (chart.barsBeside == 1 ? 3 : 2 * chart.barsBeside + 1) / 2
    return max(name + style.label.size, bars + style.value.size / 2) * chart.categories.count
      + foot(style.label)
  }

  func plot(in area: LogicalRect) -> ChartPlot {
    let count = max(1, chart.categories.count)
    let depth = area.blockSize - foot(style.label)
    let tries = style.label.sizes.map { type in (type: type, names: names(type, in: area)) }
    let fitting = tries.first { set in
      (set.names.map(\.extent).max() ?? .zero) + .points(2) <= depth / count
    }
    guard let set = fitting else {
      let least = tries.last?.names.map(\.extent).max() ?? .zero
      var plot = ChartPlot()
      plot.need = (least + .points(2)) * count + foot(style.label)
      return plot
    }
    let layout = BarLayout(
      chart, style, in: area, band: depth / count, foot: depth,
      names: set.names.map(\.width).max() ?? .zero)
    var plot = layout.plot
    for (index, name) in set.names.enumerated() {
      let edge = layout.left - style.label.size / 2
      plot.add(name.levelled(.end, at: edge, block: layout.middle(index)), in: area)
    }
    let bars = chart.spans(from: layout.axis.ticks.origin).map { ($0, layout.rect(of: $0)) }
    plot.shapes = bars.flatMap { style.bar($0.1, style.area($0.0.series)) }
    if let type = layout.type {
      let figures = bars.map { (series: $0.0.series, labels: figure($0.0, $0.1, type)) }
      for labels in chart.figures(figures) { plot.add(labels, in: area) }
    }
    return plot
  }

  /// At the bar's end; in the middle of its part of a stack where it is legible there.
  private func figure(_ span: BarSpan, _ rect: LogicalRect, _ type: ChartType) -> [ChartLabel] {
    let text = type.set(span.value.text)
    let middle = rect.block + rect.blockSize / 2
    if chart.isStacked {
      guard text.width + type.size / 2 <= rect.inlineSize, type.size <= rect.blockSize,
        let ink = style.type(on: style.area(span.series), size: type.size)
      else { return [] }
      return text.levelled(
        .middle, at: rect.inline + rect.inlineSize / 2, block: middle, ink: ink)
    }
    let white = type.size / 3
    return span.value.amount < 0
      ? text.levelled(.end, at: rect.inline - white, block: middle)
      : text.levelled(.start, at: rect.inlineEnd + white, block: middle)
  }
}

/// Where names, bars and figures stand.
private struct BarLayout {
  let chart: Chart
  let style: ChartStyle
  let area: LogicalRect
  let band: Length
  /// Where the bars end and the ticks' figures begin.
  let foot: Length
  let left: Length
  let axis: ValueAxis
  /// The type of the figures at the bars; nil where none are printed.
  let type: ChartType?

  init(
    _ chart: Chart, _ style: ChartStyle, in area: LogicalRect, band: Length, foot: Length,
    names: Length
  ) {
    (self.chart, self.style, self.area) = (chart, style, area)
    (self.band, self.foot) = (band, area.block + foot)
    let bar = style.barWidth(chart.barsBeside, band: band)
    let height = chart.barsBeside == 1 ? band : bar
    let fitting = style.value.sizes.first { $0.size <= height }
    type = chart.printsValues == false ? nil : fitting
    let figures =
      chart.isStacked ? .zero : type.map { $0.widest(chart.texts) + $0.size / 2 } ?? .zero
    let label = style.label
    left = area.inline + (names == .zero ? .zero : names + label.size / 2)
    let amounts = chart.amounts
    // A character's white at least is between two ticks.
    let rough = RoundTicks(amounts, intervals: 3, fromZero: true)
    let widest = label.widest(rough.values.map { rough.text($0, mark: chart.mark) })
    let wide = max(area.inlineEnd - left - figures, label.size)
    let count = max(1, min(6, wide / max(widest + label.size, label.size * 2)))
    let ticks = RoundTicks(amounts, intervals: count, fromZero: true)
    let before =
      ticks.lower < 0 ? max(figures, widest / 2) : max(.zero, widest / 2 - (left - area.inline))
    axis = ValueAxis(
      ticks: ticks, from: left + before,
      to: max(left + before + label.size, area.inlineEnd - max(figures, widest / 2)))
  }

  func middle(_ index: Int) -> Length { area.block + band * index + band / 2 }

  func rect(of span: BarSpan) -> LogicalRect {
    let width = style.barWidth(chart.barsBeside, band: band)
    let top = middle(span.category) - width * chart.barsBeside / 2 + width * span.place
    let (one, two) = (axis.place(span.from), axis.place(span.to))
    return LogicalRect(
      inline: min(one, two), block: top, inlineSize: max(one, two) - min(one, two),
      blockSize: width)
  }

  var plot: ChartPlot {
    var plot = ChartPlot()
    for amount in axis.ticks.values {
      let inline = axis.place(amount)
      plot.addLine(
        from: LogicalPoint(inline: inline, block: area.block),
        to: LogicalPoint(inline: inline, block: foot), isAxis: amount == axis.ticks.origin,
        style: style)
      let text = style.label.set(axis.ticks.text(amount, mark: chart.mark))
      plot.add(
        text.placed(.middle, at: inline, block: area.blockEnd - style.label.size), in: area)
    }
    return plot
  }
}
