import Foundation
import Testing

/// SwiftPM lets a target import what it only reaches through another one, so the map of
/// docs/Architecture.md is held against the sources here.
@Suite struct ModuleMapTests {
  @Test func `every room imports only what the map of the architecture allows`() throws {
    for room in try ModuleMap.read() {
      for file in try Sources.files(of: room.name) {
        for module in try Sources.imports(in: file) {
          #expect(
            room.allows(module), "\(room.name)/\(file.lastPathComponent) imports \(module)")
        }
      }
    }
  }

  @Test func `imports go down the map only`() throws {
    var above: [String] = []
    for room in try ModuleMap.read() {
      let unknown = room.rooms.filter { !above.contains($0) && !Sources.isLibrary($0) }
      #expect(unknown.isEmpty, "\(room.name) imports \(unknown), which stand below it")
      above.append(room.name)
    }
  }

  @Test func `the map names every room, and no other`() throws {
    let folders = try Sources.rooms().filter { !Sources.isLibrary($0) }
    #expect(Set(folders) == Set(try ModuleMap.read().map(\.name)))
  }

  @Test func `only module Banxin has public names`() throws {
    for room in try ModuleMap.read() where room.name != "Banxin" {
      for file in try Sources.files(of: room.name) {
        let hasPublic = try Sources.lines(of: file).contains { $0.contains(/^\s*(public|open)\b/) }
        #expect(!hasPublic, "\(room.name)/\(file.lastPathComponent) has a public name")
      }
    }
  }

  // A type named as its module makes every qualified name in that module ambiguous.
  @Test func `no module shares its name with a type inside it`() throws {
    for room in try ModuleMap.read() where room.name != "BanxinCommand" {
      let pattern = try Regex("\\b(struct|enum|class|actor|protocol|typealias) \(room.name)\\b")
      for file in try Sources.files(of: room.name) {
        let isShared = try Sources.lines(of: file).contains { $0.contains(pattern) }
        #expect(!isShared, "\(room.name)/\(file.lastPathComponent)")
      }
    }
  }
}

/// The table under “Rooms” of docs/Architecture.md.
private enum ModuleMap {
  struct Room {
    var name: String
    var rooms: [String]
    var outside: [String]
    func allows(_ module: String) -> Bool { rooms.contains(module) || outside.contains(module) }
  }

  static func read() throws -> [Room] {
    let file = Sources.root.appending(path: "docs/Architecture.md")
    let rows = try Sources.lines(of: file)
      .drop { $0 != "## Rooms" }.dropFirst()
      .prefix { !$0.hasPrefix("## ") }
      .compactMap { $0.wholeMatch(of: /\| `(\w+)`[^|]*\|[^|]*\|([^|]*)\|([^|]*)\|/) }
    try #require(rows.count > 10)
    return rows.map { Room(name: String($0.1), rooms: words($0.2), outside: words($0.3)) }
  }

  private static func words(_ cell: Substring) -> [String] {
    cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}

private enum Sources {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// C libraries are rooms with a module map and no Swift.
  static func isLibrary(_ room: String) -> Bool {
    FileManager.default.fileExists(
      atPath: root.appending(path: "Sources/\(room)/module.modulemap").path)
  }

  static func rooms() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
  }

  static func files(of room: String) throws -> [URL] {
    let folder = root.appending(path: "Sources/\(room)")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
  }

  static func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  static func imports(in file: URL) throws -> [String] {
    try lines(of: file).compactMap {
      $0.prefixMatch(of: /(?:@\w+ )*(?:(?:public|package|internal|private) )?import (?:\w+ )?(\w+)/)
    }.map { String($0.1) }
  }
}
