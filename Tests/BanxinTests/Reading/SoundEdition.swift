import Banxin
import Diagnostics
import Foundation
import Testing

/// A sound edition of two pages, small enough to break in one place at a time.
struct SoundEdition {
  /// Bytes by path; a test changes them before the edition is written.
  var files: [String: [UInt8]]
  /// Symbolic links, by path.
  var links: [String: String] = [:]
  var folders: [String] = []
  var pipes: [String] = []

  init() {
    files = SoundEdition.texts.mapValues { Array($0.utf8) }
    files["photos/bridge.png"] = SoundEdition.png(width: 600, height: 400)
  }

  /// Replaces text in a file, which must be there.
  mutating func change(_ path: String, _ old: String, _ new: String) {
    let text = String(decoding: files[path] ?? [], as: UTF8.self)
    precondition(text.contains(old), "\(path) has no \(old)")
    files[path] = Array(text.replacingOccurrences(of: old, with: new).utf8)
  }

  mutating func write(_ path: String, _ text: String) { files[path] = Array(text.utf8) }

  static let texts: [String: String] = [
    "edition.yaml": """
    banxin: 1
    paper: 砚江日报
    date: "2026-11-24"
    masthead: {tagline: 一江清水}
    pages:
      - {code: A01, name: 要闻, layout: layouts/front.yaml}
      - {code: A02, name: 综合, layout: layouts/inside.yaml}
    articles: articles/*.md
    ads: ads/ads.yaml

    """,
    "layouts/front.yaml": """
    layout: front
    page: {width: 273mm, height: 393mm}
    grid: {columns: 6, chars: 11, gutter: 1, lines: 81, size: 9.4pt, pitch: 12pt}
    frames:
      - {id: masthead, kind: masthead, columns: 1-6, lines: 1-10}
      - id: lead
        kind: article
        columns: 1-6
        lines: 12-40
        headline: {lines: 9}
        body: {columns: 4}
        jump: true
      - {id: weather, kind: article, columns: 1-3, lines: 42-60}
      - {id: strip, kind: ad, columns: 1-6, lines: 75-81}
    rules:
      - {below: lead, weight: 0.5pt}

    """,
    "layouts/inside.yaml": """
    layout: inside
    page: {width: 273mm, height: 393mm}
    grid: {columns: 6, chars: 11, gutter: 1, lines: 81, size: 9.4pt, pitch: 12pt}
    frames:
      - {id: folio, kind: folio, columns: 1-6, lines: 1-3}
      - {id: rest, kind: article, columns: 1-3, lines: 5-30, optional: true}

    """,
    "articles/lead.md": """
    ---
    id: lead
    title: [从严从紧从快, 打好打赢]
    kicker: 引题
    page: A01
    slot: lead
    priority: 80
    photos:
      - file: photos/bridge.png
        caption: 大桥
    jump: {to: A02, slot: rest}
    ---
    第一段，**有黑体**的字。

    第二段。

    """,
    "articles/weather.md": """
    ---
    id: weather
    title: 今夜起小雪转多云
    page: A01
    slot: weather
    ---
    市气象台昨日发布预报。

    """,
    "ads/ads.yaml": """
    ads:
      - id: bank
        client: 砚江银行
        page: A01
        slot: strip
        file: photos/bridge.png
        label: 广告

    """,
  ]

  /// A PNG's frame without its pixels: all that reading looks at.
  static func png(width: Int, height: Int) -> [UInt8] {
    func long(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 0xFF) } }
    func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
      long(body.count) + Array(name.utf8) + body + [0, 0, 0, 0]
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", long(width) + long(height) + [8, 2, 0, 0, 0])
      + chunk("pHYs", long(7874) + long(7874) + [1]) + chunk("IEND", [])
  }

  /// Writes the edition into a folder of its own, reads it, and takes the folder away.
  func read() throws -> Diagnosed<IssueReading> {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "banxin-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(to: folder)
    return readIssueWithSources(at: folder.path, house: try SoundEdition.house())
  }

  func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    for path in folders {
      try FileManager.default.createDirectory(
        at: folder.appending(path: path), withIntermediateDirectories: true)
    }
    for (path, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: path).path, withDestinationPath: target)
    }
    for path in pipes { mkfifo(folder.appending(path: path).path, 0o600) }
  }

  /// The checkout that this test stands in.
  static func house(file: String = #filePath) throws -> HouseFiles {
    var folder = URL(filePath: file)
    while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return try #require(HouseFiles(root: folder.path))
  }
}
