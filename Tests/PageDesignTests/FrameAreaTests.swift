import Diagnostics
import Geometry
import PageDesign
import Testing

@Suite struct `The rectangles of a frame` {
  private func frame(_ areas: String, _ more: String = "") throws -> Frame {
    let text = """
      layout: l
      page: {width: 273mm, height: 393mm}
      grid: {columns: 6, chars: 11, lines: 81, size: 9.4pt, pitch: 12pt}
      frames:
        - {id: a, kind: article, area: [\(areas)]\(more)}
      """
    return try #require(readLayout(SourceText(file: "l.yaml", text: text)).layout?.frames.first)
  }

  private func strips(_ frame: Frame) -> [String] {
    frame.areas.map {
      "\($0.columns.lowerBound)-\($0.columns.upperBound) "
        + "\($0.lines.lowerBound)-\($0.lines.upperBound)"
    }
  }

  @Test(arguments: [
    // An L, a U, a T and a Z: columns go down through what lies right under them.
    (
      "{columns: 1-4, lines: 1-20}, {columns: 1-1, lines: 21-40}", ["1-1 1-40", "2-4 1-20"]
    ),
    (
      "{columns: 1-4, lines: 1-9}, {columns: 1-1, lines: 10-30}, {columns: 4-4, lines: 10-20}",
      ["1-1 1-30", "2-3 1-9", "4-4 1-20"]
    ),
    (
      "{columns: 1-3, lines: 1-9}, {columns: 2-2, lines: 10-20}",
      ["1-1 1-9", "2-2 1-20", "3-3 1-9"]
    ),
    (
      "{columns: 1-2, lines: 1-9}, {columns: 2-3, lines: 10-20}",
      ["1-1 1-9", "2-2 1-20", "3-3 10-20"]
    ),
  ])
  func `are read in columns where one lies right under another`(
    _ areas: String, _ read: [String]
  ) throws {
    #expect(try strips(frame(areas)) == read)
  }

  @Test(arguments: [
    // Apart; a line between; a column that is interrupted; none at the top left.
    "{columns: 3-4, lines: 1-20}, {columns: 1-2, lines: 22-40}",
    "{columns: 1-4, lines: 1-20}, {columns: 1-1, lines: 22-40}",
    "{columns: 1-3, lines: 1-9}, {columns: 1-1, lines: 10-20}, {columns: 1-3, lines: 21-30}",
    "{columns: 2-3, lines: 1-9}, {columns: 1-2, lines: 10-20}",
    "{columns: 5-6, lines: 1-40}, {columns: 1-4, lines: 30-40}",
  ])
  func `are filled in their order elsewhere`(_ areas: String) throws {
    let typed = areas.split(separator: "}").map { area in
      area.filter { $0.isNumber || $0 == "-" || $0 == "l" }
        .split(separator: "l").filter { $0.contains { $0.isNumber } }.joined(separator: " ")
    }
    #expect(try strips(frame(areas)) == typed)
  }

  @Test(arguments: [
    ("", "{columns: 3-4, lines: 1-20}, {columns: 1-2, lines: 1-40}", ["1-2 1-40", "3-4 1-20"]),
    ("", "{columns: 5-6, lines: 9-20}, {columns: 1-2, lines: 1-40}", ["1-2 1-40", "5-6 9-20"]),
    (
      ", mode: vertical", "{columns: 1-4, lines: 22-40}, {columns: 1-6, lines: 1-20}",
      ["1-6 1-20", "1-4 22-40"]
    ),
  ])
  func `beside each other are read in the order of their lines`(
    _ mode: String, _ areas: String, _ read: [String]
  ) throws {
    #expect(try strips(frame(areas, mode)) == read)
  }

  @Test(arguments: [
    // An L, a U on its side, a T and a Z: tiers go left through what lies right beside them.
    ("{columns: 4-6, lines: 1-32}, {columns: 1-3, lines: 1-16}", ["1-6 1-16", "4-6 17-32"]),
    (
      "{columns: 5-6, lines: 1-48}, {columns: 1-4, lines: 1-16}, {columns: 1-4, lines: 33-48}",
      ["1-6 1-16", "5-6 17-32", "1-6 33-48"]
    ),
    (
      "{columns: 5-6, lines: 1-48}, {columns: 1-4, lines: 17-32}",
      ["5-6 1-16", "1-6 17-32", "5-6 33-48"]
    ),
    (
      "{columns: 4-6, lines: 1-32}, {columns: 1-3, lines: 17-48}",
      ["4-6 1-16", "1-6 17-32", "1-3 33-48"]
    ),
    // Under each other; a tier that is interrupted; none at the top right; a strip of two lines.
    ("{columns: 1-6, lines: 1-16}, {columns: 4-6, lines: 17-32}", ["1-6 1-16", "4-6 17-32"]),
    (
      "{columns: 5-6, lines: 1-32}, {columns: 3-4, lines: 25-32}, {columns: 1-2, lines: 1-32}",
      ["5-6 1-32", "3-4 25-32", "1-2 1-32"]
    ),
    ("{columns: 4-6, lines: 17-48}, {columns: 1-3, lines: 1-32}", ["4-6 17-48", "1-3 1-32"]),
    ("{columns: 4-6, lines: 1-32}, {columns: 1-3, lines: 1-30}", ["4-6 1-32", "1-3 1-30"]),
  ])
  func `are read in tiers where vertical lines go on right beside them`(
    _ areas: String, _ read: [String]
  ) throws {
    #expect(try strips(frame(areas, ", mode: vertical, body: {columns: 2}")) == read)
  }

  @Test func `keep their order where columns of another width would not fit the strips`() throws {
    let areas = "{columns: 1-6, lines: 1-20}, {columns: 1-2, lines: 21-40}"
    #expect(try strips(frame(areas, ", body: {columns: 4}")) == ["1-6 1-20", "1-2 21-40"])
    #expect(try strips(frame(areas, ", body: {columns: 3}")) == ["1-2 1-40", "3-6 1-20"])
    #expect(try strips(frame(areas, ", mode: vertical")) == ["1-6 1-20", "1-2 21-40"])
  }

  @Test func `have one outline where they touch, and one each where they do not`() throws {
    let grid = BodyGrid(
      columns: 6, chars: 10, gutter: .points(10), lines: 40, size: .points(10), pitch: .points(12),
      origin: Point(x: .zero, y: .zero))
    let joined = try frame("{columns: 1-2, lines: 1-20}, {columns: 3-3, lines: 1-10}")
    let outlines = joined.outlines(on: grid, inset: .points(1))
    #expect(outlines.count == 1)
    let corners = [(1, 1), (319, 1), (319, 117), (209, 117), (209, 237), (1, 237)]
    #expect(outlines[0] == corners.map { Point(x: .points($0.0), y: .points($0.1)) })
    let apart = try frame("{columns: 1-2, lines: 1-20}, {columns: 4-4, lines: 1-10}")
    #expect(apart.outlines(on: grid).map(\.count) == [4, 4])
  }
}

@Suite struct `The mode of a frame` {
  private func read(_ frame: String) -> (frames: [Frame], diagnostics: [Diagnostic]) {
    let text = """
      layout: l
      page: {width: 273mm, height: 393mm}
      grid: {columns: 6, chars: 11, lines: 81, size: 9.4pt, pitch: 12pt}
      frames:
        - {id: a, \(frame), columns: 1-6, lines: 1-40, mode: vertical}
      """
    let reading = readLayout(SourceText(file: "l.yaml", text: text))
    return (reading.layout?.frames ?? [], reading.diagnostics)
  }

  @Test(arguments: ["article", "picture", "table", "masthead", "text", "teasers"])
  func `may be vertical where lines run down`(kind: String) {
    let (frames, diagnostics) = read("kind: \(kind)")
    #expect(frames.map(\.mode) == [.vertical] && diagnostics.isEmpty)
  }

  @Test(arguments: [
    "kind: folio", "kind: imprint", "kind: ad", "kind: ear", "kind: rule",
    "kind: text, holds: weather", "kind: text, holds: index",
  ])
  func `is told, at the key, where it cannot be (W0416)`(frame: String) throws {
    let (frames, diagnostics) = read(frame)
    let fault = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && fault.code == .modeMisfit)
    #expect(fault.place.line == 5 && fault.place.column > 40)
    #expect(fault.sentence(.zh).contains(String(frame.split(separator: " ").last ?? "")))
    #expect(frames.map(\.mode) == [.horizontal])
  }

  @Test func `names the style of a story's text, or of its own words, and nothing else's`() throws {
    let article = read("kind: article, style: notice").frames
    #expect(article.map(\.bodyStyle) == ["notice"] && article.map(\.style) == [nil])
    #expect(
      read("kind: article, style: notice, body: {style: own}").frames.map(\.bodyStyle) == ["own"])
    #expect(read("kind: text, text: 字, style: label").frames.map(\.style) == ["label"])
    let told = read("kind: picture, style: notice").diagnostics
    #expect(told.count == 1 && told[0].sentence(.en).contains("article and text"))
  }
}
