import Foundation

/// An edition of two small pages in a folder of its own, for tests that run the whole press.
final class PressTrial {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "banxin-edition-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.resolvingSymlinksInPath().path
    try write("edition.yaml", Self.overview)
    try write("layouts/small.yaml", Self.layout)
    try write("articles/lead.md", Self.story(id: "lead", page: "1", paragraphs: 12))
    try write("articles/other.md", Self.story(id: "other", page: "A02", paragraphs: 12))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: folder).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The bytes of a published file.
  func published(_ name: String, in out: String = "out") throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/\(out)/current/\(name)"))
  }

  func report(in out: String = "out") throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: try published("report.json", in: out))
    return object as? [String: Any] ?? [:]
  }

  static let overview = """
    banxin: 1
    paper: 小报
    date: "2026-03-18"
    pages:
      - {code: "1", name: 要闻, layout: layouts/small.yaml}
      - {code: A02, name: 副刊, layout: layouts/small.yaml}
    articles: articles/*.md
    output: {png: {ppi: 60}}

    """

  static let layout = """
    layout: small
    page: {width: 100mm, height: 140mm}
    grid: {columns: 3, chars: 8, gutter: 1, lines: 20, size: 9pt, pitch: 12pt}
    frames:
      - {id: lead, kind: article, columns: 1-3, lines: 1-20, headline: {lines: 4}}

    """

  /// The same with a slot `ad` under the story.
  static let layoutWithAd = layout.replacing(
    "lines: 1-20, headline: {lines: 4}}",
    with: "lines: 1-10, headline: {lines: 2}}\n  - {id: ad, kind: ad, columns: 1-3, lines: 12-20}")

  static func story(id: String, page: String, paragraphs: Int) -> String {
    let text = Array(repeating: "江上的桥昨天通车，两岸的人走着就能过江了。", count: paragraphs)
    return """
      ---
      id: \(id)
      title: 两岸通了
      page: "\(page)"
      slot: lead
      ---
      \(text.joined(separator: "\n\n"))

      """
  }
}
