import Banxin
import Diagnostics
import Foundation
import Synchronization
import Testing

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// An edition printed and proofed into a folder of its own; each is made once for all tests.
final class PrintedForPress: Sendable {
  let folder: String
  let print: Data
  let proof: Data
  let report: Report

  /// What the tests read of report.json.
  struct Report: Decodable {
    struct Page: Decodable {
      var code: String
      var frames: [Frame]
    }
    struct Frame: Decodable {
      var kind: String
      var box: Box
    }
    /// Millimetres from the page's top left.
    struct Box: Decodable {
      var x, y, w, h: Double

      /// Whether a place is in the box, or within 1 mm of it.
      func isNear(_ place: (x: Double, y: Double)) -> Bool {
        place.x > x - 1 && place.x < x + w + 1 && place.y > y - 1 && place.y < y + h + 1
      }
    }
    var pages: [Page]
  }

  static let folders: [String] = [
    root + "/editions/yanjiang", root + "/../shared/editions/yongkang",
  ].filter { FileManager.default.fileExists(atPath: $0 + "/edition.yaml") }

  private static let made = Mutex<[String: PrintedForPress]>([:])

  static func of(_ edition: String) throws -> PrintedForPress {
    // Tests run side by side: who comes second waits, and does not make it anew under the first one's hands.
    try made.withLock { known in
      if let found = known[edition] { return found }
      let new = try PrintedForPress(edition)
      known[edition] = new
      return new
    }
  }

  private init(_ edition: String) throws {
    folder =
      FileManager.default.temporaryDirectory.appending(
        path: "banxin-press-\(URL(filePath: edition).lastPathComponent)"
      ).path
    try? FileManager.default.removeItem(atPath: folder)
    let house = try #require(HouseFiles(root: root))
    for (profile, formats) in [("print", [OutputFormat.pdf]), ("proof", [.edition])] {
      var request = BuildRequest(edition: edition)
      (request.profile, request.formats, request.parallel) = (profile, formats, 2)
      request.output = "\(folder)/\(profile)"
      let outcome = Banxin.build(request, house: house)
      try #require(outcome.folder != nil, "\(outcome.diagnostics.map(\.code.name))")
    }
    print = try Data(contentsOf: URL(filePath: folder + "/print/current/edition.pdf"))
    proof = try Data(contentsOf: URL(filePath: folder + "/proof/current/edition.pdf"))
    report = try JSONDecoder().decode(
      Report.self, from: Data(contentsOf: URL(filePath: folder + "/print/current/report.json")))
  }

  /// A file of the print build.
  func file(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/print/current/\(name)"))
  }
}

/// A page of 100 × 140 mm with a story, and perhaps a photograph of one mix of inks over its whole width.
struct SmallPrint {
  private let pdf: [UInt8]

  /// `photo` in percent of cyan, magenta, yellow and black; a JPEG in inks as Adobe's programs write it.
  init(photo: [Int]?) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "banxin-small-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ bytes: Data) throws {
      let url = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: url)
    }
    try write("edition.yaml", Data(Self.overview.utf8))
    try write("layouts/small.yaml", Data(Self.layout.utf8))
    let front = photo == nil ? "" : "photos: [{file: photos/flat.jpg, columns: 3}]\n"
    let text = "江上的桥昨天通车，两岸的人走着就能过江了。"
    try write(
      "articles/lead.md",
      Data("---\nid: lead\ntitle: 两岸通了\nslot: lead\npage: \"1\"\n\(front)---\n\(text)\n".utf8))
    if let photo { try write("photos/flat.jpg", try Self.jpeg(of: photo)) }
    var request = BuildRequest(edition: folder.path)
    (request.profile, request.formats) = ("print", [.pdf])
    let outcome = Banxin.build(request, house: try #require(HouseFiles(root: root)))
    try #require(outcome.folder != nil, "\(outcome.diagnostics.map(\.code.name))")
    pdf = [UInt8](try Data(contentsOf: folder.appending(path: "out/current/1.pdf")))
  }

  func plates() throws -> Plates { try Plates(of: pdf, ppi: 72) }

  /// Ghostscript writes four inks with Adobe's marker, upside down as Photoshop does.
  private static func jpeg(of inks: [Int]) throws -> Data {
    let mix = inks.map { "\(Double($0) / 100)" }.joined(separator: " ")
    let drawing = "\(mix) setcmykcolor 0 0 600 450 rectfill showpage"
    let file = try run(
      "gs",
      [
        "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=jpegcmyk", "-dJPEGQ=95",
        "-g600x450", "-r72", "-sOutputFile=-", "-",
      ], input: Array(drawing.utf8))
    return withoutProfile(file)
  }

  /// A JPEG without its profile (APP2), whose inks are then the press's own.
  private static func withoutProfile(_ file: Data) -> Data {
    let bytes = [UInt8](file)
    var kept = Array(bytes.prefix(2))
    var place = 2
    while place + 4 < bytes.count, bytes[place + 1] != 0xDA {
      let end = place + 2 + (Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
      if bytes[place + 1] != 0xE2 { kept += bytes[place..<min(end, bytes.count)] }
      place = end
    }
    return Data(kept + bytes[place...])
  }

  private static let overview = """
    banxin: 1
    paper: 小报
    date: "2026-03-18"
    pages:
      - {code: "1", name: 要闻, layout: layouts/small.yaml}
    articles: articles/*.md

    """

  private static let layout = """
    layout: small
    page: {width: 100mm, height: 140mm}
    grid: {columns: 3, chars: 8, gutter: 1, lines: 24, size: 9pt, pitch: 12pt}
    frames:
      - {id: lead, kind: article, columns: 1-3, lines: 1-24, headline: {lines: 4}}

    """
}

/// A page in grey, as a reader of PDF draws it.
struct Greys {
  let width: Int
  let height: Int
  private let samples: [UInt8]

  /// From a binary PGM of 8 bits.
  init(pnm: Data) throws {
    var fields: [Int] = []
    var place = 2
    try #require(pnm.prefix(2) == Data("P5".utf8))
    while fields.count < 3 {
      while pnm[place] == 0x20 || pnm[place] == 0x0A { place += 1 }
      if pnm[place] == UInt8(ascii: "#") {
        while pnm[place] != 0x0A { place += 1 }
        continue
      }
      var number = 0
      while let digit = Int(String(UnicodeScalar(pnm[place]))) {
        number = number * 10 + digit
        place += 1
      }
      fields.append(number)
    }
    (width, height) = (fields[0], fields[1])
    samples = [UInt8](pnm[(place + 1)...].prefix(width * height))
    try #require(samples.count == width * height)
  }

  /// The means of squares of 10 pixels, row by row.
  private var cells: [Double] {
    (0..<height / 10).flatMap { row in
      (0..<width / 10).map { column in
        var sum = 0
        for y in row * 10..<row * 10 + 10 {
          for x in column * 10..<column * 10 + 10 { sum += Int(samples[y * width + x]) }
        }
        return Double(sum) / 100
      }
    }
  }

  /// The correlation of two pages' cells: 1 where they are alike but for light and contrast.
  func likeness(to other: Greys) -> Double {
    let (a, b) = (Greys.aroundMean(cells), Greys.aroundMean(other.cells))
    guard a.count == b.count else { return 0 }
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return product(a, b) / (product(a, a) * product(b, b)).squareRoot()
  }

  private static func aroundMean(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return values.map { $0 - mean }
  }
}

/// How a program ended.
func status(_ program: String, _ arguments: [String]) throws -> Int32 {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  (process.standardOutput, process.standardError) = (
    FileHandle.nullDevice, FileHandle.nullDevice
  )
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus
}
