import CJKRules
import Diagnostics
import Drawing
import Fonts
import Foundation
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

extension Panel {
  var pictures: [(placement: Rect, clip: Rect, shape: ClipShape)] {
    items.compactMap { item in
      guard case .picture(_, let placement, let clip, let shape) = item else { return nil }
      return (mode.place(placement, in: rect), mode.place(clip, in: rect), shape)
    }
  }

  /// Lines of type by the rooms they take.
  var typeLines: [(text: String, room: Rect)] {
    items.compactMap { item in
      guard case .line(let line, let start, _) = item, let size = line.runs.map(\.size).max() else {
        return nil
      }
      let room = LogicalRect(
        inline: start.inline, block: start.block - size / 2, inlineSize: line.width, blockSize: size
      )
      return (line.string, mode.place(room, in: rect))
    }
  }
}

@Suite struct `A group of pictures` {
  private func group(_ sizes: [(Int, Int)]) -> Picture {
    let parts = sizes.enumerated().map { number, size in
      PicturePart(
        path: Located("\(number).jpg", at: TestPage.place),
        file: PictureFile(path: "\(number).jpg", kind: .jpeg, width: size.0, height: size.1),
        crop: .focus(x: 500, y: 500))
    }
    var picture = Picture(path: parts[0].path, file: parts[0].file, caption: "上左：渡口；上右：石桥。")
    picture.others = Array(parts.dropFirst())
    return picture
  }

  private func set(_ picture: Picture, width: Int = 400, height: Length? = nil) -> [(
    placement: Rect, clip: Rect, shape: ClipShape
  )] {
    let frame = TestPage.frame("n", columns: 1...4, lines: 1...40)
    let manner = PictureManner(picture, in: frame, types: TestPage.types())
    let group = PhotoGroup(picture, manner)
    let extent = height ?? group.naturalExtent(width: .points(width))
    let area = LogicalRect(
      inline: .zero, block: .zero, inlineSize: .points(width), blockSize: extent)
    let rect = Rect(x: .zero, y: .zero, width: .points(width), height: extent)
    return Panel(rect: rect, items: group.items(in: area)).pictures
  }

  @Test(arguments: 1...14) func `fills its rectangle with white of one width between`(count: Int) {
    var state = UInt64(count)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for height in [nil, 120, 260, 500] as [Int?] {
      let sizes = (0..<count).map { _ in (600 + next(1400), 600 + next(1400)) }
      let cells = set(group(sizes), height: height.map { .points($0) }).map(\.clip)
      #expect(cells.count == count)
      for (number, cell) in cells.enumerated() {
        let others = cells.indices.filter { $0 != number }.map { cells[$0] }
        #expect(!others.contains { $0.inset(by: .points(0.01)).intersects(cell) })
        // Right of it the picture's edge, or another after the gutter.
        let gap =
          others.filter { $0.x > cell.x && $0.y < cell.maxY && cell.y < $0.maxY }
          .map { ($0.x - cell.maxX).points }.min() ?? (Length.points(400) - cell.maxX).points
        #expect(abs(gap) < 0.01 || abs(gap - Length.millimetres(1).points) < 0.01)
      }
      let bottom = cells.map(\.maxY).max() ?? .zero
      if let height { #expect(abs((bottom - .points(height)).points) < 0.01) }
    }
  }

  @Test func `shows its pictures whole where it has the height it asks for, the first the largest`()
  {
    for sizes in [
      [(1500, 1000), (1500, 1000), (1500, 1000)], [(1000, 1500), (1500, 1000), (1500, 1000)],
      [(1500, 1000), (1000, 1500), (900, 900), (1500, 1000), (1600, 900)],
    ] {
      let pictures = set(group(sizes))
      for (placement, clip, _) in pictures {
        #expect(abs((placement.width - clip.width).points) < 0.1)
        #expect(abs((placement.height - clip.height).points) < 0.1)
      }
    }
    let three = set(group([(1500, 1000), (1500, 1000), (1500, 1000)])).map(\.clip)
    #expect(three[0].width > three[1].width && three[1].width == three[2].width)
  }

  /// In rectangles of other proportions than the pictures' too.
  @Test(arguments: [200, 266, 320, 400, 480]) func `never has its first picture as the smallest`(
    height: Int
  ) {
    for sizes in [
      [(1500, 1000), (1000, 1500), (1500, 1000)], [(1000, 1500), (1500, 1000), (1500, 1000)],
      [(1500, 1000), (1000, 1500), (1500, 1000), (1600, 900)],
    ] {
      let areas = set(group(sizes), height: .points(height)).map {
        $0.clip.width.points * $0.clip.height.points
      }
      #expect(areas.dropFirst().contains { $0 <= areas[0] * 1.05 }, "\(sizes)")
    }
  }

  @Test(arguments: [240, 300, 360]) func `of six has none that is a stamp`(height: Int) {
    let sizes = [(1500, 1000), (1000, 1500), (1500, 1000), (1200, 1200), (1600, 900), (1500, 1000)]
    let areas = set(group(sizes), height: .points(height)).map {
      $0.clip.width.points * $0.clip.height.points
    }
    #expect((areas.min() ?? 0) * 12 >= areas.max() ?? 0)
  }

  @Test func `has a grey box for a file that is not there, and keeps the others`() {
    var picture = group([(1500, 1000), (1000, 1500), (1500, 1000)])
    picture.others[0].file = nil
    #expect(set(picture).count == 2)
    picture.file = nil
    picture.others[1].file = nil
    #expect(set(picture).isEmpty)
  }

  @Test func `crops little, and each round its own focus`() {
    var picture = group([(1500, 1000), (1000, 1500), (1500, 1000)])
    picture.others[1].crop = .focus(x: 0, y: 500)
    for (placement, clip, _) in set(picture) {
      let shown = clip.width.points * clip.height.points
      #expect(shown / (placement.width.points * placement.height.points) > 0.7)
    }
    let flat = set(picture, height: .points(90))
    #expect(flat[2].placement.x == flat[2].clip.x)
  }

  @Test func `has one caption, in an article and by itself`() throws {
    for text in [[TestPage.text(900, seed: 4)], []] {
      var story = TestPage.story("n", paragraphs: text)
      story.photos = [group([(1500, 1000), (1000, 1000), (1200, 1000)])]
      let frame = TestPage.frame("n", columns: 1...4, lines: 1...40)
      let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
      #expect(set.panels.flatMap(\.pictures).count == 3)
      let texts = set.panels.flatMap(\.typeLines).filter { $0.text.contains("上左：渡口") }
      #expect(texts.count == 1)
    }
  }

  @Test func `is made of the pictures of a story that has no text, all they say kept`() throws {
    var story = TestPage.story("n", paragraphs: [])
    story.photos = [testPicture(caption: "渡口。"), testPicture(900, 1000, caption: "石桥。")]
    let frame = TestPage.frame("n", columns: 1...4, lines: 1...40)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
    #expect(set.panels.flatMap(\.pictures).count == 2)
    let text = set.panels.flatMap(\.typeLines).map(\.text).joined()
    #expect(text.contains("渡口。") && text.contains("石桥。"))
  }
}
