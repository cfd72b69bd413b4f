import Drawing
import Fonts
import Geometry
import Typesetting

/// One band of a headline: lines of one size, one under the other.
struct HeadBand {
  /// nil: the byline.
  var kind: HeadRecord.Kind?
  var lines: [String]
  var style: ResolvedStyle
  var size: Length
  var condense = 1000
  /// Characters that found no width even at the smallest size.
  var excess = 0

  /// Distance of the lines of one band, in thousandths of its size.
  static let leading = 1200
  /// Distance of bands, in thousandths of the larger one's size.
  static let spacing = 220

  var extent: Length {
    lines.isEmpty ? .zero : size + size.thousandths(Self.leading) * (lines.count - 1)
  }

  /// Its style as it is set; short titles are opened (均排).
  func settled(in width: Length, types: TypeCase) -> ResolvedStyle {
    var style = style.sized(size, condense: condense)
    if let opening = opening(in: width, style, types) { style.text.tracking += opening }
    // Only a byline opens single names in its line.
    if kind != nil { style.maxTracking = 0 }
    return style
  }

  /// A title of two to four Han characters is opened so that together it takes the place of one
  /// character more at a `max-tracking` of one: 春　分, 砚 江 谣. It never leaves its width.
  private func opening(in width: Length, _ style: ResolvedStyle, _ types: TypeCase) -> Length? {
    guard kind == .title, style.maxTracking > 0, lines.count == 1 else { return nil }
    let text = Array(lines[0].unicodeScalars)
    guard (2...4).contains(text.count), text.allSatisfy(\.properties.isIdeographic) else {
      return nil
    }
    let free = width - types.width(lines[0], as: style)
    let most = style.text.size.thousandths(style.maxTracking)
    return max(.zero, min(free, most)) / (text.count - 1)
  }

  func record(in width: Length, types: TypeCase) -> HeadRecord? {
    guard let kind else { return nil }
    let tracking = settled(in: width, types: types).text.tracking
    return HeadRecord(
      kind: kind, size: size, condense: condense, tracking: tracking.units * 1000 / size.units,
      lines: lines)
  }
}

extension [HeadBand] {
  var extent: Length {
    zip(self, dropFirst()).reduce(reduce(.zero) { $0 + $1.extent }) {
      $0 + gap(between: $1.0, and: $1.1)
    }
  }

  /// Space between bands: about a fifth of the larger size, at least a quarter of the smaller.
  private func gap(between a: HeadBand, and b: HeadBand) -> Length {
    Swift.max(
      Swift.max(a.size, b.size).thousandths(HeadBand.spacing), Swift.min(a.size, b.size) / 4)
  }

  /// The bands one under the other, in the middle of their extent.
  func placed(
    width: Length, extent available: Length, mode: WritingMode, types: TypeCase
  ) -> [Item] {
    var items: [Item] = []
    var top = Swift.max(.zero, (available - extent) / 2)
    for (index, band) in enumerated() {
      let style = band.settled(in: width, types: types).mode(mode)
      if band.kind == .title { items.append(.begin(.headline(level: 1))) }
      for (number, text) in band.lines.enumerated() {
        let axis = top + band.size / 2 + band.size.thousandths(HeadBand.leading) * number
        items.append(types.headLine(text, as: style, width: width, axis: axis))
      }
      if band.kind == .title { items.append(.end(.headline(level: 1))) }
      top += band.extent
      if index + 1 < count { top += gap(between: band, and: self[index + 1]) }
    }
    return items
  }
}
