import CCairo
import CFreeType
import Colour
import Drawing
import Fonts
import Geometry

/// Draws glyphs into pixels at their exact places. Confined to one thread.
///
/// Cairo 1.16 moves every glyph to a whole pixel, which at a proof's resolution makes justified lines
/// uneven; its exact way, filling outlines as paths, takes three times as long. FreeType's own
/// rasteriser hands us the spans of an outline put at 1/64 of a pixel.
final class GlyphPainter {
  private let files: [FontFile]
  private var faces: [Int: FreeTypeFace] = [:]
  private var cuts: [TypeCut.Key: TypeCut] = [:]

  init(_ files: [FontFile]) { self.files = files }

  /// Draws a run with the page's ink on a page of pixels, `scale` of them to the point.
  func draw(_ mark: GlyphMark, scale: Double, on page: PixelPage) throws(CairoError) {
    let cut = try cut(for: mark, scale: scale)
    var page = page
    withUnsafeMutablePointer(to: &page) { page in
      for glyph in mark.glyphs {
        cut.draw(
          glyph.id, x: Int((glyph.origin.x.points * scale * 64).rounded()),
          y: Int((glyph.origin.y.points * scale * 64).rounded()), on: page)
      }
    }
  }

  private func cut(for mark: GlyphMark, scale: Double) throws(CairoError) -> TypeCut {
    let pixels = mark.size.points * scale * 64
    let key = TypeCut.Key(
      font: mark.font.index, width: Int((pixels * Double(mark.condense) / 1000).rounded()),
      height: Int(pixels.rounded()), isTurned: mark.orientation == .rotated)
    if let cut = cuts[key] { return cut }
    let cut = TypeCut(key, try face(mark.font))
    cuts[key] = cut
    return cut
  }

  private func face(_ id: FontID) throws(CairoError) -> FreeTypeFace {
    if let face = faces[id.index] { return face }
    precondition(files.indices.contains(id.index), "a glyph's font stands in the font list")
    guard let face = FreeTypeFace(files[id.index]) else { throw .font(files[id.index]) }
    faces[id.index] = face
    return face
  }
}

/// The outlines of one font at one size, width and turn, kept between pages.
private final class TypeCut {
  struct Key: Hashable {
    var font: Int
    /// Of the em, in 1/64 pixel.
    var width: Int
    var height: Int
    var isTurned: Bool
  }

  private let key: Key
  private let face: FreeTypeFace
  private var outlines: [UInt32: Outline] = [:]

  init(_ key: Key, _ face: FreeTypeFace) { (self.key, self.face) = (key, face) }

  deinit { for outline in outlines.values { FT_Done_Glyph(outline.glyph) } }

  private struct Outline {
    /// Nil for a blank glyph.
    var glyph: FT_Glyph?
    var box: FT_BBox
  }

  /// Draws a glyph with its origin at this place, in 1/64 pixel from the top left, y down.
  func draw(_ id: UInt32, x: Int, y: Int, on page: UnsafeMutablePointer<PixelPage>) {
    let outline = outline(id)
    guard let glyph = outline.glyph else { return }
    // FreeType's y runs up: row r of the page is its row −1 − r.
    let box = FT_BBox(
      xMin: max(0, (outline.box.xMin + x) >> 6),
      yMin: max(-page.pointee.height, (outline.box.yMin - y) >> 6),
      xMax: min(page.pointee.width, (outline.box.xMax + x + 63) >> 6),
      yMax: min(0, (outline.box.yMax - y + 63) >> 6))
    guard box.xMin < box.xMax, box.yMin < box.yMax else { return }
    glyph.withMemoryRebound(to: FT_OutlineGlyphRec.self, capacity: 1) { record in
      FT_Outline_Translate(&record.pointee.outline, x, -y)
      var parameters = FT_Raster_Params()
      parameters.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP
      parameters.gray_spans = paintSpans
      parameters.user = UnsafeMutableRawPointer(page)
      parameters.clip_box = box
      FT_Outline_Render(record.pointee.root.library, &record.pointee.outline, &parameters)
      FT_Outline_Translate(&record.pointee.outline, -x, y)
    }
  }

  private func outline(_ id: UInt32) -> Outline {
    if let outline = outlines[id] { return outline }
    let outline = load(id)
    outlines[id] = outline
    return outline
  }

  private func load(_ id: UInt32) -> Outline {
    let blank = Outline(glyph: nil, box: FT_BBox())
    let font = face.face
    var glyph: FT_Glyph?
    guard FT_Set_Char_Size(font, key.width, key.height, 72, 72) == 0,
      FT_Load_Glyph(font, id, Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)) == 0,
      FT_Get_Glyph(font.pointee.glyph, &glyph) == 0, let glyph
    else { return blank }
    guard glyph.pointee.format == FT_GLYPH_FORMAT_OUTLINE else {
      FT_Done_Glyph(glyph)
      return blank
    }
    if key.isTurned {
      // A quarter clockwise where y runs up: (x, y) becomes (y, −x).
      var quarter = FT_Matrix(xx: 0, xy: 0x10000, yx: -0x10000, yy: 0)
      FT_Glyph_Transform(glyph, &quarter, nil)
    }
    var box = FT_BBox()
    FT_Glyph_Get_CBox(glyph, FT_GLYPH_BBOX_UNSCALED.rawValue, &box)
    return Outline(glyph: glyph, box: box)
  }
}

/// The pixels that glyphs are drawn into, and the ink they are drawn with.
struct PixelPage {
  let pixels: UnsafeMutablePointer<UInt8>
  let width: Int
  let height: Int
  let stride: Int
  let format: Bitmap.Format
  private var colour = (blue: UInt32(0), green: UInt32(0), red: UInt32(0))
  private var cover: UInt32 = 255

  init(
    pixels: UnsafeMutablePointer<UInt8>, width: Int, height: Int, stride: Int,
    format: Bitmap.Format
  ) {
    (self.pixels, self.width, self.height) = (pixels, width, height)
    (self.stride, self.format) = (stride, format)
  }

  /// Takes the ink that glyphs are drawn with; false where they leave this surface as it is.
  mutating func take(_ ink: Ink, for medium: Medium) -> Bool {
    switch medium {
    case .plate(let plate, _):
      guard let amount = plate.cover(of: InkPaint(ink, for: .type)) else { return false }
      cover = UInt32(amount)
    case .screen(let colours):
      let screen = colours.colour(of: ink)
      colour = (UInt32(screen.blue), UInt32(screen.green), UInt32(screen.red))
    case .blackCover: cover = 255 - UInt32(ink.screenColour.red)
    case .inkKeys: preconditionFailure("inks' keys are for PDF, which this does not draw")
    }
    return true
  }

  /// Lays the ink over a row's pixels, as much of it as `strength` (0 to 255) says.
  func paint(row: Int, from start: Int, count: Int, strength: UInt32) {
    let line = pixels + row * stride + start * format.bytesPerPixel
    switch format {
    case .blackCover:
      for place in 0..<count { line[place] = mixed(line[place], cover, strength) }
    case .colour:
      for place in 0..<count {
        let pixel = line + 4 * place
        pixel[0] = mixed(pixel[0], colour.blue, strength)
        pixel[1] = mixed(pixel[1], colour.green, strength)
        pixel[2] = mixed(pixel[2], colour.red, strength)
      }
    }
  }

  /// Between two values by 255ths, rounded.
  private func mixed(_ under: UInt8, _ over: UInt32, _ strength: UInt32) -> UInt8 {
    let sum = UInt32(under) &* (255 &- strength) &+ over &* strength &+ 128
    return UInt8(truncatingIfNeeded: (sum &+ sum >> 8) >> 8)
  }
}

/// Takes one row's spans from FreeType; `user` is the page.
private func paintSpans(
  row: Int32, count: Int32, spans: UnsafePointer<FT_Span>?, user: UnsafeMutableRawPointer?
) {
  guard let spans, let user else { return }
  let page = user.assumingMemoryBound(to: PixelPage.self)
  for span in UnsafeBufferPointer(start: spans, count: Int(count)) {
    page.pointee.paint(
      row: -1 - Int(row), from: Int(span.x), count: Int(span.len), strength: UInt32(span.coverage))
  }
}
