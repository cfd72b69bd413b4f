import CairoOutput
import Diagnostics
import Fonts
import Foundation
import Makeup
import Manuscripts
import PageDesign
import Press
import Synchronization

/// What a build is asked for. What is nil is as the edition says.
package struct BuildRequest: Sendable {
  /// The edition's folder or its edition.yaml.
  package var edition: String
  /// The output folder; nil: `out` in the edition folder.
  package var output: String?
  package var formats: [OutputFormat]?
  package var pages: PageSelection?
  package var ppi: Int?
  /// `proof` or `print`.
  package var profile: String?
  /// The standard of print PDFs.
  package var pdfx: PDFXVersion?
  /// What is shown over the pages, for the eye alone.
  package var overlays: Set<Overlay> = []
  /// Warnings count as errors in the exit code.
  package var isStrict = false
  /// Files drawn at a time.
  package var parallel = 1
  /// The command as typed, for `run.json`.
  package var command: [String] = []

  package init(edition: String) { self.edition = edition }

  /// What can be shown over a page.
  package static let overlayNames = Overlay.allCases.map(\.rawValue)

  /// Asks for overlays by name; names that there are not are left out.
  package mutating func show(_ names: [String]) {
    overlays.formUnion(names.compactMap(Overlay.init))
  }
}

/// What came of a build.
package struct BuildOutcome: Sendable {
  package var exitCode: Int32
  package var diagnostics: [Diagnostic]
  package var sources: SourceLibrary
  /// The published folder; nil when nothing was published.
  package var folder: String?
  package var pages = 0
  package var times = StageTimes()
}

/// A step of a build that a person may want to see.
package struct BuildStep: Sendable {
  package var file: String
  package var done: Int
  package var total: Int
}

/// Builds an edition: read, make up, print, publish. Whatever happens is in the outcome, and what was
/// published before stays until the new edition is whole.
package func build(
  _ request: BuildRequest, house: HouseFiles,
  onStep: @escaping @Sendable (BuildStep) -> Void = { _ in }
) -> BuildOutcome {
  Build(request: request, house: house, onStep: onStep).run()
}

/// There is no printing condition: nothing can be printed, and nothing is published.
private struct NoPrintCondition: Error {
  var diagnostics: [Diagnostic]
}

private struct Build {
  let request: BuildRequest
  let house: HouseFiles
  let onStep: @Sendable (BuildStep) -> Void

  func run() -> BuildOutcome {
    let prepared = PreparedEdition.make(at: request.edition, house: house)
    var outcome = BuildOutcome(
      exitCode: prepared.exitCode, diagnostics: prepared.diagnostics, sources: prepared.sources)
    outcome.times = prepared.times
    guard let ready = prepared.ready else { return outcome }
    do {
      try publish(ready, &outcome)
    } catch let unknown as PageSelection.UnknownPage {
      outcome.diagnostics.append(unknown.diagnostic)
      outcome.exitCode = 64
    } catch let none as NoPrintCondition {
      outcome.diagnostics += none.diagnostics
      outcome.exitCode = 73
    } catch let failure as PublicationFailure {
      outcome.diagnostics.append(failure.diagnostic)
      outcome.exitCode = failure.exitCode
    } catch {
      let place = SourcePlace(file: request.edition)
      outcome.diagnostics.append(Diagnostic(.internalFault, at: place, ["reason": "\(error)"]))
      outcome.exitCode = 70
    }
    return outcome
  }

  private func publish(_ ready: ReadyEdition, _ outcome: inout BuildOutcome) throws {
    let edition = ready.made.issue.edition
    let codes = try request.pages?.codes(of: edition.pages) ?? edition.pages.map(\.code)
    let pages = ready.pages(codes, overlays: request.overlays)
    let folder = try Publication.outputFolder(
      request.output ?? ready.made.issue.folder + "/out", ofEdition: ready.made.issue.folder)
    let publication = try Publication(into: folder, date: edition.date)
    outcome.diagnostics += publication.leftovers.map {
      Diagnostic(.leftoversRemoved, at: SourcePlace(file: $0), ["file": $0])
    }
    let ads = outcome.times.measure(.ads) {
      ForeignPages.render(of: edition, on: codes, in: ready.made.issue.folder)
    }
    outcome.diagnostics += ads.diagnostics
    let store = PictureStore(
      folder: ready.made.issue.folder,
      limits: PictureLimits(megapixels: edition.limits.imageMegapixels), supplied: ads.value)
    let press = try outcome.times.measure(.plates) { try pressWork(for: pages, of: ready, store) }
    outcome.diagnostics += press.diagnostics
    if press.value != nil { outcome.diagnostics += ready.printChecks(on: pages.map(\.page)) }
    try outcome.times.measure(.print) {
      try print(pages, of: ready, store, press.value, into: publication)
    }
    outcome.diagnostics += pictureFaults(store, of: edition)
    if request.formats == nil {
      outcome.diagnostics += unbuiltOutputs(of: edition)
    }
    outcome.exitCode = exitCode(for: outcome.diagnostics)
    let report = Report(
      made: ready.made, pages: pages, diagnostics: outcome.diagnostics,
      exitCode: outcome.exitCode, book: ready.book)
    try publication.add(report.file, as: "report.json")
    let facts = RunFacts(request: request, folder: folder, times: outcome.times)
    try publication.publish(runFacts: facts.file)
    (outcome.folder, outcome.pages) = ("\(folder)/\(publication.name)", pages.count)
  }

  /// What print PDFs are made of; nil where the pages are only proofed.
  private func pressWork(
    for pages: [PrintPage], of ready: ReadyEdition, _ store: PictureStore
  ) throws -> Diagnosed<PressWork?> {
    let issue = ready.made.issue
    guard (request.profile ?? issue.edition.output.profile) == "print" else {
      return Diagnosed(nil)
    }
    let loaded = PrintCondition.load(for: issue, house: house, inkLimit: issue.rules.print.inkLimit)
    guard let condition = loaded.value else {
      throw NoPrintCondition(diagnostics: loaded.diagnostics)
    }
    let version = request.pdfx ?? PDFXVersion(rawValue: issue.edition.output.pdfx) ?? .x4
    return Diagnosed(
      PressWork(
        condition: condition, version: version, ready: ready, pages: pages, pictures: store))
  }

  private func print(
    _ pages: [PrintPage], of ready: ReadyEdition, _ store: PictureStore, _ press: PressWork?,
    into publication: Publication
  ) throws {
    let edition = ready.made.issue.edition
    let formats = request.formats ?? edition.output.formats.compactMap(OutputFormat.init)
    let printing = Printing(
      edition: edition, fonts: ready.book.fonts.map(\.file), pictures: store, press: press,
      parallel: request.parallel)
    let jobs = printing.jobs(for: pages, formats: formats, ppi: request.ppi ?? edition.output.ppi)
    let done = Mutex(0)
    try printing.run(jobs) { job, bytes in
      try publication.add(bytes, as: job.file)
      let count = done.withLock {
        $0 += 1
        return $0
      }
      onStep(BuildStep(file: job.file, done: count, total: jobs.count))
    }
  }

  private func exitCode(for diagnostics: [Diagnostic]) -> Int32 {
    let gravest = diagnostics.map(\.severity).max() ?? .note
    return gravest == .error || (request.isStrict && gravest == .warning) ? 3 : 0
  }
}

extension PageSelection.UnknownPage {
  /// A page that the edition does not have, asked for on the command line.
  var diagnostic: Diagnostic {
    Diagnostic(
      .pageUnknown, at: SourcePlace(file: "--pages"),
      ["page": code, "known": known.joined(separator: "、")])
  }
}
