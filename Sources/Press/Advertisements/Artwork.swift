/// A page of others as the programs are given it: a PDF by its path, an SVG drawing as the PDF that is made of it.
struct Artwork: Hashable, Sendable {
  /// What stands for the file among a program's arguments, and what that program reads there.
  var argument: String
  var input: [UInt8] = []
  /// What the markup of a drawing asks for; nil for a PDF.
  var drawing: DrawingScan?
}

extension AdvertisementPress {
  private static let mostDrawingBytes = 16 << 20

  /// librsvg draws into a PDF, lines as lines; it is run as a program of its own, as poppler is, reads the drawing
  /// from its input and so has no folder to find other files in.
  func artwork(_ path: String) throws(AdvertisementFault) -> Artwork {
    let head = try AdvertisementPress.read(path, first: 5)
    guard !head.elementsEqual("%PDF-".utf8) else { return Artwork(argument: path) }
    let bytes = try AdvertisementPress.read(path)
    guard bytes.count <= AdvertisementPress.mostDrawingBytes else { throw .tooLarge }
    let scan = DrawingScan(bytes)
    if let outside = scan.outside.first { throw .external(outside) }
    let result = try run(
      "rsvg-convert", ["--format=pdf"], input: bytes, outputBytes: 64 << 20,
      environment: ["SOURCE_DATE_EPOCH=0"])
    guard result.code == 0, result.output.starts(with: "%PDF-".utf8) else {
      throw AdvertisementFault(complaint: result.complaint)
    }
    return Artwork(argument: Program.inputPath, input: result.output, drawing: scan)
  }
}
