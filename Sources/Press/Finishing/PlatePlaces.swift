import Colour
import Drawing

/// The objects that stand in a document's numbered places, each made once.
final class PlatePlaces {
  private let document: PDFDocument
  private let contents: [PlateContent]
  private var objects: [Int: PDFObject] = [:]
  /// Documents that pages were taken from: their streams are read when this one is written.
  private var sources: [PDFDocument] = []

  init(_ contents: [PlateContent], in document: PDFDocument) {
    (self.contents, self.document) = (contents, document)
  }

  /// What stands in a place; nil for a number that there is not.
  func object(_ number: Int) throws(PDFFault) -> PDFObject? {
    if let object = objects[number] { return object }
    guard contents.indices.contains(number) else { return nil }
    let object: PDFObject
    switch contents[number] {
    case .picture(let picture): object = image(picture)
    case .page(let page): object = try form(page)
    }
    objects[number] = object
    return object
  }

  /// An image XObject (ISO 32000-1, 8.9.5).
  private func image(_ picture: PlatePicture) -> PDFObject {
    let image = document.stream([])
    let filter =
      switch picture.encoding {
      case .jpeg: "/DCTDecode"
      case .deflated: "/FlateDecode"
      }
    image.replaceData(picture.bytes, filter: filter)
    image.set("/Type", document.name("/XObject"))
    image.set("/Subtype", document.name("/Image"))
    image.set("/Width", document.integer(picture.width))
    image.set("/Height", document.integer(picture.height))
    image.set("/BitsPerComponent", document.integer(8))
    image.set("/ColorSpace", document.name(picture.isGrey ? "/DeviceGray" : "/DeviceCMYK"))
    if picture.encoding == .jpeg(isInverted: true), !picture.isGrey {
      image.set("/Decode", document.parse("[1 0 1 0 1 0 1 0]"))
    }
    return document.indirect(image)
  }

  /// An advertiser's page as a form XObject (8.10) that fills the unit square, as an image does.
  private func form(_ plate: AdvertisementPlate) throws(PDFFault) -> PDFObject {
    let source = try PDFDocument(reading: plate.document)
    sources.append(source)
    try source.settlePages()
    let page = source.page(0)
    let form = try content(of: page, in: source)
    for key in ["/Resources", "/Group"] where page.has(key) {
      form.set(key, try document.copy(source.indirect(page[key])))
    }
    form.set("/Type", document.name("/XObject"))
    form.set("/Subtype", document.name("/Form"))
    form.set("/BBox", document.parse(plate.trim.array))
    form.set("/Matrix", document.parse(plate.toUnitSquare))
    return form
  }

  /// The page's content as one stream: untouched where it is one.
  private func content(of page: PDFObject, in source: PDFDocument) throws(PDFFault) -> PDFObject {
    let contents = page["/Contents"]
    if contents.isStream { return try document.copy(contents) }
    return document.indirect(document.stream(try page.contentData()))
  }
}

extension PDFObject {
  /// The number that a place's one-pixel picture carries; nil for other pictures.
  var placeNumber: Int? {
    get throws(PDFFault) {
      guard self["/Subtype"].name == "/Image", self["/Width"].integer == 1 else { return nil }
      let bytes = try rawData()
      let sign = Array(PlaceSign.text.utf8)
      guard bytes.count > 6 + sign.count, bytes[6...].starts(with: sign) else { return nil }
      let digits = bytes[(6 + sign.count)...].prefix { $0 != UInt8(ascii: ";") }
      return Int(String(decoding: digits, as: UTF8.self))
    }
  }
}

extension AdvertisementPlate {
  /// The matrix that takes its trim box, turned as the page is to be seen, to the unit square.
  var toUnitSquare: String {
    let (a, b) = (1 / trim.width, 1 / trim.height)
    let (x, y) = (trim.x0 * a, trim.y0 * b)
    let matrix: [Double] =
      switch turn {
      case 90: [0, -a, b, 0, -y, 1 + x]
      case 180: [-a, 0, 0, -b, 1 + x, 1 + y]
      case 270: [0, a, -b, 0, 1 + y, -x]
      default: [a, 0, 0, b, -x, -y]
      }
    return "[" + matrix.map(AdvertisementPlate.fine).joined(separator: " ") + "]"
  }

  /// A number with nine decimals: a page of 1500 points is scaled to 1.
  private static func fine(_ value: Double) -> String {
    let whole = Int((value * 1_000_000_000).rounded())
    let digits = String(abs(whole) % 1_000_000_000)
    let padded = String(repeating: "0", count: 9 - digits.count) + digits
    return "\(whole < 0 ? "-" : "")\(abs(whole) / 1_000_000_000).\(padded)"
  }
}
