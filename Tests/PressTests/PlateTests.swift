import Colour
import Foundation
import Testing

@testable import Press

struct PlateTests {
  let folder: AdvertisementFolder
  let press = AdvertisementPress()
  let separation: Separation

  init() throws {
    folder = try AdvertisementFolder()
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = try Data(contentsOf: root.appending(path: "profiles/newsprint.icc"))
    separation = try Separation(to: try OutputProfile(bytes: [UInt8](bytes)), inkLimit: 220)
  }

  private func plate(_ pdf: HandMadePDF, transparency: Bool = true) throws -> AdvertisementPlate {
    try press.plate(
      of: try folder.write(pdf), separation: separation, allowsTransparency: transparency)
  }

  /// The content of a plate's page.
  private func content(_ plate: AdvertisementPlate) throws -> String {
    let page = try PDFDocument(reading: plate.document).page(0)
    return String(decoding: try page["/Contents"].unpackedData(), as: UTF8.self)
  }

  /// How much of each plate a page covers, by a drawer that is not ours: C, M, Y, K from 0 to 1.
  private func coverage(_ plate: AdvertisementPlate) throws -> [Double] {
    let path = try folder.write(plate.document, "plate.pdf")
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/gs")
    process.arguments = ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=ink_cov", "-o", "-", path]
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: " ").prefix(4).compactMap { Double($0) }.map { $0 / 100 }
  }

  private func expectNoScreenColours(_ plate: AdvertisementPlate) {
    let text = String(decoding: plate.document, as: UTF8.self)
    for word in ["/DeviceRGB", "/CalRGB", "/Lab", "/ICCBased"] {
      #expect(!text.contains(word), "\(word) is left")
    }
  }

  @Test func `content in inks passes byte for byte`() throws {
    let text = "q 0 .9 .8 .1 k\n% as it was\n10 10 50 50 re f Q .3 g /S cs .4 scn 0 0 9 9 re f"
    let spot = """
      /ColorSpace << /S [/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1
      /C0 [0 0 0 0] /C1 [0 .2 .8 0] >>] >>
      """
    let plate = try plate(HandMadePDF(text, resources: spot))
    #expect(try content(plate) == text)
    #expect(String(decoding: plate.document, as: UTF8.self).contains("/Gold"))
    #expect(plate.pictureReason == nil)
  }

  @Test func `colours of screens become inks where they are set`() throws {
    let plate = try plate(
      HandMadePDF("q 1 0 0 rg 0 0 100 100 re f Q 0 0 0 RG 0 g 1 1 m 5 5 l S"))
    let text = try content(plate)
    #expect(text.contains("0 0 0 1 K 0 g 1 1 m 5 5 l S"), "neutral is black alone, grey stays")
    #expect(text.hasPrefix("q "))
    #expect(text.contains(" k 0 0 100 100 re f Q"))
    #expect(!text.contains("rg"))
    let inks = separation.inks(red: 1, green: 0, blue: 0)
    let found = try coverage(plate)
    #expect(abs(found[1] - inks.m / 2) < 0.02)
    #expect(abs(found[2] - inks.y / 2) < 0.02)
  }

  @Test func `a named space of RGB is followed through q and Q`() throws {
    let plate = try plate(
      HandMadePDF(
        "/C cs .2 .2 .2 scn q /D cs .5 scn Q 0 0 0 sc",
        resources: "/ColorSpace << /C 5 0 R /D 6 0 R >>"
      ).adding(5, "[/ICCBased 7 0 R]").adding(6, "/DeviceGray").adding(7, stream: [], "/N 3"))
    #expect(try content(plate) == "/C cs 0 0 0 0.8 sc q /D cs .5 scn Q 0 0 0 1 sc\n")
    expectNoScreenColours(plate)
  }

  @Test func `pictures of RGB become pictures of inks`() throws {
    let keys = "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /Filter /FlateDecode"
    let grey: [UInt8] = [2, 128, 128, 128, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0]
    let pdf = HandMadePDF("200 0 0 100 0 0 cm /Im Do", resources: "/XObject << /Im 5 0 R >>")
      .adding(
        5, stream: deflate(grey),
        keys + " /ColorSpace /DeviceRGB /DecodeParms << /Predictor 15 /Colors 3 /Columns 2 >>")
    let plate = try plate(pdf)
    expectNoScreenColours(plate)
    let image = try PDFDocument(reading: plate.document).page(0)["/Resources"]["/XObject"]["/Im"]
    // The second row is the first one over again, by PNG's “up”.
    #expect(try image.unpackedData() == [0, 0, 0, 127, 0, 0, 0, 255, 0, 0, 0, 127, 0, 0, 0, 255])
  }

  @Test func `photographs of RGB become photographs of inks`() throws {
    let page = try folder.write(HandMadePDF("1 0 0 rg 0 0 200 100 re f"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftoppm")
    process.arguments = ["-singlefile", "-r", "72", "-jpeg", page, folder.path + "/photo"]
    try process.run()
    process.waitUntilExit()
    let photo = [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/photo.jpg")))
    let keys = "/Subtype /Image /Width 200 /Height 100 /BitsPerComponent 8 /Filter /DCTDecode"
    let pdf = HandMadePDF("200 0 0 100 0 0 cm /Im Do", resources: "/XObject << /Im 5 0 R >>")
      .adding(5, stream: photo, keys + " /ColorSpace /DeviceRGB")
    let plate = try plate(pdf)
    #expect(plate.pictureReason == nil)
    expectNoScreenColours(plate)
    let (inks, found) = (separation.inks(red: 1, green: 0, blue: 0), try coverage(plate))
    for (want, have) in zip([inks.c, inks.m, inks.y, inks.k], found) {
      #expect(abs(want - have) < 0.02)
    }
  }

  @Test func `a soft mask of RGB stays a mask of lightness`() throws {
    let state = "<< /SMask << /S /Luminosity /G 5 0 R /BC [0 0 0] >> >>"
    let pdf = HandMadePDF(
      "/M gs 0 0 0 1 k 0 0 200 100 re f", resources: "/ExtGState << /M \(state) >>"
    ).adding(
      5, stream: Array("1 1 1 rg 0 0 100 100 re f .5 .5 .5 rg 100 0 100 100 re f".utf8),
      "/Subtype /Form /BBox [0 0 200 100] /Group << /S /Transparency /CS /DeviceRGB >>")
    let plate = try plate(pdf)
    expectNoScreenColours(plate)
    let page = try PDFDocument(reading: plate.document).page(0)
    let mask = page["/Resources"]["/ExtGState"]["/M"]["/SMask"]
    let text = String(decoding: try mask["/G"].unpackedData(), as: UTF8.self)
    #expect(text == "1 g 0 0 100 100 re f 0.5 g 100 0 100 100 re f\n")
    #expect(mask["/BC"].numbers == [0])
    #expect(mask["/G"]["/Group"]["/CS"].name == "/DeviceGray")
  }

  @Test func `an index of RGB keeps its pixels`() throws {
    let keys = "/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8"
    let pdf = HandMadePDF("200 0 0 100 0 0 cm /Im Do", resources: "/XObject << /Im 5 0 R >>")
      .adding(5, stream: [0, 1], keys + " /ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]")
    let plate = try plate(pdf)
    expectNoScreenColours(plate)
    let image = try PDFDocument(reading: plate.document).page(0)["/Resources"]["/XObject"]["/Im"]
    #expect(try image.unpackedData() == [0, 1])
    #expect(image["/ColorSpace"][3].bytes == [0, 0, 0, 255, 0, 0, 0, 0])
  }

  @Test func `an inline picture is separated in its place`() throws {
    let plate = try plate(
      HandMadePDF("q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /RGB /F /AHx ID 404040> EI Q"))
    let text = try content(plate)
    #expect(text.contains("/CS /CMYK"))
    #expect(text.hasSuffix("EI Q\n"))
    let found = try coverage(plate)
    #expect(found[0] == 0 && found[3] > 0, "grey is black alone")
  }

  @Test func `gradients of RGB stay gradients`() throws {
    let function =
      "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [1 1 1] /N 1 >>"
    let plate = try plate(
      HandMadePDF(
        "/G sh",
        resources: "/Shading << /G << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 200 0] "
          + "/Function \(function) >> >>"))
    expectNoScreenColours(plate)
    let found = try coverage(plate)
    #expect(found[0] == 0 && found[1] == 0 && found[2] == 0)
    #expect(abs(found[3] - 0.5) < 0.02)
  }

  @Test func `what cannot be separated where it stands becomes a picture`() throws {
    let mesh = "<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1 0 1] /Function 5 0 R >>"
    let pdf = HandMadePDF("0 0 1 rg 0 0 100 100 re f", resources: "/Shading << /M \(mesh) >>")
      .adding(
        5, stream: Array("{ pop dup dup }".utf8),
        "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]")
    let plate = try plate(pdf)
    #expect(plate.pictureReason == .colours)
    expectNoScreenColours(plate)
    let inks = separation.inks(red: 0, green: 0, blue: 1)
    #expect(abs(try coverage(plate)[0] - inks.c / 2) < 0.02)
  }

  @Test func `transparency is flattened where the plates take none`() throws {
    let pdf = HandMadePDF(
      "/T gs 1 0 0 0 k 0 0 200 100 re f", resources: "/ExtGState << /T << /ca .5 >> >>")
    #expect(try plate(pdf).pictureReason == nil)
    let flat = try plate(pdf, transparency: false)
    #expect(flat.pictureReason == .transparency)
    let found = try coverage(flat)
    #expect(abs(found[0] - 0.5) < 0.02)
    // A JPEG of inks is exact to a 255th.
    #expect(found[1] < 0.01 && found[3] < 0.01)
  }

  @Test func `what is not for the plate is left behind`() throws {
    var pdf = HandMadePDF(
      "/OC /L BDC 0 g EMC", resources: "/Properties << /L << /Type /OCG /Name (secret) >> >>",
      page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] >>] /PieceInfo << /X (secret) >> "
        + "/Metadata 5 0 R /Group << /S /Transparency /CS /DeviceRGB >>"
    ).adding(5, stream: Array("secret".utf8))
    pdf.catalog = "/OpenAction << /S /JavaScript /JS (secret) >>"
    let plate = try plate(pdf)
    let text = String(decoding: plate.document, as: UTF8.self)
    for word in ["secret", "/Annots", "/JavaScript", "/Metadata", "/PieceInfo", "/DeviceRGB"] {
      #expect(!text.contains(word), "\(word) is left")
    }
  }

  @Test func `the same file gives the same bytes, its trim and its turn`() throws {
    let pdf = HandMadePDF(
      "1 0 0 rg 0 0 200 100 re f", page: "/TrimBox [10 20 190 90] /Rotate -90")
    let first = try plate(pdf)
    #expect(try plate(pdf) == first)
    #expect(first.trim == PDFRect(x0: 10, y0: 20, x1: 190, y1: 90))
    #expect(first.turn == 270)
    let inks = try press.inks(of: first, ppi: 72)
    let size = JPEGPixels.size(of: inks)
    #expect(size?.width == 70 && size?.height == 180)
  }
}

extension HandMadePDF {
  func adding(_ number: Int, _ text: String) -> HandMadePDF {
    var copy = self
    copy.add(number, text)
    return copy
  }

  func adding(_ number: Int, stream bytes: [UInt8], _ keys: String = "") -> HandMadePDF {
    var copy = self
    copy.add(number, stream: bytes, keys)
    return copy
  }
}
