import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// A frame of a linted page, with its head, pictures and text by place.
struct LintedFrame {
  let made: SetFrame
  let design: Frame
  let story: Story?
  /// Its rectangles, in the order they are filled.
  let areas: [Rect]
  /// The ink of its title, and of its kicker and subtitle.
  let title: Rect?
  let otherHeads: [HeadInk]
  /// The room of its heads.
  let head: Rect?
  let pictures: [Rect]
  /// Those of its pictures that are files.
  let photographs: [PictureMark]
  /// Its tables that stand apart from the text.
  let tables: [Rect]
  /// Where its type and pictures end.
  let foot: Length?
  /// Its largest type.
  let largestType: Length

  init(_ frame: SetFrame, design: Frame, story: Story?, on grid: BodyGrid) {
    (made, self.design, self.story) = (frame, design, story)
    areas = design.areas.map { grid.rect(columns: $0.columns, lines: $0.lines) }
    let ink = frame.headInk
    title = ink.filter { $0.kind == .title }.map(\.rect).bounds
    otherHeads = ink.filter { $0.kind != .title }
    head = frame.panels.first { $0.items.contains(.begin(.headline(level: 1))) }?.rect
    var marks: [Mark] = []
    for panel in frame.panels { draw(panel, into: &marks) }
    photographs = marks.compactMap {
      if case .picture(let picture) = $0 { picture } else { nil }
    }
    tables = frame.panels.filter { $0.items.contains(.begin(.table)) }.map(\.rect)
    pictures = photographs.map(\.clip) + frame.panels.filter(\.isChart).map(\.rect)
    let type = marks.filter { if case .glyphs = $0 { true } else { false } }
    foot = (pictures + type.compactMap(\.box)).map(\.maxY).max()
    largestType = marks.compactMap(\.typeSize).max() ?? .zero
  }

  var id: String { made.id }
  var rect: Rect { areas.bounds ?? made.rect }
  var legs: [LegRecord] { made.legs }

  var isNews: Bool { made.article != nil && [.article, .picture, .table].contains(made.kind) }
  var isAd: Bool { [.ad, .ear].contains(made.kind) }

  /// Set apart by a border or a ground of its own.
  var isBoxed: Bool { design.isSetApart }

  /// Stands across the page's lines: upright heads do not bump into level ones.
  var isUpright: Bool {
    switch design.headline.position {
    case .level: false
    case .vertical: true
    case .over, .side, .inside, .picture: design.mode == .vertical
    }
  }

  var titleSize: Length? { made.heads.first { $0.kind == .title }?.size }
}

/// A line of a head, with what it is.
struct HeadInk {
  var kind: HeadRecord.Kind
  var rect: Rect
  var size: Length
}

extension SetFrame {
  /// Where the lines of its kicker, title and subtitle have ink.
  fileprivate var headInk: [HeadInk] {
    panels.filter { $0.items.contains(.begin(.headline(level: 1))) }.flatMap { panel in
      var isInside = false
      return panel.items.compactMap { item -> HeadInk? in
        switch item {
        case .begin(.headline(level: 1)): isInside = true
        case .end(.headline(level: 1)): isInside = false
        case .line(let line, let start, _):
          guard let kind = isInside ? .title : kind(of: line) else { return nil }
          let rect = panel.mode.place(line.ink(from: start), in: panel.rect)
          return HeadInk(kind: kind, rect: rect, size: line.runs.map(\.size).max() ?? .zero)
        default: break
        }
        return nil
      }
    }
  }

  /// What a line over or under the title is, if not the byline.
  private func kind(of line: Line) -> HeadRecord.Kind? {
    let text = line.runs.flatMap(\.text).filter { !$0.properties.isWhitespace }
    return heads.first { head in
      [.kicker, .subtitle].contains(head.kind)
        && head.lines.contains { text.elementsEqual($0.visible) }
    }?.kind
  }
}

extension String {
  fileprivate var visible: some Sequence<Unicode.Scalar> {
    unicodeScalars.lazy.filter { !$0.properties.isWhitespace }
  }
}

extension Line {
  /// From its first character to its last, whatever its measure.
  fileprivate func ink(from start: LogicalPoint) -> LogicalRect {
    let ends = runs.flatMap { run in
      run.glyphs.map {
        (start: $0.inline, end: $0.inline + run.size.thousandths(run.condense))
      }
    }
    let size = runs.map(\.size).max() ?? .zero
    let (first, last) = (ends.map(\.start).min() ?? .zero, ends.map(\.end).max() ?? .zero)
    return LogicalRect(
      inline: start.inline + first, block: start.block - size / 2, inlineSize: last - first,
      blockSize: size)
  }
}

extension Mark {
  fileprivate var typeSize: Length? {
    if case .glyphs(let glyphs) = self { return glyphs.size }
    return nil
  }
}

extension Panel {
  /// A figure that is drawn, not a picture's file.
  fileprivate var isChart: Bool {
    guard case .begin(.figure) = items.first else { return false }
    return !items.contains { if case .picture = $0 { true } else { false } }
  }
}
