import Geometry

/// A page of others as the programs are given it: a PDF by its path, an SVG drawing as the PDF that is made of it.
struct Artwork: Hashable, Sendable {
  /// What stands for the file among a program's arguments, and what that program reads there.
  var argument: String
  var input: [UInt8] = []
  /// What the markup of a drawing asks for; nil for a PDF.
  var drawing: DrawingScan?
  /// How many times as large as the drawing its page is.
  var zoom = 1
}

extension AdvertisementPress {
  private static let mostDrawingBytes = 16 << 20
  /// Across the longer side of a drawing with shadows or masks: more than 300 to the inch over a tabloid's width.
  private static let effectPixels = 3400
  /// Small drawings are seldom printed at three times their size.
  private static let mostZoom = 12

  /// What librsvg makes of an SVG drawing: a PDF, lines as lines. It is run as a program of its own, as poppler is, reads
  /// the drawing from its input and so has no folder to find other files in.
  func drawn(_ path: String) throws(AdvertisementFault) -> Artwork {
    let bytes = try AdvertisementPress.read(path)
    guard bytes.count <= AdvertisementPress.mostDrawingBytes else { throw .tooLarge }
    let scan = DrawingScan(bytes)
    if let name = scan.unreadEncoding {
      throw .broken(reason: "its letters are coded as \(name), not as UTF-8")
    }
    if let outside = scan.outside.first { throw .external(outside) }
    var artwork = Artwork(
      argument: Program.inputPath, input: try pdf(of: bytes, zoom: 1), drawing: scan)
    guard scan.hasEffects else { return artwork }
    artwork.zoom = zoom(for: try page(of: artwork))
    artwork.input = try pdf(of: bytes, zoom: artwork.zoom)
    return artwork
  }

  /// Shadows and masks become pixels, one to a point of the page: a page drawn larger has finer ones.
  private func zoom(for page: AdvertisementPage) -> Int {
    let longest = max(page.size.width.points, page.size.height.points)
    let zoom = AdvertisementPress.effectPixels / max(1, Int(longest))
    return min(max(1, zoom), AdvertisementPress.mostZoom)
  }

  private func pdf(of drawing: [UInt8], zoom: Int) throws(AdvertisementFault) -> [UInt8] {
    let result = try run(
      "rsvg-convert", ["--format=pdf", "--zoom=\(zoom)"], input: drawing, outputBytes: 64 << 20,
      environment: ["SOURCE_DATE_EPOCH=0"])
    guard result.code == 0, result.output.starts(with: "%PDF-".utf8) else {
      throw AdvertisementFault(complaint: result.complaint)
    }
    return result.output
  }
}
