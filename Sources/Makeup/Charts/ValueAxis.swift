import Drawing
import Geometry
import Manuscripts

/// Where amounts stand between two ends of a plot, upwards or to the right (数值轴).
struct ValueAxis {
  let ticks: RoundTicks
  let from: Length
  let to: Length

  func place(_ amount: Int) -> Length {
    from + Length(units: Int((Double((to - from).units) * ticks.part(amount)).rounded()))
  }

  var origin: Length { place(ticks.origin) }
}

extension Chart {
  /// All its amounts, or the sums above and below nought where they are stacked.
  var amounts: [Int] {
    let all = series.flatMap { $0.values.compactMap { $0?.amount } }
    guard isStacked else { return all }
    return categories.indices.flatMap { index in
      let parts = series.compactMap { $0.values[index]?.amount }
      return [parts.filter { $0 > 0 }.reduce(0, +), parts.filter { $0 < 0 }.reduce(0, +)]
    }
  }

  /// Printed after the ticks where all figures have it.
  var mark: String {
    let texts = series.flatMap { $0.values.compactMap { $0?.text } }
    return !texts.isEmpty && texts.allSatisfy { $0.hasSuffix("%") || $0.hasSuffix("％") } ? "%" : ""
  }

  var texts: [String] { series.flatMap { $0.values.compactMap { $0?.text } } }

  /// Bars of one category beside each other.
  var barsBeside: Int { isStacked ? 1 : series.count }
}

extension ChartPlot {
  /// The line of a tick, or the axis itself.
  mutating func addLine(
    from: LogicalPoint, to: LogicalPoint, isAxis: Bool, style: ChartStyle
  ) {
    if isAxis {
      axis += style.line(from: from, to: to, weight: style.axis)
    } else {
      ticks += style.line(from: from, to: to, weight: style.ticks)
    }
  }
}

extension ChartStyle {
  func bar(_ rect: LogicalRect, _ ink: Ink) -> [Item] {
    let edge = outline > .zero ? [Item.stroke(rect, weight: outline, self.ink)] : []
    return [.fill(rect, ink)] + edge
  }

  func line(from: LogicalPoint, to: LogicalPoint, weight: Length) -> [Item] {
    weight > .zero ? [.rule(from: from, to: to, weight: weight, ink, .solid)] : []
  }

  /// How thick a bar is where a category has `band`: never so thick that it is a wall.
  func barWidth(_ count: Int, band: Length) -> Length {
    min(Length(units: band.units * 1000 / (count * 1000 + gap)), value.size * 5)
  }
}
