import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// The heads of a story (引题·主题·副题) and its byline, in the order they stand.
package struct HeadlineText: Hashable, Sendable {
  package var kicker: [String] = []
  package var title: [String] = []
  package var subtitle: [String] = []
  /// Set under the heads when it does not run in after a dateline.
  package var byline: String?

  package var isEmpty: Bool { kicker.isEmpty && title.isEmpty && subtitle.isEmpty && byline == nil }

  package init(
    kicker: [String] = [], title: [String] = [], subtitle: [String] = [], byline: String? = nil
  ) {
    (self.kicker, self.title, self.subtitle, self.byline) = (kicker, title, subtitle, byline)
  }

  package init(of story: Story) {
    self.init(
      kicker: story.kicker, title: story.title, subtitle: story.subtitle,
      byline: story.dateline == nil ? story.byline : nil)
  }
}

/// The styles that a headline is set in.
package struct HeadlineStyles: Hashable, Sendable {
  package var kicker: ResolvedStyle
  package var title: ResolvedStyle
  package var subtitle: ResolvedStyle
  package var byline: ResolvedStyle
}

/// A headline set to a width: how many body lines it takes, and its lines.
package struct HeadlineFit: Hashable, Sendable {
  package var rows: Int
  package var items: [Item]
  package var titleSize: Length
  /// How many title characters found no width even at the smallest size.
  package var excess: Int
}

/// One band of a headline: lines of one size, one under the other.
private struct Band {
  var lines: [String]
  var style: ResolvedStyle
  var size: Length
  var condense: Int
  var tag: MarkTag?
  /// Characters that its longest line has over its width at the smallest size.
  var excess = 0

  /// Distance of the lines of one band, in thousandths of its size.
  static let leading = 1200
  var extent: Length {
    lines.isEmpty ? .zero : size + size.thousandths(Band.leading) * (lines.count - 1)
  }
}

/// Sets headlines for one page's styles (标题计算).
package struct HeadlineSetter {
  let types: TypeCase
  let styles: HeadlineStyles
  let mode: WritingMode
  let pitch: Length

  package init(types: TypeCase, styles: HeadlineStyles, mode: WritingMode) {
    (self.types, self.styles, self.mode, self.pitch) = (types, styles, mode, types.grid.pitch)
  }

  /// The headline at its largest size in `rows` body lines of `width`; without `rows`, at the size
  /// that suits the width, in as many lines as it needs.
  ///
  /// `strip` is kept free above it for a 栏目 label.
  package func fit(
    _ text: HeadlineText, width: Length, rows: Int?, below strip: Length = .zero
  ) -> HeadlineFit {
    guard !text.isEmpty else {
      let needed = (strip + pitch - Length(units: 1)) / pitch
      return HeadlineFit(rows: rows ?? needed, items: [], titleSize: .zero, excess: 0)
    }
    let room = rows.map { pitch * $0 - pitch * 2 / 5 - strip }
    let largest =
      rows == nil ? min(styles.title.text.size, suitedSize(to: width)) : styles.title.text.size
    let candidates = titleSplits(text.title).map { lines in
      bands(of: text, title: lines, width: width, room: room, largest: largest)
    }
    let best = candidates.max { a, b in rank(a) < rank(b) } ?? []
    let isTooDeep = room.map { extent(of: best) > $0 } ?? true
    let taken = isTooDeep ? rowsNeeded(by: best, below: strip) : rows ?? 0
    let items = place(best, width: width, extent: pitch * taken - pitch * 2 / 5 - strip)
    return HeadlineFit(
      rows: taken, items: items.map { $0.moved(inline: .zero, block: strip) },
      titleSize: titleSize(of: best), excess: excess(of: best))
  }

  /// The title's size on a page without orders: about 1.1 em and a twentieth of an em for each 字 of
  /// width, so that one column gets 三号 and six columns 小初.
  private func suitedSize(to width: Length) -> Length {
    types.grid.size.thousandths(1100) + width.thousandths(46)
  }

  /// Larger titles first; of equal sizes the one with fewer lines, then the one not condensed.
  private func rank(_ bands: [Band]) -> Int {
    guard let title = bands.first(where: { $0.tag != nil }) else { return 0 }
    return title.size.units / 1000 * title.condense / 1000 - title.lines.count
  }

  private func titleSize(of bands: [Band]) -> Length {
    bands.first { $0.tag != nil }?.size ?? .zero
  }
}

extension HeadlineSetter {
  /// The ways a title may be split: as given, at its `　` marks, or in balanced halves.
  private func titleSplits(_ title: [String]) -> [[String]] {
    guard title.count == 1, let whole = title.first else { return [title] }
    var splits = [[whole]]
    let parts = whole.split(separator: "　").map(String.init)
    if parts.count > 1 { splits.append(parts) }
    if parts.count == 1, styles.title.maxLines > 1, whole.unicodeScalars.count > 5 {
      splits.append(balancedHalves(whole))
    }
    return splits
  }

  /// Two lines of about the same length, split where no mark would be torn from its word.
  private func balancedHalves(_ text: String) -> [String] {
    let shaped = types.shape(text, as: styles.title.sized(.points(10)).aligned(.start))
    let half = shaped.naturalWidth.thousandths(540)
    let lines = types.typesetter.breakLines(shaped, measures: { _ in half })
    guard lines.count == 2 else { return [text] }
    let scalars = Array(text.unicodeScalars)
    return lines.map { line in
      String(String.UnicodeScalarView(scalars[line.text]))
    }
  }

  private func width(_ line: String, _ style: ResolvedStyle, at size: Length) -> Length {
    types.width(line, as: style.sized(size))
  }

  /// The largest size at which every line fits the width, between the style's bounds.
  private func sizeFitting(
    _ lines: [String], _ style: ResolvedStyle, width available: Length, largest: Length
  ) -> (size: Length, condense: Int) {
    let reference = Length.points(20)
    let widest = lines.map { width($0, style, at: reference) }.max() ?? .zero
    guard widest > .zero else { return (largest, 1000) }
    let fitting = Length(
      units: Int(Double(available.units) / Double(widest.units) * Double(reference.units)))
    let size = min(largest, halfPoints(fitting))
    guard size < style.minSize else { return (size, 1000) }
    let condense = max(style.condense, 1000 * fitting.units / style.minSize.units)
    return (style.minSize, min(1000, condense))
  }

  private func halfPoints(_ size: Length) -> Length {
    Length.points(1) / 2 * (size / (Length.points(1) / 2))
  }

  /// The bands of a headline at the largest title size that its room allows.
  private func bands(
    of text: HeadlineText, title: [String], width: Length, room: Length?, largest: Length
  ) -> [Band] {
    var (size, condense) = sizeFitting(title, styles.title, width: width, largest: largest)
    var bands = bands(of: text, title: title, size: size, condense: condense, width: width)
    guard let room else { return bands }
    while extent(of: bands) > room, size > styles.title.minSize {
      size -= .points(1) / 2
      condense = 1000
      bands = self.bands(of: text, title: title, size: size, condense: condense, width: width)
    }
    return shrunk(bands, to: room)
  }

  /// Heads too deep for their room even at the smallest size are all made smaller, down to two
  /// thirds; what is deeper still takes more rows than it was given, and never runs into the text.
  private func shrunk(_ bands: [Band], to room: Length) -> [Band] {
    let needed = extent(of: bands)
    guard needed > room, needed > .zero else { return bands }
    let factor = max(667, 1000 * room.units / needed.units)
    return bands.map { band in
      var smaller = band
      smaller.size = band.size.thousandths(factor)
      return smaller
    }
  }

  /// Kicker and subtitle stand two 号 below the title: a little under half its size.
  private func bands(
    of text: HeadlineText, title: [String], size: Length, condense: Int, width: Length
  ) -> [Band] {
    let second = max(size.thousandths(440), styles.kicker.minSize)
    var bands: [Band] = []
    if !text.kicker.isEmpty {
      bands.append(secondary(text.kicker, styles.kicker, about: second, width: width))
    }
    if !title.isEmpty {
      bands.append(
        Band(
          lines: title, style: styles.title, size: size, condense: condense,
          tag: .headline(level: 1)))
    }
    if !text.subtitle.isEmpty {
      bands.append(secondary(text.subtitle, styles.subtitle, about: second, width: width))
    }
    if let byline = text.byline {
      bands.append(
        Band(lines: [byline], style: styles.byline, size: styles.byline.text.size, condense: 1000))
    }
    return bands.map { wrapped($0, to: width) }
  }

  /// A band whose lines are too long even at the smallest size takes more lines: nothing leaves its frame.
  private func wrapped(_ band: Band, to available: Length) -> Band {
    let smallest = min(band.style.minSize, band.style.text.size)
    guard band.size <= smallest || band.tag == nil else { return band }
    let style = band.style.sized(band.size, condense: band.condense).aligned(.start)
    var wrapped = band
    wrapped.lines = band.lines.flatMap { line -> [String] in
      let shaped = types.shape(line, as: style)
      guard shaped.naturalWidth > available else { return [line] }
      let over = shaped.naturalWidth - available + band.size - Length(units: 1)
      wrapped.excess = max(wrapped.excess, over / band.size)
      let scalars = Array(line.unicodeScalars)
      return types.typesetter.breakLines(shaped, measures: { _ in available }).map {
        String(String.UnicodeScalarView(scalars[$0.text]))
      }
    }
    return wrapped
  }

  /// A kicker or subtitle on one line if it fits, else split at its `　` marks or in halves.
  private func secondary(
    _ lines: [String], _ style: ResolvedStyle, about size: Length, width: Length
  ) -> Band {
    let largest = min(style.text.size, size)
    var ways = [lines]
    if lines.count == 1, let whole = lines.first {
      let parts = whole.split(separator: "　").map(String.init)
      if parts.count > 1, parts.count <= style.maxLines { ways.append(parts) }
      if parts.count > style.maxLines || parts.count == 1 { ways.append(halves(whole, at: style)) }
    }
    var best: Band?
    for way in ways {
      let (fitting, condense) = sizeFitting(way, style, width: width, largest: largest)
      let band = Band(lines: way, style: style, size: fitting, condense: condense)
      // A second line must buy a clearly larger size.
      if best.map({ fitting.units * 4 > $0.size.units * 5 }) ?? true { best = band }
    }
    return best ?? Band(lines: lines, style: style, size: largest, condense: 1000)
  }

  private func halves(_ text: String, at style: ResolvedStyle) -> [String] {
    let parts = text.split(separator: "　").map(String.init)
    guard parts.count > 2 else { return balancedHalves(text) }
    let middle = parts.count / 2
    return [parts[..<middle].joined(separator: "　"), parts[middle...].joined(separator: "　")]
  }

  private func extent(of bands: [Band]) -> Length {
    zip(bands, bands.dropFirst()).reduce(bands.reduce(.zero) { $0 + $1.extent }) {
      $0 + gap(between: $1.0, and: $1.1)
    }
  }

  /// Space between bands: about a fifth of the larger size, at least a quarter of the smaller.
  private func gap(between a: Band, and b: Band) -> Length {
    max(max(a.size, b.size).thousandths(220), min(a.size, b.size) / 4)
  }

  private func rowsNeeded(by bands: [Band], below strip: Length) -> Int {
    let needed = extent(of: bands) + pitch * 4 / 5 + strip
    return (needed + pitch - Length(units: 1)) / pitch
  }

  private func excess(of bands: [Band]) -> Int {
    bands.first { $0.tag != nil }?.excess ?? 0
  }

  /// The bands one under the other, in the middle of their extent.
  private func place(_ bands: [Band], width: Length, extent available: Length) -> [Item] {
    var items: [Item] = []
    var top = max(.zero, (available - extent(of: bands)) / 2)
    for (index, band) in bands.enumerated() {
      let style = band.style.mode(mode).sized(band.size, condense: band.condense)
      if let tag = band.tag { items.append(.begin(tag)) }
      for (number, text) in band.lines.enumerated() {
        let axis = top + band.size / 2 + band.size.thousandths(Band.leading) * number
        items.append(
          .line(
            types.line(text, as: style, measure: width),
            start: LogicalPoint(inline: .zero, block: axis), Ink(percents: style.ink)))
      }
      if let tag = band.tag { items.append(.end(tag)) }
      top += band.extent
      if index + 1 < bands.count { top += gap(between: band, and: bands[index + 1]) }
    }
    return items
  }
}

extension Ink {
  /// An ink from a style's four percentages.
  init(percents: [Int]) {
    self =
      percents.count == 4
      ? Ink(c: percents[0], m: percents[1], y: percents[2], k: percents[3]) : .black
  }
}
