import Geometry
import Typesetting
import Words

/// A kicker, title or subtitle with every way to set it in lines. A list keeps its lines (一题多行);
/// one text is split between words.
final class HeadText {
  let style: ResolvedStyle
  let isList: Bool
  let texts: [[Unicode.Scalar]]
  private let widths: [TextWidths]
  private let search: SplitSearch?
  /// What was found in a room, so that no size is tried twice.
  private var known: [Length: [HeadSplit?]] = [:]
  /// Its best setting from each size down.
  var best: [Length: HeadBand] = [:]

  /// All is measured at this size; widths grow in proportion.
  static let reference = Length.points(20)

  init(_ lines: [String], _ style: ResolvedStyle, types: TypeCase) {
    self.style = style
    isList = lines.count != 1
    texts = lines.map { Array($0.unicodeScalars) }
    let plain = style.sized(Self.reference).aligned(.start)
    widths = lines.map { TextWidths(types.shape($0, as: plain)) }
    search =
      lines.count == 1
      ? SplitSearch(
        places: types.words.places(in: texts[0]), widths: widths[0], length: texts[0].count) : nil
  }

  /// The ways to set it at a size: the best in each number of lines that its style allows, nil where
  /// none fits.
  func splits(width: Length, size: Length, condense: Int = 1000) -> [HeadSplit?] {
    let room = Length(units: width.units * Self.reference.units / size.units * 1000 / condense)
    guard let search else {
      let isFitting = zip(widths, texts).allSatisfy { $0.width(0..<$1.count) <= room }
      return [isFitting ? HeadSplit(lines: texts.map { 0..<$0.count }, cost: 0) : nil]
    }
    if let found = known[room] { return found }
    let found = search.splits(in: room, most: style.maxLines)
    known[room] = found
    return found
  }

  /// The lines of a split as texts.
  func strings(_ split: HeadSplit) -> [String] {
    split.lines.enumerated().map { number, line in
      String(String.UnicodeScalarView(texts[isList ? number : 0][line]))
    }
  }

  /// How long its longest line is at a size when nothing is split.
  func naturalWidth(size: Length, condense: Int = 1000) -> Length {
    let widest = zip(widths, texts).map { $0.width(0..<$1.count).units }.max() ?? 0
    return Length(units: widest * size.units / Self.reference.units * condense / 1000)
  }
}
