import Banxin
import Diagnostics
import Foundation
import Press
import Testing

/// `--profile print`, from an edition's folder to the files of the press.
@Suite struct PrintProfileTests {
  private func build(
    _ trial: PressTrial, house: HouseFiles? = nil,
    _ change: (inout BuildRequest) -> Void = { _ in }
  ) throws -> BuildOutcome {
    var request = BuildRequest(edition: trial.folder)
    (request.profile, request.formats) = ("print", [.pdf])
    change(&request)
    let house = try house ?? #require(HouseFiles(root: CommandLineRun.root))
    return Banxin.build(request, house: house) { _ in }
  }

  private func overview(_ pdf: String) -> String {
    PressTrial.overview.replacing("png: {ppi: 60}", with: "png: {ppi: 60}, pdf: {\(pdf)}")
  }

  @Test(arguments: PDFXVersion.allCases)
  func `an edition comes out as files that break nothing of their standard`(version: PDFXVersion)
    throws
  {
    let trial = try PressTrial()
    let outcome = try build(trial) { $0.pdfx = version }
    #expect(outcome.exitCode == 0)
    #expect(outcome.diagnostics.isEmpty)
    for name in ["1.pdf", "A02.pdf", "edition.pdf"] {
      #expect(try preflight([UInt8](trial.published(name)), as: version) == [])
    }
  }

  @Test func `the edition's own words are enough: profile, standard, marks`() throws {
    let trial = try PressTrial()
    try trial.write("edition.yaml", overview("profile: print, pdfx: x1a, marks: true"))
    let outcome = try build(trial) { $0.profile = nil }
    #expect(outcome.exitCode == 0)
    let page = try PDFDocument(reading: [UInt8](trial.published("1.pdf"))).page(0)
    let (media, trim) = (page["/MediaBox"].numbers ?? [], page["/TrimBox"].numbers ?? [])
    try #require(media.count == 4 && trim.count == 4)
    #expect(trim[0] > 30 && media[2] - trim[2] > 30)
    #expect(try preflight([UInt8](trial.published("1.pdf")), as: .x1a) == [])
  }

  @Test func `a bleed is paper round the trim`() throws {
    let trial = try PressTrial()
    let layout = PressTrial.layout.replacing("height: 140mm}", with: "height: 140mm, bleed: 3mm}")
    try trial.write("layouts/small.yaml", layout)
    #expect(try build(trial).exitCode == 0)
    let page = try PDFDocument(reading: [UInt8](trial.published("1.pdf"))).page(0)
    let (media, bleed, trim) = (
      page["/MediaBox"].numbers ?? [], page["/BleedBox"].numbers ?? [],
      page["/TrimBox"].numbers ?? []
    )
    try #require(media.count == 4 && trim.count == 4)
    #expect(zip(media, bleed).allSatisfy { abs($0 - $1) < 0.01 })
    #expect(abs(trim[0] - 3 / 25.4 * 72) < 0.01)
  }

  @Test func `the same edition gives the same bytes`() throws {
    let trial = try PressTrial()
    _ = try build(trial) { $0.parallel = 1 }
    let first = try trial.published("SHA256SUMS")
    _ = try build(trial) { $0.parallel = 4 }
    #expect(try trial.published("SHA256SUMS") == first)
  }

  @Test func `E1004 where the house has no printing condition: nothing is published`() throws {
    let trial = try PressTrial()
    let root = trial.folder + "-house"
    let files = FileManager.default
    defer { try? files.removeItem(atPath: root) }
    try files.createDirectory(atPath: root, withIntermediateDirectories: true)
    for part in ["fonts", "layouts"] {
      try files.createSymbolicLink(
        atPath: "\(root)/\(part)", withDestinationPath: "\(CommandLineRun.root)/\(part)")
    }
    let outcome = try build(trial, house: HouseFiles(root: root))
    #expect(outcome.diagnostics.map(\.code) == [.profileMissing])
    #expect(outcome.exitCode == 73)
    #expect(outcome.folder == nil)
    #expect(!files.fileExists(atPath: trial.folder + "/out/current"))
  }

  @Test func `E1005 of a profile that is not a press's, at its place`() throws {
    let trial = try PressTrial()
    try trial.write("press.icc", "not a profile")
    try trial.write("edition.yaml", overview("icc: press.icc"))
    let outcome = try build(trial)
    #expect(outcome.diagnostics.map(\.code) == [.profileUnusable])
    #expect(outcome.diagnostics.first?.place.line == 8)
    #expect(outcome.exitCode == 73)
  }

  @Test func `another press's profile goes into the file`() throws {
    let trial = try PressTrial()
    let bytes = try Data(contentsOf: URL(filePath: CommandLineRun.root + "/profiles/newsprint.icc"))
    try bytes.write(to: URL(filePath: trial.folder + "/press.icc"))
    try trial.write("edition.yaml", overview("icc: press.icc"))
    #expect(try build(trial).exitCode == 0)
    let document = try PDFDocument(reading: [UInt8](trial.published("1.pdf")))
    let profile = try document.root["/OutputIntents"][0]["/DestOutputProfile"].unpackedData()
    #expect(profile == [UInt8](bytes))
  }

  @Test func `check says what stands against printing`() throws {
    let trial = try PressTrial()
    try trial.write("press.icc", "not a profile")
    try trial.write("edition.yaml", overview("icc: press.icc"))
    let proof = try CommandLineRun("check", trial.folder)
    let print = try CommandLineRun("check", trial.folder, "--profile", "print")
    #expect(proof.code == 0)
    #expect(print.code == 65 && print.complaints.contains("E1005"))
  }

  @Test func `W0705 of a picture whose own profile is broken`() throws {
    let trial = try PressTrial()
    let picture = try Data(
      contentsOf: URL(filePath: CommandLineRun.root + "/editions/yanjiang/photos/lead.jpg"))
    // Its profile stands in one segment; made the first of two, the second is missing.
    let segment = Data("ICC_PROFILE\0".utf8)
    var broken = picture
    let found = try #require(broken.firstRange(of: segment + [1, 1]))
    broken[found.upperBound - 1] = 2
    try broken.write(to: URL(filePath: trial.folder + "/photo.jpg"))
    let story = PressTrial.story(id: "lead", page: "1", paragraphs: 2)
      .replacing("slot: lead", with: "slot: lead\nphotos: [{file: photo.jpg, caption: 江}]")
    try trial.write("articles/lead.md", story)
    #expect(try build(trial).diagnostics.map(\.code).contains(.pictureProfile))
  }
}
