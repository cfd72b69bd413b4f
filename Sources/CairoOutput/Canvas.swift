import CCairo
import Colour
import Drawing
import Fonts
import Geometry

/// How inks become pixels or operators.
enum Medium {
  /// Colour: a PDF page or a 24-bit picture, the inks as these say.
  case screen(InkColours)
  /// An 8-bit surface that holds how much black covers each pixel; for pages without colour.
  case blackCover
  /// A PDF whose colours stand for inks.
  case inkKeys(InkKeys)
  /// An 8-bit surface that holds how much of one ink covers each pixel.
  case plate(PressInk, PictureInks)

  /// Whether its surface holds how much of something covers each pixel.
  var isCover: Bool {
    switch self {
    case .blackCover, .plate: true
    case .screen, .inkKeys: false
    }
  }
}

/// How a canvas puts glyphs on its surface.
protocol GlyphDrawing {
  func draw(_ mark: GlyphMark, on canvas: Canvas) throws(CairoError)
}

/// Draws marks on a Cairo surface, in points from the top left. Confined to one thread.
struct Canvas {
  let context: OpaquePointer
  let medium: Medium
  let text: any GlyphDrawing
  let pictures: PictureShelf

  /// Draws one mark; tags mean nothing here.
  func draw(_ mark: Mark) throws(CairoError) {
    switch mark {
    case .glyphs(let glyphs): try text.draw(glyphs, on: self)
    case .fill(let rect, let ink): fill(rect, ink)
    case .stroke(let rect, let weight, let ink): stroke(rect, weight: weight, ink)
    case .roundBox(let box): draw(box)
    case .line(let from, let to, let weight, let ink, let pattern):
      line(from: from, to: to, weight: weight, ink, pattern)
    case .wave(let wave): draw(wave)
    case .path(let path): draw(path)
    case .picture(let picture): draw(picture)
    case .begin, .end: break
    }
  }

  func fill(_ rect: Rect, _ ink: Ink) {
    paint(ink, for: .area) {
      trace(rect)
      cairo_fill(context)
    }
  }

  func stroke(_ rect: Rect, weight: Length, _ ink: Ink) {
    cairo_set_line_width(context, weight.points)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    paint(ink) {
      trace(rect)
      cairo_stroke(context)
    }
  }

  private func draw(_ box: RoundBox) {
    if let ink = box.fill {
      paint(ink, for: .area) {
        traceRound(box)
        cairo_fill(context)
      }
    }
    guard let ink = box.stroke, box.weight > .zero else { return }
    cairo_set_line_width(context, box.weight.points)
    paint(ink) {
      traceRound(box)
      cairo_stroke(context)
    }
  }

  /// Four quarter circles, clockwise from the top right.
  func traceRound(_ box: RoundBox) {
    let (x, y) = (box.rect.x.points, box.rect.y.points)
    let (right, bottom) = (box.rect.maxX.points, box.rect.maxY.points)
    let radius = min(box.radius.points, (right - x) / 2, (bottom - y) / 2)
    let quarter = Double.pi / 2
    cairo_new_sub_path(context)
    cairo_arc(context, right - radius, y + radius, radius, -quarter, 0)
    cairo_arc(context, right - radius, bottom - radius, radius, 0, quarter)
    cairo_arc(context, x + radius, bottom - radius, radius, quarter, 2 * quarter)
    cairo_arc(context, x + radius, y + radius, radius, 2 * quarter, 3 * quarter)
    cairo_close_path(context)
  }

  func line(from: Point, to: Point, weight: Length, _ ink: Ink, _ pattern: LinePattern) {
    cairo_save(context)
    defer { cairo_restore(context) }
    set(pattern, weight: weight.points)
    paint(ink) {
      cairo_move_to(context, from.x.points, from.y.points)
      cairo_line_to(context, to.x.points, to.y.points)
      cairo_stroke(context)
    }
  }

  private func draw(_ wave: WaveMark) {
    cairo_set_line_width(context, wave.weight.points)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    paint(wave.ink) {
      cairo_move_to(context, wave.from.x.points, wave.from.y.points)
      for curve in wave.curves {
        cairo_curve_to(
          context, curve.control1.x.points, curve.control1.y.points, curve.control2.x.points,
          curve.control2.y.points, curve.end.x.points, curve.end.y.points)
      }
      cairo_stroke(context)
    }
  }

  /// Round dots stand two weights apart from middle to middle, dashes are three weights long.
  func set(_ pattern: LinePattern, weight: Double) {
    cairo_set_line_width(context, weight)
    switch pattern {
    case .solid: cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    case .dotted:
      cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
      cairo_set_dash(context, [0, 2 * weight], 2, 0)
    case .dashed:
      cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
      cairo_set_dash(context, [3 * weight, 2 * weight], 2, 0)
    }
  }

  func trace(_ rect: Rect) {
    cairo_rectangle(context, rect.x.points, rect.y.points, rect.width.points, rect.height.points)
  }

  /// Runs `body`, which draws once, with the ink set.
  ///
  /// On a cover surface ink replaces what lies under it: the place is first cleared, then gets the
  /// ink's own cover; black and white each need one of the two only.
  func paint(_ ink: Ink, for use: InkUse = .type, _ body: () -> Void) {
    switch medium {
    case .inkKeys(let keys):
      let key = keys.key(of: InkPaint(ink, for: use))
      let bytes = [key >> 16, key >> 8, key].map { Double($0 & 0xFF) / 255 }
      cairo_set_source_rgb(context, bytes[0], bytes[1], bytes[2])
      body()
    case .screen(let colours):
      let colour = colours.colour(of: ink)
      cairo_set_source_rgb(
        context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
      body()
    case .blackCover: replace(with: 255 - ink.screenColour.red, body)
    case .plate(let plate, _):
      if let cover = plate.cover(of: InkPaint(ink, for: use)) { replace(with: cover, body) }
    }
  }

  /// Lays so much cover, 255 for all, where `body` draws.
  private func replace(with cover: UInt8, _ body: () -> Void) {
    if cover < 255 {
      cairo_set_source_rgba(context, 0, 0, 0, 1)
      cairo_set_operator(context, CAIRO_OPERATOR_DEST_OUT)
      body()
    }
    if cover > 0 {
      cairo_set_source_rgba(context, 0, 0, 0, Double(cover) / 255)
      cairo_set_operator(context, cover < 255 ? CAIRO_OPERATOR_ADD : CAIRO_OPERATOR_OVER)
      body()
    }
    cairo_set_operator(context, CAIRO_OPERATOR_OVER)
  }
}
