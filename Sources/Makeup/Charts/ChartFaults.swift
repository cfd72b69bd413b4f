import Diagnostics
import Manuscripts
import PageDesign

extension StorySetter {
  /// What is wrong with the story's chart on its page: a style that there is not, too few inks, no room.
  func tellChart(of part: StoryPart, in messages: inout StoryMessages) {
    guard let chart = story.chart else { return }
    let sheet = part.types.sheet
    if let style = chart.style, sheet.charts[style] == nil {
      messages.say(
        .chartStyleMissing, at: story.place(of: "chart"),
        [
          "style": style, "nearest": sheet.nearestChart(to: style) ?? "",
          "known": sheet.charts.keys.sorted().joined(separator: "、"),
        ])
    }
    tellInks(of: chart, part.types, in: &messages)
    if let rows = part.chartNeed {
      messages.say(.chartNoRoom, at: chart.path.place, need: rows.need, have: rows.have)
    }
  }

  /// Told where the first stands that has no ink of its own.
  private func tellInks(
    of chart: Chart, _ types: TypeCase, in messages: inout StoryMessages
  ) {
    let style = types.chartStyle(chart.style, on: ChartGround())
    let inks = chart.kind == .line ? style.lineInks.count : style.inks.count
    let places = chart.kind == .pie ? chart.categoryPlaces : chart.series.map(\.place)
    guard places.count > inks else { return }
    messages.say(
      .chartInks, at: places[inks],
      [
        "count": "\(places.count)", "inks": "\(inks)",
        "style": chart.style ?? ChartLook.usual,
      ])
  }
}
