import Banxin
import Foundation
import Press
import Testing

/// Whole editions as they go to the press, looked at by other people's programs: the sample, and the real front
/// page where it lies beside the project.
@Suite(.serialized) struct `Editions for the press` {
  @Test(arguments: PrintedForPress.folders)
  func `break nothing of their standard`(folder: String) throws {
    let edition = try PrintedForPress.of(folder)
    #expect(try preflight([UInt8](edition.print), as: .x4) == [])
    #expect(try status("qpdf", ["--check", edition.folder + "/print/current/edition.pdf"]) == 0)
  }

  @Test(arguments: PrintedForPress.folders)
  func `read as their proofs do`(folder: String) throws {
    let edition = try PrintedForPress.of(folder)
    let print = try run("pdftotext", ["-raw", "-", "-"], input: [UInt8](edition.print))
    let proof = try run("pdftotext", ["-raw", "-", "-"], input: [UInt8](edition.proof))
    #expect(print.count > 5_000)
    // What an advertiser's page says is text in print and a picture in a proof.
    let missing = Self.lines(print).difference(from: Self.lines(proof)).removals.isEmpty
    #expect(missing, "lines of the proof are not in the print PDF, or not in their order")
  }

  /// 220 % in 255ths; four plates, each rounded, may sum to a little more than they mean.
  private static let limit = 220 * 255 / 100 + 4

  private static func lines(_ text: Data) -> [Substring] {
    String(decoding: text, as: UTF8.self).split { $0.isNewline || $0 == "\u{C}" }
  }

  @Test(arguments: PrintedForPress.folders)
  func `carry no more ink than the limit outside advertisements`(folder: String) throws {
    let edition = try PrintedForPress.of(folder)
    for page in edition.report.pages {
      let pdf = [UInt8](try edition.file("\(page.code).pdf"))
      let plates = try Plates(of: pdf, ppi: 36)
      let ads = page.frames.filter { ["ad", "ear"].contains($0.kind) }.map(\.box)
      var most = 0
      for y in 0..<plates.height {
        for x in 0..<plates.width {
          let place = (Double(x) * 25.4 / 36, Double(y) * 25.4 / 36)
          guard !ads.contains(where: { $0.isNear(place) }) else { continue }
          most = max(most, plates.inks(x, y).reduce(0, +))
        }
      }
      #expect(most <= Self.limit, "page \(page.code): \(most * 100 / 255) %")
      #expect(most >= 255)
    }
  }

  @Test(arguments: PrintedForPress.folders)
  func `look alike in three readers`(folder: String) throws {
    let edition = try PrintedForPress.of(folder)
    let pdf = [UInt8](try edition.file("1.pdf"))
    let poppler = try Greys(pnm: run("pdftoppm", ["-r", "50", "-gray", "-"], input: pdf))
    let ghostscript = try Greys(
      pnm: run(
        "gs",
        [
          "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pgmraw", "-r50",
          "-dGraphicsAlphaBits=4", "-dTextAlphaBits=4", "-sOutputFile=-", "-",
        ], input: pdf))
    let mupdf = try Greys(
      pnm: run(
        "mutool",
        [
          "draw", "-q", "-r", "50", "-c", "gray", "-F", "pgm", "-o", "-",
          edition.folder + "/print/current/1.pdf",
        ]))
    // Each makes its own greys of colours; a mark that one leaves out, turns round or puts elsewhere shows.
    #expect(poppler.likeness(to: ghostscript) > 0.9)
    #expect(poppler.likeness(to: mupdf) > 0.9)
  }

  @Test func `a page of text alone leaves the coloured plates empty`() throws {
    let trial = try SmallPrint(photo: nil)
    #expect(try trial.plates().most.prefix(3) == [0, 0, 0])
    #expect(try trial.plates().most[3] == 255)
  }

  @Test func `a photograph in inks keeps them`() throws {
    let inks = try middle(of: SmallPrint(photo: [20, 40, 60, 10]).plates())
    let differences = zip(inks, [51, 102, 153, 26]).map { abs($0 - $1) }
    #expect(differences.allSatisfy { $0 <= 4 }, "\(inks)")
  }

  @Test func `a photograph in too much ink comes under the limit, its black as it was`() throws {
    let inks = try middle(of: SmallPrint(photo: [90, 80, 80, 60]).plates())
    let total = inks.reduce(0, +)
    #expect(total <= Self.limit)
    #expect(total > Self.limit - 25)
    #expect(abs(inks[3] - 153) <= 4)
    #expect(inks[0] > inks[1])
  }

  private func middle(of plates: Plates) -> [Int] {
    plates.inks(plates.width / 2, plates.height * 2 / 5)
  }
}
