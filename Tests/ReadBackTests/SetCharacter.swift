import Drawing
import Fonts
import Geometry
import Makeup
import PageDesign

/// A character as it was set, by the middle of its box, in points.
struct SetCharacter {
  var scalar: Unicode.Scalar
  var x: Double
  var y: Double
  var size: Double
  var article: String
  /// Which of the page's runs it is in.
  var run: Int
  /// Whether its place is known to the point: not in a cluster of several, nor in a line that lies on its side.
  var isExact: Bool

  var isWide: Bool { scalar.isWide }

  static func all(on list: DisplayList) -> [SetCharacter] {
    var (found, articles) = ([SetCharacter](), [String]())
    for (number, mark) in list.marks.enumerated() {
      switch mark {
      case .begin(.article(let id)): articles.append(id)
      case .end(.article): articles.removeLast()
      case .glyphs(let run): found += all(of: run, numbered: number, article: articles.last ?? "")
      default: break
      }
    }
    return found
  }

  private static func all(of run: GlyphMark, numbered number: Int, article: String)
    -> [SetCharacter]
  {
    var (found, text, glyphs) = ([SetCharacter](), run.text[...], run.glyphs[...])
    for cluster in run.clusters {
      let isExact = cluster.scalars == 1 && cluster.glyphs == 1 && run.orientation == .upright
      if let glyph = glyphs.first {
        found += text.prefix(cluster.scalars).filter { !$0.properties.isWhitespace }.map {
          SetCharacter($0, at: glyph, of: run, numbered: number, article, isExact: isExact)
        }
      }
      text = text.dropFirst(cluster.scalars)
      glyphs = glyphs.dropFirst(cluster.glyphs)
    }
    return found
  }

  private init(
    _ scalar: Unicode.Scalar, at glyph: SheetGlyph, of mark: GlyphMark, numbered run: Int,
    _ article: String, isExact: Bool
  ) {
    (self.scalar, self.run, self.article, self.isExact) = (scalar, run, article, isExact)
    size = mark.size.points
    x = glyph.origin.x.points + size * scalar.middle
    y = glyph.origin.y.points - size * 0.38
  }

  /// Whether it lies in one of the areas, or not further out than a hanging mark.
  func isInside(_ areas: [GridArea], of grid: BodyGrid) -> Bool {
    areas.contains { isInside(grid.rect(columns: $0.columns, lines: $0.lines)) }
  }

  func isInside(_ rect: Rect) -> Bool {
    let room = size * 0.6
    return x > rect.x.points - room && x < rect.maxX.points + room
      && y > rect.y.points - room && y < rect.maxY.points + room
  }
}

extension Unicode.Scalar {
  /// Han, kana, Hangul: characters that a manuscript keeps as they are typed, each in a box of its own.
  var isWide: Bool {
    properties.isIdeographic || "ぁ"..."ゖ" ~= self || "ァ"..."ヺ" ~= self || "가"..."힣" ~= self
  }

  /// Not a quotation mark, whose glyph may be of any width, nor a mark over another character.
  var isPlain: Bool {
    let others: Set<Unicode.GeneralCategory> = [
      .initialPunctuation, .finalPunctuation, .modifierSymbol, .modifierLetter, .nonspacingMark,
    ]
    return !others.contains(properties.generalCategory)
  }

  /// Where in its glyph's em its ink has its middle, about: an opening bracket's is in the second half.
  var middle: Double {
    if isWide { return 0.5 }
    let opens: Set<Unicode.GeneralCategory> = [.openPunctuation, .initialPunctuation]
    return opens.contains(properties.generalCategory) && value > 0x7F ? 0.75 : 0.25
  }
}

/// How many characters of a text are not among those set.
func missingCharacters(of text: String, in found: [SetCharacter]) -> Int {
  var wanted: [Unicode.Scalar: Int] = [:]
  for scalar in text.unicodeScalars where scalar.isWide { wanted[scalar, default: 0] += 1 }
  for character in found { wanted[character.scalar]? -= 1 }
  return wanted.values.filter { $0 > 0 }.reduce(0, +)
}

/// Pairs of characters that cover each other: Han, kana and Hangul by more than half, others that come from another line
/// and stand in one place.
func overlaps(of characters: [SetCharacter]) -> [(SetCharacter, SetCharacter)] {
  let exact = characters.filter(\.isExact).sorted { $0.x < $1.x }
  var pairs: [(SetCharacter, SetCharacter)] = []
  for (index, one) in exact.enumerated() {
    for other in exact[(index + 1)...] {
      let size = min(one.size, other.size)
      if other.x - one.x > size * 0.45 { break }
      let areWide = one.isWide && other.isWide
      let arePlain = one.run != other.run && one.scalar.isPlain && other.scalar.isPlain
      guard areWide || arePlain && other.x - one.x < size * 0.2 else { continue }
      if abs(other.y - one.y) < size * 0.45 { pairs.append((one, other)) }
    }
  }
  return pairs
}

/// Pairs of frames with columns that lie over each other.
func overlappingLegs(of page: Page) -> [(String, String)] {
  let legs = page.frames.flatMap { frame in frame.legs.map { (frame.id, $0.rect) } }
  return legs.indices.flatMap { first in
    legs[(first + 1)...].filter { $0.1.intersects(legs[first].1) }.map { (legs[first].0, $0.0) }
  }
}
