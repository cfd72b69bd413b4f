import Colour

/// An advertisement ready for the plates (制版稿): inks and nothing else.
package struct AdvertisementPlate: Hashable, Sendable {
  /// A PDF of one page and of what that page needs; its sheet is `trim`.
  package var document: [UInt8]
  package var trim: PDFRect
  /// How far the page is to be turned clockwise: 0, 90, 180 or 270 degrees.
  package var turn: Int
  /// How many times as large as the page the sheet is: a plate is fitted into its place, whatever its size.
  var zoom = 1
  /// Why it is a picture of the page; nil when lines and letters stayed what they were.
  package var pictureReason: PictureReason?

  package init(
    document: [UInt8], trim: PDFRect, turn: Int = 0, pictureReason: PictureReason? = nil
  ) {
    (self.document, self.trim, self.turn) = (document, trim, turn)
    self.pictureReason = pictureReason
  }
}

extension AdvertisementPress {
  /// Makes a file's first page ready for the plates: RGB is separated once, all else stays as the advertiser made it.
  /// `allowsTransparency`: false for PDF/X-1a.
  package func plate(
    of path: String, separation: Separation, allowsTransparency: Bool
  ) throws(AdvertisementFault) -> AdvertisementPlate {
    let inspection = try inspect(path)
    let artwork = try artwork(path)
    let file = try openSafely(artwork)
    var reason = inspection.pictureReason
    if inspection.hasTransparency, !allowsTransparency { reason = reason ?? .transparency }
    if reason == nil {
      do throws(ConversionFault) {
        var plate = try plate(file, separation, keepsGroup: inspection.hasTransparency)
        plate.zoom = artwork.zoom
        return plate
      } catch {
        if case .unpacking(let fault) = error { throw AdvertisementFault(fault) }
        reason = .colours
      }
    }
    var plate = try picturePlate(of: path, separation, isInked: !inspection.hasScreenColours)
    plate.pictureReason = reason
    return plate
  }

  private func plate(_ file: OpenAdvertisement, _ separation: Separation, keepsGroup: Bool)
    throws(ConversionFault) -> AdvertisementPlate
  {
    guard let trim = PDFRect(trimOf: file.page) else { throw .unconvertible }
    let turn = (((file.page["/Rotate"].integer ?? 0) % 360) + 360) % 360
    guard turn % 90 == 0 else { throw .unconvertible }
    do {
      let maker = try PlateMaker(file, separation)
      try maker.convert()
      let document = try file.page(within: trim, keepsGroup: keepsGroup)
      return AdvertisementPlate(document: document, trim: trim, turn: turn)
    } catch let fault as ConversionFault {
      throw fault
    } catch { throw .unconvertible }
  }

  /// The ready page inside its trim as a CMYK JPEG, turned as it is to stand. 0 means all of an ink, as in Adobe's
  /// files.
  package func inks(of plate: AdvertisementPlate, ppi: Int) throws(AdvertisementFault) -> [UInt8] {
    try drawInks(
      ["-r", "\(Double(ppi) / Double(plate.zoom))"],
      of: Artwork(argument: Program.inputPath, input: plate.document))
  }
}

extension PDFRect {
  init?(_ object: PDFObject) {
    guard let n = object.numbers, n.count == 4, n.allSatisfy(\.isFinite) else { return nil }
    self.init(
      x0: min(n[0], n[2]), y0: min(n[1], n[3]), x1: max(n[0], n[2]), y1: max(n[1], n[3]))
    guard width >= 1, height >= 1, width <= 14_400, height <= 14_400 else { return nil }
  }

  /// TrimBox, else CropBox, else MediaBox, as far as it lies on the sheet (ISO 32000-1, 14.11.2).
  init?(trimOf page: PDFObject) {
    guard let media = PDFRect(page["/MediaBox"]) else { return nil }
    self =
      PDFRect(page["/TrimBox"]) ?? PDFRect(page["/CropBox"]) ?? media
    (x0, y0) = (max(x0, media.x0), max(y0, media.y0))
    (x1, y1) = (min(x1, media.x1), min(y1, media.y1))
    if width < 1 || height < 1 { self = media }
  }
}
