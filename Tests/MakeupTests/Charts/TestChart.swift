import Diagnostics
import Drawing
import Geometry
import Manuscripts
import Schema
import Testing

@testable import Makeup
@testable import Manuscripts

/// Charts for tests, as figures typed in the test.
enum TestChart {
  static let place = SourcePlace(file: "c.csv", line: 1, column: 1)

  static func chart(
    _ kind: Chart.Kind, _ categories: [String], _ series: [(String, [String])]
  ) -> Chart {
    var chart = Chart(path: Located("tables/c.csv", at: place))
    chart.kind = kind
    chart.categories = categories
    chart.categoryPlaces = categories.indices.map {
      SourcePlace(file: "c.csv", line: $0 + 2, column: 1)
    }
    chart.series = series.enumerated().map { index, named in
      Chart.Series(
        name: named.0,
        values: named.1.map { text in
          Decimal10(text.replacing("−", with: "-").replacing("%", with: "")).map {
            Chart.Value(text: text, amount: $0.times(1_000_000))
          }
        }, place: SourcePlace(file: "c.csv", line: 1, column: index * 4 + 4))
    }
    return chart
  }

  /// A chart of so many categories and series, with names of several lengths and figures of both signs.
  static func many(_ kind: Chart.Kind, categories: Int, series: Int) -> Chart {
    let names = ["叶菜", "一级批发市场日均到货量", "3月", "GDP", "南浦区", "2026年1月", "邮政"]
    let rows = (0..<series).map { row in
      (
        "第\(row + 1)组",
        (0..<categories).map { index -> String in
          let number = (index * 37 + row * 53) % 97
          let isNegative = kind != .pie && (index + row) % 7 == 3
          return (isNegative ? "−" : "") + "\(number).\(index % 10)"
        }
      )
    }
    var chart = chart(
      kind, (0..<categories).map { "\(names[$0 % names.count])\($0 / names.count + 1)" }, rows)
    (chart.title, chart.unit) = ("蔬菜上市量与批发均价", "单位：百吨")
    (chart.source, chart.notes) = ("市价格监测中心", ["3月为前20天的数。"])
    return chart
  }

  static func fit(_ chart: Chart, width: Double, extent: Double) -> ChartFit {
    ChartSetter(types: TestPage.types()).fit(
      chart, width: .points(width), extent: .points(extent))
  }
}

extension ChartFit {
  var texts: [String] { labels.map(\.line.string) }

  func label(_ text: String) -> ChartLabel? { labels.first { $0.line.string == text } }

  var bars: [LogicalRect] { items.fills }

  var paths: [PathMark<LogicalPoint>] {
    items.compactMap { if case .path(let path) = $0 { path } else { nil } }
  }
}
