import Geometry
import Typesetting

/// What a headline pays beside its splits, in thousandths of its size.
private enum HeadCost {
  /// A line more in a title: it must buy a clearly larger size.
  static let titleLine = 60
  /// The same in a kicker or subtitle.
  static let secondLine = 140
  /// What a loss of size counts for: a good split is worth a little more.
  static let size = 700
  /// Each percent that type is condensed: newspapers rather set it smaller (变形字慎用).
  static let condensing = 15
}

/// Chooses sizes and splits for the heads of one story (大小与断行): every size from the largest on,
/// in every number of lines, until no smaller one can be better.
struct HeadlineSearch {
  private let setter: HeadlineSetter
  private let width: Length
  private let room: Length?
  private let kicker: HeadText?
  private let title: HeadText?
  private let subtitle: HeadText?
  private let byline: HeadBand?
  private let overline: HeadBand?

  init(_ text: HeadlineText, _ setter: HeadlineSetter, width: Length, room: Length?) {
    (self.setter, self.width, self.room) = (setter, width, room)
    let (types, styles, mode) = (setter.types, setter.styles, setter.mode)
    func head(_ lines: [String], _ style: ResolvedStyle) -> HeadText? {
      lines.isEmpty ? nil : HeadText(lines, style.mode(mode), types: types)
    }
    kicker = head(text.kicker, styles.kicker)
    title = head(text.title, styles.title)
    subtitle = head(text.subtitle, styles.subtitle)
    func line(_ text: String) -> HeadBand {
      HeadlineSearch.wrappedByline(text, styles.byline.mode(mode), width: width, types: types)
    }
    (byline, overline) = (text.byline.map(line), text.overline.map(line))
  }

  /// The bands with white over and under them; nil where that would make the title smaller than its style allows.
  func spaced(from largest: Length) -> [HeadBand]? {
    guard room != nil else { return nil }
    let bands = best(from: largest, keepingWhite: true)
    let isGood = bands.allSatisfy {
      $0.excess == 0 && ($0.kind != .title || $0.size >= $0.style.minSize)
    }
    return fits(bands, keepingWhite: true) && isGood ? bands : nil
  }

  private func fits(_ bands: [HeadBand], keepingWhite: Bool) -> Bool {
    guard let room else { return true }
    // Of the white, two fifths of a line are not in the room.
    let white = keepingWhite ? setter.white(of: bands) - setter.pitch * 2 / 5 : .zero
    return bands.extent + white <= room
  }

  /// The bands at the largest size that their room allows, the splits weighed against it.
  func best(from largest: Length, keepingWhite: Bool = false) -> [HeadBand] {
    guard let title else { return shrunk(bands(nil, at: largest)) }
    var best: (cost: Int, bands: [HeadBand])?
    var first: Length?
    for trial in trials(title.style, from: largest) {
      let size = trial.size.thousandths(trial.condense)
      let loss = first.map { ($0 - size).units * HeadCost.size / $0.units } ?? 0
      if let best, loss >= best.cost { break }
      let found = title.splits(width: width, size: trial.size, condense: trial.condense)
      for split in found.compactMap(\.self) {
        let bands = bands(band(split, of: title, .title, trial), at: trial.size)
        guard fits(bands, keepingWhite: keepingWhite) else { continue }
        if first == nil { first = size }
        let cost =
          split.cost + HeadCost.titleLine * (split.lines.count - 1) + loss
          + HeadCost.condensing * (1000 - trial.condense) / 10
        if cost < best?.cost ?? Int.max { best = (cost, bands) }
      }
    }
    return best?.bands ?? shrunk(crowded(title))
  }

  private typealias Trial = (size: Length, condense: Int)

  /// Sizes by half points, then the smallest condensed.
  private func trials(_ style: ResolvedStyle, from largest: Length) -> [Trial] {
    let step = Length.points(1) / 2
    var trials: [Trial] = []
    var size = step * (largest / step)
    while size > style.minSize {
      trials.append((size, 1000))
      size -= step
    }
    let narrowest = min(1000, style.condense)
    return trials
      + stride(from: 1000, through: narrowest, by: -10).map { (style.minSize, $0) }
  }

  private func band(
    _ split: HeadSplit, of head: HeadText, _ kind: HeadRecord.Kind, _ trial: Trial
  ) -> HeadBand {
    HeadBand(
      kind: kind, lines: head.strings(split), style: head.style, size: trial.size,
      condense: trial.condense)
  }

  /// A title with its kicker, subtitle and byline. Kicker and subtitle stand as many 号 below the title as its rank
  /// says; otherwise at a little under half its size.
  private func bands(_ title: HeadBand?, at size: Length) -> [HeadBand] {
    let under =
      setter.styles.below.map { SizeScale.size($0, below: size) } ?? size.thousandths(440)
    let second = max(under, setter.styles.kicker.minSize)
    return [
      overline, kicker.map { secondary($0, .kicker, about: second) }, title,
      subtitle.map { secondary($0, .subtitle, about: second) }, byline,
    ].compactMap(\.self)
  }

  /// A kicker or subtitle on one line, unless a second buys a clearly larger size.
  private func secondary(_ head: HeadText, _ kind: HeadRecord.Kind, about size: Length) -> HeadBand
  {
    let largest = min(head.style.text.size, size)
    if let known = head.best[largest] { return known }
    var best: (cost: Int, band: HeadBand)?
    var first: Length?
    for trial in trials(head.style, from: largest) {
      let size = trial.size.thousandths(trial.condense)
      let loss = first.map { ($0 - size).units * HeadCost.size / $0.units } ?? 0
      if let best, loss >= best.cost { break }
      let found = head.splits(width: width, size: trial.size, condense: trial.condense)
      for split in found.compactMap(\.self) {
        if first == nil { first = size }
        let cost = split.cost + HeadCost.secondLine * (split.lines.count - 1) + loss
        if cost < best?.cost ?? Int.max { best = (cost, band(split, of: head, kind, trial)) }
      }
    }
    let chosen = best?.band ?? wrapped(head, kind)
    head.best[largest] = chosen
    return chosen
  }
}

/// When nothing fits.
extension HeadlineSearch {
  /// The smallest size in as few lines as it takes, whatever the depth.
  private func crowded(_ title: HeadText) -> [HeadBand] {
    for trial in trials(title.style, from: title.style.minSize) {
      let found = title.splits(width: width, size: trial.size, condense: trial.condense)
      if let split = found.lazy.compactMap(\.self).first {
        return bands(band(split, of: title, .title, trial), at: trial.size)
      }
    }
    return bands(wrapped(title, .title), at: title.style.minSize)
  }

  /// More lines than the style allows, at the smallest size: nothing leaves its frame. They are condensed where that
  /// saves a line.
  private func wrapped(_ head: HeadText, _ kind: HeadRecord.Kind) -> HeadBand {
    let size = head.style.minSize
    let settings = Set([1000, min(1000, head.style.condense)]).sorted(by: >).map { condense in
      (condense, head.wrapped(width: width, size: size, condense: condense, types: setter.types))
    }
    let (condense, lines) = settings.min { $0.1.count < $1.1.count } ?? (1000, [])
    var band = HeadBand(
      kind: kind, lines: lines, style: head.style, size: size, condense: condense)
    let most = width * (head.isList ? 1 : head.style.maxLines)
    let over = head.naturalWidth(size: size, condense: condense) - most
    band.excess = max(1, (over + size - Length(units: 1)) / size)
    return band
  }

  private static func wrappedByline(
    _ text: String, _ style: ResolvedStyle, width: Length, types: TypeCase
  ) -> HeadBand {
    HeadBand(
      kind: nil,
      lines: types.balancedTexts(text, as: style, measure: width), style: style,
      size: style.text.size)
  }

  /// Heads too deep for their room even at the smallest size are all made smaller, down to two
  /// thirds; what is deeper still takes more rows than it was given, and never runs into the text.
  private func shrunk(_ bands: [HeadBand]) -> [HeadBand] {
    let needed = bands.extent
    guard let room, needed > room, needed > .zero else { return bands }
    let factor = max(667, 1000 * room.units / needed.units)
    return bands.map { band in
      var smaller = band
      smaller.size = band.size.thousandths(factor)
      return smaller
    }
  }
}
