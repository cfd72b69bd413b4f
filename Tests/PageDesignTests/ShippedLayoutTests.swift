import Diagnostics
import Foundation
import Geometry
import PageDesign
import Testing

@Suite struct `The shipped layouts` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: root + "/layouts")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  private func layout(_ name: String) throws -> Layout {
    let file = "layouts/\(name).yaml"
    let bytes = try #require(FileManager.default.contents(atPath: Self.root + "/" + file))
    let reading = readLayout(try #require(SourceText.decode([UInt8](bytes), file: file).value))
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return try #require(reading.layout)
  }

  @Test(arguments: names) func `are whole, and stand in the gallery with their frames`(
    name: String
  ) throws {
    let layout = try layout(name)
    #expect(layout.name == name)
    let gallery = try String(contentsOfFile: Self.root + "/docs/Gallery.md", encoding: .utf8)
    let row = try #require(
      gallery.split(separator: "\n").first { $0.contains("(gallery/\(name).jpg)") })
    let missing = layout.frames.map(\.id).filter { !row.contains("`\($0)`") }
    #expect(missing.isEmpty, "\(missing)")
    #expect(FileManager.default.fileExists(atPath: Self.root + "/docs/gallery/\(name).jpg"))
  }

  @Test func `keep the fold of a spread free of text`() throws {
    let layout = try layout("daily-spread")
    let fold = layout.grid.rect(columns: 13...13, lines: 1...1)
    let middle = layout.size.width / 2
    #expect(abs((fold.x + fold.width / 2 - middle).points) < 0.01)
    // White on both sides of the fold, at least as wide as the margin is at the edge.
    #expect(fold.width + layout.grid.gutter * 2 > layout.grid.origin.x)
    let across = layout.frames.filter { $0.areas.contains { $0.columns.contains(13) } }
    #expect(across.map(\.id) == ["folio", "hero"])
  }
}
