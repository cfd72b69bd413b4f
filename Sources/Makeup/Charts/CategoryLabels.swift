import Geometry

/// The names of categories under an axis: on one line, in several, or only some of them (类目).
struct CategoryLabels {
  /// Nil for those that are left out.
  let texts: [ChartText?]
  var extent: Length { texts.compactMap { $0?.extent }.max() ?? .zero }

  private static let mostLines = 3

  /// Each category has `band` of the axis. One line at any size, then several, then every second or third.
  init(_ names: [String], band: Length, type: ChartType) {
    let sizes = type.sizes
    let single = sizes.first { $0.widest(names) + $0.size / 3 <= band }
    if let single {
      texts = names.map { single.set($0) }
    } else if let folded = sizes.lazy.compactMap({ Self.folded(names, band, $0) }).first {
      texts = folded
    } else {
      let smallest = sizes[sizes.count - 1]
      texts = Self.thinned(names, band, smallest)
    }
  }

  /// Nil where a word or a number with its unit is longer than the band, or more lines are needed than stand under an axis.
  private static func folded(_ names: [String], _ band: Length, _ type: ChartType) -> [ChartText]? {
    let measure = band - type.size / 3
    guard measure >= type.size * 2 else { return nil }
    var texts: [ChartText] = []
    for name in names {
      let text = type.set(name, measure: measure)
      let parts = type.parted(name, measure: measure)
      let partsNumber = zip(parts, parts.dropFirst()).contains {
        $0.last?.isNumber == true && $1.first?.isLetter == true
      }
      guard text.width <= measure, text.lines.count <= mostLines, !partsNumber else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// Every so many of them that they stand apart, from the first on.
  private static func thinned(_ names: [String], _ band: Length, _ type: ChartType) -> [ChartText?]
  {
    let width = type.widest(names) + type.size / 2
    let every = max(1, (width + band - Length(units: 1)) / max(band, Length(units: 1)))
    return names.enumerated().map { $0.offset.isMultiple(of: every) ? type.set($0.element) : nil }
  }
}
