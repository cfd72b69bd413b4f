import Drawing
import Geometry
import Manuscripts

/// Which ink or line is which series or slice (图例), in rows from the left; the unit ends the first of them.
struct ChartLegend {
  let style: ChartStyle
  let width: Length
  private let names: [String]
  private let inks: [Ink]
  private let unit: ChartText?
  private let hasLines: Bool

  /// That of the series, where there are several.
  init(chart: Chart, style: ChartStyle, width: Length) {
    (self.style, self.width, hasLines) = (style, width, chart.kind == .line)
    names = chart.kind == .pie || chart.series.count < 2 ? [] : chart.series.map(\.name)
    inks = names.indices.map(style.area)
    unit = chart.unit.map { style.note.set($0) }
  }

  /// That of a pie's slices.
  init(slices: [PieChart.Slice], style: ChartStyle, width: Length) {
    (self.style, self.width, hasLines) = (style, width, false)
    (names, inks, unit) = (slices.map(\.text), slices.map(\.ink), nil)
  }

  private struct Entry {
    var series: Int
    var text: ChartText
    var inline: Length
    var row: Int
  }

  private var sample: Length {
    hasLines ? style.label.size * 5 / 2 : style.label.size
  }
  private var white: Length { style.label.size / 3 }

  /// A name beside which nothing else stands is folded when it is longer than the row.
  private var entries: [Entry] {
    let type = style.label
    var (entries, inline, row) = ([Entry](), Length.zero, 0)
    for (series, name) in names.enumerated() {
      let text = type.set(name, measure: width - sample - white)
      let end = sample + white + text.width
      let most = row == 0 ? width - (unit.map { $0.width + type.size } ?? .zero) : width
      if inline + end > most, inline > .zero || row == 0 && end > most {
        row += entries.last.map { max(1, $0.row == row ? $0.text.lines.count : 1) } ?? 1
        inline = .zero
      }
      entries.append(Entry(series: series, text: text, inline: inline, row: row))
      inline += end + type.size * 3 / 2
    }
    return entries
  }

  private var leading: Length { style.label.size * 3 / 2 }

  var extent: Length {
    let rows = entries.map { $0.row + max(1, $0.text.lines.count) }.max() ?? (unit == nil ? 0 : 1)
    return leading * rows
  }

  var plot: ChartPlot {
    var plot = ChartPlot()
    for entry in entries {
      let middle = leading * entry.row + leading / 2
      plot.shapes += mark(
        entry.series, at: LogicalPoint(inline: entry.inline, block: middle))
      plot.labels += entry.text.placed(
        .start, at: entry.inline + sample + white, block: middle - style.label.size / 2)
    }
    if let unit { plot.labels += unit.levelled(.end, at: width, block: leading / 2) }
    return plot
  }

  private func mark(_ series: Int, at start: LogicalPoint) -> [Item] {
    guard hasLines else {
      let side = sample * 9 / 10
      let box = LogicalRect(
        inline: start.inline, block: start.block - side / 2, inlineSize: side, blockSize: side)
      return style.bar(box, inks[series])
    }
    let end = LogicalPoint(inline: start.inline + sample, block: start.block)
    let middle = LogicalPoint(inline: start.inline + sample / 2, block: start.block)
    let line = PathMark(
      [.move(to: start), .line(to: end)], stroke: style.stroke(series), weight: style.line,
      pattern: style.pattern(series))
    return [.path(line)] + style.point(middle, series: series)
  }
}
