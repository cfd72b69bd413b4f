import Geometry
import Typesetting
import Words

extension TypeCase {
  /// Text of one size in as few lines as it needs, about equally long and broken between words: pull
  /// quotes, 小标题, heads that are too long. Where no word ends in time, the line rules break it.
  func balancedTexts(_ text: String, as style: ResolvedStyle, measure: Length) -> [String] {
    let shaped = shape(text, as: style.aligned(.start))
    // Nothing is narrower than a character.
    let measure = max(measure, style.text.size)
    guard shaped.naturalWidth > measure else { return [text] }
    let scalars = Array(text.unicodeScalars)
    let search = SplitSearch(
      places: words.places(in: scalars), widths: TextWidths(shaped), length: scalars.count)
    let least = (shaped.naturalWidth.units + measure.units - 1) / measure.units
    let ranges =
      (least...least + 2).lazy.compactMap { search.split(in: measure, lines: $0)?.lines }.first
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
