import Diagnostics
import Drawing
import Fonts
import Geometry
import Hyphenation
import Makeup
import Manuscripts
import PageDesign
import Typesetting

/// An edition made up and drawn: what the printing stage works from.
package struct MadeEdition: Sendable {
  package var issue: Issue
  package var pages: [Page]
  package var lists: [DisplayList]
  /// What breaks the rules of make-up.
  package var findings: [LintFinding]
  package var diagnostics: [Diagnostic]
}

/// Takes an issue through the stages from style to draw. Pages are made up together, since stories
/// run from one to another.
package func make(_ issue: Issue, book: FontBook) -> MadeEdition {
  let stacked = stack(
    issue.edition, on: issue.edition.pages.map { draft($0, of: issue) }, by: issue.rules.makeUp)
  var issue = issue
  issue.edition = stacked.edition
  let typesetter = Typesetter(book: book)
  let made = makeUp(
    issue.edition, on: stacked.pages, sheet: issue.styles, rules: issue.rules.makeUp,
    typesetter: typesetter)
  let findings = lint(
    made.pages, of: issue.edition, rules: issue.rules,
    words: issue.styles.words(in: issue.edition.language))
  let coarse = issue.rules.graded(
    coarsePictures(on: made.pages, of: issue.edition, rules: issue.rules.print),
    in: issue.edition.language)
  return MadeEdition(
    issue: issue, pages: made.pages, lists: made.pages.map(draw), findings: findings + coarse,
    diagnostics: stacked.diagnostics + made.diagnostics
      + missingGlyphs(on: made.pages, of: issue.edition)
      + coarse.map(\.message)
      + issue.rules.graded(
        typeOnPictures(on: made.pages, of: issue.edition), in: issue.edition.language)
      + findings.map(\.message) + missingPatterns(typesetter.hyphenator.missing, in: issue.styles))
}

/// Languages whose words had to stay whole.
private func missingPatterns(_ languages: [String], in sheet: StyleSheet) -> [Diagnostic] {
  languages.map { language in
    let asking = sheet.rules.keys.sorted().compactMap { sheet.rules[$0] }
      .first { $0.latinLanguage == language }
    let place = asking?.place ?? SourcePlace(file: sheet.file)
    return Diagnostic(
      .patternsMissing, at: place, ["language": language, "package": language.lowercased()])
  }
}

/// A page on its layout; where that could not be read, a marked blank page of the first layout's size.
private func draft(_ request: PageRequest, of issue: Issue) -> PageDraft {
  if let layout = issue.layouts[request.layout.value] {
    return PageDraft(request: request, layout: layout)
  }
  let known = issue.edition.pages.lazy.compactMap { issue.layouts[$0.layout.value] }.first
  var blank = known ?? Layout.broadsheet
  (blank.name, blank.frames, blank.rules) = (request.layout.value, [], [])
  return PageDraft(
    request: request, layout: blank, notice: "第\(request.code)版未能排出：版式 \(request.layout.value) 有错")
}
