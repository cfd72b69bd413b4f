import Diagnostics
import Drawing
import Fonts
import Geometry
import Makeup
import Manuscripts
import PageDesign
import Typesetting

/// An edition made up and drawn: what the printing stage works from.
package struct MadeEdition: Sendable {
  package var issue: Issue
  package var pages: [Page]
  package var lists: [DisplayList]
  package var diagnostics: [Diagnostic]
}

/// Takes an issue through the stages from style to draw. Pages are made up together, since stories
/// run from one to another.
package func make(_ issue: Issue, book: FontBook) -> MadeEdition {
  let drafts = issue.edition.pages.compactMap { request in
    issue.layouts[request.layout.value].map { PageDraft(request: request, layout: $0) }
  }
  let made = makeUp(
    issue.edition, on: drafts, sheet: issue.styles, typesetter: Typesetter(book: book))
  return MadeEdition(
    issue: issue, pages: made.pages, lists: made.pages.map(draw),
    diagnostics: made.diagnostics + missingGlyphs(on: made.pages, of: issue.edition))
}
