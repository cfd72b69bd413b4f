import Foundation

/// A small PDF made by hand: objects, their table, a trailer. Nothing checks what stands in it.
struct HandMadePDF {
  /// Catalog, pages and page are objects 1 to 3; others follow from 4.
  private(set) var objects: [Int: [UInt8]] = [:]
  var catalog = ""
  var page = ""
  var resources = ""

  init(_ content: String, resources: String = "", page: String = "") {
    (self.resources, self.page) = (resources, page)
    add(4, stream: Array(content.utf8))
  }

  mutating func add(_ number: Int, _ text: String) { objects[number] = Array(text.utf8) }

  mutating func add(_ number: Int, stream bytes: [UInt8], _ keys: String = "") {
    objects[number] =
      Array("<< /Length \(bytes.count) \(keys) >>\nstream\n".utf8) + bytes
      + Array("\nendstream".utf8)
  }

  var bytes: [UInt8] {
    var all = objects
    if all[1] == nil { all[1] = Array("<< /Type /Catalog /Pages 2 0 R \(catalog) >>".utf8) }
    if all[2] == nil { all[2] = Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8) }
    let sheet =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R "
      + "/Resources << \(resources) >> \(page) >>"
    if all[3] == nil { all[3] = Array(sheet.utf8) }
    var (file, places) = (Array("%PDF-1.6\n".utf8), [Int: Int]())
    let last = all.keys.max() ?? 0
    for number in 1...last {
      places[number] = file.count
      file += Array("\(number) 0 obj\n".utf8) + (all[number] ?? Array("null".utf8))
      file += Array("\nendobj\n".utf8)
    }
    let start = file.count
    file += Array("xref\n0 \(last + 1)\n0000000000 65535 f \n".utf8)
    for number in 1...last {
      let digits = String(10_000_000_000 + (places[number] ?? 0)).dropFirst()
      file += Array("\(digits) 00000 n \n".utf8)
    }
    file += Array("trailer\n<< /Root 1 0 R /Size \(last + 1) >>\n".utf8)
    return file + Array("startxref\n\(start)\n%%EOF\n".utf8)
  }
}

/// A folder that is gone with the test.
final class AdvertisementFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "banxin-ad-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], _ name: String = "ad.pdf") throws -> String {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  func write(_ pdf: HandMadePDF) throws -> String { try write(pdf.bytes) }
}
