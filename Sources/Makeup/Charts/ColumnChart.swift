import Drawing
import Geometry
import Manuscripts

/// A column chart (柱状图): series beside each other or stacked, upwards from nought.
struct ColumnChart {
  let chart: Chart
  let style: ChartStyle

  func plot(in area: LogicalRect) -> ChartPlot {
    let isNegative = chart.amounts.contains { $0 < 0 }
    let room = style.value.size * 3 / 2
    let clear = UprightAxes.Clear(
      above: chart.isStacked ? .zero : room, below: isNegative && !chart.isStacked ? room : .zero)
    let axes = UprightAxes(chart, style, in: area, clear: clear, fromZero: true)
    var plot = axes.plot
    guard plot.need == nil else { return plot }
    let bars = chart.spans(from: axes.axis.ticks.origin).map { span in
      Bar(span: span, rect: rect(of: span, axes))
    }
    plot.shapes = bars.flatMap { style.bar($0.rect, style.area($0.span.series)) }
    addValues(bars, axes, to: &plot)
    return plot
  }

  private struct Bar {
    var span: BarSpan
    var rect: LogicalRect
    var middle: LogicalPoint {
      LogicalPoint(
        inline: rect.inline + rect.inlineSize / 2, block: rect.block + rect.blockSize / 2)
    }
  }

  private func rect(of span: BarSpan, _ axes: UprightAxes) -> LogicalRect {
    let width = style.barWidth(chart.barsBeside, band: axes.band)
    let left = axes.middle(span.category) - width * chart.barsBeside / 2 + width * span.place
    let (one, two) = (axes.axis.place(span.from), axes.axis.place(span.to))
    return LogicalRect(
      inline: left, block: min(one, two), inlineSize: width,
      blockSize: max(one, two) - min(one, two))
  }
}

// MARK: Figures

extension ColumnChart {
  private func addValues(_ bars: [Bar], _ axes: UprightAxes, to plot: inout ChartPlot) {
    guard chart.printsValues != false else { return }
    let width = style.barWidth(chart.barsBeside, band: axes.band)
    // A single bar's figure may reach over the white at its sides; one of several touches no higher bar beside its own.
    let room =
      chart.isStacked ? width : chart.barsBeside == 1 ? axes.band - .points(2) : width - .points(1)
    let texts = bars.map(\.span.value.text)
    let sizes = style.value.sizes
    let fitting = sizes.first { $0.widest(texts) <= room }
    guard let type = fitting ?? (chart.printsValues == true ? sizes.last : nil) else { return }
    let figures = bars.map { bar -> (series: Int, labels: [ChartLabel]) in
      let text = type.set(bar.span.value.text)
      let labels = chart.isStacked ? inside(bar, text, room) : beyond(bar, text)
      let isClear = text.width <= room || isBeside(labels, bars)
      return (bar.span.series, isClear ? labels : [])
    }
    for labels in chart.figures(figures) { plot.add(labels, in: axes.area) }
  }

  /// Whether a figure wider than its bar touches none of the others.
  private func isBeside(_ labels: [ChartLabel], _ bars: [Bar]) -> Bool {
    labels.allSatisfy { label in !bars.contains { $0.rect.overlaps(label.rect) } }
  }

  /// Over the bar, under one that goes down.
  private func beyond(_ bar: Bar, _ text: ChartText) -> [ChartLabel] {
    let white = text.type.size / 4
    let block =
      bar.span.value.amount < 0
      ? bar.rect.blockEnd + white : bar.rect.block - white - text.extent
    return text.placed(.middle, at: bar.middle.inline, block: block)
  }

  /// In the middle of its part of a stack, where it is legible there.
  private func inside(_ bar: Bar, _ text: ChartText, _ room: Length) -> [ChartLabel] {
    guard bar.rect.blockSize >= text.type.leading, text.width <= room,
      let ink = style.type(on: style.area(bar.span.series), size: text.type.size)
    else { return [] }
    return text.levelled(.middle, at: bar.middle.inline, block: bar.middle.block, ink: ink)
  }
}
