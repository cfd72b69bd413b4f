import CCairo
import Drawing
import Geometry

extension Canvas {
  /// Draws a picture, or a grey box with a cross where it cannot be read.
  func draw(_ mark: PictureMark) {
    // Cairo has no scale of nought, and there is nothing to see.
    guard !mark.clip.isEmpty, !mark.placement.isEmpty else { return }
    cairo_save(context)
    defer { cairo_restore(context) }
    trace(mark.clip)
    cairo_clip(context)
    clip(to: mark.shape, of: mark)
    do throws(PictureError) {
      draw(try pictures.picture(mark.file, at: mark.placement.size), in: mark.placement)
    } catch {
      drawCrossedBox(mark.clip)
    }
  }

  /// A path, so that edges are vectors in a PDF.
  private func clip(to shape: ClipShape, of mark: PictureMark) {
    switch shape {
    case .rectangle: return
    case .parts(let parts): for part in parts { trace(part) }
    case .ellipse: traceEllipse(in: mark.clip)
    case .round(let radius):
      traceRound(RoundBox(rect: mark.clip, radius: radius, fill: nil, stroke: nil, weight: .zero))
    case .outline(let points):
      for point in points {
        cairo_line_to(
          context, mark.placement.x.points + mark.placement.width.points * Double(point.x) / 10_000,
          mark.placement.y.points + mark.placement.height.points * Double(point.y) / 10_000)
      }
      cairo_close_path(context)
    }
    cairo_clip(context)
  }

  private func traceEllipse(in rect: Rect) {
    cairo_save(context)
    cairo_translate(
      context, rect.x.points + rect.width.points / 2, rect.y.points + rect.height.points / 2)
    cairo_scale(context, rect.width.points / 2, rect.height.points / 2)
    cairo_arc(context, 0, 0, 1, 0, 2 * Double.pi)
    cairo_restore(context)
  }

  private func draw(_ picture: ShelvedPicture, in room: Rect) {
    cairo_translate(context, room.x.points, room.y.points)
    cairo_scale(context, room.width.points, room.height.points)
    var matrix = picture.turn.matrix
    cairo_transform(context, &matrix)
    let (width, height) = (Double(picture.width), Double(picture.height))
    cairo_scale(context, 1 / width, 1 / height)
    cairo_set_source_surface(context, picture.surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
    if medium.isCover { cairo_set_operator(context, CAIRO_OPERATOR_SOURCE) }
    cairo_rectangle(context, 0, 0, width, height)
    cairo_fill(context)
  }

  /// What the sign of a picture that is not there is drawn with.
  static let crossedBox = (ground: Ink.grey(15), lines: Ink.grey(50))

  /// The sign of a picture that is not there.
  private func drawCrossedBox(_ box: Rect) {
    let weight = Length.points(1)
    let (ground, lines) = Canvas.crossedBox
    fill(box, ground)
    stroke(box.inset(by: weight / 2), weight: weight, lines)
    let corners = [
      (Point(x: box.x, y: box.y), Point(x: box.maxX, y: box.maxY)),
      (Point(x: box.x, y: box.maxY), Point(x: box.maxX, y: box.y)),
    ]
    for (from, to) in corners { line(from: from, to: to, weight: weight, lines, .solid) }
  }
}

extension Rect {
  fileprivate var isEmpty: Bool { width <= .zero || height <= .zero }
}

extension PictureTurn {
  /// From the unit square as stored to the unit square as shown (EXIF 2.32, table of orientations).
  var matrix: cairo_matrix_t {
    let (xx, yx, xy, yy, x0, y0): (Double, Double, Double, Double, Double, Double) =
      switch self {
      case .none: (1, 0, 0, 1, 0, 0)
      case .mirrored: (-1, 0, 0, 1, 1, 0)
      case .halfTurn: (-1, 0, 0, -1, 1, 1)
      case .flipped: (1, 0, 0, -1, 0, 1)
      case .transposed: (0, 1, 1, 0, 0, 0)
      case .quarterTurn: (0, 1, -1, 0, 1, 0)
      case .transversed: (0, -1, -1, 0, 1, 1)
      case .threeQuarterTurn: (0, -1, 1, 0, 0, 1)
      }
    return cairo_matrix_t(xx: xx, yx: yx, xy: xy, yy: yy, x0: x0, y0: y0)
  }
}
