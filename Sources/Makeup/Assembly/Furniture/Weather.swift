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
    let type = weatherType(of: reports, in: cell)
    let cells = reports.enumerated().flatMap { number, report -> [Item] in
      let place =
        isWide
        ? (inline: cell.width * number, block: Length.zero)
        : (inline: Length.zero, block: cell.height * number)
      let line = number == 0 ? [] : [parting(cell, isWide: isWide)]
      return (line + self.cell(report, type, in: cell)).map {
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

  /// The type of all places: that of the longest words, which go under the place where they have no room beside it.
  private func weatherType(of reports: [WeatherReport], in cell: Size) -> WeatherType {
    var type = WeatherType(
      head: types.style("weather-place").aligned(.start),
      text: types.style("weather-text").aligned(.start))
    type.isStacked = reports.contains { report in
      types.width(report.rows(in: type)[0].0, as: type.head) > room(beside: report, in: cell)
    }
    let deepest = reports.map { $0.rows(in: type).count }.max() ?? 1
    func fitted(_ style: ResolvedStyle, isHead: Bool) -> ResolvedStyle {
      let shares = reports.flatMap { report in
        report.rows(in: type).filter { $0.isHead == isHead }.map { row in
          let width = max(Length(units: 1), types.width(row.0, as: style))
          return min(1000, room(beside: report, in: cell).units * 1000 / width.units)
        }
      }
      let size = style.text.size.thousandths(shares.min() ?? 1000)
      return style.sized(min(size, pitch(of: deepest, in: cell) * 9 / 10))
    }
    (type.head, type.text) = (fitted(type.head, isHead: true), fitted(type.text, isHead: false))
    return type
  }

  /// From row to row at the most: a little white stays over the first and under the last.
  private func pitch(of rows: Int, in cell: Size) -> Length { cell.height * 9 / 10 / rows }

  /// Words beside a sign of the usual size would be hard to read there.
  private func isNarrow(_ cell: Size) -> Bool { cell.width < size * 11 }

  private func signSide(in cell: Size) -> Length {
    min(cell.height * 4 / 5, cell.width / (isNarrow(cell) ? 4 : 3), size * 5)
  }

  private func start(beside report: WeatherReport, in cell: Size) -> Length {
    SkyWords.signs(of: report.sky).isEmpty
      ? size / 2 : signSide(in: cell) + (isNarrow(cell) ? size / 2 : size)
  }

  private func room(beside report: WeatherReport, in cell: Size) -> Length {
    cell.width - start(beside: report, in: cell) - size / 2
  }

  /// One place: its sign at the left, the words beside it.
  private func cell(_ report: WeatherReport, _ type: WeatherType, in cell: Size) -> [Item] {
    let rows = report.rows(in: type)
    let side = signSide(in: cell)
    let skies = SkyWords.signs(of: report.sky)
    let signs = skies.enumerated().flatMap { number, sign -> [Item] in
      // Two skies, one after the other: the second is smaller and lower.
      let share = skies.count == 1 ? side : side * (number == 0 ? 6 : 5) / 10
      let shift = number == 0 ? Length.zero : side - share
      return sign.items(side: share).map {
        $0.moved(
          inline: (isNarrow(cell) ? .zero : size / 2) + shift,
          block: (cell.height - side) / 2 + shift)
      }
    }
    let pitch = min(type.head.text.size * 3 / 2, pitch(of: rows.count, in: cell))
    let first = (cell.height - pitch * (rows.count - 1)) / 2
    return signs
      + rows.enumerated().map { number, row in
        line(
          row.0, row.isHead ? type.head : type.text, from: start(beside: report, in: cell),
          measure: room(beside: report, in: cell), axis: first + pitch * number)
      }
  }
}

/// How the words of the weather are set.
private struct WeatherType {
  var head: ResolvedStyle
  var text: ResolvedStyle
  /// The sky under its place.
  var isStacked = false
}

extension WeatherReport {
  fileprivate func rows(in type: WeatherType) -> [(String, isHead: Bool)] {
    let heads =
      type.isStacked
      ? [(place, isHead: true), (sky, isHead: false)] : [(place + "　" + sky, isHead: true)]
    return heads + [degrees, wind].compactMap(\.self).map { ($0, isHead: false) }
  }

  /// 8～17℃; nil where neither is known.
  fileprivate var degrees: String? {
    let known = [low, high].compactMap(\.self).map { $0 < 0 ? "−\(-$0)" : "\($0)" }
    return known.isEmpty ? nil : known.joined(separator: "～") + "℃"
  }
}
