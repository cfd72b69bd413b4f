import Colour
import Geometry

extension AdvertisementPress {
  /// Fine enough for small type on newsprint.
  private static let picturePPI = 300

  /// A picture of the page on a sheet of its own: what is done with colours and mixtures that cannot be separated
  /// where they stand. `isInked`: the page knows inks alone, and a drawer of inks keeps them.
  func picturePlate(of path: String, _ separation: Separation, isInked: Bool)
    throws(AdvertisementFault) -> AdvertisementPlate
  {
    let page = try page(of: path)
    let (width, height) = (page.size.width.points, page.size.height.points)
    let trim = PDFRect(x0: 0, y0: 0, x1: width, y1: height)
    let picture: PlatePicture
    if isInked {
      let jpeg = try draw(try artwork(path), page, ppi: Self.picturePPI, as: .inks)
      guard let size = JPEGPixels.size(of: jpeg) else { throw .broken(reason: "no picture came") }
      picture = PlatePicture(
        width: size.width, height: size.height, isGrey: false, encoding: .jpeg(isInverted: true),
        bytes: jpeg)
    } else {
      picture = try separated(try self.picture(of: path, ppi: Self.picturePPI), separation)
    }
    do throws(PDFFault) {
      return AdvertisementPlate(
        document: try sheet(with: picture, trim), trim: trim, turn: 0)
    } catch { throw AdvertisementFault(error) }
  }

  private func separated(_ pixmap: [UInt8], _ separation: Separation) throws(AdvertisementFault)
    -> PlatePicture
  {
    // P6, width, height and 255, each with one blank after it.
    let words = pixmap.prefix(40).split(
      maxSplits: 4, omittingEmptySubsequences: false, whereSeparator: isBlank)
    guard words.count == 5, let width = Int(String(decoding: words[1], as: UTF8.self)),
      let height = Int(String(decoding: words[2], as: UTF8.self)),
      pixmap.count >= words[4].startIndex + width * height * 3
    else { throw .broken(reason: "no picture came") }
    let start = words[4].startIndex
    let target = InkTarget(separation: separation, isMask: false)
    let inks = target.pixels(Array(pixmap[start..<start + width * height * 3]))
    return PlatePicture(
      width: width, height: height, isGrey: false, encoding: .deflated, bytes: deflate(inks))
  }

  private func sheet(with picture: PlatePicture, _ trim: PDFRect) throws(PDFFault)
    -> [UInt8]
  {
    let document = try PDFDocument()
    let image = document.indirect(document.stream([]))
    let filter = picture.encoding == .deflated ? "/FlateDecode" : "/DCTDecode"
    image.replaceData(picture.bytes, filter: filter)
    let keys = [
      ("/Type", "/XObject"), ("/Subtype", "/Image"), ("/Width", "\(picture.width)"),
      ("/Height", "\(picture.height)"), ("/ColorSpace", "/DeviceCMYK"), ("/BitsPerComponent", "8"),
    ]
    for (key, value) in keys { image.set(key, document.parse(value)) }
    if picture.encoding == .jpeg(isInverted: true) {
      image.set("/Decode", document.parse("[1 0 1 0 1 0 1 0]"))
    }
    let (width, height) = (written(trim.width), written(trim.height))
    let page = document.parse(
      "<< /Type /Page /MediaBox [0 0 \(width) \(height)] /TrimBox [0 0 \(width) \(height)] "
        + "/Resources << /XObject << >> >> >>")
    page["/Resources"]["/XObject"].set("/Im", image)
    let content = Array("q \(width) 0 0 \(height) 0 0 cm /Im Do Q".utf8)
    page.set("/Contents", document.indirect(document.stream(content)))
    try document.append(page: document.indirect(page))
    return try document.written(PDFDocument.Form(version: "1.6", keepsStreams: true))
  }
}
