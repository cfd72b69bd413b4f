import Banxin
import CairoOutput
import Drawing
import Fonts
import Foundation
import Geometry
import Makeup
import Manuscripts
import PageDesign

/// An edition made by the whole press, and its pages read back from their PDF.
struct PrintedEdition {
  let edition: Edition
  let pages: [Page]
  let lists: [DisplayList]
  let characters: [[SheetCharacter]]
  /// The glyphs of all pages, with how they are turned.
  let traces: [TracedGlyph]
  let text: [String]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The sample edition, and the real front page where it lies beside the project.
  static let folders: [String] = [
    root + "/editions/yanjiang", root + "/../shared/editions/yongkang",
  ].filter { FileManager.default.fileExists(atPath: $0 + "/edition.yaml") }

  init?(folder: String) throws {
    guard let house = HouseFiles(root: Self.root),
      let ready = PreparedEdition.make(at: folder, house: house).ready
    else { return nil }
    edition = ready.made.issue.edition
    pages = ready.made.pages
    lists = ready.made.lists
    let pdf = try Self.pdf(of: ready)
    traces = try SheetReader.traces(of: pdf)
    characters = try SheetReader.pages(of: pdf)
    text = try SheetReader.text(of: pdf)
  }

  private static func pdf(of ready: ReadyEdition) throws -> [UInt8] {
    let date = ready.made.issue.edition.date
    return try CairoOutput.pdf(
      of: ready.made.lists, fonts: ready.book.fonts.map(\.file),
      pictures: PictureStore(folder: ready.made.issue.folder),
      metadata: DocumentMetadata(
        title: ready.made.issue.edition.paper, author: "", year: date.year, month: date.month,
        day: date.day))
  }

  /// The body characters of one leg, line by line from its top, each line from its start.
  func lines(in leg: LegRecord, page index: Int) -> [[SheetCharacter]] {
    let grid = pages[index].layout.grid
    let size = grid.size.points
    let within = characters[index].filter { character in
      abs(character.size - size) < 0.01 && character.x > leg.rect.x.points - size
        && character.x < leg.rect.maxX.points && character.y > leg.rect.y.points
        && character.y < leg.rect.maxY.points + 0.01
    }
    let rows = Dictionary(grouping: within) {
      Int((($0.y - grid.origin.y.points) / grid.pitch.points).rounded(.down))
    }
    return rows.keys.sorted().map { row in (rows[row] ?? []).sorted { $0.x < $1.x } }
  }

  var horizontalLegs: [(page: Int, frame: SetFrame, leg: LegRecord)] {
    pages.indices.flatMap { page in
      pages[page].frames.flatMap { frame in
        frame.legs.filter { $0.mode == .horizontal }.map { (page, frame, $0) }
      }
    }
  }
}
