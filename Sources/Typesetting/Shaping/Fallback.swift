import CJKRules
import Fonts

/// A part of an item that is shaped anew.
struct ItemPart {
  var item: Item
  /// Scalars that no font has.
  var missing: [Int] = []
  /// Whether no other font has been asked yet.
  var isOwn = true
}

/// Finds other ways to set what an item's own font cannot, by whole clusters, so that a character and its
/// combining marks stay together.
struct Fallback {
  let book: FontBook
  let text: UnsafeBufferPointer<Unicode.Scalar>
  let classes: [CharacterClass]
  let item: Item
  let glyphs: [ShapedGlyph]
  let language: Language

  /// The item in parts of one font each; nil when its own font has everything.
  func otherFonts() -> [ItemPart]? {
    guard glyphs.contains(where: { $0.id == 0 }) else { return nil }
    var parts: [ItemPart] = []
    for cluster in clusters(where: { $0.id == 0 }) {
      var part = ItemPart(item: item, isOwn: false)
      part.item.range = cluster.range
      if cluster.isMarked {
        let face = book.fallback.first { face in cluster.range.allSatisfy { has($0, in: face) } }
        part.item.face = face ?? item.face
        if face == nil { part.missing = cluster.range.filter { !has($0, in: item.face) } }
      }
      Self.append(part, to: &parts)
    }
    return parts
  }

  private func has(_ index: Int, in face: RoleFace) -> Bool {
    let scalar = text[index]
    return scalar.properties.isVariationSelector || book[face.font].glyph(for: scalar) != nil
  }

  /// The item with those marks turned that its font has no vertical form for: UAX #50 Tr, whose fallback is
  /// to turn them; nil when there are none.
  func turnedMarks() -> [ItemPart]? {
    guard case .upright = item.stance, glyphs.contains(where: lacksVerticalForm) else { return nil }
    var parts: [ItemPart] = []
    for cluster in clusters(where: lacksVerticalForm) {
      var part = ItemPart(item: item)
      part.item.range = cluster.range
      if cluster.isMarked { part.item.stance = .turned }
      Self.append(part, to: &parts)
    }
    return parts
  }

  private func lacksVerticalForm(_ glyph: ShapedGlyph) -> Bool {
    let index = Int(glyph.cluster)
    return isTurned(index) && book[item.face.font].glyph(for: text[index]) == glyph.id
  }

  /// Tr, and those marks among R that Latin and CJK text share.
  private func isTurned(_ index: Int) -> Bool {
    switch classes[index] {
    case .hangul, .smallKana, .comma, .stop, .exclamation: false
    case .opener, .closer, .dash, .ellipsis, .shortConnector, .quarterHyphen, .longConnector,
      .longVowel:
      true
    default: VerticalOrientation.of(text[index], language: language) == .turnedForm
    }
  }

  private static func append(_ part: ItemPart, to parts: inout [ItemPart]) {
    if let last = parts.last, last.item.face == part.item.face,
      last.item.stance == part.item.stance
    {
      parts[parts.count - 1].item.range =
        last.item.range.lowerBound..<part.item.range.upperBound
      parts[parts.count - 1].missing += part.missing
    } else {
      parts.append(part)
    }
  }

  private func clusters(
    where isMarked: (ShapedGlyph) -> Bool
  ) -> [(range: Range<Int>, isMarked: Bool)] {
    var clusters: [(range: Range<Int>, isMarked: Bool)] = []
    for glyph in glyphs {
      let start = Int(glyph.cluster)
      if let last = clusters.last {
        if last.range.lowerBound == start {
          clusters[clusters.count - 1].isMarked = last.isMarked || isMarked(glyph)
          continue
        }
        clusters[clusters.count - 1].range = last.range.lowerBound..<start
      }
      clusters.append((start..<item.range.upperBound, isMarked(glyph)))
    }
    return clusters
  }
}
