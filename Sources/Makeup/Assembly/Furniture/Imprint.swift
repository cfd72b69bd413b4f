import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// 报尾: what the paper says of itself, small, between rules.
  func imprint(_ rect: Rect) -> Panel {
    let style = types.style("imprint")
    let texts = [paper] + edition.masthead.lines(in: edition.language, imprint: true)
    let rows = rowsOf(texts, style, width: rect.width)
    let pitch = min(style.text.size * 3 / 2, rect.height / (rows.count + 1))
    var axis = (rect.height - pitch * (rows.count - 1)) / 2
    var items = [rule(at: .zero, to: rect.width, weight: 0.75)]
    for row in rows {
      items += spread(row, style, width: rect.width, axis: axis)
      axis += pitch
    }
    items.append(rule(at: rect.height, to: rect.width, weight: 0.25))
    return Panel(rect: rect, items: items)
  }
}
