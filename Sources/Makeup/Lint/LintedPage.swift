import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign

/// A made-up page as the rules of make-up see it: what stands where, and what parts it.
struct LintedPage {
  let page: Page
  /// All of the edition's, itself among them.
  let pages: [Page]
  let edition: Edition
  /// What the paper itself says.
  let words: PaperWords
  /// In reading order.
  let frames: [LintedFrame]
  /// Lines drawn between frames (线).
  let lines: [Rect]
  /// Whether the edition's first page has a masthead: supplements and trials have none.
  let isOfWholePaper: Bool

  init(
    _ page: Page, among pages: [Page], of edition: Edition, _ words: PaperWords,
    isOfWholePaper: Bool
  ) {
    (self.page, self.pages) = (page, pages)
    (self.edition, self.isOfWholePaper) = (edition, isOfWholePaper)
    self.words = words
    frames = page.frames.compactMap { frame in
      guard let design = page.layout.frames.first(where: { $0.id == frame.id }) else { return nil }
      let story = frame.article.flatMap { id in edition.stories.first { $0.id == id } }
      return LintedFrame(frame, design: design, story: story, on: page.layout.grid)
    }
    let drawn = page.furniture + page.frames.filter { $0.kind == .rule }.flatMap(\.panels)
    lines = drawn.flatMap { panel in
      var marks: [Mark] = []
      draw(panel, into: &marks)
      return marks.compactMap { if case .line = $0 { $0.box } else { nil } }
    }
  }

  var grid: BodyGrid { page.layout.grid }
  var news: [LintedFrame] { frames.filter(\.isNews) }
  var place: SourcePlace { SourcePlace(file: page.layout.file) }
  var isFirst: Bool { edition.pages.first?.code == page.code }

  /// A strip between two pages (中缝): it has no number.
  var isFold: Bool { edition.pages.first { $0.code == page.code }?.side == .fold }

  /// The rules of form, and the advertising law, are the mainland's.
  var isOfficial: Bool { edition.language == "zh-Hans" }

  /// Whether a line is drawn between two places beside or under each other, along most of what they share. Where they
  /// stand close it may touch them.
  func isParted(_ a: Rect, from b: Rect) -> Bool {
    if a.spansRows(of: b) {
      let (left, right) = a.x <= b.x ? (a, b) : (b, a)
      return lines.contains { line in
        line.height > line.width && left.maxX - grid.size / 2 <= line.maxX
          && line.x <= right.x + grid.size / 2
          && line.sharedHeight(with: a.rows(sharedWith: b)) * 2 >= a.sharedHeight(with: b)
      }
    }
    let (upper, lower) = a.y <= b.y ? (a, b) : (b, a)
    return lines.contains { line in
      line.width > line.height && upper.maxY - grid.pitch / 2 <= line.maxY
        && line.y <= lower.y + grid.pitch / 2
        && min(line.maxX, a.maxX, b.maxX) - max(line.x, a.x, b.x) > .zero
    }
  }
}
