import CairoOutput
import Drawing
import Geometry
import Makeup
import Manuscripts
import PageDesign
import Press

/// What an edition's print PDFs are made of, beside its display lists (付印).
struct PressWork: Sendable {
  let condition: PrintCondition
  let version: PDFXVersion
  let plates: Plates
  /// Pictures as they lie on paper: advertisers' pages by their own inks.
  let shown: PictureStore
  /// Bleed and printer's marks, by the pages' codes.
  let surrounds: [String: Surround]

  /// What stands round a page.
  struct Surround: Sendable {
    var bleed: Length = .zero
    /// Paper round the trim.
    var margin: Length = .zero
    var marks: [Mark] = []
  }

  /// The pages in one print PDF, and what it was found to break.
  func pdf(
    for job: PrintJob, _ metadata: DocumentMetadata, _ pen: CairoPen
  ) throws -> PrintedFile {
    let pages = job.pages.map(pressPage)
    let keys = InkKeys(pages)
    let drawn = try pen.pressPages(of: pages, keys: keys, places: plates.places, metadata: metadata)
    let boxes = pages.map { page in
      SheetBoxes(page: page.list.size, margin: page.margin, bleed: page.bleed)
    }
    let file = try finish(
      drawn,
      as: FinishingOrder(
        version: version, profile: condition.profile, keys: keys, boxes: boxes,
        contents: plates.contents,
        identity: DocumentIdentity(
          title: metadata.title, author: metadata.author, day: metadata.isoDay)))
    return PrintedFile(name: job.file, bytes: file, faults: try preflight(file, as: version))
  }

  private func pressPage(_ list: DisplayList) -> PressPage {
    let surround = surrounds[list.code] ?? Surround()
    return PressPage(
      list: list.bled(by: surround.bleed), marks: surround.marks, margin: surround.margin,
      bleed: surround.bleed)
  }
}

extension PressWork {
  init(
    _ plates: Plates, shown: PictureStore, under condition: PrintCondition,
    version: PDFXVersion, pages: [PrintPage], of ready: ReadyEdition
  ) {
    (self.plates, self.shown) = (plates, shown)
    (self.condition, self.version) = (condition, version)
    let edition = ready.made.issue.edition
    let words = ready.made.issue.styles.words(in: edition.language)
    let marks = edition.output.marks ? ready.printersMarks : nil
    surrounds = Dictionary(
      pages.map { ($0.page.code, Surround(of: $0.page, edition: edition, words, marks: marks)) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension PressWork.Surround {
  /// The bleed that a page's layout asks for, and with `marks` the marks round it.
  init(of page: Page, edition: Edition, _ words: PaperWords, marks printers: PrintersMarks?) {
    bleed = page.layout.bleed
    margin = bleed
    guard let printers else { return }
    margin = bleed + PrintersMarks.room
    let slug = [
      edition.paper, edition.date.isoText, edition.issue.map { words.said(.issue, ["issue": $0]) },
      words.said(.page, ["page": page.code]), page.name,
    ].compactMap(\.self).joined(separator: "　")
    marks = printers.marks(of: page.layout.size, bleed: bleed, slug: slug)
  }
}
