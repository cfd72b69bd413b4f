import Geometry

/// How glyphs stand in their line.
package enum GlyphOrientation: Hashable, Sendable {
  case upright
  /// Turned a quarter clockwise: Latin words in a vertical line.
  case rotated
}

/// A glyph and where its origin stands, from the start of its line (inline) and from the line's
/// axis (block). The axis of a line is the middle of its character boxes; a Han glyph of size s in
/// a horizontal line has its origin 0.38 s past the axis, since its em box is 880 above and 120
/// below the baseline.
package struct PlacedGlyph: Hashable, Sendable {
  package var id: UInt32
  package var inline: Length
  package var block: Length

  package init(id: UInt32, inline: Length, block: Length) {
    (self.id, self.inline, self.block) = (id, inline, block)
  }
}

/// How many scalars of the text some glyphs stand for; clusters are in order and leave none out.
package struct GlyphCluster: Hashable, Sendable {
  package var scalars: Int
  package var glyphs: Int
  package init(scalars: Int, glyphs: Int) { (self.scalars, self.glyphs) = (scalars, glyphs) }
}

/// Glyphs of one font and size in one line (字形串).
package struct GlyphRun: Hashable, Sendable {
  package var font: FontID
  package var size: Length
  /// Scale across the glyph in thousandths: 1000 = as drawn, 850 = condensed to 85 %.
  package var condense: Int
  package var orientation: GlyphOrientation
  package var glyphs: [PlacedGlyph]
  package var clusters: [GlyphCluster]
  /// What the glyphs stand for, for search and copy.
  package var text: [Unicode.Scalar]

  package init(
    font: FontID, size: Length, condense: Int = 1000, orientation: GlyphOrientation = .upright,
    glyphs: [PlacedGlyph], clusters: [GlyphCluster], text: [Unicode.Scalar]
  ) {
    (self.font, self.size, self.condense) = (font, size, condense)
    (self.orientation, self.glyphs) = (orientation, glyphs)
    (self.clusters, self.text) = (clusters, text)
  }
}
