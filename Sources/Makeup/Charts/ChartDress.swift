import Drawing
import Geometry
import Manuscripts
import PageDesign

/// What stands over and under a chart's plot: rule, title, legend and unit; notes and source (图题、图例、单位、图注、来源).
struct ChartDress {
  let chart: Chart
  let style: ChartStyle
  let width: Length
  let words: PaperWords

  private var title: ChartText? { chart.title.map { style.title.set($0, measure: width) } }
  private var legend: ChartLegend { ChartLegend(chart: chart, style: style, width: width) }

  private var feet: [ChartText] {
    let source = chart.source.map { words.said(.source, ["name": $0]) }
    return (chart.notes + [source].compactMap(\.self)).map { style.note.set($0, measure: width) }
  }

  private var over: Length { style.rule > .zero ? style.rule + style.label.size / 2 : .zero }

  private var titleExtent: Length { title.map { $0.extent + style.title.size * 2 / 5 } ?? .zero }

  var above: Length {
    let legend = legend.extent
    return over + titleExtent + (legend == .zero ? .zero : legend + style.label.size / 3)
  }

  private var footLeading: Length { style.note.style.pitch }

  var below: Length {
    let lines = feet.reduce(0) { $0 + $1.lines.count }
    return lines == 0 ? .zero : style.note.size * 2 / 3 + footLeading * lines
  }

  /// From the chart's own top left, which is `extent` deep.
  func plot(extent: Length) -> ChartPlot {
    var plot = ChartPlot()
    if style.rule > .zero {
      let axis = style.rule / 2
      plot.shapes.append(
        .rule(
          from: LogicalPoint(inline: .zero, block: axis),
          to: LogicalPoint(inline: width, block: axis), weight: style.rule, style.ink, .solid))
    }
    if let title { plot.labels += title.placed(.start, at: .zero, block: over) }
    let legend = legend.plot.moved(block: over + titleExtent)
    plot.shapes += legend.shapes
    plot.labels += legend.labels
    var block = extent - below + style.note.size * 2 / 3
    for label in feet {
      for (line, set) in zip(label.lines, label.widths) {
        let row = ChartText(lines: [line], widths: [set], type: style.note)
        plot.labels += row.placed(.start, at: .zero, block: block)
        block += footLeading
      }
    }
    return plot
  }
}

extension ChartPlot {
  func moved(inline: Length = .zero, block: Length) -> ChartPlot {
    var copy = self
    copy.ticks = ticks.map { $0.moved(inline: inline, block: block) }
    copy.shapes = shapes.map { $0.moved(inline: inline, block: block) }
    copy.axis = axis.map { $0.moved(inline: inline, block: block) }
    copy.labels = labels.map { label in
      var label = label
      label.rect.inline += inline
      label.rect.block += block
      return label
    }
    return copy
  }
}
