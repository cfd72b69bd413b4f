import CairoOutput
import Colour
import Drawing
import Fonts
import Foundation
import Geometry
import Press
import Testing

/// Fonts of Debian's fonts-noto-cjk that the tests draw with.
let plateFonts = [
  FontFile(path: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", face: 2)
]

/// The newsprint profile that the install step makes.
let newsprint: OutputProfile? = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let bytes = try? Data(contentsOf: root.appending(path: "profiles/newsprint.icc"))
  return bytes.flatMap { try? OutputProfile(bytes: [UInt8]($0)) }
}()

/// A page of 100 × 100 points on its way to the press.
struct PlateTrial {
  var marks: [Mark]
  var contents: [PlateContent] = []
  var version = PDFXVersion.x4
  var margin = Length.zero
  var bleed = Length.zero
  var outside: [Mark] = []
  /// For a page whose keys the finisher is not told.
  var keys: InkKeys?

  init(_ marks: [Mark]) { self.marks = marks }

  var page: PressPage {
    PressPage(
      list: DisplayList(
        code: "1", size: Size(width: .points(100), height: .points(100)), marks: marks),
      marks: outside, margin: margin, bleed: bleed)
  }

  /// The finished PDF. Pictures of the marks are called `0`, `1`, … by their contents.
  func pdf() throws -> [UInt8] {
    let pen = CairoPen(fonts: plateFonts, pictures: PictureStore(folder: "/nonexistent"))
    let places = contents.indices.map { ("\($0)", PicturePlace(number: $0)) }
    let keys = InkKeys([page])
    let drawn = try pen.pressPages(
      of: [page], keys: keys,
      places: Dictionary(places, uniquingKeysWith: { first, _ in first }),
      metadata: DocumentMetadata(title: "印", author: "", year: 2026, month: 3, day: 18))
    return try finish(
      drawn,
      as: FinishingOrder(
        version: version, profile: try #require(newsprint), keys: self.keys ?? keys,
        boxes: [SheetBoxes(page: page.list.size, margin: margin, bleed: bleed)],
        contents: contents,
        identity: DocumentIdentity(title: "印 & 刷", author: "小报", day: "2026-03-18")))
  }

  /// The plates as ghostscript separates them, a pixel a point.
  func plates() throws -> Plates { try Plates(of: try pdf()) }
}

/// The four plates of a page: what lies on each pixel, 255 for all of an ink.
struct Plates {
  let width: Int
  let height: Int
  private let samples: [UInt8]

  /// Cyan, magenta, yellow, black at a place from the top left.
  func inks(_ x: Int, _ y: Int) -> [Int] {
    let place = (y * width + x) * 4
    return samples[place..<place + 4].map(Int.init)
  }

  /// The most of each ink anywhere.
  var most: [Int] {
    var most = [0, 0, 0, 0]
    for (index, sample) in samples.enumerated() {
      most[index % 4] = max(most[index % 4], Int(sample))
    }
    return most
  }

  init(of pdf: [UInt8], ppi: Int = 72) throws {
    let image = try run(
      "gs",
      [
        "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pamcmyk32", "-r\(ppi)",
        "-sOutputFile=-", "-",
      ], input: pdf)
    // P7, then lines of keys and values up to ENDHDR.
    let end = try #require(image.firstRange(of: Data("ENDHDR\n".utf8)))
    let header = String(decoding: image[..<end.lowerBound], as: UTF8.self).split(separator: "\n")
    func value(_ key: String) throws -> Int {
      let line = try #require(header.first { $0.hasPrefix(key + " ") })
      return try #require(Int(line.dropFirst(key.count + 1)))
    }
    (width, height) = (try value("WIDTH"), try value("HEIGHT"))
    samples = [UInt8](image[end.upperBound...])
    try #require(samples.count == width * height * 4)
  }
}

/// Runs a program on some bytes and gives what it wrote.
func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws -> Data {
  let folder = FileManager.default.temporaryDirectory.appending(path: "banxin-plate-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "input")
  try Data(input).write(to: file)
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.standardInput = try FileHandle(forReadingFrom: file)
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return data
}

/// A rectangle in points.
func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
  Rect(x: .points(x), y: .points(y), width: .points(width), height: .points(height))
}

/// A picture's mark; its file is the number of its content.
func picture(_ number: Int, _ rect: Rect) -> Mark {
  .picture(PictureMark(file: "\(number)", placement: rect, clip: rect))
}
