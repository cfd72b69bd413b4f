import CJKRules
import Fonts
import Geometry

extension CellMaker {
  /// Puts all glyphs of an item beside each other in one frame of a vertical line, condensed to its width
  /// when they are wider (JLREQ 3.2.5).
  mutating func addCombined(_ glyphs: [ShapedGlyph], of item: Item) {
    let style = paragraph.source.spans[item.span].style
    let kind = classes[item.range.lowerBound]
    // ！！ share a frame by their ink boxes (GB/T 15834 5.1.2).
    let halves = kind == .doubleExclamation
    let advances = glyphs.map {
      halves ? scale.size / 2 : scale.across($0.advance) * item.face.widthFactor / 1000
    }
    let width = advances.reduce(0, +)
    let condense = min(1000, style.size.units * 1000 / max(1, width))
    let look = Look(
      font: item.face.font, size: scale.size, condense: condense * item.face.widthFactor / 1000,
      orientation: .upright,
      em: scale.em, tracking: style.tracking.units)
    let first = Int32(paragraph.glyphs.count)
    var pen = -width * condense / 2000
    let baseline = scale.em / 2 + EmBox.baselineBelowAxis * scale.size / 1000 - scale.lift
    for (glyph, advance) in zip(glyphs, advances) {
      paragraph.glyphs.append(
        CellGlyph(
          id: glyph.id, text: glyph.cluster, inline: Int32(truncatingIfNeeded: baseline),
          block: Int32(truncatingIfNeeded: -pen)))
      pen += advance * condense / 1000
    }
    paragraph.cells.append(
      Cell(
        text: Int32(item.range.lowerBound), firstGlyph: first,
        endGlyph: Int32(paragraph.glyphs.count), look: paragraph.index(of: look), width: scale.em,
        kind: kind, joint: .solid))
  }
}
