import CJKRules
import Diagnostics
import Drawing
import Fonts
import Geometry
import Typesetting

/// Shows on a proof where rules of make-up are broken: the places in red, and its code at each one's top left.
package func showFindings(
  _ findings: [LintFinding], in list: inout DisplayList, typesetter: Typesetter, language: Language
) {
  var taken: [Rect] = []
  for finding in findings {
    let label = typesetter.label(finding.code.name, language)
    for rect in finding.rects {
      list.marks.append(.stroke(rect, weight: .points(1.5), red))
      var tab = Rect(
        x: rect.x, y: max(.zero, rect.y - labelHeight), width: label.measure + labelSize,
        height: labelHeight)
      // Several findings at one place stand one beside the other.
      while taken.contains(where: { $0.intersects(tab) }) { tab.x += tab.width + labelSize / 4 }
      taken.append(tab)
      draw(panel(label, in: tab), into: &list.marks)
    }
  }
}

private let red = Ink(m: 100, y: 100, k: 0)
private let labelSize = Length.points(8)
private let labelHeight = Length.points(11)

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
