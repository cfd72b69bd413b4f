import Geometry

/// What is known of an advertiser's PDF before it is drawn (广告文件).
package struct AdvertisementPage: Hashable, Sendable {
  /// The first page as it is to be printed: its TrimBox, turned as the file says. Without a TrimBox
  /// the CropBox counts, without that the MediaBox (ISO 32000-1, 14.11.2).
  package var size: Size
  package var pages: Int
  /// The part of the whole sheet to show, in points from its top left as it is turned.
  var trim: (x: Double, y: Double, width: Double, height: Double) {
    (trimX, trimY, size.width.points, size.height.points)
  }
  private var trimX: Double
  private var trimY: Double
}

extension AdvertisementPage {
  /// Reads what `pdfinfo -box` says of the first page.
  init(pdfinfo text: String) throws(AdvertisementFault) {
    var fields: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].split(separator: " ").filter { $0 != "1" }.joined(separator: " ")
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      if fields[name] == nil { fields[name] = String(value) }
    }
    guard let pages = fields["Pages"].flatMap({ Int($0) }), pages > 0 else { throw .noPages }
    guard let media = Box(fields["Page MediaBox"]), media.isUsable else {
      throw .broken(reason: "the first page has no size")
    }
    let crop = Box(fields["Page CropBox"]).flatMap { $0.isUsable ? $0 : nil } ?? media
    let trim = Box(fields["Page TrimBox"]).flatMap { $0.isUsable ? $0 : nil } ?? crop
    let turn = fields["Page rot"].flatMap { Int($0) } ?? 0
    self.init(
      media: media, trim: trim.within(media), turn: ((turn % 360) + 360) % 360, pages: pages)
  }

  /// The page of a drawing that was drawn larger than it is.
  func shrunk(by zoom: Int) -> AdvertisementPage {
    var page = self
    page.size = Size(width: size.width / zoom, height: size.height / zoom)
    (page.trimX, page.trimY) = (trimX / Double(zoom), trimY / Double(zoom))
    return page
  }

  private init(media: Box, trim: Box, turn: Int, pages: Int) {
    let (left, right) = (trim.x0 - media.x0, media.x1 - trim.x1)
    let (top, bottom) = (media.y1 - trim.y1, trim.y0 - media.y0)
    let isSideways = turn == 90 || turn == 270
    let (width, height) = isSideways ? (trim.height, trim.width) : (trim.width, trim.height)
    size = Size(width: .points(width), height: .points(height))
    self.pages = pages
    // Turning clockwise brings the left side up, the foot to the left.
    (trimX, trimY) =
      switch turn {
      case 90: (bottom, left)
      case 180: (right, bottom)
      case 270: (top, right)
      default: (left, top)
      }
  }

  /// A PDF rectangle, y up.
  private struct Box {
    var x0, y0, x1, y1: Double

    init?(_ text: String?) {
      let values = (text ?? "").split(separator: " ").compactMap { Double($0) }
      guard values.count == 4, values.allSatisfy(\.isFinite) else { return nil }
      (x0, x1) = (min(values[0], values[2]), max(values[0], values[2]))
      (y0, y1) = (min(values[1], values[3]), max(values[1], values[3]))
    }

    var width: Double { x1 - x0 }
    var height: Double { y1 - y0 }
    /// Between a point and a PDF's largest page.
    var isUsable: Bool { width >= 1 && height >= 1 && width <= 14_400 && height <= 14_400 }

    /// The part that lies on the sheet; all of the sheet when none does.
    func within(_ sheet: Box) -> Box {
      var box = self
      (box.x0, box.y0) = (max(x0, sheet.x0), max(y0, sheet.y0))
      (box.x1, box.y1) = (min(x1, sheet.x1), min(y1, sheet.y1))
      return box.isUsable ? box : sheet
    }
  }
}
