import Diagnostics
import Drawing
import Geometry
import PageDesign
import Typesetting

/// A chart's look with everything settled on one page (图表样式).
struct ChartStyle {
  var inks: [Ink]
  var lineInks: [Ink]
  var line: Length
  var axis: Length
  var ticks: Length
  var outline: Length
  /// Of axes, ticks and outlines.
  var ink: Ink
  /// White between categories, thousandths of a bar's width.
  var gap: Int
  var tint: Ink?
  /// What the chart stands on.
  var paper: Ink
  var rule: Length
  var title: ChartType
  var label: ChartType
  var value: ChartType
  var note: ChartType
}

/// What a frame lays under a chart.
struct ChartGround: Hashable {
  var ink: Ink?
  /// White type on it (反白): black turns white, and every grey what black leaves of it.
  var isReversed = false

  func turned(_ ink: Ink) -> Ink {
    guard isReversed, ink.c + ink.m + ink.y == 0 else { return ink }
    return .grey(100 - ink.k)
  }
}

extension TypeCase {
  /// The look called `name`, or the usual one. What nobody says is drawn as newsprint holds it.
  func chartStyle(_ name: String?, on ground: ChartGround) -> ChartStyle {
    let usual = sheet.charts[ChartLook.usual]
    var look = usual ?? ChartLook(name: ChartLook.usual, place: SourcePlace(file: sheet.file))
    if let name, let own = sheet.charts[name] { look = look.overlaid(with: own) }
    func inks(_ choices: [InkChoice]?, _ usual: [Int]) -> [Ink] {
      let asked = choices.map { $0.map { Ink($0) } } ?? []
      return (asked.isEmpty ? usual.map { Ink.grey($0) } : asked).map(ground.turned)
    }
    func type(_ name: String?, _ usual: String) -> ChartType {
      let style = style(name ?? usual).aligned(.start)
      return ChartType(
        types: self, style: style, ink: ground.turned(Ink(percents: style.ink)))
    }
    let tint = look.tint.map { ground.turned(Ink($0)) }.flatMap {
      look.tint?.percents == InkChoice.grey(0).percents ? nil : $0
    }
    return ChartStyle(
      inks: inks(look.inks, [80, 35]), lineInks: inks(look.lineInks, [100]),
      line: look.line ?? .points(1.25), axis: look.axis ?? .points(0.5),
      ticks: look.ticks ?? .points(0.25), outline: look.outline ?? .points(0.25),
      ink: ground.turned(look.ink.map { Ink($0) } ?? .black), gap: look.gap ?? 700, tint: tint,
      paper: tint ?? ground.ink ?? .white, rule: look.rule ?? .points(0.5),
      title: type(look.title, "chart-title"), label: type(look.label, "chart-label"),
      value: type(look.value, "chart-value"), note: type(look.note, "chart-note"))
  }
}

extension ChartStyle {
  /// The ink of the series at `index`; where there are too few they begin again, which is told.
  func area(_ index: Int) -> Ink { inks[index % inks.count] }
  func stroke(_ index: Int) -> Ink { lineInks[index % lineInks.count] }

  /// White type on one ink stays open from this size on (NPA Ireland, as in the house's rules).
  private static let leastReversed = Length.points(8)

  /// The ink of type on an area; nil where type of this size does not stay legible on it.
  func type(on ground: Ink, size: Length) -> Ink? {
    if ground.darkness <= 40 { return .black }
    return ground.darkness >= Ink.darkEnough && size >= Self.leastReversed ? .white : nil
  }
}
