import Drawing
import Geometry
import Press
import Testing

/// A sound print PDF, and the same with one thing wrong at a time.
@Suite struct PreflightTests {
  private func trial(_ version: PDFXVersion) -> PlateTrial {
    var trial = PlateTrial([
      .fill(rect(0, 0, 50, 50), Ink(m: 100, k: 0)),
      .stroke(rect(5, 5, 9, 9), weight: .points(1), .black), picture(0, rect(60, 60, 20, 20)),
    ])
    trial.version = version
    trial.contents = [
      .page(
        AdvertisementPlate(
          document: TestPDF.page("0 1 0 0 k 0 0 9 9 re f", media: "[0 0 20 20]"),
          trim: PDFRect(x0: 0, y0: 0, x1: 20, y1: 20)))
    ]
    return trial
  }

  @Test(arguments: PDFXVersion.allCases)
  func `a finished file breaks nothing`(version: PDFXVersion) throws {
    #expect(try preflight(try trial(version).pdf(), as: version) == [])
  }

  /// What is done to a sound file, and what is then found.
  struct Damage: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var version = PDFXVersion.x4
    var fault: PrintFault
    var harm: @Sendable (PDFDocument) throws -> Void

    init(
      _ name: String, _ fault: PrintFault, version: PDFXVersion = .x4,
      _ harm: @escaping @Sendable (PDFDocument) throws -> Void
    ) {
      (testDescription, self.fault, self.version, self.harm) = (name, fault, version, harm)
    }

    /// Damage to the first page.
    static func page(
      _ name: String, _ fault: PageFault, version: PDFXVersion = .x4,
      _ harm: @escaping @Sendable (PDFObject, PDFDocument) throws -> Void
    ) -> Damage {
      Damage(name, .page(0, fault), version: version) { try harm($0.page(0), $0) }
    }

    /// Operators after those of the first page.
    static func content(_ operators: String, _ fault: PageFault) -> Damage {
      .page(operators, fault) { page, document in
        let content = try page.contentData() + Array("\n\(operators)".utf8)
        page.set("/Contents", document.indirect(document.stream(content)))
      }
    }
  }

  static let damages: [Damage] = [
    Damage("an information without a title", .information("/Title")) {
      $0.trailer["/Info"].remove("/Title")
    },
    Damage("a date in another form", .information("/ModDate")) {
      $0.trailer["/Info"].set("/ModDate", $0.text("2026-03-18"))
    },
    Damage("trapping unknown", .information("/Trapped")) {
      $0.trailer["/Info"].set("/Trapped", $0.name("/Unknown"))
    },
    Damage("another standard in the information", .information("/GTS_PDFXVersion")) {
      $0.trailer["/Info"].set("/GTS_PDFXVersion", $0.text("PDF/X-3:2003"))
    },
    Damage("no packet", .metadata("/Metadata")) { $0.root.remove("/Metadata") },
    Damage("a packet with another title", .metadata(">别的<")) {
      $0.trailer["/Info"].set("/Title", $0.text("别的"))
    },
    Damage("no output intent", .outputIntent) { $0.root.remove("/OutputIntents") },
    Damage("an output intent without a profile", .outputIntent) {
      $0.root["/OutputIntents"][0].remove("/DestOutputProfile")
    },
    Damage("a script", .active("/OpenAction")) {
      $0.root.set("/OpenAction", $0.parse("<< /S /JavaScript /JS (app.beep()) >>"))
    },
    Damage("layers", .active("/OCProperties")) {
      $0.root.set("/OCProperties", $0.dictionary())
    },
    .page("no trim box", .box("/TrimBox")) { page, _ in page.remove("/TrimBox") },
    .page("a trim box beyond the bleed", .box("/TrimBox")) { page, document in
      page.set("/TrimBox", document.parse("[-5 0 100 100]"))
    },
    .page("an art box", .box("/ArtBox")) { page, document in
      page.set("/ArtBox", document.parse("[0 0 100 100]"))
    },
    .page("a crop box in the trim", .box("/CropBox")) { page, document in
      page.set("/CropBox", document.parse("[10 10 90 90]"))
    },
    .page("a note", .annotation) { page, document in
      page.set("/Annots", document.parse("[<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] >>]"))
    },
    .page("a font that is not there", .fontNotEmbedded("/Courier")) { page, document in
      page["/Resources"].set("/Font", document.dictionary())
      page["/Resources"]["/Font"].set(
        "/F9", document.parse("<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"))
    },
    .content("1 0 0 rg 0 0 5 5 re f", .screenColour),
    .content("/DeviceRGB cs 1 0 0 sc 0 0 5 5 re f", .screenColour),
    .content("/BxOverF gs 0 0 0 0 k 0 0 5 5 re f", .whiteOverprint),
    .page("a picture in RGB", .screenColour) { page, document in
      let image = document.stream([255, 0, 0])
      for (key, value) in [
        ("/Type", "/XObject"), ("/Subtype", "/Image"), ("/ColorSpace", "/DeviceRGB"),
      ] { image.set(key, document.name(value)) }
      for key in ["/Width", "/Height"] { image.set(key, document.integer(1)) }
      image.set("/BitsPerComponent", document.integer(8))
      page["/Resources"]["/XObject"].set("/Im9", document.indirect(image))
    },
    .page("half-covering ink without a group", .transparency) { page, document in
      page["/Resources"]["/ExtGState"].set("/Half", document.parse("<< /ca 0.5 >>"))
    },
    .page("half-covering ink in PDF/X-1a", .transparency, version: .x1a) { page, document in
      page["/Resources"]["/ExtGState"].set("/Half", document.parse("<< /ca 0.5 >>"))
      page.set("/Group", document.parse("<< /S /Transparency /CS /DeviceCMYK >>"))
    },
    .page("a transfer function", .forbidden("/TR")) { page, document in
      page["/Resources"]["/ExtGState"].set("/Tr", document.parse("<< /TR /Identity >>"))
    },
  ]

  @Test(arguments: damages)
  func `what is wrong with a file is found, and nothing else`(damage: Damage) throws {
    let document = try PDFDocument(reading: try trial(damage.version).pdf())
    try document.settlePages()
    try damage.harm(document)
    let file = try document.written(PDFDocument.Form(version: damage.version.pdfVersion))
    #expect(try preflight(file, as: damage.version) == [damage.fault])
  }

  @Test func `a file of one standard is none of the other`() throws {
    let faults = try preflight(try trial(.x4).pdf(), as: .x1a)
    #expect(faults.contains(.version("%PDF-1.6")))
    #expect(faults.contains(.information("/GTS_PDFXVersion")))
  }
}
