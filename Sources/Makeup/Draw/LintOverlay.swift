import CJKRules
import Diagnostics
import Drawing
import Fonts
import Geometry
import Typesetting

/// Shows on a proof where rules of make-up are broken: the places in red, and its code beside each,
/// where it hides least.
package func showFindings(
  _ findings: [LintFinding], in list: inout DisplayList, typesetter: Typesetter, language: Language
) {
  var places = TagPlaces(on: list)
  for finding in findings {
    let label = typesetter.label(finding.code.name, language)
    for rect in finding.rects {
      list.marks.append(.stroke(rect, weight: .points(1.5), red))
      let tab = places.next(
        Size(width: label.measure + labelSize, height: labelHeight), at: rect)
      draw(panel(label, in: tab), into: &list.marks)
    }
  }
}

private let red = Ink(m: 100, y: 100, k: 0)
private let labelSize = Length.points(7)
private let labelHeight = Length.points(9)

private func panel(_ label: Line, in tab: Rect) -> Panel {
  let area = LogicalRect(
    inline: .zero, block: .zero, inlineSize: tab.width, blockSize: tab.height)
  let start = LogicalPoint(inline: labelSize / 2, block: tab.height / 2)
  return Panel(rect: tab, items: [.fill(area, red), .line(label, start: start, .white)])
}

extension Typesetter {
  fileprivate func label(_ text: String, _ language: Language) -> Line {
    let scalars = Array(text.unicodeScalars)
    let style = TextStyle(font: .hei, latin: .latinSans, size: labelSize)
    let shaped = shape(
      StyledParagraph(
        text: scalars, spans: [TextSpan(range: 0..<scalars.count, style: style)],
        style: ParagraphStyle(language: language, alignment: .start)))
    return setSingleLine(shaped, measure: shaped.naturalWidth)
  }
}
