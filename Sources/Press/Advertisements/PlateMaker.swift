import Colour

/// Makes a page ready for the plates where it stands: lines stay lines and letters letters.
struct PlateMaker {
  let file: OpenAdvertisement
  let separation: Separation
  private let parts: PageParts

  init(_ file: OpenAdvertisement, _ separation: Separation) throws(AdvertisementFault) {
    (self.file, self.separation) = (file, separation)
    parts = try PageParts(page: file.page)
  }

  private func spaces(isMask: Bool) -> SpaceConversion {
    SpaceConversion(
      document: file.document, target: InkTarget(separation: separation, isMask: isMask),
      budget: file.budget)
  }

  /// The page's objects with no colours but inks. Contents first: they name spaces by resources that are changed
  /// after them.
  func convert() throws(ConversionFault) {
    for part in parts.contents { try rewrite(part) }
    for part in parts.contents { try convertResources(of: part) }
    for (shading, isMask) in parts.shadings { try spaces(isMask: isMask).convert(shading: shading) }
    for (image, isMask) in parts.images { try convert(image: image, isMask: isMask) }
    for state in parts.states { try clean(state: state) }
    for part in parts.contents { try convertGroup(of: part) }
  }

  private func rewrite(_ part: ContentPart) throws(ConversionFault) {
    let bytes: [UInt8]
    do throws(UnpackingFault) {
      bytes = try part.content(file.budget)
    } catch { throw .unpacking(error) }
    let spaces = spaces(isMask: part.isMask)
    var rewriter = ContentRewriter(part, spaces.target, ImageConversion(spaces: spaces))
    guard let written = try rewriter.rewrite(bytes) else { return }
    if part.kind == .page {
      let stream = file.document.indirect(file.document.stream([]))
      stream.replaceData(deflate(written), filter: "/FlateDecode")
      part.owner.set("/Contents", stream)
    } else {
      part.streams.first?.replaceData(deflate(written), filter: "/FlateDecode")
    }
  }

  private func convertResources(of part: ContentPart) throws(ConversionFault) {
    let named = part.resources["/ColorSpace"]
    for (key, space) in named.entries {
      if ["/DefaultRGB", "/DefaultGray", "/DefaultCMYK"].contains(key) {
        named.remove(key)
      } else if let replacement = try spaces(isMask: part.isMask).converted(space) {
        named.set(key, replacement)
      }
    }
    // Letters in such fonts make a picture of the page, so that nothing is set in what is still named here.
    let fonts = part.resources["/Font"]
    for (key, font) in fonts.entries where font.lacksFontFile { fonts.remove(key) }
    // Marked content names these; what they say of layers and tags is not for the plate.
    let properties = part.resources["/Properties"]
    for key in properties.keys { properties.set(key, file.document.dictionary()) }
    if part.kind != .glyph { part.owner.removeAll(PlateMaker.needless) }
  }

  private func convert(image: PDFObject, isMask: Bool) throws(ConversionFault) {
    image.removeAll(PlateMaker.needless + ["/Alternates"])
    try ImageConversion(spaces: spaces(isMask: isMask)).convert(image)
    for key in ["/SMask", "/Mask"] where image[key].isStream {
      image[key].removeAll(PlateMaker.needless)
      let space = image[key]["/ColorSpace"]
      if space.isArray { image[key].set("/ColorSpace", file.document.name("/DeviceGray")) }
    }
  }

  /// Transfer functions and halftones are the press's own affair (ISO 15930-7).
  private func clean(state: PDFObject) throws(ConversionFault) {
    state.removeAll(["/TR", "/TR2", "/HT", "/HTP", "/BG", "/BG2", "/UCR", "/UCR2"])
    let mask = state["/SMask"]
    let space = PDFColourSpace(mask["/G"]["/Group"]["/CS"])
    // A state that two parts share comes twice; its ground is one number then.
    guard let ground = mask["/BC"].numbers, ground.count == 3, space.isForScreens else { return }
    let target = InkTarget(separation: separation, isMask: true)
    let light = try target.numbers(of: space, ground).map(written).joined(separator: " ")
    mask.set("/BC", file.document.parse("[\(light)]"))
  }

  private func convertGroup(of part: ContentPart) throws(ConversionFault) {
    let group = part.owner["/Group"]
    guard group.has("/CS") else { return }
    if let space = try spaces(isMask: part.isMask).converted(group["/CS"]) {
      group.set("/CS", space)
    }
  }

  /// What programs keep for themselves, and what layers, tags and picture servers need.
  private static let needless = [
    "/PieceInfo", "/Metadata", "/LastModified", "/StructParent", "/StructParents", "/OC", "/OPI",
    "/AF", "/ID", "/Measure", "/PtData",
  ]
}

extension OpenAdvertisement {
  /// A PDF of the page alone, its sheet cut down to `trim`.
  func page(within trim: PDFRect, keepsGroup: Bool) throws(PDFFault) -> [UInt8] {
    let cut = document.dictionary()
    let box = [trim.x0, trim.y0, trim.x1, trim.y1].map(written).joined(separator: " ")
    cut.set("/Type", document.name("/Page"))
    for key in ["/MediaBox", "/TrimBox"] { cut.set(key, document.parse("[\(box)]")) }
    for key in ["/Resources", "/Contents", "/Rotate"] where page.has(key) {
      cut.set(key, page[key])
    }
    if keepsGroup, page.has("/Group") { cut.set("/Group", page["/Group"]) }
    let plate = try PDFDocument()
    try plate.append(page: try plate.copy(document.indirect(cut)))
    return try plate.written(PDFDocument.Form(version: "1.6", keepsStreams: true))
  }
}

extension PDFObject {
  func removeAll(_ keys: [String]) {
    for key in keys where has(key) { remove(key) }
  }
}
