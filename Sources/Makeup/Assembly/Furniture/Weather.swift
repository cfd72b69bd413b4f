import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// 天气: a sign, the place and its sky, degrees and wind, place by place; side by side in a wide frame, else under
  /// each other.
  func weather(in room: Size) -> FurnitureBlock {
    let reports = edition.weather
    guard !reports.isEmpty else { return .none }
    let count = reports.count
    let isWide = room.width >= room.height * 2 && room.width / count >= size * 9
    let cell = Size(
      width: isWide ? room.width / count : room.width,
      height: isWide ? room.height : min(room.height / count, size * 6))
    let cells = reports.enumerated().flatMap { number, report -> [Item] in
      let place =
        isWide
        ? (inline: cell.width * number, block: Length.zero)
        : (inline: Length.zero, block: cell.height * number)
      let line = number == 0 ? [] : [parting(cell, isWide: isWide)]
      return (line + self.cell(report, in: cell)).map {
        $0.moved(inline: place.inline, block: place.block)
      }
    }
    return FurnitureBlock(
      width: room.width, extent: isWide ? cell.height : cell.height * count, items: cells)
  }

  /// Skies that have no sign are printed in words alone, and told.
  func unknownSkies() -> [Diagnostic] {
    edition.weather.compactMap { report in
      guard SkyWords.signs(of: report.sky).isEmpty, let place = report.skyPlace else { return nil }
      return Diagnostic(
        .skyUnknown, at: place,
        ["sky": report.sky, "known": SkyWords.known(in: edition.language)], severity: .note,
        page: request.code)
    }
  }

  private func parting(_ cell: Size, isWide: Bool) -> Item {
    isWide
      ? upright(at: .zero, from: cell.height / 8, to: cell.height * 7 / 8, weight: 0.25)
      : rule(at: .zero, to: cell.width, weight: 0.25)
  }

  /// One place: its sign at the left, the words beside it.
  private func cell(_ report: WeatherReport, in cell: Size) -> [Item] {
    let head = types.style("weather-place").aligned(.start)
    let text = types.style("weather-text").aligned(.start)
    let rows =
      [(report.place + "　" + report.sky, head)]
      + [report.degrees, report.wind].compactMap(\.self).map { ($0, text) }
    let side = min(cell.height * 4 / 5, cell.width / 3, size * 5)
    let skies = SkyWords.signs(of: report.sky)
    let signs = skies.enumerated().flatMap { number, sign -> [Item] in
      // Two skies, one after the other: the second is smaller and lower.
      let share = skies.count == 1 ? side : side * (number == 0 ? 6 : 5) / 10
      let shift = number == 0 ? Length.zero : side - share
      return sign.items(side: share).map {
        $0.moved(inline: size / 2 + shift, block: (cell.height - side) / 2 + shift)
      }
    }
    let from = skies.isEmpty ? size / 2 : side + size
    let pitch = min(head.text.size * 3 / 2, cell.height / rows.count)
    let first = (cell.height - pitch * (rows.count - 1)) / 2
    return signs
      + rows.enumerated().map { number, row in
        fittedLine(
          row.0, row.1, from: from, measure: cell.width - from - size / 2,
          axis: first + pitch * number)
      }
  }
}

extension WeatherReport {
  /// 8～17℃; nil where neither is known.
  fileprivate var degrees: String? {
    let known = [low, high].compactMap(\.self).map { $0 < 0 ? "−\(-$0)" : "\($0)" }
    return known.isEmpty ? nil : known.joined(separator: "～") + "℃"
  }
}
