import CairoOutput
import Colour
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
  /// Each page's four plates and its ink map, as grey and colour pictures for the eye.
  case plates
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
    /// A proof of how the page looks on the paper it is printed on.
    case softProof(PrintCondition, ppi: Int)
    /// A page's plates and ink map; `file` is what their names begin with.
    case plates(PrintCondition, ppi: Int)
  }
  var kind: Kind
  var file: String
  var title: String
  var pages: [DisplayList]
}

/// A file as it came out.
struct PrintedFile: Sendable {
  var name: String
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
  /// What has lines on PDF proofs.
  var drawings = Plates()
  /// What plates and soft proofs are drawn under; nil where none are asked for.
  var condition: PrintCondition?
  /// How inks look on proofs that are read.
  var colours: InkColours
  /// Whether PNG proofs show paper and inks as they are.
  var isSoftProof = false
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
          kind: proof(ppi: ppi), file: "\($0.fileName).png", title: title, pages: [$0.list])
      }
    }
    if formats.contains(.plates), let condition {
      jobs += pages.map {
        PrintJob(
          kind: .plates(condition, ppi: ppi), file: $0.fileName, title: title, pages: [$0.list])
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

  private func proof(ppi: Int) -> PrintJob.Kind {
    if isSoftProof, let condition { .softProof(condition, ppi: ppi) } else { .png(ppi: ppi) }
  }

  /// Draws the files and hands what each job gave over as it is ready, one at a time, in no fixed order.
  func run(
    _ jobs: [PrintJob], deliver: @escaping @Sendable (PrintJob, [PrintedFile]) throws -> Void
  ) throws {
    let next = Mutex(0)
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, min(parallel, jobs.count))) { _ in
      let pen = CairoPen(fonts: fonts, pictures: pictures, colours: colours)
      while let job = next.withLock({ index in
        defer { index += 1 }
        return index < jobs.count ? jobs[index] : nil
      }) {
        do {
          let files = try draw(job, with: pen)
          try failure.withLock { failed in if failed == nil { try deliver(job, files) } }
        } catch {
          failure.withLock { $0 = $0 ?? error }
          return
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private func draw(_ job: PrintJob, with pen: CairoPen) throws -> [PrintedFile] {
    func file(_ bytes: [UInt8]) -> [PrintedFile] { [PrintedFile(name: job.file, bytes: bytes)] }
    switch job.kind {
    case .png(let ppi): return file(try pen.png(of: job.pages[0], ppi: ppi))
    case .softProof(let condition, let ppi):
      let proof = try SoftProof(condition.profile)
      return file(try planes(of: job.pages[0], ppi, condition).png(as: proof))
    case .plates(let condition, let ppi):
      return try plates(planes(of: job.pages[0], ppi, condition), job.file, condition)
    case .pdf: return file(try proof(job, pen))
    case .press(let work): return [try work.pdf(for: job, metadata(of: job), pen)]
    }
  }

  private func proof(_ job: PrintJob, _ pen: CairoPen) throws -> [UInt8] {
    let drawn = try pen.pdf(
      of: job.pages, metadata: metadata(of: job), places: drawings.places)
    return drawings.contents.isEmpty ? drawn : try fill(drawn, with: drawings.contents)
  }

  private func planes(
    of page: DisplayList, _ ppi: Int, _ condition: PrintCondition
  ) throws -> InkPlanes {
    try CairoPen(fonts: fonts, pictures: press?.shown ?? pictures).planes(
      of: page, ppi: ppi, condition.separations, asDelivered: edition.adFiles)
  }

  /// The plates that have something on them, and the ink map.
  private func plates(_ planes: InkPlanes, _ name: String, _ condition: PrintCondition) throws
    -> [PrintedFile]
  {
    try planes.used.map { ink in
      PrintedFile(name: "\(name)-\(ink.letter).png", bytes: try planes.png(of: ink))
    } + [
      PrintedFile(
        name: "\(name)-ink.png", bytes: try planes.inkMap(limit: condition.inkLimit))
    ]
  }

  private func metadata(of job: PrintJob) -> DocumentMetadata {
    DocumentMetadata(
      title: job.title, author: edition.paper, year: edition.date.year,
      month: edition.date.month, day: edition.date.day)
  }
}
