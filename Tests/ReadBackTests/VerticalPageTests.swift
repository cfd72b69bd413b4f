import CJKRules
import Drawing
import Fonts
import Foundation
import Geometry
import Makeup
import Testing

@testable import Banxin

/// A page with a horizontal and a vertical story, as outside programs find it.
@Suite(.serialized) struct `A vertical story read back from its PDF` {
  @Test(arguments: VerticalEdition.languages) func `comes out whole and in reading order`(
    language: Language
  ) throws {
    let printed = try #require(try VerticalEdition.printed(language))
    let text = try #require(printed.text.first)
    for paragraph in VerticalEdition.paragraphs(language) {
      #expect(text.contains(SheetReader.withoutBlanks(paragraph)), "\(paragraph.prefix(12))")
    }
  }

  @Test(arguments: VerticalEdition.languages)
  func `stands Han on its axis an em apart, and turns words by a quarter`(language: Language) throws
  {
    let printed = try #require(try VerticalEdition.printed(language))
    let leg = try #require(printed.pages[0].frames.first { $0.id == "v" }?.legs.first)
    let size = 9.0
    var upright = 0
    var turned = 0
    for glyph in printed.traces.filter({ leg.rect.holds($0.x, $0.y) && abs($0.size - size) < 0.01 })
    {
      if glyph.isTurned {
        turned += 1
        continue
      }
      // Hangul's own frames, and those of some kana, are narrower than an em.
      guard glyph.scalar.properties.isIdeographic else { continue }
      // Rows are 12 pt apart from the right; a Han origin stands half an em left of its row's axis.
      let rows = (leg.rect.maxX.points - size / 2 - (glyph.x + size / 2)) / 12
      #expect(abs(rows - rows.rounded()) * 12 <= 0.01, "\(glyph.scalar)")
      upright += 1
    }
    #expect(upright >= (language == .zhHans ? 60 : 5) && turned > 8)
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: GlyphJudge.program)),
    arguments: VerticalEdition.languages)
  func `has the region's glyphs, and no horizontal form where there is a vertical one`(
    language: Language
  ) throws {
    let printed = try #require(try VerticalEdition.printed(language))
    for mode in [WritingMode.horizontal, .vertical] {
      let id = mode == .vertical ? "v" : "h"
      let rect = try #require(printed.pages[0].frames.first { $0.id == id }?.legs.first?.rect)
      for (scalar, glyph) in printed.squareGlyphs(in: rect) {
        let expected = try GlyphJudge.glyph(
          scalar, language: language.rawValue, vertical: mode == .vertical)
        #expect(glyph == expected, "\(scalar)")
      }
    }
  }
}

extension Rect {
  fileprivate func holds(_ x: Double, _ y: Double) -> Bool {
    x > self.x.points - 9 && x < maxX.points && y > self.y.points && y < maxY.points + 1
  }
}

extension PrintedEdition {
  /// Square characters that stand alone, with the glyphs that draw them, from the body face.
  fileprivate func squareGlyphs(in rect: Rect) -> [(Unicode.Scalar, UInt32)] {
    var found: [UInt32: Unicode.Scalar] = [:]
    for case .glyphs(let mark) in lists[0].marks
    where mark.font.index == 0 && mark.orientation == .upright && mark.condense == 1000 {
      var (glyph, scalar) = (0, 0)
      for cluster in mark.clusters {
        let origin = mark.glyphs[glyph].origin
        if cluster.scalars == 1, cluster.glyphs == 1, rect.holds(origin.x.points, origin.y.points),
          Self.isSquare(mark.text[scalar])
        {
          found[mark.glyphs[glyph].id] = mark.text[scalar]
        }
        glyph += cluster.glyphs
        scalar += cluster.scalars
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
  }

  /// Not the curly quotation marks, which the mainland and Japan draw as others.
  private static func isSquare(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x3001 && scalar.value <= 0xFF60
  }
}

/// HarfBuzz's own program, asked for one character at a time.
enum GlyphJudge {
  static let program = "/usr/bin/hb-shape"

  static func glyph(_ scalar: Unicode.Scalar, language: String, vertical: Bool) throws -> UInt32? {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "--face-index=2", "--script=Hani", "--language=\(language)", "--no-glyph-names",
      "--direction=\(vertical ? "ttb" : "ltr")", "--no-positions", "--no-clusters",
      "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", String(Character(scalar)),
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return UInt32(
      String(decoding: data, as: UTF8.self).trimmingCharacters(
        in: CharacterSet(charactersIn: "[]\n")))
  }
}

/// An edition of one page: a vertical story, and a horizontal one of the same text.
enum VerticalEdition {
  static let languages: [Language] = [.zhHans, .zhHantTW, .ja, .ko]

  static func paragraphs(_ language: Language) -> [String] {
    switch language {
    case .zhHans:
      [
        "砚江的渡口只有一盏灯。灯挂在第12号木桩上，风一吹就晃——摆渡人老许说：“那是‘点头’。”他今年78岁，一九五四年见过大水；到了2020年，他走了5个来回！",
        "他的儿子（1971—2019）爱说GDP和AI，也说Light Rail，说“Welcome to Yanjiang”，湿度85%，风力3～4级……《砚江志·卷三》有云：渡者，度也。骨直角令海？",
      ]
    case .zhHantTW, .zhHantHK:
      [
        "硯江的渡口只有一盞燈。燈掛在第12號木樁上，風一吹就晃——擺渡人老許說：「那是『點頭』。」他今年78歲，一九五四年見過大水；到了2020年，他走了5個來回！",
        "他的兒子（1971—2019）愛說GDP和AI，也說Light Rail，說「Welcome to Yanjiang」，溼度85%，風力3～4級……《硯江志・卷三》有云：渡者，度也。骨直角令海？",
      ]
    case .ja:
      [
        "硯江の渡し場に灯はひとつ。第12号の杭に掛かった灯は揺れる――船頭は「あれは『うなずいて』いるのだ」と言った。今年78歳、1954年の大水を見た。ちょっと待って！",
        "息子（1971～2019）はGDPやAI、Light Railの話が好きで、“Welcome to Yanjiang”とあり、湿度85%、ウィーン・サービス……。ヴァージョンも、骨直角令海？",
      ]
    case .ko:
      [
        "연강의 나루터에는 등불이 하나뿐이었다. 제12호 말뚝에 걸려 있었다. 사공은 “고개를 끄덕이는 것”이라고 말했다. 올해 78세, 1954년의 큰물을 보았다.",
        "아들은 경전철의 총기사였다. GDP와 AI를 좋아했다. “Welcome to Light Rail”이라고 적혀 있었다. 「등불」은 『나루터』의 이야기다。骨直角令海、끝이다.",
      ]
    }
  }

  static func printed(_ language: Language) throws -> PrintedEdition? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "banxin-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      let url = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try write(
      "edition.yaml",
      """
      banxin: 1
      paper: 小报
      date: "2026-03-18"
      lang: \(language.rawValue)
      pages: [{code: "1", layout: layouts/two.yaml}]

      """)
    try write(
      "layouts/two.yaml",
      """
      layout: two
      page: {width: 160mm, height: 150mm}
      grid: {columns: 2, chars: 20, gutter: 2, lines: 30, size: 9pt, pitch: 12pt}
      frames:
        - {id: h, kind: article, columns: 1, lines: 1-30}
        - {id: v, kind: article, columns: 2, lines: 1-30, mode: vertical, body: {columns: 1}}

      """)
    for id in ["h", "v"] {
      let text = paragraphs(language).joined(separator: "\n\n")
      try write(
        "articles/\(id).md", "---\nid: \(id)\npage: \"1\"\nslot: \(id)\n---\n\(text)\n")
    }
    return try PrintedEdition(folder: folder.resolvingSymlinksInPath().path)
  }
}
