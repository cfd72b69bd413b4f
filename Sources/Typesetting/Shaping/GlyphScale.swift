import Fonts

/// The measures of one item, in `Length` units.
struct GlyphScale {
  var look: Int32 = 0
  /// One em along the line, as asked.
  var em = 0
  /// Size of the glyphs: the em times the role's factor.
  var size = 0
  var condense = 1000
  /// The face's own scale of upright glyphs, across the line.
  var faceWidth = 1000
  var unitsPerEm = 1000
  /// Where the baseline stands past the axis.
  var baseline = 0
  /// The role's baseline shift, for glyphs upright in a vertical line.
  var lift = 0
  var isUpright = false

  /// Along the line, condensed.
  func along(_ fontUnits: Int32) -> Int {
    if fontUnits == 0 { return 0 }
    // Nearly every Han glyph, without a division.
    if condense == 1000 && Int(fontUnits) == unitsPerEm { return size }
    let length = Int(fontUnits) * size
    return condense == 1000
      ? rounded(length, unitsPerEm) : rounded(length * condense, unitsPerEm * 1000)
  }

  func across(_ fontUnits: Int32) -> Int {
    fontUnits == 0 ? 0 : rounded(Int(fontUnits) * size, unitsPerEm)
  }

  private func rounded(_ value: Int, _ divisor: Int) -> Int {
    (value + (value < 0 ? -divisor : divisor) / 2) / divisor
  }

  /// Where a glyph's origin stands with the pen at `pen`. Block runs downwards in a horizontal line; in a
  /// vertical one it runs leftwards, against the x axis of upright glyphs and the y axis of turned ones.
  func origin(of glyph: ShapedGlyph, at pen: Int) -> (inline: Int, block: Int) {
    isUpright
      ? (pen - along(glyph.y) - lift, -across(glyph.x) * faceWidth / 1000)
      : (pen + along(glyph.x), baseline - across(glyph.y))
  }
}
