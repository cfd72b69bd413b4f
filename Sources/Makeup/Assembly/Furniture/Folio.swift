import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// 报眉: page number and section at the outer side of the spread, the paper's name in the middle, date, editor and
  /// telephone at the inner side, a rule under all of them. Over a spread each of its pages has its own.
  func folio(_ rect: Rect) -> Panel {
    let foot = rect.height - .points(1)
    let axis = min(foot - types.style("folio-number").text.size * 3 / 5, rect.height / 2)
    let leaves = edition.leaves(of: request)
    let width = leaves.count == 1 ? rect.width : rect.width / 2 - size * 4
    let items = leaves.enumerated().flatMap { number, leaf in
      folioItems(of: leaf, width: width, axis: axis).map {
        $0.moved(inline: (rect.width - width) * number, block: .zero)
      }
    }
    return Panel(
      rect: rect,
      items: items + [
        rule(at: foot, to: rect.width, weight: 1),
        rule(at: foot - .points(2), to: rect.width, weight: 0.25),
      ])
  }

  private func folioItems(of leaf: PageRequest, width: Length, axis: Length) -> [Item] {
    let section = types.style("folio-section")
    let middle = section.sized(section.text.size.thousandths(900)).aligned(.center)
    let isRight = edition.side(of: leaf) == .right
    return pageItems(of: leaf, width: width, axis: axis, isRight: isRight)
      + [line(paper, middle, from: .zero, measure: width, axis: axis)]
      + smallLines(width: width, axis: axis, isRight: isRight)
  }

  /// The page's number and name, the number outermost.
  private func pageItems(of leaf: PageRequest, width: Length, axis: Length, isRight: Bool) -> [Item]
  {
    let style = types.style("folio-number").aligned(.start)
    let section = types.style("folio-section").aligned(.start)
    let code = number(leaf.code)
    let codeWidth = types.width(code, as: style)
    let place = isRight ? width - codeWidth : Length.zero
    let figure = line(code, style, from: place, measure: codeWidth, axis: axis)
    guard let name = leaf.name else { return [figure] }
    let measure = types.width(name, as: section)
    let edge = codeWidth + size
    return [
      figure,
      line(
        name, section, from: isRight ? width - edge - measure : edge, measure: measure, axis: axis),
    ]
  }

  private func smallLines(width: Length, axis: Length, isRight: Bool) -> [Item] {
    let small = types.style("folio-line").aligned(isRight ? .start : .end)
    let people = [request.editor, request.phone].compactMap(\.self).joined(separator: "　")
    let texts = [dateText + "　" + edition.weekday, people].filter { !$0.isEmpty }
    let pitch = small.text.size * 7 / 5
    let first = axis - pitch * (texts.count - 1) / 2
    return texts.enumerated().map { row, text in
      line(text, small, from: .zero, measure: width, axis: first + pitch * row)
    }
  }
}
