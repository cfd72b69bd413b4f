import Drawing
import Geometry
import Manuscripts

/// A pie chart (饼图): slices clockwise from 12 o'clock, in the order of the rows.
struct PieChart {
  let chart: Chart
  let style: ChartStyle

  struct Slice {
    var name: String
    var figure: String
    var from: Turn
    var to: Turn
    var ink: Ink
    var middle: Turn { Turn(turns: (from.turns + to.turns) / 2) }
    var text: String { figure.isEmpty ? name : "\(name) \(figure)" }
  }

  func plot(in area: LogicalRect) -> ChartPlot {
    let slices = slices
    if let plot = PieLabelsInside(style: style, slices: slices).plot(in: area) { return plot }
    let outside = PieLabelsOutside(style: style, slices: slices)
    let key = PieKey(style: style, slices: slices)
    return key.isBetter(than: outside, in: area) ? key.plot(in: area) : outside.plot(in: area)
  }

  /// Nine twentieths of its width where its names stand beside it; where that leaves it small, seven tenths, and a key.
  func naturalExtent(width: Length) -> Length {
    let area = LogicalRect(
      inline: .zero, block: .zero, inlineSize: width, blockSize: width * 9 / 20)
    let (outside, key) = (
      PieLabelsOutside(style: style, slices: slices), PieKey(style: style, slices: slices)
    )
    let deep = key.naturalExtent(width: width)
    var deeper = area
    deeper.blockSize = deep
    let isSmall = outside.radius(in: area).map { $0 * 5 < width } ?? true
    return isSmall && key.isBetter(than: outside, in: deeper) ? deep : area.blockSize
  }

  var slices: [Slice] {
    let amounts = chart.series[0].values.map { $0?.amount ?? 0 }
    let total = max(1, amounts.reduce(0, +))
    let shares = Self.tenths(amounts, of: total)
    let inks = inks
    var before = 0
    return amounts.indices.map { index in
      defer { before += amounts[index] }
      let (from, to) = (before, before + amounts[index])
      return Slice(
        name: chart.categories[index], figure: figure(index, share: shares[index]),
        from: Turn(turns: Double(from) / Double(total)),
        to: Turn(turns: Double(to) / Double(total)),
        ink: inks[index])
    }
  }

  /// Those of the series in their order; where the last slice would be like the first, beside which it comes to lie, it has
  /// that of another one, which takes its own.
  private var inks: [Ink] {
    var inks = chart.series[0].values.indices.map(style.area)
    guard inks.count > 3, Self.contrast(inks) < Self.leastContrast else { return inks }
    let swapped = (1..<inks.count - 1).map { other in
      var trial = inks
      trial.swapAt(other, inks.count - 1)
      return trial
    }
    let best = swapped.max { Self.contrast($0) < Self.contrast($1) } ?? inks
    if Self.contrast(best) > Self.contrast(inks) { inks = best }
    return inks
  }

  /// The least difference in darkness of two neighbours round the pie, in percent of black.
  private static func contrast(_ inks: [Ink]) -> Int {
    zip(inks, inks.dropFirst() + inks.prefix(1)).map { abs($0.darkness - $1.darkness) }.min() ?? 0
  }

  private static let leastContrast = 20

  /// Shares of the whole; the figures themselves where they are asked for, or are shares already.
  private func figure(_ index: Int, share: Int) -> String {
    guard chart.printsValues != false else { return "" }
    if chart.printsValues == true || chart.mark == "%" {
      return chart.series[0].values[index]?.text ?? ""
    }
    return "\(share / 10).\(share % 10)%"
  }

  /// Tenths of a per cent that make a hundred together: what is cut off goes to those that lost most.
  static func tenths(_ amounts: [Int], of total: Int) -> [Int] {
    var shares = amounts.map { $0 * 1000 / total }
    let lost = amounts.indices.sorted {
      let (one, two) = (amounts[$0] * 1000 % total, amounts[$1] * 1000 % total)
      return one == two ? $0 < $1 : one > two
    }
    for index in lost.prefix(max(0, 1000 - shares.reduce(0, +))) { shares[index] += 1 }
    return shares
  }
}

extension ChartStyle {
  func slices(_ slices: [PieChart.Slice], centre: LogicalPoint, radius: Length) -> [Item] {
    slices.filter { $0.from < $0.to }.map { slice in
      .path(
        PathMark(
          PathMark.sector(centre: centre, radius: radius, from: slice.from, to: slice.to),
          fill: slice.ink,
          stroke: outline > .zero ? ink : nil, weight: outline))
    }
  }
}

/// Names and figures in their slices, when all of them have room there and are legible.
struct PieLabelsInside {
  let style: ChartStyle
  let slices: [PieChart.Slice]

  func plot(in area: LogicalRect) -> ChartPlot? {
    let radius = min(area.inlineSize, area.blockSize) / 2 - style.outline
    let centre = LogicalPoint(
      inline: area.inline + area.inlineSize / 2, block: area.block + area.blockSize / 2)
    var plot = ChartPlot()
    for slice in slices {
      guard let ink = style.type(on: slice.ink, size: style.label.size) else { return nil }
      let sector = Sector(centre: centre, radius: radius, from: slice.from, to: slice.to)
      let lines = lines(of: slice, at: centre.towards(slice.middle, by: radius * 62 / 100), ink)
      guard lines.allSatisfy({ sector.holds($0.rect) }) else { return nil }
      plot.labels += lines
    }
    plot.shapes = style.slices(slices, centre: centre, radius: radius)
    return plot
  }

  /// Name over figure.
  private func lines(of slice: PieChart.Slice, at place: LogicalPoint, _ ink: Ink) -> [ChartLabel] {
    let type = style.label
    let texts = [slice.name, slice.figure].filter { !$0.isEmpty }
    let top = place.block - (type.size + type.leading * (texts.count - 1)) / 2
    return texts.enumerated().flatMap { number, text in
      type.set(text).placed(
        .middle, at: place.inline, block: top + type.leading * number, ink: ink)
    }
  }
}

/// A slice as a place for type.
private struct Sector {
  let centre: LogicalPoint
  let radius: Length
  let from: Turn
  let to: Turn

  /// Whether all corners of a rectangle lie in it, a little inside its edge.
  func holds(_ rect: LogicalRect) -> Bool {
    [rect.inline, rect.inlineEnd].allSatisfy { x in
      [rect.block, rect.blockEnd].allSatisfy { y in
        holds((x - centre.inline).points, (y - centre.block).points)
      }
    }
  }

  private func holds(_ x: Double, _ y: Double) -> Bool {
    let most = radius.points * 0.96
    guard x * x + y * y <= most * most else { return false }
    // Clockwise from `from`, and not yet past `to`.
    let after = from.sine * y + from.cosine * x
    let before = -(to.sine * y + to.cosine * x)
    return to.turns - from.turns <= 0.5
      ? after >= 0 && before >= 0 : after >= 0 || before >= 0
  }
}

/// Names and figures at both sides, each with a leader to its slice (引线).
struct PieLabelsOutside {
  let style: ChartStyle
  let slices: [PieChart.Slice]

  private struct Side {
    var slices: [PieChart.Slice]
    var texts: [ChartText]
    var extent: Length { texts.reduce(.zero) { $0 + $1.extent + $1.type.size / 3 } }
  }

  func plot(in area: LogicalRect) -> ChartPlot {
    if let (type, sides, radius) = standing(in: area) {
      return plot(in: area, sides, radius: radius, type)
    }
    var plot = ChartPlot()
    let least = style.label.sizes.last ?? style.label
    let deepest = sides(least, area.inlineSize / 6).map(\.extent).max() ?? .zero
    plot.need = max(deepest, least.size * 7, area.blockSize + Length(units: 1))
    return plot
  }

  /// How large the pie is in an area; nil where it has no room.
  func radius(in area: LogicalRect) -> Length? { standing(in: area)?.radius }

  private func standing(in area: LogicalRect) -> (type: ChartType, sides: [Side], radius: Length)? {
    for type in style.label.sizes {
      // Long names are folded before the pie gets small: it keeps half of the width where its height lets it.
      let wished = type.widest(slices.map(\.text))
      let high = area.blockSize / 2 - type.size
      let side = area.inlineSize / 2 - type.size * 2
      let measure = min(wished, max(side - min(high, area.inlineSize / 4), area.inlineSize / 6))
      let radius = min(high, side - measure)
      let sides = sides(type, measure)
      let isDeep = sides.contains { $0.extent > area.blockSize }
      if !isDeep, radius >= type.size * 2 { return (type, sides, radius) }
    }
    return nil
  }

  /// The slices at the right from the top, and those at the left from the top.
  private func sides(_ type: ChartType, _ measure: Length) -> [Side] {
    let right = slices.filter { $0.middle.turns < 0.5 }
    let left = slices.filter { $0.middle.turns >= 0.5 }.reversed()
    return [right, Array(left)].map { slices in
      Side(slices: slices, texts: slices.map { type.set($0.text, measure: measure) })
    }
  }

  private func plot(
    in area: LogicalRect, _ sides: [Side], radius: Length, _ type: ChartType
  ) -> ChartPlot {
    let centre = LogicalPoint(
      inline: area.inline + area.inlineSize / 2, block: area.block + area.blockSize / 2)
    var plot = ChartPlot()
    plot.shapes = style.slices(slices, centre: centre, radius: radius)
    for (side, isRight) in zip(sides, [true, false]) {
      let middles = Self.spread(
        side.slices.map { centre.towards($0.middle, by: radius + type.size).block },
        extents: side.texts.map { $0.extent + type.size / 3 }, from: area.block, to: area.blockEnd)
      let reach = radius + type.size * 3 / 2
      let at = isRight ? centre.inline + reach : centre.inline - reach
      for ((slice, text), block) in zip(zip(side.slices, side.texts), middles) {
        let end = LogicalPoint(
          inline: isRight ? at - type.size / 4 : at + type.size / 4, block: block)
        plot.shapes.append(leader(slice, centre: centre, radius: radius, to: end, type))
        plot.add(text.levelled(isRight ? .start : .end, at: at, block: block), in: area)
      }
    }
    return plot
  }

  /// From the slice's rim straight outwards, clear of its neighbours, then to its name.
  private func leader(
    _ slice: PieChart.Slice, centre: LogicalPoint, radius: Length, to end: LogicalPoint,
    _ type: ChartType
  ) -> Item {
    let rim = centre.towards(slice.middle, by: radius)
    let bend = centre.towards(slice.middle, by: radius + type.size / 2)
    let steps: [PathStep<LogicalPoint>] = [.move(to: rim), .line(to: bend), .line(to: end)]
    return .path(PathMark(steps, stroke: style.ink, weight: max(style.ticks, .points(1) / 4)))
  }

  /// Middles as near to what they wish as keeps them apart and between two ends.
  static func spread(_ wished: [Length], extents: [Length], from: Length, to: Length) -> [Length] {
    var middles = wished
    var free = from
    for index in middles.indices {
      middles[index] = max(middles[index], free + extents[index] / 2)
      free = middles[index] + extents[index] / 2
    }
    free = to
    for index in middles.indices.reversed() {
      middles[index] = min(middles[index], free - extents[index] / 2)
      free = middles[index] - extents[index] / 2
    }
    return middles
  }
}
