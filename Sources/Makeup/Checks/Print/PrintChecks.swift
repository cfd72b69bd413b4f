import Diagnostics
import Geometry
import Manuscripts
import PageDesign

/// What newsprint would spoil on made-up pages (付印检查): small type in several inks, white on ground, tints, thin lines,
/// ink at the edge. One message for a frame and a cause, at the story or the frame.
package func printChecks(
  on pages: [Page], of edition: Edition, sheet: StyleSheet, rules: HouseRules
) -> [Diagnostic] {
  let places = StoryPlaces(edition)
  let found = pages.flatMap { page in
    page.frames.flatMap { frame in
      let print = PrintedFrame(frame, on: page, places: places)
      return checkType(in: print, rules.print) + checkLines(in: print, rules.print)
        + checkMargin(of: print, rules.print)
    } + checkLines(in: PrintedFrame(furnitureOf: page), rules.print)
  }
  return rules.weighed(checkInks(of: sheet, rules.print) + found)
}

/// Where stories begin, by their ids.
struct StoryPlaces {
  private let places: [String: SourcePlace]

  init(_ edition: Edition) {
    places = Dictionary(
      edition.stories.map { ($0.id, $0.place(of: "id")) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(article: String?) -> SourcePlace? { article.flatMap { places[$0] } }
}

/// A frame with the place that messages about it point at.
struct PrintedFrame {
  let page: Page
  let id: String?
  let article: String?
  let rect: Rect?
  let panels: [Panel]
  let place: SourcePlace

  init(_ frame: SetFrame, on page: Page, places: StoryPlaces) {
    (self.page, id, article) = (page, frame.id, frame.article)
    (rect, panels) = (frame.rect, frame.panels)
    let design = page.layout.frames.first { $0.id == frame.id }
    place =
      places[frame.article] ?? design?.place ?? SourcePlace(file: page.layout.file)
  }

  /// The lines between frames.
  init(furnitureOf page: Page) {
    (self.page, id, article, rect) = (page, nil, nil, nil)
    panels = page.furniture
    place = page.layout.rules.first?.place ?? SourcePlace(file: page.layout.file)
  }

  func diagnostic(_ code: Code, _ values: KeyValuePairs<String, String>) -> Diagnostic {
    Diagnostic(code, at: place, values, page: page.code, frame: id, article: article)
  }
}
