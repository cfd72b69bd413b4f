import Foundation
import Testing

@testable import Fonts

/// The glyphs of every region, against HarfBuzz's own program (Debian libharfbuzz-bin).
@Suite struct `Glyphs of a region` {
  private static let program = "/usr/bin/hb-shape"
  private static let fonts = [
    `A font`.serif, "/usr/share/fonts/opentype/noto/NotoSansCJK-Medium.ttc",
  ].filter { FileManager.default.fileExists(atPath: $0) }
  private static let tags = ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko"]
  private static let texts = ["骨，。！：；？", "，。！", "“”‘’", "——……～", "直角今令海誤"]

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: program)),
    arguments: fonts, tags)
  func `are those that hb-shape chooses, in runs of marks alone too`(path: String, tag: String)
    throws
  {
    let font = try Font(FontFile(path: path, face: 2))
    for text in Self.texts {
      for kind in [RunKind.han, .hanVertical] {
        let expected = try judged(text, path, tag, vertical: kind == .hanVertical)
        #expect(glyphs(text, font, kind, tag) == expected, "\(text)")
      }
    }
  }

  @Test func `fill all sixteen bits`() throws {
    // Noto Serif CJK has 65 535 glyphs; vertical forms are among the last.
    let font = try Font(FontFile(path: `A font`.serif, face: 2))
    let vertical = glyphs("〝〟", font, .hanVertical, "ja")
    #expect(vertical.allSatisfy { $0 > 65_000 && font.advance(of: $0) == 1000 })
  }

  private func glyphs(_ text: String, _ font: Font, _ kind: RunKind, _ tag: String) -> [UInt32] {
    var glyphs: [ShapedGlyph] = []
    let scalars = Array(text.unicodeScalars)
    scalars.withUnsafeBufferPointer { buffer in
      Shaper().shape(
        buffer, 0..<scalars.count, font: font, kind: kind, language: GlyphLanguage(tag),
        into: &glyphs)
    }
    return glyphs.map(\.id)
  }

  private func judged(_ text: String, _ path: String, _ tag: String, vertical: Bool) throws
    -> [UInt32]
  {
    let process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = [
      "--face-index=2", "--script=Hani", "--language=\(tag)", "--features=-kern",
      "--direction=\(vertical ? "ttb" : "ltr")", "--no-glyph-names", "--no-positions",
      "--no-clusters", path, text,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(
      in: CharacterSet(charactersIn: "[]\n")
    ).split(separator: "|").compactMap { UInt32($0) }
  }
}
