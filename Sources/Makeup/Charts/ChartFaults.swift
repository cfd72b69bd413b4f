import Diagnostics
import Manuscripts
import PageDesign

extension StorySetter {
  /// What is wrong with the story's chart on its page: a style that there is not, too few inks, no room.
  func chartFaults(
    of part: StoryPart,
    _ say: (Code, SourcePlace, KeyValuePairs<String, String>, Severity?) -> Void
  ) {
    guard let chart = story.chart else { return }
    let sheet = part.types.sheet
    if let style = chart.style, sheet.charts[style] == nil {
      say(
        .chartStyleMissing, story.place(of: "chart"),
        [
          "style": style, "nearest": sheet.nearestChart(to: style) ?? "",
          "known": sheet.charts.keys.sorted().joined(separator: "、"),
        ], nil)
    }
    inkFault(of: chart, part.types, say)
    if let rows = part.chartNeed {
      say(
        .chartNoRoom, chart.path.place, ["need": "\(rows.need)", "have": "\(rows.have)"], nil)
    }
  }

  /// Told where the first stands that has no ink of its own.
  private func inkFault(
    of chart: Chart, _ types: TypeCase,
    _ say: (Code, SourcePlace, KeyValuePairs<String, String>, Severity?) -> Void
  ) {
    let style = types.chartStyle(chart.style, on: ChartGround())
    let inks = chart.kind == .line ? style.lineInks.count : style.inks.count
    let places = chart.kind == .pie ? chart.categoryPlaces : chart.series.map(\.place)
    guard places.count > inks else { return }
    say(
      .chartInks, places[inks],
      [
        "count": "\(places.count)", "inks": "\(inks)",
        "style": chart.style ?? ChartLook.usual,
      ], nil)
  }
}
