import CairoOutput
import Dispatch
import Drawing
import Fonts
import Makeup
import Manuscripts
import Press
import Synchronization

/// What can be written of an edition.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  /// Each page's PDF, and `edition.pdf` with all of them.
  case pdf
  /// `edition.pdf` alone.
  case edition
  /// Each page's proof.
  case png
  /// `report.json`, which is written in any case.
  case json
}

/// One file that is printed from display lists.
struct PrintJob: Sendable {
  enum Kind: Sendable {
    /// A proof.
    case pdf
    /// A print PDF.
    case press(PressWork)
    case png(ppi: Int)
  }
  var kind: Kind
  var file: String
  var title: String
  var pages: [DisplayList]
}

/// A file as it came out.
struct PrintedFile: Sendable {
  var bytes: [UInt8]
  /// What it breaks of its standard.
  var faults: [PrintFault] = []
}

/// Draws files from display lists (打样), several at a time.
struct Printing {
  var edition: Edition
  var fonts: [FontFile]
  var pictures: PictureStore
  /// What print PDFs are made of; nil: PDFs are proofs.
  var press: PressWork?
  /// How many files are drawn at a time; what they hold does not depend on it.
  var parallel: Int

  /// The files that some formats ask for; the longest work comes first.
  func jobs(for pages: [PrintPage], formats: [OutputFormat], ppi: Int) -> [PrintJob] {
    var jobs: [PrintJob] = []
    let title = "\(edition.paper) \(edition.date.isoText)"
    let pdf = press.map(PrintJob.Kind.press) ?? .pdf
    if formats.contains(.pdf) || formats.contains(.edition) {
      jobs.append(
        PrintJob(kind: pdf, file: "edition.pdf", title: title, pages: pages.map(\.list)))
    }
    if formats.contains(.png) {
      jobs += pages.map {
        PrintJob(
          kind: .png(ppi: ppi), file: "\($0.fileName).png", title: title, pages: [$0.list])
      }
    }
    if formats.contains(.pdf) {
      jobs += pages.map { page in
        let name = [page.page.code, page.page.name].compactMap(\.self).joined(separator: " ")
        return PrintJob(
          kind: pdf, file: "\(page.fileName).pdf", title: "\(title) \(name)", pages: [page.list])
      }
    }
    return jobs
  }

  /// Draws the files and hands each over as it is ready, one at a time, in no fixed order.
  func run(
    _ jobs: [PrintJob], deliver: @escaping @Sendable (PrintJob, PrintedFile) throws -> Void
  ) throws {
    let next = Mutex(0)
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, min(parallel, jobs.count))) { _ in
      let pen = CairoPen(fonts: fonts, pictures: pictures)
      while let job = next.withLock({ index in
        defer { index += 1 }
        return index < jobs.count ? jobs[index] : nil
      }) {
        do {
          let file = try draw(job, with: pen)
          try failure.withLock { failed in if failed == nil { try deliver(job, file) } }
        } catch {
          failure.withLock { $0 = $0 ?? error }
          return
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private func draw(_ job: PrintJob, with pen: CairoPen) throws -> PrintedFile {
    switch job.kind {
    case .png(let ppi): PrintedFile(bytes: try pen.png(of: job.pages[0], ppi: ppi))
    case .pdf: PrintedFile(bytes: try pen.pdf(of: job.pages, metadata: metadata(of: job)))
    case .press(let work): try work.pdf(of: job.pages, metadata: metadata(of: job), pen: pen)
    }
  }

  private func metadata(of job: PrintJob) -> DocumentMetadata {
    DocumentMetadata(
      title: job.title, author: edition.paper, year: edition.date.year,
      month: edition.date.month, day: edition.date.day)
  }
}
