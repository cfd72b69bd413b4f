import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `Labels of charts` {
  static let cases: [(Chart.Kind, Int, Int)] = [
    (.column, 6, 1), (.column, 6, 2), (.column, 24, 3), (.column, 60, 1), (.bar, 5, 1),
    (.bar, 12, 2),
    (.line, 6, 1), (.line, 12, 3), (.line, 90, 2), (.pie, 4, 1), (.pie, 8, 1), (.pie, 1, 1),
  ]

  @Test(arguments: cases, [(330.0, 230.0), (160, 150), (500, 300), (100, 120)])
  func `overlap no other and stand inside`(
    what: (kind: Chart.Kind, categories: Int, series: Int), size: (Double, Double)
  ) {
    let chart = TestChart.many(what.kind, categories: what.categories, series: what.series)
    let fit = TestChart.fit(chart, width: size.0, extent: size.1)
    guard fit.need == nil else { return }
    let whole = LogicalRect(
      inline: .zero, block: .zero, inlineSize: .points(size.0), blockSize: .points(size.1))
    for (index, label) in fit.labels.enumerated() {
      #expect(whole.holds(label.rect), "\(label.line.string)")
      #expect(label.rect.blockSize >= .points(6))
      for other in fit.labels[..<index] {
        #expect(
          !label.rect.overlaps(other.rect), "\(label.line.string) over \(other.line.string)")
      }
    }
  }

  /// In one column a pie with its names beside it would be a fifth of the width.
  @Test func `of a pie in a narrow column stand in a key under it`() throws {
    let chart = TestChart.chart(
      .pie, ["公共汽车", "地铁", "步行", "自行车"], [("", ["40", "30", "20", "10"])])
    let setter = ChartSetter(types: TestPage.types())
    let depth = setter.naturalExtent(chart, width: .points(100))
    let fit = TestChart.fit(chart, width: 100, extent: depth.points)
    #expect(fit.need == nil)
    for name in chart.categories { #expect(fit.texts.contains { $0.hasPrefix(name) }, "\(name)") }
    let lowest = try #require(fit.labels.map(\.rect.block).min())
    let slices = fit.paths.flatMap(\.steps).compactMap { step -> Length? in
      if case .line(let point) = step { point.block } else { nil }
    }
    #expect(!slices.isEmpty && slices.allSatisfy { $0 < lowest })
    #expect(depth > .points(80) && depth < .points(130))
  }

  /// Eight inks from dark to light and back: the last would be that of the first, beside which it lies.
  @Test func `of a pie stand in slices that differ from both neighbours`() {
    for count in 3...8 {
      let chart = TestChart.many(.pie, categories: count, series: 1)
      let style = TestPage.types().chartStyle(nil, on: ChartGround(ink: nil, isReversed: false))
      let inks = PieChart(chart: chart, style: style).slices.map(\.ink.darkness)
      for (one, next) in zip(inks, inks.dropFirst() + inks.prefix(1)) {
        #expect(abs(one - next) >= 15, "\(count): \(inks)")
      }
    }
  }

  @Test func `are all there where there is room, and say when there is none`() {
    for kind in [Chart.Kind.column, .bar, .line, .pie] {
      let chart = TestChart.many(kind, categories: 5, series: 1)
      let fit = TestChart.fit(chart, width: 480, extent: 300)
      #expect(fit.need == nil)
      let text = fit.texts.joined()
      for name in chart.categories { #expect(text.contains(name), "\(kind) \(name)") }
      #expect(text.contains("数据来源：市价格监测中心"))
      #expect(text.contains("单位：百吨"))
      #expect(text.contains(chart.title ?? "?"))
      #expect(TestChart.fit(chart, width: 480, extent: 60).need != nil)
    }
  }

  @Test func `are thinned on a narrow axis, from the first on`() {
    let days = (1...31).map { "\($0)日" }
    let chart = TestChart.chart(.line, days, [("", days.indices.map { "\($0)" })])
    let shown = TestChart.fit(chart, width: 200, extent: 120).texts.filter { $0.hasSuffix("日") }
    #expect(shown.first == "1日")
    #expect(shown.count > 3 && shown.count < 31)
  }

  @Test func `of long names are folded in their column`() {
    let name = "一级批发市场日均到货量连续三周增加"
    let chart = TestChart.chart(.bar, [name, "短"], [("", ["3", "4"])])
    let fit = TestChart.fit(chart, width: 220, extent: 120)
    #expect(fit.label(name) == nil)
    #expect(fit.texts.joined().contains("一级批发"))
  }
}

@Suite struct `Figures of charts` {
  @Test func `make bars as long as they are, downwards under nought`() throws {
    let chart = TestChart.chart(.column, ["甲", "乙", "丙"], [("", ["10", "20", "−10"])])
    let bars = TestChart.fit(chart, width: 300, extent: 200).bars
    try #require(bars.count == 3)
    #expect(abs((bars[1].blockSize - bars[0].blockSize * 2).units) <= 2)
    #expect(abs((bars[2].blockSize - bars[0].blockSize).units) <= 2)
    #expect(bars[2].block == bars[0].blockEnd)
    #expect(bars.map(\.inline) == bars.map(\.inline).sorted())
  }

  @Test func `are printed at their bars as they were typed`() throws {
    for kind in [Chart.Kind.column, .bar] {
      let chart = TestChart.chart(kind, ["甲", "乙"], [("", ["10.50", "−2"])])
      let fit = TestChart.fit(chart, width: 300, extent: 160)
      let label = try #require(fit.label("10.50"))
      let bar = try #require(fit.bars.first)
      if kind == .column {
        #expect(label.rect.blockEnd < bar.block)
      } else {
        #expect(label.rect.inline > bar.inlineEnd)
      }
      var bare = chart
      bare.printsValues = false
      #expect(TestChart.fit(bare, width: 300, extent: 160).label("10.50") == nil)
    }
  }

  @Test func `of stacked series stand on each other`() throws {
    for kind in [Chart.Kind.column, .bar] {
      var chart = TestChart.chart(kind, ["甲"], [("上", ["3"]), ("下", ["5"])])
      chart.isStacked = true
      chart.printsValues = false
      // The two last are the legend's.
      let bars = TestChart.fit(chart, width: 200, extent: 160).bars
      let stack = bars.filter { max($0.inlineSize, $0.blockSize) > .points(12) }
      try #require(stack.count == 2)
      if kind == .column {
        #expect(stack[1].blockEnd == stack[0].block)
      } else {
        #expect(stack[1].inline == stack[0].inlineEnd)
      }
    }
  }

  @Test func `in a stack a series has all of, or none`() {
    for kind in [Chart.Kind.column, .bar] {
      var chart = TestChart.chart(
        kind, ["甲", "乙"], [("大", ["90", "80"]), ("小", ["60", "1"])])
      chart.isStacked = true
      func printed() -> [String] {
        let texts = Set(chart.series.flatMap { $0.values.compactMap { $0?.text } })
        return TestChart.fit(chart, width: 240, extent: 200).labels.map(\.line.string)
          .filter(texts.contains).sorted()
      }
      #expect(printed() == ["80", "90"])
      chart.printsValues = true
      #expect(printed() == ["60", "80", "90"])
    }
  }

  @Test func `asked for may be wider than their columns where they touch no other`() {
    var chart = TestChart.chart(
      .column, (1...6).map { "\($0)月" }, [("", ["1.1", "5.2", "1.3", "6.4", "1.5", "7.6"])])
    chart.series.append(TestChart.chart(.column, ["1"], [("b", ["9"])]).series[0])
    chart.series[1].values = chart.series[0].values.map { _ in nil }
    func printed() -> Int {
      let texts = Set(chart.series[0].values.compactMap { $0?.text })
      return TestChart.fit(chart, width: 90, extent: 160).labels.count {
        texts.contains($0.line.string)
      }
    }
    chart.printsValues = true
    #expect(printed() == 6)
  }

  @Test func `that are missing break a line`() {
    let chart = TestChart.chart(
      .line, ["1", "2", "3", "4", "5"], [("", ["1", "2", "", "3", "4"])])
    let lines = TestChart.fit(chart, width: 300, extent: 160).paths.filter { $0.fill == nil }
    #expect(lines.map(\.steps.count) == [2, 2])
  }

  @Test func `are legible on areas, or not printed there`() {
    var chart = TestChart.chart(.column, ["甲"], [("a", ["40"]), ("b", ["40"])])
    chart.isStacked = true
    let fit = TestChart.fit(chart, width: 120, extent: 240)
    let inks = fit.labels.filter { $0.line.string == "40" }.map(\.ink)
    #expect(inks.contains(.black))
  }
}

@Suite struct `A pie` {
  private func pie(_ figures: [String]) -> PieChart {
    let chart = TestChart.chart(.pie, figures.indices.map { "类\($0)" }, [("", figures)])
    return PieChart(
      chart: chart, style: TestPage.types().chartStyle(nil, on: ChartGround()))
  }

  @Test func `begins at 12 o'clock and goes on clockwise, in the order of the rows`() throws {
    let slices = pie(["1", "2", "1"]).slices
    #expect(slices.map(\.from.turns) == [0, 0.25, 0.75])
    #expect(slices.map(\.to.turns) == [0.25, 0.75, 1])
    let centre = LogicalPoint(inline: .points(50), block: .points(50))
    let three = centre.towards(slices[0].to, by: .points(10))
    #expect(three == LogicalPoint(inline: .points(60), block: .points(50)))
  }

  @Test func `has shares that make a hundred together`() {
    #expect(PieChart.tenths([1, 1, 1], of: 3) == [334, 333, 333])
    #expect(PieChart.tenths([0, 5, 2], of: 7).reduce(0, +) == 1000)
    #expect(pie(["1", "1", "1"]).slices.map(\.figure) == ["33.4%", "33.3%", "33.3%"])
    #expect(pie(["60%", "40%"]).slices.map(\.figure) == ["60%", "40%"])
  }

  @Test func `of few wide slices has its names inside, else outside with leaders`() {
    let wide = TestChart.chart(.pie, ["甲", "乙"], [("", ["1", "1"])])
    let fit = TestChart.fit(wide, width: 200, extent: 200)
    #expect(fit.paths.allSatisfy { $0.fill != nil })
    let many = TestChart.many(.pie, categories: 8, series: 1)
    let leaders = TestChart.fit(many, width: 330, extent: 240).paths.filter { $0.fill == nil }
    #expect(leaders.count == 8)
    #expect(leaders.allSatisfy { $0.weight >= .points(1) / 4 })
  }

  @Test func `spreads names that would meet`() {
    let middles = PieLabelsOutside.spread(
      [.points(10), .points(11), .points(98)], extents: [.points(10), .points(10), .points(10)],
      from: .zero, to: .points(100))
    #expect(middles == [.points(10), .points(20), .points(95)])
  }
}
