import Foundation
import Testing

@testable import Press

/// Files that harm, each made by hand: all are refused or made harmless, and none brings us down.
struct InspectionTests {
  let folder: AdvertisementFolder
  let press = AdvertisementPress()

  init() throws { folder = try AdvertisementFolder() }

  private func inspect(_ pdf: HandMadePDF) throws -> AdvertisementInspection {
    try press.inspect(try folder.write(pdf))
  }

  private func fault(_ bytes: [UInt8]) throws -> AdvertisementFault? {
    let path = try folder.write(bytes)
    do throws(AdvertisementFault) {
      _ = try press.inspect(path)
      return nil
    } catch { return error }
  }

  private func isBroken(_ fault: AdvertisementFault?) -> Bool {
    if case .broken(let reason)? = fault { return !reason.isEmpty }
    return false
  }

  @Test func `a plain file has nothing to complain of`() throws {
    var plain = AdvertisementInspection()
    plain.hasColours = true
    #expect(try inspect(HandMadePDF("1 0 0 0 k 0 0 100 100 re f")) == plain)
  }

  @Test func `an encrypted file is refused, whoever may open it`() throws {
    let plain = try folder.write(HandMadePDF("0 g"))
    for user in ["", "user"] {
      let locked = folder.path + "/locked.pdf"
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/qpdf")
      process.arguments = ["--encrypt", user, "owner", "256", "--", plain, locked]
      try process.run()
      process.waitUntilExit()
      #expect(throws: AdvertisementFault.encrypted) { try press.inspect(locked) }
    }
  }

  @Test(arguments: [
    ("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "script"),
    ("/OpenAction << /S /Launch /F (cmd.exe) >>", "launch"),
    ("/AA << /WC << /S /SubmitForm /F (http://x) >> >>", "action"),
    (
      "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /EF << >> >>] >> >>",
      "embeddedFile"
    ),
    ("/AcroForm << /Fields [<< /T (name) >>] >>", "form"),
  ])
  func `what acts is named`(catalog: String, part: String) throws {
    var pdf = HandMadePDF("0 g")
    pdf.catalog = catalog
    #expect(try inspect(pdf).active.map(\.rawValue) == [part])
  }

  @Test func `a script under an annotation is found, a link is not worth a word`() throws {
    let link = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://x) >> >>"
    #expect(try inspect(HandMadePDF("0 g", page: "/Annots [\(link)]")).active == [])
    let script = link.replacing("/S /URI /URI (http://x)", with: "/S /JavaScript /JS (x)")
    #expect(try inspect(HandMadePDF("0 g", page: "/Annots [\(script)]")).active == [.script])
  }

  @Test func `a stream in another file is refused`() throws {
    var pdf = HandMadePDF("/Im Do", resources: "/XObject << /Im 5 0 R >>")
    let keys = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
    pdf.add(5, stream: [0], keys + " /ColorSpace /DeviceGray /F (/etc/passwd)")
    #expect(try fault(pdf.bytes) == .external("/F"))
  }

  @Test func `a page of another file, a picture server and PostScript are refused`() throws {
    for (keys, key) in [
      ("/Subtype /Form /BBox [0 0 9 9] /Ref << /F (x.pdf) /Page 0 >>", "/Ref"),
      ("/Subtype /Form /BBox [0 0 9 9] /OPI << /2.0 << >> >>", "/OPI"),
      ("/Subtype /PS", "PostScript"),
    ] {
      var pdf = HandMadePDF("/Fm Do", resources: "/XObject << /Fm 5 0 R >>")
      pdf.add(5, stream: Array("0 g".utf8), "/Type /XObject \(keys)")
      #expect(try fault(pdf.bytes) == .external(key))
    }
  }

  @Test func `a tree of pages that is its own branch is refused`() throws {
    var pdf = HandMadePDF("0 g")
    pdf.add(2, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    let found = try fault(pdf.bytes)
    #expect(isBroken(found) || found == .noPages)
  }

  @Test func `arrays in arrays without end are refused`() throws {
    var pdf = HandMadePDF("0 g")
    let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    pdf.catalog = "/Deep \(deep)"
    #expect(isBroken(try fault(pdf.bytes)))
  }

  @Test func `a table that leads back to itself and one that leads nowhere are refused`() throws {
    let whole = HandMadePDF("0 g").bytes
    let text = String(decoding: whole, as: UTF8.self)
    let at = try #require(text.range(of: "xref\n")).lowerBound.utf16Offset(in: text)
    let loop = text.replacing("/Root 1 0 R", with: "/Root 1 0 R /Prev \(at)")
    #expect(isBroken(try fault(Array(loop.utf8))))
    #expect(isBroken(try fault(Array(text.replacing("startxref\n", with: "startxref\n9").utf8))))
    #expect(isBroken(try fault(Array(whole.prefix(whole.count / 2)))))
  }

  @Test func `a stream that unpacks without end is refused`() throws {
    let zeros = deflate([UInt8](repeating: 0x20, count: 300 << 20))
    var content = HandMadePDF("")
    content.add(4, stream: zeros, "/Filter /FlateDecode")
    #expect(try fault(content.bytes) == .unpacksTooFar(limit: 256))
    var picture = HandMadePDF("/Im Do", resources: "/XObject << /Im 5 0 R >>")
    let keys = "/Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    picture.add(5, stream: zeros, keys + " /Filter /FlateDecode")
    #expect(try fault(picture.bytes) == .unpacksTooFar(limit: 256))
  }

  @Test func `a form that draws itself comes to an end`() throws {
    var pdf = HandMadePDF("/Fm Do", resources: "/XObject << /Fm 5 0 R >>")
    let keys = "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 5 0 R >> >>"
    pdf.add(5, stream: Array("1 0 0 rg /Fm Do".utf8), keys)
    #expect(try inspect(pdf).hasScreenColours)
  }

  @Test func `what the printer has to know is found`() throws {
    let resources = """
      /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>
      /ExtGState << /O << /OP true >> /T << /ca .5 >> >>
      /ColorSpace << /S [/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1
      /C0 [0 0 0 0] /C1 [0 .2 .8 0] >>] >>
      """
    let found = try inspect(
      HandMadePDF(
        "BT /F 9 Tf .5 .5 .5 .9 k (a) Tj ET /S cs 1 scn /O gs 0 0 0 0 k 0 0 9 9 re f /T gs "
          + ".1 w 0 0 m 9 9 l S", resources: resources,
        page: "/Rotate 90 /TrimBox [0 0 200 100] /CropBox [0 0 100 100]"))
    #expect(found.missingFonts == ["Helvetica"])
    #expect(found.pictureReason == .missingFonts)
    #expect(found.hasFourColourBlackText)
    #expect(found.spots == ["Gold"])
    #expect(found.hasWhiteOverprint)
    #expect(found.hasTransparency)
    #expect(found.thinnestLine == 100)
    #expect(found.isTurned)
    #expect(found.cropDiffers)
    #expect(!found.hasScreenColours)
  }

  @Test func `a picture's resolution counts as it is placed`() throws {
    var pdf = HandMadePDF(
      "q .5 0 0 .5 0 0 cm /Fm Do Q", resources: "/XObject << /Fm 5 0 R >>")
    pdf.add(
      5, stream: Array("144 0 0 144 0 0 cm /Im Do".utf8),
      "/Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /Im 6 0 R >> >>")
    let keys = "/Subtype /Image /Width 90 /Height 90 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    pdf.add(6, stream: [UInt8](repeating: 9, count: 8100), keys)
    #expect(try inspect(pdf).lowestPPI == 90)
  }

  @Test func `numbers past all measure are no crash`() throws {
    let huge = String(repeating: "9", count: 400)
    let content = """
      \(huge) Tr \(huge) w \(huge) 0 0 \(huge) 0 0 cm 99999999999999999999 w 0 0 m 9 9 l S
      99999999999999999999 Tr BT (a) Tj ET 1e9 rg \(huge) 0 0 rg BI /W \(huge) /H -1 ID x EI
      /None Do /None gs /None cs 1 2 3 scn Q Q Q
      """
    #expect(try inspect(HandMadePDF(content)).hasScreenColours)
  }
}
