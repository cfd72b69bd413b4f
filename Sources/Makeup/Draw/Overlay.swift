import Drawing
import Geometry
import PageDesign

/// What a proof may show over its page, for the eye alone (校样叠加).
package enum Overlay: String, Hashable, Sendable, CaseIterable {
  /// Every character cell of the grid.
  case grid
  /// The body's baselines.
  case baselines
  /// The frames' outlines.
  case frames
  /// Every line slot that a story's text may use.
  case slots
  /// What lines had to give or take, and characters of other fonts.
  case adjustments
  /// What breaks the rules of make-up.
  case lint
}

/// The marks of some overlays, in the order of their names in `Overlay`. Those of the adjustments lie
/// under the text too: see `showAdjustments`; those of the lint bear words: see `showFindings`.
package func marks(of overlays: Set<Overlay>, on page: Page) -> [Mark] {
  Overlay.allCases.filter(overlays.contains).flatMap { overlay in
    switch overlay {
    case .grid: gridMarks(page.layout.grid)
    case .baselines: baselineMarks(page.layout.grid)
    case .frames: frameMarks(page.layout)
    case .slots: slotMarks(page)
    case .adjustments, .lint: [Mark]()
    }
  }
}

private let hairline = Length.points(0.25)
private let cyan = Ink(c: 60, k: 0)
private let magenta = Ink(m: 70, k: 0)
private let green = Ink(c: 60, y: 60, k: 0)

private func gridMarks(_ grid: BodyGrid) -> [Mark] {
  (0..<grid.lines).flatMap { line in
    (1...grid.columns).map { column in
      Mark.stroke(
        grid.rect(columns: column...column, lines: line + 1...line + 1), weight: hairline, cyan)
    }
  }
    + (1...grid.columns).flatMap { column in
      let rect = grid.rect(columns: column...column, lines: 1...grid.lines)
      return (1..<max(2, grid.chars)).map { character in
        let x = rect.x + grid.size * character
        return Mark.line(
          from: Point(x: x, y: rect.y), to: Point(x: x, y: rect.maxY), weight: hairline / 2, cyan,
          .solid)
      }
    }
}

/// Han characters stand 0.88 em below the top of their box.
private func baselineMarks(_ grid: BodyGrid) -> [Mark] {
  (0..<grid.lines).map { line in
    let y = grid.origin.y + grid.pitch * line + grid.size.thousandths(880)
    return .line(
      from: Point(x: grid.origin.x, y: y), to: Point(x: grid.origin.x + grid.width, y: y),
      weight: hairline,
      magenta, .solid)
  }
}

private func frameMarks(_ layout: Layout) -> [Mark] {
  layout.frames.flatMap { frame in
    frame.areas.map {
      .stroke(layout.grid.rect(columns: $0.columns, lines: $0.lines), weight: .points(1), magenta)
    }
  }
}

private func slotMarks(_ page: Page) -> [Mark] {
  page.layout.frames.filter { $0.kind == .article }.flatMap { frame in
    rooms(of: frame, on: page.layout.grid).flatMap { room in
      slots(in: [room]).map { slot in
        let area = LogicalRect(
          inline: slot.inline, block: slot.axis - room.em / 2, inlineSize: slot.measure,
          blockSize: room.em)
        return Mark.stroke(room.mode.place(area, in: room.rect), weight: hairline, green)
      }
    }
  }
}
