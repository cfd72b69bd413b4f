/// Reads one page of a finished print PDF with all that it draws.
struct PageCheck {
  let page: PDFObject
  let version: PDFXVersion
  private(set) var faults: [PageFault] = []

  init(page: PDFObject, version: PDFXVersion) { (self.page, self.version) = (page, version) }

  mutating func run() throws {
    checkBoxes()
    note(page["/Annots"].count == 0 && !page.has("/AA"), .annotation)
    let parts = try PageParts(page: page)
    try checkContents(parts)
    checkFonts(parts)
    checkPixels(parts)
    checkStates(parts)
  }

  private mutating func note(_ holds: Bool, _ fault: PageFault) {
    if !holds, !faults.contains(fault) { faults.append(fault) }
  }

  /// Trim in bleed in media; not both a trim and an art box (ISO 15930-7, 6.5).
  private mutating func checkBoxes() {
    guard let media = box("/MediaBox") else { return note(false, .box("/MediaBox")) }
    guard let trim = box("/TrimBox") else { return note(false, .box("/TrimBox")) }
    let bleed = box("/BleedBox") ?? trim
    note(bleed.lies(in: media), .box("/BleedBox"))
    note(trim.lies(in: bleed), .box("/TrimBox"))
    note(!page.has("/ArtBox"), .box("/ArtBox"))
    if let crop = box("/CropBox") { note(trim.lies(in: crop), .box("/CropBox")) }
  }

  private func box(_ key: String) -> PDFRect? {
    guard let numbers = page[key].numbers, numbers.count == 4 else { return nil }
    return PDFRect(x0: numbers[0], y0: numbers[1], x1: numbers[2], y1: numbers[3])
  }

  private mutating func checkContents(_ parts: PageParts) throws {
    let budget = UnpackingBudget()
    for part in parts.contents {
      var inspector = ContentInspector(part, matrix: .identity)
      inspector.run(try part.content(budget))
      note(!inspector.facts.hasScreenColours, .screenColour)
      // Advertisers answer for theirs, and were told.
      if part.kind == .page { note(!inspector.facts.hasWhiteOverprint, .whiteOverprint) }
      for stream in part.streams { checkFilters(stream) }
    }
  }

  private mutating func checkFonts(_ parts: PageParts) {
    for part in parts.contents {
      for (name, font) in part.resources["/Font"].entries {
        note(!font.lacksFontFile, .fontNotEmbedded(font["/BaseFont"].name ?? name))
      }
    }
  }

  private mutating func checkPixels(_ parts: PageParts) {
    for (image, _) in parts.images {
      checkFilters(image)
      for key in ["/Alternates", "/OPI"] { note(!image.has(key), .forbidden(key)) }
      if image["/ImageMask"].bool != true { checkSpace(image["/ColorSpace"]) }
      if image.has("/SMask") { noteTransparency() }
    }
    for (shading, _) in parts.shadings { checkSpace(shading["/ColorSpace"]) }
  }

  private mutating func checkSpace(_ space: PDFObject) {
    note(!PDFColourSpace(space).restsOnScreenColours, .screenColour)
  }

  /// ISO 15930-4, 6.3.3 and 6.9: no LZW, JBIG2 or JPEG 2000; PDF/X-4 has them all but LZW.
  private mutating func checkFilters(_ stream: PDFObject) {
    let never = ["/LZWDecode", "/LZW", "/Crypt"]
    let late = version == .x1a ? ["/JPXDecode", "/JBIG2Decode"] : []
    for filter in stream.filters where (never + late).contains(filter.name) {
      note(false, .forbidden(filter.name))
    }
    note(!stream.has("/F"), .forbidden("/F"))
  }

  private mutating func checkStates(_ parts: PageParts) {
    for state in parts.states {
      for key in ["/TR", "/HTP"] { note(!state.has(key), .forbidden(key)) }
    }
    if parts.isTransparent { noteTransparency() }
  }

  private mutating func noteTransparency() {
    let blends = page["/Group"]["/CS"].name == "/DeviceCMYK"
    note(version.allowsTransparency && blends, .transparency)
  }
}
