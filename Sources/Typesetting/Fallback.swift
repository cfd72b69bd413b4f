import Fonts

/// Finds other fonts for what an item's own font lacks, by whole clusters, so that a character and its
/// combining marks come from one font.
struct Fallback {
  let book: FontBook
  let text: UnsafeBufferPointer<Unicode.Scalar>
  let item: Item
  let glyphs: [ShapedGlyph]

  struct Part {
    var item: Item
    /// Scalars that no font has.
    var missing: [Int] = []
  }

  /// The item in parts of one font each.
  func parts() -> [Part] {
    var parts: [Part] = []
    for cluster in clusters() {
      let face = cluster.isMissing ? face(having: cluster.range) : item.face
      let missing = face == nil ? cluster.range.filter { !has($0, in: item.face) } : []
      let chosen = face ?? item.face
      if let last = parts.last, last.item.face == chosen {
        parts[parts.count - 1].item.range = last.item.range.lowerBound..<cluster.range.upperBound
        parts[parts.count - 1].missing += missing
      } else {
        let own = Item(range: cluster.range, span: item.span, face: chosen, kind: item.kind)
        parts.append(Part(item: own, missing: missing))
      }
    }
    return parts
  }

  private func clusters() -> [(range: Range<Int>, isMissing: Bool)] {
    var clusters: [(range: Range<Int>, isMissing: Bool)] = []
    for (index, glyph) in glyphs.enumerated() {
      let start = Int(glyph.cluster)
      if let last = clusters.last, last.range.lowerBound == start {
        clusters[clusters.count - 1].isMissing = last.isMissing || glyph.id == 0
        continue
      }
      let end = glyphs[index...].first { $0.cluster != glyph.cluster }.map { Int($0.cluster) }
      clusters.append((start..<(end ?? item.range.upperBound), glyph.id == 0))
    }
    return clusters
  }

  private func face(having range: Range<Int>) -> RoleFace? {
    book.fallback.first { face in range.allSatisfy { has($0, in: face) } }
  }

  private func has(_ index: Int, in face: RoleFace) -> Bool {
    let scalar = text[index]
    let isSelector = (0xFE00...0xFE0F).contains(scalar.value) || scalar.value >= 0xE0100
    return isSelector || book[face.font].glyph(for: scalar) != nil
  }
}
