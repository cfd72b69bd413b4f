import CJKRules
import Diagnostics
import Drawing
import Fonts
import Foundation
import Makeup
import Manuscripts
import PageDesign
import Typesetting

/// An edition made up, with the fonts it is set in.
package struct ReadyEdition: Sendable {
  package var made: MadeEdition
  package var book: FontBook

  /// Pages by their codes, with what is to be shown over them.
  package func pages(_ codes: [String], overlays: Set<Overlay> = []) -> [PrintPage] {
    let findings = overlays.contains(.lint) ? self.findings(on: codes) : []
    return zip(made.pages, made.lists).filter { codes.contains($0.0.code) }.map { page, list in
      var list = list
      list.marks += marks(of: overlays, on: page)
      if overlays.contains(.adjustments) {
        showAdjustments(
          adjustedLines(on: page), on: page, in: &list,
          legend: AdjustmentLegend(typesetter: Typesetter(book: book), language: language))
      }
      if overlays.contains(.lint) {
        showFindings(
          findings.filter { $0.page == page.code }, in: &list,
          typesetter: Typesetter(book: book), language: language)
      }
      return PrintPage(page: page, list: list)
    }
  }

  private var language: Language { Language(rawValue: made.issue.edition.language) ?? .zhHans }

  /// Sets the marks round print pages.
  var printersMarks: PrintersMarks {
    PrintersMarks(typesetter: Typesetter(book: book), language: language)
  }

  /// What the lines of a page had to give or take.
  func adjustedLines(on page: Page) -> [AdjustedLine] {
    Makeup.adjustedLines(on: page, language: language)
  }

  /// What the press would print badly on some pages, as gravely as the edition's rules take it.
  package func printChecks(on codes: [String]) -> [Diagnostic] {
    let issue = made.issue
    return issue.rules.graded(
      Makeup.printChecks(
        on: made.pages.filter { codes.contains($0.code) }, drawings: drawings,
        styles: issue.styles, book: book, rules: issue.rules.print), in: issue.edition.language)
  }

  /// What has a place on some pages and breaks a rule of make-up, or of print where they are to be printed.
  package func findings(on codes: [String]) -> [LintFinding] {
    let issue = made.issue
    let found = made.findings.filter { codes.contains($0.page) }
    guard issue.isForPrint else { return found }
    return found
      + issue.rules.graded(
        Makeup.printFindings(
          on: made.pages.filter { codes.contains($0.code) }, drawings: drawings,
          styles: issue.styles, book: book, rules: issue.rules.print), in: issue.edition.language)
  }

  /// The pictures that have lines of their own.
  private var drawings: [PicturePart] {
    let photos =
      made.issue.edition.stories.flatMap(\.photos)
      + made.issue.edition.pages.flatMap(\.teasers).compactMap(\.photo)
    return photos.flatMap(\.parts).filter { $0.file?.isDrawn == true }
  }

  /// How much an edition holds.
  package struct Contents: Sendable {
    package var stories: Int
    package var ads: Int
    package var pages: Int
  }

  package var contents: Contents {
    let edition = made.issue.edition
    return Contents(
      stories: edition.stories.count, ads: edition.ads.count, pages: edition.pages.count)
  }

  package var allPages: [PrintPage] { pages(made.pages.map(\.code)) }
}

/// An edition read and made up, as far as it came: what `check`, `query` and `build` begin with.
package struct PreparedEdition: Sendable {
  /// Nil when nothing can be made of it.
  package var ready: ReadyEdition?
  package var diagnostics: [Diagnostic]
  package var sources: SourceLibrary
  package var times = StageTimes()

  /// `forPrint`: whether the pages are for the press; nil: as the edition says.
  package static func make(at folder: String, house: HouseFiles, forPrint: Bool? = nil)
    -> PreparedEdition
  {
    var times = StageTimes()
    let read = times.measure(.read) {
      readIssueWithSources(at: folder, house: house, forPrint: forPrint)
    }
    var prepared = PreparedEdition(diagnostics: read.diagnostics, sources: read.value.sources)
    if let issue = read.value.issue {
      let fonts = times.measure(.fonts) {
        openFonts(
          for: issue.edition, in: issue.folder, styles: issue.styles, house: house)
      }
      prepared.diagnostics += fonts.diagnostics
      if let book = fonts.value {
        let toned = issue.toned()
        prepared.diagnostics += toned.diagnostics
        let traced = toned.value.traced()
        prepared.diagnostics += traced.diagnostics
        let made = times.measure(.makeUp) { Banxin.make(traced.value, book: book) }
        prepared.diagnostics += made.diagnostics
        prepared.ready = ReadyEdition(made: made, book: book)
      }
    }
    prepared.times = times
    return prepared
  }

  /// Adds what stands against printing the pages, where they are to be printed.
  package mutating func checkForPrint(house: HouseFiles) {
    guard let ready, ready.made.issue.isForPrint else { return }
    diagnostics += ready.printChecks(on: ready.made.pages.map(\.code))
    diagnostics += PrintCondition.load(for: ready.made.issue, house: house).diagnostics
  }

  /// The exit code when nothing could be made (sysexits).
  package var exitCode: Int32 {
    ready == nil ? (ReadFailure(diagnostics) ?? .invalid).rawValue : 0
  }
}
