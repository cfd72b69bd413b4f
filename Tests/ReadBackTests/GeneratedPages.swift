import Foundation
import Testing

/// A random page: its grid cut into frames of every shape that a layout knows, each with a story of random text.
struct GeneratedPage {
  /// The stories' texts below their front matter, by the frame they were put in.
  private(set) var bodies: [String: String] = [:]
  let folder: URL

  private struct Cut {
    var columns: ClosedRange<Int>
    var lines: ClosedRange<Int>
    var key: String {
      "{columns: \(columns.lowerBound)-\(columns.upperBound), lines: \(lines.lowerBound)-\(lines.upperBound)}"
    }
  }

  private var dice: ArticleDice
  private var frames: [String] = []
  private let grid: (columns: Int, chars: Int, lines: Int)

  init(seed: Int) throws {
    dice = ArticleDice(seed: seed)
    let columns = 4 + dice.roll(4)
    grid = (columns, [11, 13, 17][dice.roll(3)], [60, 81, 115][dice.roll(3)])
    folder = FileManager.default.temporaryDirectory.appending(path: "banxin-page-\(UUID())")
    var cuts: [Cut] = []
    divide(Cut(columns: 1...columns, lines: 1...grid.lines), into: &cuts, depth: 0)
    while let cut = cuts.popLast() { try place(cut, &cuts) }
    for (name, bytes) in Self.pictures {
      try write("photos/\(name).png", try #require(Data(base64Encoded: bytes)))
    }
    try write("layouts/page.yaml", layout)
    try write("edition.yaml", Self.overview)
  }

  /// Guillotine cuts, a white line between upper and lower.
  private mutating func divide(_ cut: Cut, into cuts: inout [Cut], depth: Int) {
    let (width, height) = (cut.columns.count, cut.lines.count)
    if depth > 3 || width <= 2 && height < 30 || depth > 1 && dice.roll(10) < 3 {
      return cuts.append(cut)
    }
    var (one, other) = (cut, cut)
    if width >= 2, height < 24 || dice.roll(2) == 0 {
      let last = cut.columns.lowerBound + dice.roll(width - 1)
      one.columns = cut.columns.lowerBound...last
      other.columns = last + 1...cut.columns.upperBound
    } else if height >= 24 {
      let last = cut.lines.lowerBound + 10 + dice.roll(height - 22)
      one.lines = cut.lines.lowerBound...last
      other.lines = last + 2...cut.lines.upperBound
    } else {
      return cuts.append(cut)
    }
    divide(one, into: &cuts, depth: depth + 1)
    divide(other, into: &cuts, depth: depth + 1)
  }

  /// A frame that takes all of a cut, or an L of it and leaves the rest to another.
  private mutating func place(_ cut: Cut, _ cuts: inout [Cut]) throws {
    var areas = [cut]
    if cut.columns.count >= 3, cut.lines.count >= 30, dice.roll(3) == 0 {
      let column = cut.columns.lowerBound + dice.roll(cut.columns.count - 1)
      let line = cut.lines.lowerBound + 10 + dice.roll(cut.lines.count - 20)
      let isSideways = dice.roll(2) == 0
      let right = column + 1...cut.columns.upperBound
      areas =
        isSideways
        ? [
          Cut(columns: cut.columns.lowerBound...column, lines: cut.lines),
          Cut(columns: right, lines: cut.lines.lowerBound...line),
        ]
        : [
          Cut(columns: cut.columns, lines: cut.lines.lowerBound...line),
          Cut(
            columns: cut.columns.lowerBound...column, lines: line + 1...cut.lines.upperBound),
        ]
      if line + 2 < cut.lines.upperBound - 8 {
        cuts.append(Cut(columns: right, lines: line + 2...cut.lines.upperBound))
      }
    }
    try fill(areas)
  }

  private mutating func fill(_ areas: [Cut]) throws {
    let id = "f\(frames.count)"
    let width = areas[0].columns.count
    var keys = [
      "id: \(id)", "kind: article", "area: [\(areas.map(\.key).joined(separator: ", "))]",
    ]
    let position = ["over", "over", "over", "side", "inside", "vertical", "picture"][dice.roll(7)]
    var headline = "position: \(position)"
    if position == "picture" {
      headline += ", anchor: \(["top-left", "bottom-right", "center"][dice.roll(3)])"
      headline += ", strip: \(["100%", "10%", "none"][dice.roll(3)])"
    }
    if dice.roll(3) == 0 { headline += ", summary: \(["under", "over", "beside"][dice.roll(3)])" }
    if dice.roll(2) == 0 { headline += ", lines: \(3 + dice.roll(7))" }
    if dice.roll(3) == 0 { headline += ", columns: \(1 + dice.roll(width))" }
    keys.append("headline: {\(headline)}")
    if dice.roll(2) == 0 {
      let most = max(1, (width * (grid.chars + 1)) / 12)
      let remainder = ["gutter", "column", "fraction"][dice.roll(3)]
      keys.append("body: {columns: \(1 + dice.roll(most)), remainder: \(remainder), rule: 0.25pt}")
    }
    let isVertical = dice.roll(7) == 0
    if isVertical { keys.append("mode: vertical") }
    if !isVertical, !keys.contains(where: { $0.hasPrefix("body") }), dice.roll(3) == 0 {
      keys.append("body: {remainder: auto}")
    }
    if dice.roll(3) == 0 {
      let ranks = ["头条", "double", "二条", "news", "story", "简讯", "run-in", "auto"]
      keys.append("rank: \(ranks[dice.roll(8)])")
    }
    switch dice.roll(8) {
    case 0, 1: keys.append("box: {rule: 0.5pt, padding: 1字, tint: 15%, corners: round}")
    case 2: keys.append("tint: 10%")
    case 3: keys.append("reverse: true")
    default: break
    }
    var front = ["id: \(id)", "page: \"1\"", "slot: \(id)", "title: \(title)"]
    if dice.roll(2) == 0 { front.append("subtitle: \(title)") }
    if dice.roll(3) == 0 { front += ["kicker: \(title)", "byline: 本报记者 张三"] }
    let isGathered = dice.roll(8) == 0
    if !isGathered, dice.roll(5) == 0 { front.append("column: 今日话题") }
    if isGathered { keys.append("gather: {column: 简讯}") }
    var summary = ""
    if !isGathered, dice.roll(4) == 0 {
      let texts = (0...dice.roll(3)).map { _ in title + title }
      summary = texts.joined()
      front.append("summary: [\(texts.joined(separator: ", "))]")
    }
    if !isGathered, dice.roll(2) == 0 {
      let anchors = ["top-left", "top", "top-right", "center", "left", "bottom-left", "bottom"]
      keys.append(
        "photo: {anchor: \(anchors[dice.roll(7)]), columns: \(1 + dice.roll(width)), wrap: \(wrap)}"
      )
      let photos = (0..<1 + dice.roll(2)).map { _ in photo }
      front.append("photos: [\(photos.joined(separator: ", "))]")
    }
    if !isGathered, dice.roll(8) == 0 {
      front.append("sidebars: [{title: 链接, body: \(title)，\(title)。}]")
    }
    if dice.roll(4) == 0 {
      front.append("quote: {columns: \(1 + dice.roll(width)), wrap: \(wrap)}")
    }
    frames.append("  - {\(keys.joined(separator: ", "))}")
    let cells = areas.reduce(0) { $0 + $1.columns.count * $1.lines.count } * grid.chars
    let body = text(of: cells * (3 + dice.roll(9)) / (isGathered ? 30 : 10)) + signature
    bodies[id] = body + summary
    try write("articles/\(id).md", "---\n\(front.joined(separator: "\n"))\n---\n\(body)\n")
    if isGathered { try gather(into: id, cells: cells) }
  }

  /// Two more short stories for a frame.
  private mutating func gather(into slot: String, cells: Int) throws {
    for id in ["\(slot)b", "\(slot)c"] {
      let body = text(of: cells * (3 + dice.roll(9)) / 30) + signature
      bodies[id] = body
      let front = "id: \(id)\npage: \"1\"\nslot: \(slot)\ntitle: \(title)\nkicker: \(title)"
      try write("articles/\(id).md", "---\n\(front)\n---\n\(body)\n")
    }
  }

  /// Who signs and when, under some of the texts, in either way of writing it.
  private var signature: String {
    mutating get {
      let blanks = String(repeating: "　", count: 7)
      switch dice.roll(6) {
      case 0: return "\n\n\(title)\n三月十八日 {.signature}"
      case 1: return "\n\n\(blanks)\(title)\n\n\(blanks)三月十八日"
      default: return ""
      }
    }
  }

  /// So many characters in paragraphs, some with a 小标题 between them.
  private mutating func text(of count: Int) -> String {
    var (paragraphs, length) = ([String](), 0)
    while length < count {
      let paragraph = dice.paragraph(.of("zh-Hans"), sentences: 1 + dice.roll(5))
      paragraphs.append(paragraph)
      length += paragraph.count
      if dice.roll(8) == 0 { paragraphs.append("### \(title)") }
      if dice.roll(12) == 0 { paragraphs.append("> \(title)") }
    }
    return paragraphs.joined(separator: "\n\n")
  }

  private var title: String {
    mutating get { String((0..<4 + dice.roll(12)).map { _ in Character(han) }) }
  }

  /// A picture, or a group of them, standing in one of the ways that there are.
  private var photo: String {
    mutating get {
      let files = ["wide.png", "tall.png", "strip.png", "none.jpg"]
      var keys = ["caption: \(title)，\(title)。", "credit: 李四 摄"]
      let isGroup = dice.roll(3) == 0
      if isGroup {
        let group = (0..<2 + dice.roll(4)).map { _ in "{file: photos/\(files[dice.roll(4)])}" }
        keys.append("files: [\(group.joined(separator: ", "))]")
      } else {
        keys.append("file: photos/\(files[dice.roll(4)])")
      }
      keys.append("caption-at: \(["under", "beside", "on"][dice.roll(3)])")
      keys.append("credit-at: \(["end", "line", "edge"][dice.roll(3)])")
      keys.append("shape: \(["rectangle", "circle", "ellipse", "round"][dice.roll(4)])")
      if dice.roll(3) == 0 { keys.append("width: \(5 + dice.roll(20))") }
      switch dice.roll(4) {
      case 0 where !isGroup: keys.append("outline: alpha")
      case 1 where !isGroup:
        keys.append("outline: [50% 0%, 100% 60%, 40% 100%, 0% 30%], distance: 0.5")
      case 2 where !isGroup: keys.append("outline: shape")
      default: break
      }
      return "{\(keys.joined(separator: ", "))}"
    }
  }

  private var wrap: String {
    mutating get { ["true", "false", "fold", "around"][dice.roll(4)] }
  }

  private var han: Unicode.Scalar {
    mutating get { Unicode.Scalar(UInt32(0x4E00 + dice.roll(2000))) ?? "一" }
  }

  private var layout: String {
    """
    layout: page
    page: {width: 480mm, height: 640mm}
    grid: {columns: \(grid.columns), chars: \(grid.chars), gutter: 1, lines: \(grid.lines), size: 9pt, pitch: 12.5pt}
    frames:
    \(frames.joined(separator: "\n"))

    """
  }

  private static let overview = """
    banxin: 1
    paper: 试
    date: "2026-03-18"
    pages: [{code: "1", layout: layouts/page.yaml}]
    articles: articles/*.md

    """

  /// Small pictures with transparent corners: wide, tall and very wide.
  private static let pictures = [
    (
      "wide",
      "iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAYAAADN5B7xAAAAP0lEQVR42mNgwAKioqL+R0VF/ccmx4RNMTY2DDDik0QGy5YtY4TbQEgxshomBhIBE7J1xDiJEZ+niTUMb7ACABxgHFmJhJxxAAAAAElFTkSuQmCC"
    ),
    (
      "tall",
      "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAMCAYAAABfnvydAAAAQUlEQVR42pWQUQ4AMARD6TF7wF7TvpaIEFu/Go8SZj8iGSQj15Bh57Glok7UFO9ge8PYIMknKMlxTQefVqyPWnUAOW8aUYxPOQ0AAAAASUVORK5CYII="
    ),
    (
      "strip",
      "iVBORw0KGgoAAAANSUhEUgAAABAAAAAGCAYAAADKfB7nAAAAMUlEQVR42mNgwAOioqL+R0VF/cenhhGbJnwali1bxohhACFN+AxjYqAQUOwFBkoDEQDWjhQ6e5a4qQAAAABJRU5ErkJggg=="
    ),
  ]

  private func write(_ name: String, _ text: String) throws {
    try write(name, Data(text.utf8))
  }

  private func write(_ name: String, _ data: Data) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }
}
