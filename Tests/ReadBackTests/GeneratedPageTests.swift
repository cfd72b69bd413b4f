import Banxin
import Diagnostics
import Drawing
import Foundation
import Geometry
import Makeup
import PageDesign
import Testing

/// Pages of shapes that nobody drew, looked at glyph by glyph.
@Suite struct `Pages of random shapes` {
  /// A glyph by the middle of its character box.
  private struct Character {
    var scalar: Unicode.Scalar?
    var x: Double
    var y: Double
    var size: Double
    var article: String
    var isExact: Bool
  }

  @Test(arguments: 1...40) func `keep every character once, in its frame, alone`(seed: Int) throws {
    let generated = try GeneratedPage(seed: seed)
    defer { try? FileManager.default.removeItem(at: generated.folder) }
    let house = try #require(HouseFiles(root: PrintedEdition.root))
    let prepared = PreparedEdition.make(at: generated.folder.path, house: house)
    let ready = try #require(prepared.ready, "\(prepared.diagnostics.map(\.code.name))")
    let page = ready.made.pages[0]
    let characters = characters(of: ready.made.lists[0])
    #expect(!characters.isEmpty)
    for frame in page.frames {
      let gathered = frame.gathered.map { (id: $0.id, overset: $0.oversetCharacters) }
      let single = frame.article.map { [(id: $0, overset: frame.oversetCharacters)] } ?? []
      for story in gathered.isEmpty ? single : gathered {
        guard let body = generated.bodies[story.id] else { continue }
        let own = characters.filter { $0.article == story.id }
        let areas = try #require(page.layout.frames.first { $0.id == frame.id }).areas
        let outside = own.filter { !isInside(areas, of: page.layout.grid, $0) }
        #expect(
          outside.isEmpty,
          "\(story.id): \(outside.count) outside, \(outside.first.map { "\($0)" } ?? "")")
        let missing = missing(of: body, in: own.compactMap(\.scalar))
        #expect(missing <= story.overset, "\(story.id): \(missing) characters are nowhere")
      }
    }
    #expect(overlaps(characters) == 0)
    #expect(legsOverlap(page) == false)
  }

  private func characters(of list: DisplayList) -> [Character] {
    var (found, articles) = ([Character](), [String]())
    for mark in list.marks {
      switch mark {
      case .begin(.article(let id)): articles.append(id)
      case .end(.article): articles.removeLast()
      case .glyphs(let run): found += characters(of: run, article: articles.last ?? "")
      default: break
      }
    }
    return found
  }

  private func characters(of run: GlyphMark, article: String) -> [Character] {
    let scalars = run.text.filter(\.properties.isIdeographic)
    // A run of as many ideographs as glyphs has one for each; of another the places are not known so well.
    let isPlain = scalars.count == run.glyphs.count
    let glyphs = run.glyphs.enumerated().map { number, glyph in
      character(isPlain ? scalars[number] : nil, at: glyph, of: run, article)
    }
    return glyphs
      + (isPlain ? [] : scalars.map { character($0, at: run.glyphs[0], of: run, article, false) })
  }

  private func character(
    _ scalar: Unicode.Scalar?, at glyph: SheetGlyph, of run: GlyphMark, _ article: String,
    _ isExact: Bool = true
  ) -> Character {
    let size = run.size.points
    return Character(
      scalar: scalar, x: glyph.origin.x.points + size / 2, y: glyph.origin.y.points - size * 0.38,
      size: size, article: article, isExact: isExact)
  }

  /// Whether it lies in one of the areas, or not further out than a hanging mark.
  private func isInside(_ areas: [GridArea], of grid: BodyGrid, _ character: Character) -> Bool {
    areas.contains { area in
      let rect = grid.rect(columns: area.columns, lines: area.lines)
      let room = character.size * 0.6
      return character.x > rect.x.points - room && character.x < rect.maxX.points + room
        && character.y > rect.y.points - room && character.y < rect.maxY.points + room
    }
  }

  private func missing(of body: String, in found: [Unicode.Scalar]) -> Int {
    var wanted: [Unicode.Scalar: Int] = [:]
    for scalar in body.unicodeScalars where scalar.properties.isIdeographic {
      wanted[scalar, default: 0] += 1
    }
    for scalar in found { wanted[scalar]? -= 1 }
    return wanted.values.filter { $0 > 0 }.reduce(0, +)
  }

  /// Pairs of ideographs that cover each other by more than half.
  private func overlaps(_ characters: [Character]) -> Int {
    let han = characters.filter { $0.scalar != nil && $0.isExact }.sorted { $0.x < $1.x }
    var count = 0
    for (index, one) in han.enumerated() {
      for other in han[(index + 1)...] {
        let near = min(one.size, other.size) * 0.45
        if other.x - one.x > near { break }
        if abs(other.y - one.y) < near { count += 1 }
      }
    }
    return count
  }

  private func legsOverlap(_ page: Page) -> Bool {
    let legs = page.frames.flatMap { frame in frame.legs.map(\.rect) }
    return legs.indices.contains { first in
      legs[(first + 1)...].contains { other in
        let one = legs[first]
        return one.x < other.maxX && other.x < one.maxX && one.y < other.maxY && other.y < one.maxY
      }
    }
  }
}
