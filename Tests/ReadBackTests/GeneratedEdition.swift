import Banxin
import Foundation

/// A leg of a generated page as an outside program reads it: its place from the report, its characters from
/// the PDF. Points.
struct PrintedLeg {
  var x: Double
  var measure: Int
  /// From the top, each from its start; origins from the leg's left in em.
  var lines: [[LegCharacter]]
}

struct LegCharacter: Hashable {
  var scalar: Unicode.Scalar
  /// From the leg's left edge, in em.
  var x: Double
  /// From the leg's first baseline, in lines.
  var row: Double
}

/// An edition of one generated article a page, each page of another measure; made by the public press into a
/// folder and read back from there.
struct GeneratedEdition {
  /// Body size and pitch in points, before `scale`.
  static let em = 9.0
  static let pitch = 13.5

  struct Article {
    var measure: Int
    var paragraphs: [String]
    var legs: [PrintedLeg]
    var relieved: Int
  }

  private(set) var articles: [Article] = []
  private(set) var messages: [String] = []

  private let scale: Double

  /// Five paragraphs of random text a measure.
  init(language: String, body: String, measures: [Int], seed: Int) throws {
    var dice = ArticleDice(seed: seed)
    let words = ArticleWords.of(language)
    let texts = measures.map { _ in
      (0..<5).map { _ in dice.paragraph(words, sentences: 2 + dice.roll(5)) }
    }
    try self.init(language: language, body: body, measures: measures, texts: texts)
  }

  /// The paragraphs of `texts`, one list a measure; `scale` makes every length so many times as large.
  init(
    language: String, body: String, measures: [Int], texts: [[String]], scale: Double = 1
  ) throws {
    self.scale = scale
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-generated-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(language, body, measures, texts, to: folder)
    guard let shop = PrintShop(house: PrintedEdition.root) else {
      throw CocoaError(.fileNoSuchFile)
    }
    let run = shop.print(edition: folder.path)
    messages = run.messages
    guard let out = run.folder else { throw CocoaError(.fileNoSuchFile) }
    let pdf = try Data(contentsOf: URL(filePath: out + "/edition.pdf"))
    let sheets = try SheetReader.pages(of: [UInt8](pdf))
    let report = try JSONDecoder().decode(
      PrintedReport.self, from: Data(contentsOf: URL(filePath: out + "/report.json")))
    for (index, measure) in measures.enumerated() {
      let page = report.pages[index]
      articles.append(
        Article(
          measure: measure, paragraphs: texts[index],
          legs: page.frames.flatMap(\.legs).map { leg($0, page.grid, sheets[index]) },
          relieved: report.relievedLines(page: page.code)))
    }
  }

  private func leg(
    _ leg: PrintedReport.Leg, _ grid: PrintedReport.Grid, _ sheet: [SheetCharacter]
  ) -> PrintedLeg {
    let points = 72 / 25.4
    let (em, pitch) = (Self.em * scale, Self.pitch * scale)
    let (left, top) = (leg.x * points, grid.y * points + 0.88 * em)
    let width = leg.w * points
    let within = sheet.filter {
      abs($0.size - em) < 0.01 && $0.x > left - 0.7 * em && $0.x < left + width + 0.4 * em
    }
    var lines: [Int: [LegCharacter]] = [:]
    for character in within where !character.scalar.properties.isWhitespace {
      let row = (character.y - top) / pitch
      lines[Int(row.rounded()), default: []].append(
        LegCharacter(scalar: character.scalar, x: (character.x - left) / em, row: row))
    }
    return PrintedLeg(
      x: left, measure: Int(leg.measure_chars.rounded()),
      lines: lines.keys.sorted().map { (lines[$0] ?? []).sorted { $0.x < $1.x } })
  }

  private func write(
    _ language: String, _ body: String, _ measures: [Int], _ texts: [[String]], to folder: URL
  ) throws {
    var files: [String: String] = [:]
    var pages = ""
    for (index, measure) in measures.enumerated() {
      pages += "  - {code: \"\(index + 1)\", name: 试, layout: layouts/m\(measure).yaml}\n"
      files["layouts/m\(measure).yaml"] = """
        layout: m\(measure)
        page: {width: \(Double(measure * 20 + 72) * scale)pt, height: \(2900 * scale)pt}
        grid: {columns: 2, chars: \(measure), gutter: 2, lines: 205, size: \(Self.em * scale)pt, pitch: \(Self.pitch * scale)pt}
        frames:
          - {id: body, kind: article, columns: 1-2, lines: 1-205}

        """
      files["articles/\(index + 1).md"] =
        "---\nid: a\(index + 1)\npage: \"\(index + 1)\"\nslot: body\n---\n"
        + texts[index].joined(separator: "\n\n") + "\n"
    }
    files["styles/own.yaml"] = "styles:\n  body: {\(body)}\n"
    files["edition.yaml"] = """
      banxin: 1
      paper: 试样日报
      date: "2026-03-18"
      lang: \(language)
      styles: styles/own.yaml
      pages:
      \(pages)articles: articles/*.md
      output: {formats: [pdf]}

      """
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}

/// What of report.json these tests read.
struct PrintedReport: Decodable {
  struct Grid: Decodable {
    var x, y: Double
  }
  struct Leg: Decodable {
    var x, y, w, h, measure_chars: Double
  }
  struct Frame: Decodable {
    var legs: [Leg]
  }
  struct Page: Decodable {
    var code: String
    var grid: Grid
    var frames: [Frame]
  }
  struct Relieved: Decodable {
    var page: String
    var lines: Int
  }
  struct Adjustments: Decodable {
    var relieved: [Relieved]
  }
  var pages: [Page]
  var adjustments: Adjustments

  func relievedLines(page: String) -> Int {
    adjustments.relieved.filter { $0.page == page }.reduce(0) { $0 + $1.lines }
  }
}
