import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// 报尾: what the paper says of itself, small, between rules.
  func imprint(_ rect: Rect, frame: Frame) -> Furnished {
    let (style, all) = imprintRows(in: rect.size)
    let rows = Array(all.prefix(Self.most(in: rect.height, style)))
    let pitch = min(style.text.size * 3 / 2, rect.height / max(1, rows.count))
    var axis = (rect.height - pitch * (rows.count - 1)) / 2
    var items = [rule(at: .zero, to: rect.width, weight: 0.75)]
    for row in rows {
      items += spread(row, style, width: rect.width, axis: axis)
      axis += pitch
    }
    items.append(rule(at: rect.height, to: rect.width, weight: 0.25))
    return Furnished(
      panels: [Panel(rect: rect, items: items)],
      diagnostics: rows.count < all.count ? [lowImprint(frame, all, rows: rows.count, style)] : [])
  }

  /// Its rows at the largest size at which the frame is deep enough for them, the smallest where none is.
  private func imprintRows(in room: Size) -> (ResolvedStyle, [[FittedText]]) {
    let texts = [paper] + edition.masthead.lines(in: edition.language, imprint: true)
    var style = types.style("imprint")
    var rows = rowsOf(texts, style, width: room.width)
    while rows.count > Self.most(in: room.height, style), style.text.size > style.minSize {
      style = style.sized(max(style.minSize, style.text.size - .points(0.25)))
      rows = rowsOf(texts, style, width: room.width)
    }
    return (style, rows)
  }

  /// Rows that a depth takes without one standing on another, or on the rules.
  private static func most(in height: Length, _ style: ResolvedStyle) -> Int {
    height / style.text.size.thousandths(1100)
  }

  private func lowImprint(
    _ frame: Frame, _ all: [[FittedText]], rows: Int, _ style: ResolvedStyle
  ) -> Diagnostic {
    let left = all.dropFirst(rows).joined().map(\.line.string)
    let need = style.text.size.thousandths(1100) * all.count
    let lines = (need - size + types.grid.pitch - Length(units: 1)) / types.grid.pitch + 1
    return Diagnostic(
      .imprintTooLow, at: frame.place, ["text": left.joined(separator: "　"), "need": "\(lines)"],
      page: request.code,
      frame: frame.id)
  }
}
