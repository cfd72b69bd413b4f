import Drawing
import Geometry

/// A pie over a key of its slices, in columns too narrow for names beside it.
struct PieKey {
  let style: ChartStyle
  let slices: [PieChart.Slice]

  private var white: Length { style.label.size / 2 }

  private func legend(_ width: Length) -> ChartLegend {
    ChartLegend(slices: slices, style: style, width: width)
  }

  func radius(in area: LogicalRect) -> Length {
    let depth = area.blockSize - white - legend(area.inlineSize).extent
    return (min(depth, area.inlineSize) - style.outline) / 2
  }

  /// Whether the pie is larger by a quarter than with its names beside it.
  func isBetter(than beside: PieLabelsOutside, in area: LogicalRect) -> Bool {
    let own = radius(in: area)
    return own >= style.label.size * 2 && own * 4 > (beside.radius(in: area) ?? .zero) * 5
  }

  /// A pie of seven tenths of the width over its key.
  func naturalExtent(width: Length) -> Length {
    width * 7 / 10 + white + legend(width).extent
  }

  func plot(in area: LogicalRect) -> ChartPlot {
    let radius = radius(in: area)
    let legend = legend(area.inlineSize)
    let top = area.blockEnd - legend.extent
    let centre = LogicalPoint(
      inline: area.inline + area.inlineSize / 2,
      block: area.block + (top - white - area.block) / 2)
    var plot = legend.plot.moved(inline: area.inline, block: top)
    plot.shapes = style.slices(slices, centre: centre, radius: radius) + plot.shapes
    return plot
  }
}
