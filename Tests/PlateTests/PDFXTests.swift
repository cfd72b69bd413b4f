import Colour
import Drawing
import Foundation
import Geometry
import Press
import Testing

/// The keys of PDF/X, read back by libqpdf and by qpdf's own check.
@Suite struct PDFXTests {
  private func trial(_ version: PDFXVersion = .x4) -> PlateTrial {
    var trial = PlateTrial([
      .begin(.link(to: "https://example.org")), .fill(rect(0, 0, 50, 50), Ink(m: 100, k: 0)),
      .end(.link(to: "https://example.org")), .stroke(rect(5, 5, 9, 9), weight: .points(1), .black),
    ])
    trial.version = version
    return trial
  }

  @Test(arguments: PDFXVersion.allCases)
  func `qpdf finds nothing wrong with the file`(version: PDFXVersion) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "banxin-x-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.pdf")
    try Data(try trial(version).pdf()).write(to: file)
    let said = try run("qpdf", ["--check", file.path])
    #expect(String(decoding: said, as: UTF8.self).contains("No syntax or stream encoding errors"))
  }

  @Test(arguments: PDFXVersion.allCases)
  func `the file says which standard it follows, in its information and in XMP alike`(
    version: PDFXVersion
  ) throws {
    let bytes = try trial(version).pdf()
    let document = try PDFDocument(reading: bytes)
    let information = document.trailer["/Info"]
    #expect(bytes.starts(with: "%PDF-\(version == .x4 ? "1.6" : "1.4")".utf8))
    #expect(information["/GTS_PDFXVersion"].text == version.name)
    #expect(information["/Trapped"].name == "/False")
    #expect(information["/CreationDate"].text == "D:20260318000000Z")
    #expect(information["/ModDate"].text == "D:20260318000000Z")
    #expect(information["/Title"].text == "印 & 刷")
    #expect(document.trailer["/ID"].count == 2)
    let metadata = document.root["/Metadata"]
    // A preflight program looks for the packet in the plain bytes (ISO 15930-7, 6.7.2).
    #expect(metadata["/Filter"].isNull)
    let xmp = String(decoding: try metadata.rawData(), as: UTF8.self)
    for entry in [
      "<pdfxid:GTS_PDFXVersion>\(version.name)</pdfxid:GTS_PDFXVersion>",
      "<pdf:Trapped>False</pdf:Trapped>", "<xmp:CreateDate>2026-03-18T00:00:00Z</xmp:CreateDate>",
      "<xmp:ModifyDate>2026-03-18T00:00:00Z</xmp:ModifyDate>", "印 &amp; 刷",
      "<xmp:MetadataDate>2026-03-18T00:00:00Z</xmp:MetadataDate>", "<xmpMM:DocumentID>uuid:",
      "<xmpMM:VersionID>1</xmpMM:VersionID>",
      "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
    ] { #expect(xmp.contains(entry), "\(entry)") }
  }

  @Test func `the printing condition stands in the file with its profile`() throws {
    let document = try PDFDocument(reading: try trial().pdf())
    let intents = document.root["/OutputIntents"]
    #expect(intents.count == 1)
    #expect(intents[0]["/S"].name == "/GTS_PDFX")
    #expect(intents[0]["/OutputConditionIdentifier"].text == "CGATS TR 002")
    #expect(intents[0]["/RegistryName"].text == "http://www.color.org")
    let profile = intents[0]["/DestOutputProfile"]
    #expect(profile["/N"].integer == 4)
    #expect(try profile.unpackedData() == newsprint?.bytes)
  }

  @Test func `boxes lie in each other, and marks outside the trim`() throws {
    var trial = trial()
    (trial.margin, trial.bleed) = (.millimetres(15), .millimetres(3))
    trial.outside = [
      .fill(
        Rect(
          x: .zero - .millimetres(10), y: .millimetres(5), width: .millimetres(2),
          height: .millimetres(2)), .black)
    ]
    let bytes = try trial.pdf()
    let page = try PDFDocument(reading: bytes).page(0)
    func box(_ key: String) throws -> PDFRect {
      let numbers = try #require(page[key].numbers)
      try #require(numbers.count == 4)
      return PDFRect(x0: numbers[0], y0: numbers[1], x1: numbers[2], y1: numbers[3])
    }
    let (media, bleed, trim) = (try box("/MediaBox"), try box("/BleedBox"), try box("/TrimBox"))
    #expect(trim.lies(in: bleed) && bleed.lies(in: media))
    #expect(abs(trim.x1 - trim.x0 - 100) < 0.01 && abs(trim.x0 - 42.52) < 0.01)
    #expect(abs(bleed.x0 - 34.016) < 0.01)
    #expect(page["/ArtBox"].isNull && page["/CropBox"].isNull)
    let plates = try Plates(of: bytes)
    #expect(plates.inks(16, 60) == [0, 0, 0, 255])
    #expect(plates.inks(45, 45) == [0, 255, 0, 0])
  }

  @Test func `nothing of a screen's file is left: links, tags, groups, colours`() throws {
    let document = try PDFDocument(reading: try trial().pdf())
    let page = document.page(0)
    for key in ["/Annots", "/Group", "/StructParents", "/AA"] { #expect(page[key].isNull) }
    for key in ["/Outlines", "/StructTreeRoot", "/OpenAction", "/Names", "/AcroForm"] {
      #expect(document.root[key].isNull)
    }
    let words = String(decoding: try page.contentData(), as: UTF8.self)
      .split { " \n".contains($0) }
    #expect(!words.contains("rg") && !words.contains("RG"))
    #expect(words.contains("k") && words.contains("K"))
  }

  @Test func `the same page gives the same bytes`() throws {
    #expect(try trial().pdf() == trial().pdf())
  }
}
