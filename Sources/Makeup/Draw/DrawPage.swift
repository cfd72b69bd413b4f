import Drawing
import Fonts
import Geometry
import PageDesign
import Typesetting

/// A page as marks at x and y (描画). Logical coordinates end here.
package func draw(_ page: Page) -> DisplayList {
  var list = DisplayList(code: page.code, size: page.layout.size)
  let name = MarkTag.destination(name: "page-\(page.code)")
  list.marks += [.begin(name), .end(name)]
  let title = ["\(page.code)版", page.name ?? ""].joined(separator: "　")
  list.bookmarks = [
    Bookmark(title: title, level: 1, point: Point(x: .zero, y: .zero))
  ]
  for panel in page.furniture { draw(panel, into: &list.marks) }
  for frame in page.frames {
    list.bookmarks += frame.bookmarks
    for panel in frame.panels { draw(panel, into: &list.marks) }
  }
  return list
}

extension SetFrame {
  /// Its story; the stories that it gathers stand under its label, if it has one.
  fileprivate var bookmarks: [Bookmark] {
    guard kind == .article else { return [] }
    let own = title.map { [Bookmark(title: $0, level: 2, point: rect.origin)] } ?? []
    return own
      + gathered.compactMap { story in
        guard let title = story.title, let start = story.start else { return nil }
        return Bookmark(title: title, level: own.isEmpty ? 2 : 3, point: start)
      }
  }
}

func draw(_ panel: Panel, into marks: inout [Mark]) {
  for item in panel.items {
    switch item {
    case .line(let line, let start, let ink): draw(line, from: start, in: panel, ink, into: &marks)
    case .fill(let rect, let ink): marks.append(.fill(panel.mode.place(rect, in: panel.rect), ink))
    case .paper(let rect, nil): marks.append(.fill(panel.mode.place(rect, in: panel.rect), .white))
    case .paper(_, let outline?):
      let path = PathMark(outline, fill: .white)
      marks.append(.path(path.map { panel.mode.place($0, in: panel.rect) }))
    case .stroke(let rect, let weight, let ink):
      marks.append(.stroke(panel.mode.place(rect, in: panel.rect), weight: weight, ink))
    case .roundBox(let rect, let radius, let fill, let stroke, let weight):
      let rect = panel.mode.place(rect, in: panel.rect)
      marks.append(
        .roundBox(
          RoundBox(rect: rect, radius: radius, fill: fill, stroke: stroke, weight: weight)))
    case .rule(let from, let to, let weight, let ink, let pattern):
      marks.append(
        .line(
          from: panel.mode.place(from, in: panel.rect), to: panel.mode.place(to, in: panel.rect),
          weight: weight, ink, pattern))
    case .path(let path):
      marks.append(.path(path.map { panel.mode.place($0, in: panel.rect) }))
    case .picture(let file, let placement, let clip, let shape):
      marks.append(
        .picture(
          PictureMark(
            file: file, placement: panel.mode.place(placement, in: panel.rect),
            clip: panel.mode.place(clip, in: panel.rect), shape: shape)))
    case .shapedPicture(let file, let placement, let shape):
      let seen = shape.map { panel.mode.place($0, in: panel.rect) }
      guard let clip = seen.bounds else { continue }
      marks.append(
        .picture(
          PictureMark(
            file: file, placement: panel.mode.place(placement, in: panel.rect), clip: clip,
            shape: .parts(seen))))
    case .begin(let tag): marks.append(.begin(tag))
    case .end(let tag): marks.append(.end(tag))
    }
  }
}

private func draw(
  _ line: Line, from start: LogicalPoint, in panel: Panel, _ ink: Ink, into marks: inout [Mark]
) {
  for run in line.runs {
    let glyphs = run.glyphs.map { glyph in
      SheetGlyph(
        id: glyph.id,
        origin: panel.mode.place(
          LogicalPoint(inline: start.inline + glyph.inline, block: start.block + glyph.block),
          in: panel.rect))
    }
    marks.append(
      .glyphs(
        GlyphMark(
          font: run.font, size: run.size, condense: run.condense, orientation: run.orientation,
          ink: ink,
          glyphs: glyphs, clusters: run.clusters, text: run.text)))
  }
  marks += line.strokes.map { $0.mark(from: start, in: panel, ink) }
}
