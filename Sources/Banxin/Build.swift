import CairoOutput
import Colour
import Diagnostics
import Drawing
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

  /// Whether PNG proofs show paper and inks as the press gives them.
  package var isSoftProof = false

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
    let prepared = PreparedEdition.make(
      at: request.edition, house: house, forPrint: request.profile.map { $0 == "print" })
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
    // Print PDFs carry advertisers' pages as they are, not as pictures.
    let needsPictures = !ready.made.issue.isForPrint || formats(of: edition).contains(.png)
    let ads = outcome.times.measure(.ads) {
      needsPictures
        ? ForeignPages.render(of: ready.made.issue, on: codes) : Diagnosed([:])
    }
    outcome.diagnostics += ads.diagnostics
    let store = PictureStore(
      folder: ready.made.issue.folder,
      limits: PictureLimits(megapixels: edition.limits.imageMegapixels), supplied: ads.value)
    let condition = try condition(for: ready.made.issue)
    let press = outcome.times.measure(.plates) {
      pressWork(for: pages, of: ready, store, condition)
    }
    outcome.diagnostics += press.diagnostics
    outcome.diagnostics += try outcome.times.measure(.print) {
      try print(pages, of: ready, store, press.value, condition, into: publication)
    }
    let inks = try outcome.times.measure(.inks) {
      try measureInks(of: pages, of: ready, press.value)
    }
    outcome.diagnostics += inks.diagnostics
    outcome.diagnostics += pictureFaults(store, of: edition)
    if request.formats == nil {
      outcome.diagnostics += unbuiltOutputs(of: edition)
    }
    outcome.exitCode = exitCode(for: outcome.diagnostics)
    let report = Report(
      made: ready.made, pages: pages, findings: ready.findings(on: pages.map(\.page.code)),
      diagnostics: outcome.diagnostics, exitCode: outcome.exitCode, book: ready.book,
      inks: inks.value)
    try publication.add(report.file, as: "report.json")
    let facts = RunFacts(request: request, folder: folder, times: outcome.times)
    try publication.publish(runFacts: facts.file)
    (outcome.folder, outcome.pages) = ("\(folder)/\(publication.name)", pages.count)
  }

  /// What the pages are printed under; nil where nothing that is asked for needs it.
  private func condition(for issue: Issue) throws -> PrintCondition? {
    let isAsked = request.isSoftProof || request.formats?.contains(.plates) ?? false
    guard isAsked || issue.isForPrint else { return nil }
    let loaded = PrintCondition.load(for: issue, house: house)
    guard let condition = loaded.value else {
      throw NoPrintCondition(diagnostics: loaded.diagnostics)
    }
    return condition
  }

  /// How much ink the pages of a print edition take, by their codes, and where it is too much.
  private func measureInks(
    of pages: [PrintPage], of ready: ReadyEdition, _ press: PressWork?
  ) throws -> Diagnosed<[String: InkCoverage]> {
    guard let press else { return Diagnosed([:]) }
    let measuring = InkMeasuring(
      edition: ready.made.issue.edition, fonts: ready.book.fonts.map(\.file), pictures: press.shown,
      condition: press.condition, parallel: request.parallel)
    let coverage = try measuring.coverage(of: pages)
    return Diagnosed(coverage, measuring.diagnostics(coverage, on: pages))
  }

  /// What print PDFs are made of; nil where the pages are only proofed.
  private func pressWork(
    for pages: [PrintPage], of ready: ReadyEdition, _ store: PictureStore,
    _ condition: PrintCondition?
  ) -> Diagnosed<PressWork?> {
    let issue = ready.made.issue
    guard let condition, issue.isForPrint else { return Diagnosed(nil) }
    let version = request.pdfx ?? PDFXVersion(rawValue: issue.edition.output.pdfx) ?? .x4
    let codes = pages.map(\.page.code)
    let ads = ForeignPages.plates(of: issue, on: codes, for: version, condition.separation)
    let plates = Plates.make(
      of: pages.map(\.list), store, ads: ads.value, condition, edition: issue.edition)
    let shown = PictureStore(
      folder: issue.folder, limits: PictureLimits(megapixels: issue.edition.limits.imageMegapixels),
      supplied: ForeignPages.inks(
        of: ads.value, ppi: inkPPI(of: issue.edition), limits: issue.edition.limits))
    return Diagnosed(
      PressWork(
        plates.value, shown: shown, under: condition, version: version, pages: pages, of: ready),
      ready.printChecks(on: codes) + ads.diagnostics + plates.diagnostics)
  }

  private func print(
    _ pages: [PrintPage], of ready: ReadyEdition, _ store: PictureStore, _ press: PressWork?,
    _ condition: PrintCondition?, into publication: Publication
  ) throws -> [Diagnostic] {
    let edition = ready.made.issue.edition
    let drawings =
      press == nil ? ForeignPages.drawings(of: ready.made.issue, on: pages.map(\.page.code)) : [:]
    let printing = Printing(
      edition: edition, fonts: ready.book.fonts.map(\.file), pictures: store, press: press,
      drawings: Plates(drawings: drawings), condition: condition,
      colours: InkColours(PrintCondition.profile(for: ready.made.issue, house: house)),
      isSoftProof: request.isSoftProof, parallel: request.parallel)
    let jobs = printing.jobs(
      for: pages, formats: formats(of: edition), ppi: request.ppi ?? edition.output.ppi)
    let done = Mutex((count: 0, found: [Diagnostic]()))
    try printing.run(jobs) { job, files in
      for file in files { try publication.add(file.bytes, as: file.name) }
      let found = files.flatMap(\.faults).map {
        $0.diagnostic(
          of: job.file, pages: job.pages.map(\.code), as: press?.version ?? .x4)
      }
      let count = done.withLock {
        $0.count += 1
        $0.found += found
        return $0.count
      }
      onStep(BuildStep(file: job.file, done: count, total: jobs.count))
    }
    // Files are ready in no fixed order.
    return done.withLock { $0.found }.sorted { $0.place.file < $1.place.file }
  }

  /// How finely advertisers' pages are drawn in inks: measuring needs less than looking.
  private func inkPPI(of edition: Edition) -> Int {
    let isSeen = request.isSoftProof || formats(of: edition).contains(.plates)
    return isSeen ? request.ppi ?? edition.output.ppi : InkPlanes.coveragePPI * 2
  }

  private func formats(of edition: Edition) -> [OutputFormat] {
    request.formats ?? edition.output.formats.compactMap(OutputFormat.init)
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
