import Drawing

/// Makes a print PDF of what Cairo drew (印前收尾): inks for colours, plates for places, boxes, the output intent
/// and the statements of PDF/X.
///
/// The same order gives the same bytes. What Cairo is not known to write is a fault, never passed on.
package func finish(_ drawn: [UInt8], as order: FinishingOrder) throws(FinishingFault) -> [UInt8] {
  do {
    return try Finisher(drawn, order).finished()
  } catch let fault as FinishingFault {
    throw fault
  } catch let fault as PDFFault {
    throw .pdf(fault.reason)
  } catch {
    throw .pdf("\(error)")
  }
}

private struct Finisher {
  let document: PDFDocument
  let order: FinishingOrder
  let places: PlatePlaces
  let statements: DocumentStatements
  let states: [(name: String, object: PDFObject)]

  init(_ drawn: [UInt8], _ order: FinishingOrder) throws {
    document = try PDFDocument(reading: drawn)
    try document.settlePages()
    self.order = order
    places = PlatePlaces(order.contents, in: document)
    statements = DocumentStatements(order.identity, order.version, of: drawn)
    states = OverprintState.allCases.map { [document] state in
      (state.name, document.indirect(document.parse(state.dictionary)))
    }
  }

  func finished() throws -> [UInt8] {
    for index in 0..<document.pageCount { try finish(document.page(index), index) }
    let root = document.root
    for key in root.keys where !Finisher.keptInRoot.contains(key) { root.remove(key) }
    OutputIntent(profile: order.profile).add(to: document)
    statements.add(to: document)
    return try document.written(PDFDocument.Form(version: order.version.pdfVersion))
  }

  /// Outlines, links and tags are for readers on a screen.
  private static let keptInRoot = ["/Type", "/Pages", "/PageLabels"]
  private static let keptInPages = [
    "/Type", "/Parent", "/MediaBox", "/Contents", "/Resources",
  ]

  private func finish(_ page: PDFObject, _ index: Int) throws {
    // /Group: Cairo's is in RGB, and nothing of ours is transparent.
    for key in page.keys where !Finisher.keptInPages.contains(key) { page.remove(key) }
    page.set("/TrimBox", document.parse(order.boxes[index].trim.array))
    page.set("/BleedBox", document.parse(order.boxes[index].bleed.array))
    guard let content = InkRewriting(keys: order.keys).rewritten(try page.contentData()) else {
      throw FinishingFault.unknownColour(page: index)
    }
    page.set("/Contents", document.indirect(document.stream(content)))
    let resources = page["/Resources"]
    for kind in ["/Shading", "/Pattern"] where !resources[kind].keys.isEmpty {
      throw FinishingFault.unexpected(page: index, what: kind)
    }
    addStates(to: resources)
    try fillPlaces(of: resources["/XObject"], index)
    if try PageParts(page: page).isTransparent {
      // What an advertiser made transparent is blended in the page's own inks (ISO 15930-7, 6.3).
      page.set(
        "/Group", document.parse("<< /Type /Group /S /Transparency /CS /DeviceCMYK /I true >>"))
    }
  }

  private func addStates(to resources: PDFObject) {
    if !resources.has("/ExtGState") { resources.set("/ExtGState", document.dictionary()) }
    for state in states { resources["/ExtGState"].set(state.name, state.object) }
  }

  private func fillPlaces(of objects: PDFObject, _ index: Int) throws {
    for name in objects.keys {
      guard let number = try objects[name].placeNumber, let content = try places.object(number)
      else { throw FinishingFault.strayPicture(page: index) }
      objects.set(name, content)
    }
  }
}
