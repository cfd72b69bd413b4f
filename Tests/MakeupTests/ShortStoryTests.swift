import Drawing
import Geometry
import Manuscripts
import PageDesign
import Diagnostics
import Testing

@testable import Makeup

/// Stories that end over their foot, with a picture that can help.
@Suite struct `A story that ends short` {
  /// What its last tier leaves beside the picture goes to the picture.
  @Test(arguments: [600, 660, 720, 780])
  func `of upright lines has a picture as wide as its text lets it be`(characters: Int) throws {
    var frame = TestPage.frame("v", columns: 1...4, lines: 1...40)
    (frame.mode, frame.bodyColumns, frame.headline.lines) = (.vertical, 2, 6)
    var story = TestPage.story("v", paragraphs: [TestPage.text(characters, seed: 8)])
    story.title = ["两岸往来"]
    var picture = Picture(
      path: Located("p.jpg", at: TestPage.place),
      file: PictureFile(path: "p.jpg", kind: .jpeg, width: 1200, height: 1000), caption: "清晨")
    (picture.anchor, picture.columns) = (.bottomLeft, 1)
    story.photos = [picture]
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("v"))
    #expect(set.oversetLines == 0)
    let image = try #require(
      set.panels.first { panel in
        panel.items.contains { if case .picture = $0 { true } else { false } }
      }?.rect)
    let last = try #require(set.legs.last?.rect)
    #expect(last.x - image.maxX < TestPage.grid.pitch * 3, "\(characters)")
  }

  private func made(
    _ characters: Int, columns: ClosedRange<Int>, asked: Int? = 1,
    crop: Picture.Crop = .focus(x: 500, y: 500), sheet: StyleSheet = TestPage.sheet
  ) throws -> SetFrame {
    var story = TestPage.story(
      "a",
      paragraphs: (0..<4).map { TestPage.text(characters / 4, seed: $0 + 3) })
    let file = PictureFile(path: "p.jpg", kind: .jpeg, width: 1500, height: 1000)
    story.photos = [
      Picture(path: Located("p.jpg", at: TestPage.place), file: file, columns: asked, crop: crop)
    ]
    let frame = TestPage.frame("a", columns: columns, lines: 1...30)
    return try #require(TestPage.makeUp([story], on: [[frame]], sheet: sheet).frame("a"))
  }

  private func size(_ frame: SetFrame) -> LogicalSize? {
    for case .picture(_, _, let clip, _) in frame.panels.flatMap(\.items) {
      return LogicalSize(inline: clip.inlineSize, block: clip.blockSize)
    }
    return nil
  }

  /// Depth of the deepest of the pictures of a column, in percent of their width.
  private func deepest(_ crop: Picture.Crop, _ sheet: StyleSheet = TestPage.sheet) throws -> Int {
    let depths = try stride(from: 400, through: 540, by: 20).compactMap { characters in
      try size(made(characters, columns: 1...2, crop: crop, sheet: sheet)).map {
        $0.block.units * 100 / $0.inline.units
      }
    }
    return try #require(depths.max())
  }

  @Test func `has its picture cropped at the sides, as far as the house says`() throws {
    // 3:2 shows whole at 67; a quarter and a third less of it make 89 and 100.
    let seen = try deepest(.focus(x: 500, y: 500))
    let drawn = try deepest(.rect(x: 0, y: 0, width: 1000, height: 1000))
    #expect(drawn <= 89 && drawn < seen && seen <= 100)
    var sheet = TestPage.sheet
    sheet.pictures.crop.fill = 0
    #expect(try deepest(.focus(x: 500, y: 500), sheet) == drawn)
  }

  @Test func `has its picture a column wider rather than three white lines, and says so`() throws {
    var wider: SetFrame?
    for characters in stride(from: 400, through: 1_000, by: 40) where wider == nil {
      let made = try made(characters, columns: 1...4, asked: nil)
      let isWider = made.cures.contains { $0.cure == .pictureWider }
      if isWider, made.linesFree < 3 { wider = made }
    }
    let frame = try #require(wider)
    #expect(frame.cures.contains(ColumnCure(fault: .short, cure: .pictureWider, leg: 0, lines: 1)))
    #expect(size(frame)?.inline == TestPage.grid.columnWidth * 3 + TestPage.grid.gutter * 2)
    #expect(frame.oversetLines == 0)
  }

  @Test func `keeps a picture as wide as it was ordered`() throws {
    for characters in stride(from: 400, through: 760, by: 40) {
      let made = try made(characters, columns: 1...3)
      #expect(!made.cures.contains { $0.cure == .pictureWider })
    }
  }

  @Test func `says by how many lines its picture is deeper`() throws {
    let frames = try stride(from: 400, through: 540, by: 20).map { try made($0, columns: 1...2) }
    let deeper = frames.flatMap(\.cures).filter { $0.cure == .pictureDeeper }
    #expect(!deeper.isEmpty && deeper.allSatisfy { $0.fault == .short && $0.lines > 0 })
  }
}
