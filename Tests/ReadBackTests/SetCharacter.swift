import Drawing
import Geometry
import Makeup
import PageDesign

/// A character as it was set, by the middle of its box, in points.
struct SetCharacter {
  /// Nil in a run whose glyphs are not one for each ideograph.
  var scalar: Unicode.Scalar?
  var x: Double
  var y: Double
  var size: Double
  var article: String
  /// Whether its place is known to the point.
  var isExact: Bool

  static func all(on list: DisplayList) -> [SetCharacter] {
    var (found, articles) = ([SetCharacter](), [String]())
    for mark in list.marks {
      switch mark {
      case .begin(.article(let id)): articles.append(id)
      case .end(.article): articles.removeLast()
      case .glyphs(let run): found += all(of: run, article: articles.last ?? "")
      default: break
      }
    }
    return found
  }

  private static func all(of run: GlyphMark, article: String) -> [SetCharacter] {
    let scalars = run.text.filter(\.properties.isIdeographic)
    // A run of as many ideographs as glyphs has one for each; of another the places are not known so well.
    let isPlain = scalars.count == run.glyphs.count
    let glyphs = run.glyphs.enumerated().map { number, glyph in
      SetCharacter(isPlain ? scalars[number] : nil, at: glyph, of: run, article)
    }
    return glyphs
      + (isPlain
        ? []
        : scalars.map { SetCharacter($0, at: run.glyphs[0], of: run, article, isExact: false) })
  }

  private init(
    _ scalar: Unicode.Scalar?, at glyph: SheetGlyph, of run: GlyphMark, _ article: String,
    isExact: Bool = true
  ) {
    (self.scalar, self.article, self.isExact) = (scalar, article, isExact)
    size = run.size.points
    x = glyph.origin.x.points + size / 2
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

/// How many ideographs of a text are not among those set.
func missingIdeographs(of text: String, in found: [SetCharacter]) -> Int {
  var wanted: [Unicode.Scalar: Int] = [:]
  for scalar in text.unicodeScalars where scalar.properties.isIdeographic {
    wanted[scalar, default: 0] += 1
  }
  for scalar in found.compactMap(\.scalar) { wanted[scalar]? -= 1 }
  return wanted.values.filter { $0 > 0 }.reduce(0, +)
}

/// Pairs of ideographs that cover each other by more than half.
func overlaps(of characters: [SetCharacter]) -> [(SetCharacter, SetCharacter)] {
  let han = characters.filter { $0.scalar != nil && $0.isExact }.sorted { $0.x < $1.x }
  var pairs: [(SetCharacter, SetCharacter)] = []
  for (index, one) in han.enumerated() {
    for other in han[(index + 1)...] {
      let near = min(one.size, other.size) * 0.45
      if other.x - one.x > near { break }
      if abs(other.y - one.y) < near { pairs.append((one, other)) }
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
