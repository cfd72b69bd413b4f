import Geometry
import Manuscripts

/// A bar before it has a place: between which amounts it reaches, and where it stands among its category's.
struct BarSpan {
  var category: Int
  var series: Int
  /// Counted from the first bar of the category.
  var place: Int
  var from: Int
  var to: Int
  var value: Chart.Value
}

extension Chart {
  /// Bars from `origin`; stacked, amounts over nought on each other and those under it below, in the order of the series.
  func spans(from origin: Int) -> [BarSpan] {
    categories.indices.flatMap { category in
      var (up, down) = (0, 0)
      return series.indices.compactMap { index -> BarSpan? in
        guard let value = series[index].values[category] else { return nil }
        var span = BarSpan(
          category: category, series: index, place: index, from: origin, to: value.amount,
          value: value)
        guard isStacked else { return span }
        span.place = 0
        span.from = value.amount < 0 ? down : up
        span.to = span.from + value.amount
        if value.amount < 0 { down = span.to } else { up = span.to }
        return span
      }
    }
  }
}

extension Chart {
  /// Of a stack a series has all of its figures or none, unless they are asked for: what has one beside what has none
  /// reads as nought.
  func figures(_ all: [(series: Int, labels: [ChartLabel])]) -> [[ChartLabel]] {
    guard isStacked, printsValues == nil else { return all.map(\.labels) }
    let broken = Set(all.filter { $0.labels.isEmpty }.map(\.series))
    return all.filter { !broken.contains($0.series) }.map(\.labels)
  }
}
