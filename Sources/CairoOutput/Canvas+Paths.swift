import CCairo
import Drawing
import Geometry

extension Canvas {
  /// Round joins: a mitre at a sharp bend of a thick line would reach far beyond its place.
  func draw(_ path: PathMark<Point>) {
    if let ink = path.fill {
      paint(ink, for: .area) {
        trace(path)
        cairo_fill(context)
      }
    }
    guard let ink = path.stroke, path.weight > .zero else { return }
    cairo_save(context)
    defer { cairo_restore(context) }
    set(path.pattern, weight: path.weight.points)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    paint(ink) {
      trace(path)
      cairo_stroke(context)
    }
  }

  private func trace(_ path: PathMark<Point>) {
    cairo_new_path(context)
    for step in path.steps {
      switch step {
      case .move(let end): cairo_move_to(context, end.x.points, end.y.points)
      case .line(let end): cairo_line_to(context, end.x.points, end.y.points)
      case .curve(let one, let two, let end):
        cairo_curve_to(
          context, one.x.points, one.y.points, two.x.points, two.y.points, end.x.points,
          end.y.points)
      case .close: cairo_close_path(context)
      }
    }
  }
}
