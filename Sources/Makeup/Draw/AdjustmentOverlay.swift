import CJKRules
import Drawing
import Fonts
import Geometry
import PageDesign
import Typesetting

/// How adjusted lines are shown: tints under the text, frames over it.
private enum AdjustmentMark: CaseIterable {
  case squeezed, stretched, relieved, loose, lonely, standIn, missing

  /// The frame's colour; nil for what is tinted instead.
  var frame: Ink? {
    switch self {
    case .squeezed, .stretched: nil
    case .relieved: Ink(m: 100, k: 0)
    case .loose: Ink(m: 90, y: 100, k: 0)
    case .lonely: Ink(c: 100, m: 80, k: 0)
    case .standIn: Ink(c: 80, y: 100, k: 0)
    case .missing: Ink(m: 100, y: 100, k: 40)
    }
  }

  func name(isChinese: Bool) -> String {
    switch self {
    case .squeezed: isChinese ? "挤紧（越深步越后）" : "squeezed (darker: a later step)"
    case .stretched: isChinese ? "拉开（越深步越后）" : "opened (darker: a later step)"
    case .relieved: isChinese ? "禁则放宽" : "prohibition relieved"
    case .loose: isChinese ? "过松" : "too loose"
    case .lonely: isChinese ? "孤字" : "lonely last line"
    case .standIn: isChinese ? "替补字体" : "another font"
    case .missing: isChinese ? "缺字" : "missing glyph"
    }
  }
}

/// Blue for squeezed lines, amber for opened ones; the further the step, the stronger.
private func tint(_ adjustment: LineAdjustment) -> Ink? {
  switch adjustment.step {
  case ..<0: Ink(c: min(60, 10 + 8 * -adjustment.step), k: 0)
  case 1...:
    Ink(
      m: min(35, 6 * adjustment.step + adjustment.hanExtra / 10),
      y: min(90, 20 * adjustment.step + adjustment.hanExtra / 5), k: 0)
  default: nil
  }
}

/// Shows on a proof what its lines had to give or take, with a legend under the type area.
package func showAdjustments(
  _ lines: [AdjustedLine], on page: Page, in list: inout DisplayList, legend: AdjustmentLegend
) {
  underlay(lines, on: page, in: &list)
  for line in lines {
    list.marks += frames(of: line).map { ink in
      .stroke(line.rect, weight: .points(1), ink)
    }
    for found in line.standIns {
      let mark: AdjustmentMark = found.standIn.font == nil ? .missing : .standIn
      list.marks.append(.stroke(found.rect, weight: .points(0.75), mark.frame ?? .black))
    }
  }
  draw(legend.panel(under: page.layout.grid, page: list.size), into: &list.marks)
}

private func frames(of line: AdjustedLine) -> [Ink] {
  [
    (line.adjustment.relieved, AdjustmentMark.relieved), (line.isLoose, .loose),
    (line.adjustment.lonely, .lonely),
  ].filter(\.0).compactMap(\.1.frame)
}

/// Puts each frame's tints under its text: before the first glyphs of its story, and so over the
/// frame's own ground.
private func underlay(_ lines: [AdjustedLine], on page: Page, in list: inout DisplayList) {
  var from = 0
  for frame in page.frames {
    guard let article = frame.article,
      let start = list.marks[from...].firstIndex(of: .begin(.article(id: article))),
      let text = list.marks[start...].firstIndex(where: \.isText)
    else { continue }
    let tints = lines.filter { $0.frame == frame.id }.compactMap { line in
      tint(line.adjustment).map { Mark.fill(line.rect, $0) }
    }
    list.marks.insert(contentsOf: tints, at: text)
    from = text + tints.count
  }
}

extension Mark {
  fileprivate var isText: Bool {
    if case .glyphs = self { return true }
    return false
  }
}

/// What the colours of the adjustments mean, in the margin under the type area.
package struct AdjustmentLegend {
  let typesetter: Typesetter
  let language: Language

  package init(typesetter: Typesetter, language: Language) {
    (self.typesetter, self.language) = (typesetter, language)
  }

  private static let size = Length.points(7)

  func panel(under grid: BodyGrid, page: Size) -> Panel {
    let size = Self.size
    let top = min(grid.origin.y + grid.height + size, page.height - size * 2)
    var panel = Panel(rect: Rect(x: grid.origin.x, y: top, width: grid.width, height: size))
    var pen = Length.zero
    for mark in AdjustmentMark.allCases {
      let box = LogicalRect(inline: pen, block: .zero, inlineSize: size * 2, blockSize: size)
      panel.items.append(swatch(of: mark, box))
      let name = line(mark.name(isChinese: language != .ja && language != .ko))
      let start = LogicalPoint(inline: box.inlineEnd + size / 2, block: size / 2)
      panel.items.append(.line(name, start: start, .black))
      pen = start.inline + name.width + size * 3 / 2
    }
    return panel
  }

  private func swatch(of mark: AdjustmentMark, _ box: LogicalRect) -> Item {
    if let ink = mark.frame { return .stroke(box, weight: .points(1), ink) }
    let step = mark == .squeezed ? -5 : 3
    return .fill(box, tint(LineAdjustment(step: step, hanExtra: step > 0 ? 100 : 0)) ?? .white)
  }

  private func line(_ text: String) -> Line {
    let scalars = Array(text.unicodeScalars)
    let style = TextStyle(font: .hei, latin: .latinSans, size: Self.size)
    let shaped = typesetter.shape(
      StyledParagraph(
        text: scalars, spans: [TextSpan(range: 0..<scalars.count, style: style)],
        style: ParagraphStyle(language: language, alignment: .start)))
    return typesetter.setSingleLine(shaped, measure: shaped.naturalWidth)
  }
}
