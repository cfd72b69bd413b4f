import Geometry
import Typesetting
import Words

/// What a line more must gain in thousandths of the size.
private let lineCost = 60

extension TypeCase {
  /// Text of one size in as few lines as it needs, about equally long and broken between words: pull
  /// quotes, 小标题, heads that are too long. Where no word ends in time, the line rules break it.
  ///
  /// A line more is taken only where it `pays`: where the sense gains by it.
  func balancedTexts(
    _ text: String, as style: ResolvedStyle, measure: Length, pays: Bool = false
  ) -> [String] {
    let shaped = shape(text, as: style.aligned(.start))
    // Nothing is narrower than a character.
    let measure = max(measure, style.text.size)
    let scalars = Array(text.unicodeScalars)
    let widths = TextWidths(shaped, trimsEnds: true)
    let width = widths.width(scalars.indices)
    guard width > measure else { return [text] }
    let search = SplitSearch(
      places: words.places(in: scalars), widths: widths, length: scalars.count)
    let least = (width.units + measure.units - 1) / measure.units
    let splits = (least...least + 2).lazy.compactMap { search.split(in: measure, lines: $0) }
    let chosen =
      pays
      ? splits.prefix(2).min {
        $0.cost + lineCost * $0.lines.count < $1.cost + lineCost * $1.lines.count
      }
      : splits.first
    let ranges =
      chosen?.lines
      ?? typesetter.breakLines(shaped, measures: { _ in measure }).map(\.text)
    return ranges.map { String(String.UnicodeScalarView(scalars[$0])) }
  }
}

extension HeadText {
  /// Its lines, each in as many as the width makes necessary.
  func wrapped(width: Length, size: Length, condense: Int, types: TypeCase) -> [String] {
    let set = style.sized(size, condense: condense)
    return texts.flatMap {
      types.balancedTexts(String(String.UnicodeScalarView($0)), as: set, measure: width)
    }
  }
}
