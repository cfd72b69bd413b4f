import Foundation

/// A character as an outside program found it on a page of a PDF: its origin in points from the top left.
struct SheetCharacter: Hashable {
  var scalar: Unicode.Scalar
  var x: Double
  var y: Double
  var size: Double
  var font: String
}

/// A glyph as it is drawn: its origin in points from the top left, and its em down or along the page.
struct TracedGlyph: Hashable {
  var scalar: Unicode.Scalar
  var x: Double
  var y: Double
  var size: Double
  /// A quarter clockwise.
  var isTurned: Bool
}

/// Reads PDFs back with mutool and poppler, which know nothing of how they were made.
enum SheetReader {
  /// The characters of each page, in the file's order.
  static func pages(of pdf: [UInt8]) throws -> [[SheetCharacter]] {
    let file = try temporary(pdf)
    defer { try? FileManager.default.removeItem(at: file) }
    let text = try run("mutool", "draw", "-q", "-F", "stext", "-o", "-", file.path)
    return text.components(separatedBy: "<page ").dropFirst().map(characters)
  }

  /// The text of every page by poppler's -raw order, blanks and line ends removed.
  static func text(of pdf: [UInt8]) throws -> [String] {
    let file = try temporary(pdf)
    defer { try? FileManager.default.removeItem(at: file) }
    let text = try run("pdftotext", "-raw", "-enc", "UTF-8", file.path, "-")
    return text.components(separatedBy: "\u{0C}").dropLast().map(withoutBlanks)
  }

  /// Every glyph by mutool's trace of what it draws.
  static func traces(of pdf: [UInt8]) throws -> [TracedGlyph] {
    let file = try temporary(pdf)
    defer { try? FileManager.default.removeItem(at: file) }
    var found: [TracedGlyph] = []
    var matrix: [Double] = []
    for line in try run("mutool", "trace", file.path).split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("<span ") {
        matrix = (attribute("trm", of: line) ?? "").split(separator: " ").compactMap { Double($0) }
      } else if line.hasPrefix("<g "), matrix.count == 4, let x = number("x", of: line),
        let y = number("y", of: line), let scalar = attribute("unicode", of: line).flatMap(unescape)
      {
        let isTurned = matrix[0] == 0 && matrix[3] == 0 && matrix[1] > 0 && matrix[2] > 0
        found.append(
          TracedGlyph(
            scalar: scalar, x: x, y: y, size: isTurned ? matrix[2] : -matrix[3], isTurned: isTurned)
        )
      }
    }
    return found
  }

  static func withoutBlanks(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
  }

  private static func temporary(_ bytes: [UInt8]) throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-readback-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: url)
    return url
  }

  private static func run(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// mutool's structured text: `<font name size>` around `<char x y c>`.
  private static func characters(_ page: String) -> [SheetCharacter] {
    var found: [SheetCharacter] = []
    var (font, size) = ("", 0.0)
    for line in page.split(separator: "\n") {
      if line.hasPrefix("<font ") {
        font = attribute("name", of: line) ?? ""
        size = attribute("size", of: line).flatMap(Double.init) ?? 0
      } else if line.hasPrefix("<char "), let x = number("x", of: line),
        let y = number("y", of: line),
        let scalar = attribute("c", of: line).flatMap(unescape)
      {
        found.append(SheetCharacter(scalar: scalar, x: x, y: y, size: size, font: font))
      }
    }
    return found
  }

  private static func attribute(_ name: String, of line: Substring) -> String? {
    guard let start = line.range(of: " \(name)=\"") else { return nil }
    let rest = line[start.upperBound...]
    return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
  }

  private static func number(_ name: String, of line: Substring) -> Double? {
    attribute(name, of: line).flatMap(Double.init)
  }

  private static func unescape(_ text: String) -> Unicode.Scalar? {
    switch text {
    case "&lt;": "<"
    case "&gt;": ">"
    case "&amp;": "&"
    case "&quot;": "\""
    case "&apos;": "'"
    default:
      text.hasPrefix("&#x")
        ? UInt32(text.dropFirst(3).dropLast(), radix: 16).flatMap(Unicode.Scalar.init)
        : text.unicodeScalars.first
    }
  }
}
