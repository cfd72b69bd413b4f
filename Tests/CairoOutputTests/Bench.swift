import CFreeType
import Drawing
import Fonts
import Foundation
import Geometry
import Testing

@testable import CairoOutput

/// Fonts that the tests draw with, from Debian's fonts-noto-cjk and fonts-lxgw-wenkai.
let testFonts = [
  FontFile(path: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", face: 2),
  FontFile(path: "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", face: 2),
  FontFile(path: "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", face: 0),
]

let testMetadata = DocumentMetadata(
  title: "砚江日报 2026年11月24日", author: "砚江日报", subject: "第1版", year: 2026, month: 11, day: 24)

/// Sets characters one em apart, without shaping.
struct Typesetter {
  private let faces: [FreeTypeFace]

  init() throws {
    faces = try testFonts.map { try #require(FreeTypeFace($0)) }
  }

  func line(
    _ text: String, x: Double, y: Double, size: Double = 9, font: Int = 0, condense: Int = 1000,
    orientation: GlyphOrientation = .upright, ink: Ink = .black
  ) -> GlyphMark {
    let scalars = Array(text.unicodeScalars)
    let step = size * Double(condense) / 1000
    return GlyphMark(
      font: FontID(index: font), size: .points(size), condense: condense, orientation: orientation,
      ink: ink,
      glyphs: scalars.enumerated().map { index, scalar in
        let along = step * Double(index)
        return SheetGlyph(
          id: FT_Get_Char_Index(faces[font].face, FT_ULong(scalar.value)),
          origin: orientation == .upright
            ? Point(x: .points(x + along), y: .points(y))
            : Point(x: .points(x), y: .points(y + along)))
      },
      clusters: scalars.map { _ in GlyphCluster(scalars: 1, glyphs: 1) }, text: scalars)
  }

  func page(_ marks: [Mark], code: String = "1", bookmarks: [Bookmark] = []) -> DisplayList {
    DisplayList(
      code: code, size: Size(width: .points(300), height: .points(400)), marks: marks,
      bookmarks: bookmarks)
  }
}

/// A folder of its own that is gone with its owner.
final class ScratchFolder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "banxin-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }
}

/// Runs a program and gives what it wrote.
func output(of program: String, _ arguments: String...) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}

let noPictures = PictureStore(folder: "/nonexistent")
