import CJKRules
import Drawing
import Fonts
import Geometry
import PageDesign
import Typesetting

/// A line of a story that had to be adjusted, or that holds characters of other fonts (调整记录).
package struct AdjustedLine: Hashable, Sendable {
  /// What the line belongs to.
  package enum Part: String, Hashable, Sendable { case body, head, other }

  package var frame: String
  package var article: String
  package var part: Part
  /// Which of the frame's legs it stands in, and which of the leg's lines it is, both from 1; nil
  /// outside the legs.
  package var leg: Int?
  package var line: Int?
  /// Its first characters.
  package var opening: String
  /// nil when nothing moved.
  package var step: AdjustmentStep?
  package var adjustment: LineAdjustment
  /// The em that its figures are counted in.
  package var em: Length
  /// The line is longer than its room.
  package var isOverlong: Bool
  /// Where it stands on the page.
  package var rect: Rect
  package var standIns: [PlacedStandIn]

  /// A character of another font, and its frame on the page.
  package struct PlacedStandIn: Hashable, Sendable {
    package var standIn: GlyphStandIn
    package var rect: Rect
  }
}

extension AdjustedLine {
  /// What the line was given or robbed of, in thousandths of its em.
  package var amount: Int { adjustment.amount.units * 1000 / max(1, em.units) }
  package var isLoose: Bool { adjustment.isLoose }

  /// What beside its step is to be said of it, in the words of `banxin query`.
  package var notes: [String] {
    [
      (adjustment.relieved, "relieved"), (adjustment.hung, "hung"),
      (adjustment.hyphenated, "hyphenated"), (isLoose, "loose"),
      (adjustment.lonely, "lonely"), (isOverlong, "overlong"),
    ].filter(\.0).map(\.1)
  }

  /// Whether an editor should look at it: more than an ordinary step was needed.
  package var isNotable: Bool {
    adjustment.relieved || isLoose || adjustment.lonely || isOverlong
  }
}

extension LineAdjustment {
  /// Opened between characters past what the house allows without a word, or left short because it has
  /// no place to open.
  var isLoose: Bool { unfilled || hanExtra > mostHanExtra }
}

/// Space between Han characters past which a line is called loose, in thousandths of an em.
let mostHanExtra = 250

/// The adjusted lines of a page's stories, in reading order.
package func adjustedLines(on page: Page, language: Language) -> [AdjustedLine] {
  page.frames.flatMap { frame in
    frame.article.map { AdjustmentReader(page, frame, article: $0, language).lines() } ?? []
  }
}

/// Finds the adjusted lines of one frame.
private struct AdjustmentReader {
  let page: Page
  let frame: SetFrame
  let article: String
  let language: Language

  init(_ page: Page, _ frame: SetFrame, article: String, _ language: Language) {
    (self.page, self.frame, self.article, self.language) = (page, frame, article, language)
  }

  func lines() -> [AdjustedLine] {
    frame.panels.flatMap { panel in
      let around: AdjustedLine.Part = panel.items.contains(where: \.isHeadline) ? .head : .other
      var part = around
      return panel.items.compactMap { item -> AdjustedLine? in
        switch item {
        case .begin(.paragraph): part = .body
        case .begin(.headline): part = .head
        case .end(.paragraph), .end(.headline): part = around
        case .line(let line, let start, _) where isOfInterest(line):
          return describe(line, at: start, in: panel, part)
        default: break
        }
        return nil
      }
    }
  }

  private func isOfInterest(_ line: Line) -> Bool {
    line.adjustment != .none || !line.standIns.isEmpty || isOverlong(line)
  }

  private func isOverlong(_ line: Line) -> Bool {
    line.width > line.measure && !line.adjustment.hung
  }

  private func describe(
    _ line: Line, at start: LogicalPoint, in panel: Panel, _ part: AdjustedLine.Part
  ) -> AdjustedLine {
    let em = line.runs.map(\.size).max() ?? page.layout.grid.size
    func rect(_ inline: Length, _ size: Length) -> Rect {
      panel.mode.place(
        LogicalRect(
          inline: start.inline + inline, block: start.block - em / 2, inlineSize: size,
          blockSize: em),
        in: panel.rect)
    }
    var adjusted = AdjustedLine(
      frame: frame.id, article: article, part: part, opening: line.opening,
      step: AdjustmentOrder.step(
        line.adjustment.step, of: language, line.adjustment.reduction), adjustment: line.adjustment,
      em: em, isOverlong: isOverlong(line), rect: rect(.zero, max(line.measure, line.width)),
      standIns: line.standIns.map {
        AdjustedLine.PlacedStandIn(standIn: $0, rect: rect($0.inline, $0.width))
      })
    if part == .body { (adjusted.leg, adjusted.line) = place(of: adjusted.rect) }
    return adjusted
  }

  /// The leg that a line stands in, and its number there.
  private func place(of rect: Rect) -> (leg: Int?, line: Int?) {
    let pitch = page.layout.grid.pitch
    let found = frame.legs.firstIndex { leg in
      switch leg.mode {
      case .horizontal: leg.rect.x <= rect.x && rect.x < leg.rect.maxX && isBeside(leg, rect)
      case .vertical: leg.rect.y <= rect.y && rect.y < leg.rect.maxY && isBeside(leg, rect)
      }
    }
    guard let found else { return (nil, nil) }
    let leg = frame.legs[found]
    let distance = leg.mode == .horizontal ? rect.y - leg.rect.y : leg.rect.maxX - rect.maxX
    return (found + 1, (distance + pitch / 2) / pitch + 1)
  }

  /// Whether a line is one of a leg's, as far as the way across the lines tells.
  private func isBeside(_ leg: LegRecord, _ line: Rect) -> Bool {
    switch leg.mode {
    case .horizontal:
      let middle = line.y + line.height / 2
      return leg.rect.y <= middle && middle <= leg.rect.maxY
    case .vertical:
      let middle = line.x + line.width / 2
      return leg.rect.x <= middle && middle <= leg.rect.maxX
    }
  }
}
