/// Reads a finished print PDF as a printer's program would, and says what it breaks of its standard: ISO 15930-7:2010
/// (PDF/X-4) or ISO 15930-4:2003 (PDF/X-1a:2003). What was meant does not count, only what stands in the file.
package func preflight(_ file: [UInt8], as version: PDFXVersion) throws(FinishingFault)
  -> [PrintFault]
{
  do {
    let document = try PDFDocument(reading: file)
    var preflight = Preflight(document: document, version: version)
    try preflight.run(header: file.prefix(8))
    return preflight.faults
  } catch let fault as PDFFault {
    throw .pdf(fault.reason)
  } catch {
    throw .pdf("\(error)")
  }
}

private struct Preflight {
  let document: PDFDocument
  let version: PDFXVersion
  var faults: [PrintFault] = []

  mutating func run(header: ArraySlice<UInt8>) throws {
    let text = String(decoding: header, as: UTF8.self)
    note(text == "%PDF-\(version.pdfVersion)", .version(text))
    note(!document.isEncrypted, .encrypted)
    note(document.trailer["/ID"].count == 2, .noIdentifier)
    checkInformation()
    try checkMetadata()
    checkIntent()
    checkRoot()
    for index in 0..<max(0, document.pageCount) {
      var check = PageCheck(page: document.page(index), version: version)
      try check.run()
      faults += check.faults.map { .page(index, $0) }
    }
  }

  private mutating func note(_ holds: Bool, _ fault: PrintFault) {
    if !holds { faults.append(fault) }
  }

  private static let dates = ["/CreationDate", "/ModDate"]

  private mutating func checkInformation() {
    let information = document.trailer["/Info"]
    for key in ["/Title"] + Self.dates {
      note(!(information[key].text ?? "").isEmpty, .information(key))
    }
    for key in Self.dates {
      note(information[key].text?.hasPrefix("D:") ?? false, .information(key))
    }
    note(["/True", "/False"].contains(information["/Trapped"].name), .information("/Trapped"))
    note(information["/GTS_PDFXVersion"].text == version.name, .information("/GTS_PDFXVersion"))
  }

  /// PDF/X-4 is known by its packet; PDF/X-1a may have one, and then it has to agree too.
  private mutating func checkMetadata() throws {
    let metadata = document.root["/Metadata"]
    guard metadata.isStream else { return note(version == .x1a, .metadata("/Metadata")) }
    note(metadata["/Filter"].isNull, .metadata("/Filter"))
    let packet = String(decoding: try metadata.rawData(), as: UTF8.self)
    let title = document.trailer["/Info"]["/Title"].text ?? ""
    let wanted = [
      "pdfxid:GTS_PDFXVersion>\(version.name)<", "pdf:Trapped>", "xmp:CreateDate>",
      "xmp:ModifyDate>", "xmp:MetadataDate>", "xmpMM:DocumentID>", "xmpMM:VersionID>",
      "xmpMM:RenditionClass>", ">\(DocumentStatements.escaped(title))<",
    ]
    for entry in wanted { note(packet.contains(entry), .metadata(entry)) }
  }

  private mutating func checkIntent() {
    let intents = document.root["/OutputIntents"].items
      .filter { $0["/S"].name == "/GTS_PDFX" }
    let intent = intents.first ?? document.null
    let isSound =
      intents.count == 1 && intent["/DestOutputProfile"]["/N"].integer == 4
      && !(intent["/OutputConditionIdentifier"].text ?? "").isEmpty
    note(isSound, .outputIntent)
  }

  private mutating func checkRoot() {
    let root = document.root
    for key in ["/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/Names", "/Encrypt"]
    where root.has(key) { faults.append(.active(key)) }
  }
}
