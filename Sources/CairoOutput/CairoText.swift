import CCairo
import Drawing
import Fonts
import Geometry

/// Text for a PDF: glyphs with the characters they stand for.
struct CairoText: GlyphDrawing {
  let faces: FontFaces
  private let options = CairoFontOptions()

  init(_ faces: FontFaces) { self.faces = faces }

  /// Draws a run of glyphs in one call, each cluster with the text it stands for.
  func draw(_ mark: GlyphMark, on canvas: Canvas) throws(CairoError) {
    guard !mark.glyphs.isEmpty else { return }
    let context = canvas.context
    let font = try faces.font(mark.font)
    cairo_set_font_face(context, font.face)
    var matrix = mark.fontMatrix
    cairo_set_font_matrix(context, &matrix)
    cairo_set_font_options(context, options.options)
    let glyphs = mark.glyphs.map {
      cairo_glyph_t(index: font.id($0.id), x: $0.origin.x.points, y: $0.origin.y.points)
    }
    let text = ClusteredText(mark)
    canvas.paint(mark.ink) {
      text.bytes.withUnsafeBytes { bytes in
        cairo_show_text_glyphs(
          context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), glyphs,
          Int32(glyphs.count), text.clusters, Int32(text.clusters.count),
          cairo_text_cluster_flags_t(rawValue: 0))
      }
    }
  }
}

/// Unhinted outlines and advances: the same shapes at every size.
final class CairoFontOptions {
  let options: OpaquePointer?

  init() {
    options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
  }

  deinit { cairo_font_options_destroy(options) }
}

extension GlyphMark {
  /// Whether a glyph stands where the one before it stands, but for rounding.
  func coincides(_ index: Int) -> Bool {
    guard index > 0, index < glyphs.count else { return false }
    let (a, b) = (glyphs[index - 1].origin, glyphs[index].origin)
    let near = size.units / 50
    return abs(a.x.units - b.x.units) < near && abs(a.y.units - b.y.units) < near
  }

  /// From a glyph's em square to points on the sheet, y down.
  var fontMatrix: cairo_matrix_t {
    let size = self.size.points
    let along = size * Double(condense) / 1000
    return switch orientation {
    case .upright: cairo_matrix_t(xx: along, yx: 0, xy: 0, yy: size, x0: 0, y0: 0)
    // A quarter turn clockwise: the glyph's right points down the page, its foot to the left.
    case .rotated: cairo_matrix_t(xx: 0, yx: along, xy: -size, yy: 0, x0: 0, y0: 0)
    }
  }
}

/// The text of a glyph run in UTF-8, and its clusters in Cairo's words.
///
/// Glyphs whose origins coincide, such as a half-wide comma before a half-wide opening bracket, are
/// put into one cluster: readers sort glyphs at one place as they like, and the pair would come out
/// in the wrong order. No more than such pairs are joined, since a glyph that only ever occurs in a
/// joined cluster gets no text of its own in the PDF.
struct ClusteredText {
  var bytes: [UInt8] = []
  var clusters: [cairo_text_cluster_t] = []

  init(_ mark: GlyphMark) {
    bytes.reserveCapacity(mark.text.count * 3)
    clusters.reserveCapacity(mark.clusters.count)
    var (scalar, glyph) = (0, 0)
    for cluster in mark.clusters {
      let before = bytes.count
      for character in mark.text[scalar..<scalar + cluster.scalars] {
        UTF8.encode(character) { bytes.append($0) }
      }
      append(
        bytes: bytes.count - before, glyphs: cluster.glyphs,
        joined: cluster.glyphs > 0 && mark.coincides(glyph))
      scalar += cluster.scalars
      glyph += cluster.glyphs
    }
  }

  private mutating func append(bytes: Int, glyphs: Int, joined: Bool) {
    if joined, var last = clusters.popLast() {
      last.num_bytes += Int32(bytes)
      last.num_glyphs += Int32(glyphs)
      clusters.append(last)
    } else {
      clusters.append(cairo_text_cluster_t(num_bytes: Int32(bytes), num_glyphs: Int32(glyphs)))
    }
  }
}

extension UTF8 {
  /// The bytes of a scalar, without making a collection of them.
  fileprivate static func encode(_ scalar: Unicode.Scalar, into body: (UInt8) -> Void) {
    let value = scalar.value
    func tail(_ shift: UInt32) { body(UInt8(truncatingIfNeeded: 0x80 | (value >> shift) & 0x3F)) }
    switch value {
    case 0..<0x80: body(UInt8(value))
    case 0x80..<0x800:
      body(UInt8(0xC0 | value >> 6))
      tail(0)
    case 0x800..<0x10000:
      body(UInt8(0xE0 | value >> 12))
      tail(6)
      tail(0)
    default:
      body(UInt8(0xF0 | value >> 18))
      tail(12)
      tail(6)
      tail(0)
    }
  }
}
