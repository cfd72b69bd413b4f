extension AdvertisementPress {
  func inspect(_ artwork: Artwork) throws(AdvertisementFault) -> AdvertisementInspection {
    var inspection = try inspect(opened: try openSafely(artwork))
    if let drawing = artwork.drawing {
      inspection.isSetHere = drawing.hasText
      if drawing.hasScripts { inspection.active.append(.script) }
      if drawing.hasAnimation { inspection.active.append(.animation) }
      inspection.lowestPPI = inspection.lowestPPI.map { $0 * artwork.zoom }
      inspection.thinnestLine = inspection.thinnestLine.map { $0 / artwork.zoom }
    }
    return inspection
  }

  /// Looks an opened file over: what acts, what lies outside it, what its first page paints with.
  func inspect(opened file: OpenAdvertisement) throws(AdvertisementFault) -> AdvertisementInspection
  {
    var search = FileSearch(file.document)
    var inspection = AdvertisementInspection()
    inspection.active = try search.run()
    inspection.pages = file.document.pageCount
    inspection.isTurned = (file.page["/Rotate"].integer ?? 0) % 360 != 0
    inspection.cropDiffers = cropDiffers(file.page)
    let parts = try PageParts(page: file.page)
    var facts = try inspect(parts, file)
    for (image, isMask) in parts.images where image["/ImageMask"].bool != true {
      facts.notePixels(PDFColourSpace(image["/ColorSpace"]), isMask: isMask)
    }
    for (shading, isMask) in parts.shadings {
      facts.notePixels(PDFColourSpace(shading["/ColorSpace"]), isMask: isMask)
    }
    inspection.take(facts)
    inspection.hasTransparency = parts.isTransparent
    if hidesLayers(file.document) {
      inspection.pictureReason = .hiddenLayers
    } else if !inspection.missingFonts.isEmpty {
      inspection.pictureReason = .missingFonts
    }
    try measure(parts, file.budget)
    return inspection
  }

  private func inspect(_ parts: PageParts, _ file: OpenAdvertisement) throws(AdvertisementFault)
    -> InkedFacts
  {
    var facts = InkedFacts()
    var places: [Int: PDFMatrix] = [:]
    for part in parts.contents {
      let place = part.owner.number.flatMap { places[$0] } ?? .identity
      var inspector = ContentInspector(part, matrix: place)
      do throws(UnpackingFault) {
        inspector.run(try part.content(file.budget))
      } catch { throw AdvertisementFault(error) }
      facts.join(inspector.facts)
      places.merge(inspector.placed) { first, _ in first }
    }
    return facts
  }

  private func cropDiffers(_ page: PDFObject) -> Bool {
    guard let crop = page["/CropBox"].numbers, let trim = page["/TrimBox"].numbers,
      crop.count == 4, trim.count == 4
    else { return false }
    return zip(crop, trim).contains { abs($0 - $1) > 0.5 }
  }

  /// Layers that the file shows no reader unless asked (8.11.4.3).
  private func hidesLayers(_ document: PDFDocument) -> Bool {
    let shown = document.root["/OCProperties"]["/D"]
    return shown["/OFF"].count > 0 || shown["/BaseState"].name == "/OFF"
  }

  /// Unpacks every picture once, keeping nothing, so that no program after us unpacks more than is allowed.
  private func measure(_ parts: PageParts, _ budget: UnpackingBudget) throws(AdvertisementFault) {
    let pictures = parts.images.map(\.object)
    for picture in pictures + pictures.map({ $0["/SMask"] }).filter(\.isStream) {
      guard picture.filters.first?.name == "/FlateDecode" else { continue }
      do throws(UnpackingFault) {
        try measureInflated(try picture.packed(), budget)
      } catch { throw AdvertisementFault(error) }
    }
  }
}

extension AdvertisementInspection {
  fileprivate mutating func take(_ facts: InkedFacts) {
    missingFonts = facts.missingFonts.sorted()
    hasScreenColours = facts.hasScreenColours
    hasColours = facts.hasColours
    spots = facts.spots.sorted()
    hasFourColourBlackText = facts.hasFourColourBlackText
    hasWhiteOverprint = facts.hasWhiteOverprint
    (lowestPPI, thinnestLine) = (facts.lowestPPI, facts.thinnestLine)
  }
}

extension PageParts {
  /// Soft masks, part-covering colours and other blendings (ISO 32000-1, 11).
  var isTransparent: Bool {
    states.contains { state in
      let covers = [state["/ca"], state["/CA"]].compactMap(\.number64)
      let mask = state["/SMask"]
      let blend = state["/BM"].name ?? state["/BM"][0].name
      return covers.contains { $0 < 1 } || mask.isDictionary
        || ![nil, "/Normal", "/Compatible"].contains(blend)
    }
      || images.contains { $0.object["/SMask"].isStream }
      || contents.contains {
        $0.kind == .form && $0.owner["/Group"]["/S"].name == "/Transparency"
      }
  }
}
