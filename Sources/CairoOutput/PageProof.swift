import CCairo
import Colour
import Drawing
import Fonts
import Geometry

/// Draws a page on white paper and writes it as PNG: 8-bit grey when nothing on it has colour,
/// 24-bit RGB otherwise.
package func png(
  of page: DisplayList, ppi: Int, fonts: [FontFile], pictures: PictureStore
) throws(CairoError) -> [UInt8] {
  try CairoPen(fonts: fonts, pictures: pictures).png(of: page, ppi: ppi)
}

/// Draws display lists and keeps the outlines of their fonts between them; one for each thread.
package final class CairoPen {
  let fonts: [FontFile]
  let pictures: PictureStore
  /// How inks look on proofs.
  let colours: InkColours
  private let painter: GlyphPainter

  package init(
    fonts: [FontFile], pictures: PictureStore, colours: InkColours = InkColours(nil)
  ) {
    (self.fonts, self.pictures, self.colours) = (fonts, pictures, colours)
    painter = GlyphPainter(fonts)
  }

  /// A proof of a page; see the function of the same name.
  package func png(of page: DisplayList, ppi: Int) throws(CairoError) -> [UInt8] {
    let hasColour = page.hasColour(pictures)
    let image = try draw(page, ppi: ppi, medium: hasColour ? .screen(colours) : .blackCover)
    defer { cairo_surface_destroy(image) }
    guard let pixels = cairo_image_surface_get_data(image) else { throw .cairo("no pixels") }
    let stride = Int(cairo_image_surface_get_stride(image))
    let encoder = PNGEncoder(
      width: Int(cairo_image_surface_get_width(image)),
      height: Int(cairo_image_surface_get_height(image)), channels: hasColour ? .rgb : .grey,
      ppi: ppi)
    return try encoder.encode { row, room in
      let from = pixels + row * stride
      if hasColour {
        packRGB(from, room, encoder.width)
      } else {
        packGrey(from, room, encoder.width)
      }
    }
  }

  /// The page's pixels; the caller destroys the surface.
  func draw(_ page: DisplayList, ppi: Int, medium: Medium) throws(CairoError)
    -> OpaquePointer
  {
    try page.checkSize()
    let scale = Double(ppi) / 72
    let width = Int32((page.size.width.points * scale).rounded())
    let height = Int32((page.size.height.points * scale).rounded())
    let format = medium.format == .colour ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_A8
    guard let image = cairo_image_surface_create(format, max(1, width), max(1, height)),
      let context = cairo_create(image)
    else { throw .cairo("no memory for the page's picture") }
    defer { cairo_destroy(context) }
    if medium.format == .colour {
      cairo_set_source_rgb(context, 1, 1, 1)
      cairo_paint(context)
    }
    cairo_scale(context, scale, scale)
    let text = try ProofText(painter, image, scale: scale, format: medium.format)
    let shelf = PictureShelf(pictures, for: medium.pictures(perPoint: scale))
    let canvas = Canvas(context: context, medium: medium, text: text, pictures: shelf)
    for mark in page.marks { try canvas.draw(mark) }
    cairo_surface_flush(image)
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(image)
      throw CairoError(status)
    }
    return image
  }
}

extension Medium {
  fileprivate var format: Bitmap.Format {
    isCover ? .blackCover : .colour
  }

  /// What pictures are taken from for pixels of this kind, `scale` of them to the point.
  fileprivate func pictures(perPoint scale: Double) -> PictureShelf.Purpose {
    if case .plate(let plate, let inks) = self {
      .plate(perPoint: scale, plate, inks)
    } else {
      .pixels(perPoint: scale, format)
    }
  }
}

/// Text on the pixels of an image surface, past Cairo.
private struct ProofText: GlyphDrawing {
  let painter: GlyphPainter
  let image: OpaquePointer
  let scale: Double
  let page: PixelPage

  init(_ painter: GlyphPainter, _ image: OpaquePointer, scale: Double, format: Bitmap.Format)
    throws(CairoError)
  {
    guard let pixels = cairo_image_surface_get_data(image) else { throw .cairo("no pixels") }
    (self.painter, self.image, self.scale) = (painter, image, scale)
    page = PixelPage(
      pixels: pixels, width: Int(cairo_image_surface_get_width(image)),
      height: Int(cairo_image_surface_get_height(image)),
      stride: Int(cairo_image_surface_get_stride(image)), format: format)
  }

  func draw(_ mark: GlyphMark, on canvas: Canvas) throws(CairoError) {
    var page = page
    guard page.take(mark.ink, for: canvas.medium) else { return }
    cairo_surface_flush(image)
    try painter.draw(mark, scale: scale, on: page)
    cairo_surface_mark_dirty(image)
  }
}

/// Cairo's 32-bit pixels as red, green, blue bytes.
private func packRGB(
  _ from: UnsafeMutablePointer<UInt8>, _ to: UnsafeMutablePointer<UInt8>, _ width: Int
) {
  var (source, target) = (from, to)
  for _ in 0..<width {
    (target[0], target[1], target[2]) = (source[2], source[1], source[0])
    source += 4
    target += 3
  }
}

/// Cover of black as light.
private func packGrey(
  _ from: UnsafeMutablePointer<UInt8>, _ to: UnsafeMutablePointer<UInt8>, _ width: Int
) {
  for column in 0..<width { to[column] = 255 - from[column] }
}

extension DisplayList {
  /// Cairo accepts a page without extent and says nothing; PDF ends at 14 400 units (ISO 32000, annex C).
  func checkSize() throws(CairoError) {
    let sides = [size.width.points, size.height.points]
    guard sides.allSatisfy({ $0 >= 1 && $0 <= 14_400 }) else { throw .pageSize(code: code) }
  }

  /// Whether any ink or picture on the page has colour.
  func hasColour(_ pictures: PictureStore) -> Bool {
    marks.contains { mark in
      switch mark {
      case .glyphs(let glyphs): glyphs.ink.isColoured
      case .fill(_, let ink), .stroke(_, _, let ink), .line(_, _, _, let ink, _): ink.isColoured
      case .wave(let wave): wave.ink.isColoured
      case .path(let path):
        path.fill?.isColoured ?? false || path.stroke?.isColoured ?? false
      case .roundBox(let box):
        box.fill?.isColoured ?? false || box.stroke?.isColoured ?? false
      case .picture(let picture):
        // A picture that cannot be read is drawn as a grey box.
        (try? pictures.header(of: picture.file)).map { $0.colour != .grey } ?? false
      case .begin, .end: false
      }
    }
  }
}
