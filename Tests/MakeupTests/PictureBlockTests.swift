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

/// A picture of so many pixels.
func testPicture(
  _ width: Int = 1500, _ height: Int = 1000, caption: String? = "清晨，江上起了薄雾，渡船缓缓离岸。"
) -> Picture {
  Picture(
    path: Located("p.jpg", at: TestPage.place),
    file: PictureFile(path: "p.jpg", kind: .jpeg, width: width, height: height), caption: caption,
    credit: "沈知白 摄")
}

@Suite struct `A picture's words` {
  private let rect = Rect(x: .points(50), y: .points(70), width: .points(320), height: .points(220))

  private func panels(_ picture: Picture, _ change: (inout PictureManner) -> Void) -> [Panel] {
    let frame = TestPage.frame("n", columns: 1...4, lines: 1...40)
    var manner = PictureManner(picture, in: frame, types: TestPage.types())
    change(&manner)
    return PictureBlock(picture, width: rect.width, manner, TestPage.types()).panels(in: rect)
  }

  @Test func `stand at the foot of a circle in a deeper room, with it in the middle`() throws {
    let high = Rect(x: rect.x, y: rect.y, width: .points(120), height: .points(300))
    let picture = testPicture(caption: "渡船离岸")
    let frame = TestPage.frame("n", columns: 1...1, lines: 1...40)
    var manner = PictureManner(picture, in: frame, types: TestPage.types())
    (manner.caption, manner.shape) = (.under, .circle)
    let panels = PictureBlock(picture, width: high.width, manner, TestPage.types()).panels(in: high)
    let clip = try #require(
      panels[0].items.compactMap { if case .picture(_, _, let clip, _) = $0 { clip } else { nil } }
        .first)
    let words = try #require(panels[0].typeLines.last?.room)
    let foot = high.y + clip.blockEnd
    #expect(words.y > foot && words.maxY - foot < .points(40))
    let (over, under) = (clip.block, high.maxY - words.maxY)
    #expect(over > .points(20) && abs((over - under).points) < 8)
  }

  @Test func `of one line share it under a circle where both have room`() throws {
    var short = testPicture(caption: "渡船离岸")
    short.credit = "沈知白 摄"
    let panels = panels(short) { ($0.caption, $0.shape, $0.credit) = (.under, .circle, .end) }
    let lines = panels[0].typeLines
    try #require(lines.count == 2)
    #expect(lines[0].room.y == lines[1].room.y)
    #expect(lines[1].room.x > lines[0].room.maxX)
    let middle = (lines[0].room.x + lines[1].room.maxX) / 2
    #expect(abs((middle - rect.x - rect.width / 2).points) < 0.5)
  }

  /// Six characters: 2026年 and the marks leave lines that only white could fill.
  @Test func `are ragged where the measure is too short to be filled`() {
    let types = TestPage.types()
    var long = testPicture(caption: "自2026年3月18日起，UNESCO的专家在《砚江》（1892）旁")
    long.credit = nil
    let size = types.style("caption").text.size
    let fit = CaptionSetter(types: types).caption(long, width: size * 6, credit: .end)
    for text in fit.items.texts { #expect(!text.line.adjustment.isLoose, "\(text.text)") }
    #expect(fit.items.texts.map(\.text).joined() == long.caption)
  }

  @Test func `stand under it`() throws {
    let panels = panels(testPicture()) { $0.caption = .under }
    let clip = try #require(panels[0].pictures.first).clip
    #expect(clip.width == rect.width)
    #expect(panels[0].typeLines.allSatisfy { $0.room.y > clip.maxY && $0.room.maxY <= rect.maxY })
  }

  @Test func `stand beside it, level with its foot`() throws {
    let panels = panels(testPicture()) { $0.caption = .beside }
    let clip = try #require(panels[0].pictures.first).clip
    let lines = panels[0].typeLines
    #expect(clip.maxY == rect.maxY && clip.width >= rect.width / 2)
    #expect(lines.allSatisfy { $0.room.x >= clip.maxX + TestPage.grid.size })
    #expect(lines.last?.room.maxY == rect.maxY)
    #expect(lines.allSatisfy { $0.room.maxX <= rect.maxX })
  }

  @Test func `stand under it where it leaves them no room beside`() throws {
    let long = testPicture(3000, 400, caption: TestPage.text(150, seed: 2))
    let panels = panels(long) { $0.caption = .beside }
    #expect(try #require(panels[0].pictures.first).clip.width == rect.width)
  }

  @Test func `stand on a ground over its foot`() throws {
    let panels = panels(testPicture()) { ($0.caption, $0.ground) = (.on, .grey(20)) }
    let clip = try #require(panels[0].pictures.first).clip
    #expect(clip == rect)
    let ground = panels[0].items.compactMap { item -> Rect? in
      guard case .fill(let area, .grey(20)) = item else { return nil }
      return panels[0].mode.place(area, in: rect)
    }
    #expect(ground.count == 1 && ground[0].maxY == rect.maxY && ground[0].width == rect.width)
    #expect(panels[0].typeLines.allSatisfy { ground[0].contains($0.room) })
  }

  @Test func `end with who made it, on a line of its own when asked to`() throws {
    let short = testPicture(caption: "雾")
    let shared = panels(short) { $0.credit = .end }[0].typeLines
    let own = panels(short) { $0.credit = .line }[0].typeLines
    #expect(shared.count == 2 && shared[0].room.y == shared[1].room.y)
    #expect(own.count == 2 && own[0].room.y < own[1].room.y)
    #expect(own[1].text == "沈知白 摄")
  }

  @Test func `name who made it upright along its edge, as far as there is height`() throws {
    let panels = panels(testPicture()) { $0.credit = .edge }
    let clip = try #require(panels[0].pictures.first).clip
    let edge = try #require(panels.last)
    #expect(panels.count == 2 && edge.mode == .vertical)
    #expect(edge.typeLines.map(\.text) == ["沈知白 摄"])
    #expect(edge.rect.x == clip.maxX && edge.rect.maxX == rect.maxX)
    #expect(panels[0].typeLines.allSatisfy { !$0.text.contains("沈") })
    let low = self.panels(testPicture(4000, 300)) { $0.credit = .edge }
    #expect(low.count == 1 && low[0].typeLines.contains { $0.text.contains("沈") })
  }

  @Test func `are as the picture says, then its frame, then the house`() {
    var types = TestPage.types()
    var sheet = TestPage.sheet
    (sheet.pictures.caption, sheet.pictures.credit) = (.beside, .line)
    types = TypeCase(
      typesetter: types.typesetter, sheet: sheet, grid: TestPage.grid, language: .zhHans)
    var frame = TestPage.frame("n", columns: 1...4, lines: 1...40)
    var picture = testPicture()
    #expect(PictureManner(picture, in: frame, types: types).caption == .beside)
    #expect(PictureManner(picture, in: frame, types: types).credit == .line)
    var photo = PhotoDesign()
    (photo.caption, photo.shape) = (.on, .round)
    frame.photo = photo
    #expect(PictureManner(picture, in: frame, types: types).caption == .on)
    #expect(PictureManner(picture, in: frame, types: types).shape == .round)
    (picture.captionPlace, picture.shape) = (.under, .ellipse)
    #expect(PictureManner(picture, in: frame, types: types).caption == .under)
    #expect(PictureManner(picture, in: frame, types: types).shape == .ellipse)
  }

  @Test(arguments: [CaptionPlace.under, .beside, .on], [CreditPlace.end, .line, .edge])
  func `stay clear of the text, whichever way it runs`(caption: CaptionPlace, credit: CreditPlace)
    throws
  {
    for mode in WritingMode.allCases {
      var story = TestPage.story("n", paragraphs: [TestPage.text(900, seed: 3)])
      story.photos = [testPicture()]
      (story.photos[0].captionPlace, story.photos[0].creditPlace) = (caption, credit)
      (story.photos[0].columns, story.photos[0].anchor) = (3, .topRight)
      var frame = TestPage.frame("n", columns: 1...6, lines: 1...40)
      frame.mode = mode
      let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
      let texts = set.panels.flatMap(\.typeLines).map(\.text).joined()
      for word in ["薄雾", "沈知白"] { #expect(texts.components(separatedBy: word).count == 2) }
      let block = try #require(set.panels.first { !$0.pictures.isEmpty })
      let own = set.panels.filter { panel in
        panel.rect.intersects(block.rect) && panel.rect.width <= block.rect.width
      }
      let rows = set.legs.flatMap(\.rows).map(\.rect)
      for line in own.flatMap(\.typeLines) {
        #expect(!rows.contains { $0.intersects(line.room) }, "\(mode) \(line.text)")
      }
    }
  }
}

@Suite struct `Pictures of a story without text` {
  /// Stories of three pictures that have heads, a table, or a head on the first picture.
  @Test func `are all on the page whatever stands beside them`() throws {
    var story = TestPage.story("n", paragraphs: [])
    story.photos = [
      testPicture(caption: "渡口。"), testPicture(900, 1000, caption: "石桥。"),
      testPicture(caption: "灯塔。"),
    ]
    var frame = TestPage.frame("n", columns: 1...4, lines: 1...60)
    func texts(_ story: Story) throws -> String {
      let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
      #expect(set.panels.flatMap(\.pictures).count == 3)
      return set.panels.flatMap(\.typeLines).map(\.text).joined()
    }
    for mode in WritingMode.allCases {
      frame.mode = mode
      frame.headline.position = .over
      for caption in ["渡口。", "石桥。", "灯塔。"] { #expect(try texts(story).contains(caption)) }
    }
    frame.mode = .horizontal
    frame.headline.position = .picture
    for caption in ["渡口。", "石桥。", "灯塔。"] { #expect(try texts(story).contains(caption)) }
    frame.headline.position = .over
    story.table = Table(
      rows: [["站", "时"], ["东", "八"], ["西", "九"]], headerRows: 1, place: TestPage.place)
    for caption in ["渡口。", "石桥。", "灯塔。"] { #expect(try texts(story).contains(caption)) }
  }

  @Test func `are told where they have no room`() throws {
    var story = TestPage.story("n", paragraphs: [])
    story.photos = [testPicture(caption: TestPage.text(200, seed: 5)), testPicture()]
    let frame = TestPage.frame("n", columns: 1...1, lines: 1...8)
    let made = TestPage.makeUp([story], on: [[frame]])
    #expect(made.diagnostics.contains { $0.code == .pictureNoRoom })
  }
}

@Suite struct `A picture of another shape` {
  private func made(reversed: Bool = false, _ change: (inout Picture) -> Void) throws -> SetFrame {
    var story = TestPage.story("n", paragraphs: [TestPage.text(900, seed: 3)])
    story.photos = [testPicture(caption: nil)]
    (story.photos[0].columns, story.photos[0].anchor) = (1, .topLeft)
    change(&story.photos[0])
    var frame = TestPage.frame("n", columns: 1...4, lines: 1...40)
    frame.bodyColumns = 2
    if reversed { frame.reverse = .grey(100) }
    let made = TestPage.makeUp([story], on: [[frame]])
    #expect(made.diagnostics.isEmpty)
    return try #require(made.frame("n"))
  }

  private func shown(_ frame: SetFrame) throws -> (placement: Rect, clip: Rect, shape: ClipShape) {
    try #require(frame.panels.flatMap(\.pictures).first)
  }

  @Test func `is a circle in a square, an ellipse in its room, or round at its corners`() throws {
    let circle = try shown(made { $0.shape = .circle })
    #expect(circle.shape == .ellipse && circle.clip.width == circle.clip.height)
    let ellipse = try shown(made { $0.shape = .ellipse })
    #expect(ellipse.shape == .ellipse && ellipse.clip.width > ellipse.clip.height)
    let round = try shown(made { $0.shape = .round })
    #expect(round.shape == .round(radius: .millimetres(3)))
  }

  @Test func `is as wide as asked, with text of whole 字 beside it`() throws {
    let em = TestPage.grid.size
    let frame = try made { $0.width = .characters(tenThousandths: 80_000) }
    let clip = try shown(frame).clip
    #expect(clip.width == em * 8)
    let beside = frame.legs[0].rows.map(\.rect).filter { $0.y < clip.maxY }
    #expect(beside.count > 3)
    for row in beside {
      #expect(row.x >= clip.maxX + em && row.width.units % em.units == 0 && row.width >= em * 9)
    }
  }

  @Test func `has text follow its outline at a distance, in whole 字`() throws {
    let em = TestPage.grid.size
    let diamond = [(5000, 0), (10_000, 5000), (5000, 10_000), (0, 5000)].map {
      PicturePoint(x: $0.0, y: $0.1)
    }
    for distance in [1, 2] {
      let frame = try made {
        ($0.width, $0.outline) = (.characters(tenThousandths: 120_000), .points(diamond))
        $0.distance = .characters(tenThousandths: distance * 10_000)
      }
      let picture = try shown(frame)
      #expect(picture.shape == .outline(diamond))
      let beside = frame.legs[0].rows.map(\.rect).filter { $0.y < picture.clip.maxY }
      #expect(Set(beside.map(\.width)).count > 2)
      for row in beside {
        #expect(row.width.units % em.units == 0)
        let middle = (row.y.points + em.points / 2 - picture.clip.y.points)
        let height = picture.clip.height.points
        guard middle > 0, middle < height else { continue }
        let half = (1 - abs(middle / height * 2 - 1)) / 2
        let edge = picture.clip.x.points + picture.clip.width.points * (0.5 + half)
        #expect(row.x.points >= edge + em.points * Double(distance) - 0.01)
      }
    }
  }

  @Test func `has text follow a circle when asked to`() throws {
    let em = TestPage.grid.size
    let frame = try made {
      ($0.shape, $0.outline) = (.circle, .shape)
      $0.width = .characters(tenThousandths: 120_000)
    }
    let clip = try shown(frame).clip
    let beside = frame.legs[0].rows.map(\.rect).filter { $0.y < clip.maxY }
    #expect(Set(beside.map(\.width)).count > 2)
    let (x, y) = ((clip.x + clip.width / 2).points, (clip.y + clip.height / 2).points)
    for row in beside {
      #expect(row.width.units % em.units == 0 && row.width >= em * 9)
      let down = row.y.points + em.points / 2 - y
      #expect((row.x.points - x) * (row.x.points - x) + down * down > pow(clip.width.points / 2, 2))
    }
  }

  /// Three lengths of text under one cut-out: it is as it was to be, or smaller, and whole each time.
  @Test(arguments: [PictureAnchor.topLeft, .center], [300, 860, 1010])
  func `is never cut into where it is cut out already`(anchor: PictureAnchor, characters: Int)
    throws
  {
    let vase = [(3000, 0), (7000, 0), (10_000, 6000), (7000, 10_000), (3000, 10_000), (0, 6000)]
    var cut = testPicture(900, 1300, caption: "出土的陶瓶。")
    (cut.width, cut.anchor) = (.characters(tenThousandths: 140_000), anchor)
    cut.outline = .points(vase.map { PicturePoint(x: $0.0, y: $0.1) })
    var story = TestPage.story("n", paragraphs: [TestPage.text(characters, seed: 3)])
    story.photos = [cut]
    var frame = TestPage.frame("n", columns: 1...4, lines: 1...28)
    frame.bodyColumns = 2
    let made = TestPage.makeUp([story], on: [[frame]])
    let set = try #require(made.frame("n"))
    let shown = try shown(set)
    let (part, whole) = (shown.clip, shown.placement)
    #expect(abs((part.width - whole.width).points) < 0.02)
    #expect(abs((part.height - whole.height).points) < 0.02)
    #expect(abs(part.height.points / part.width.points - 13.0 / 9) < 0.01)
    let asked = TestPage.grid.size * 14
    let isSmaller = part.width.points < asked.points * 0.9
    #expect(made.diagnostics.map(\.code) == (isSmaller ? [.pictureSmaller] : []))
    if characters == 1010, anchor == .center { #expect(isSmaller) }
    // Text keeps clear of the line where the picture is now.
    for row in set.legs.flatMap(\.rows).map(\.rect) where row.intersects(part) {
      let middle = (row.y.points + 4.5 - part.y.points) / part.height.points
      guard (0.05...0.95).contains(middle) else { continue }
      let narrow = middle < 0.6 ? 0.3 * (1 - middle / 0.6) : 0.3 * (middle - 0.6) / 0.4
      let left = part.x.points + part.width.points * narrow
      let right = part.maxX.points - part.width.points * narrow
      #expect(row.maxX.points <= left || row.x.points >= right)
    }
  }

  @Test func `does not grow into white to close its story`() throws {
    func depth(_ characters: Int) throws -> (clip: Rect, foot: Length) {
      var story = TestPage.story("n", paragraphs: [TestPage.text(characters, seed: 3)])
      var round = testPicture(1000, 1000, caption: "老师傅。")
      (round.shape, round.anchor, round.credit) = (.circle, .topRight, nil)
      story.photos = [round]
      var frame = TestPage.frame("n", columns: 1...4, lines: 1...26)
      frame.bodyColumns = 2
      let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
      let caption = try #require(
        set.panels.flatMap(\.typeLines).first { $0.text == "老师傅。" }?.room)
      return (try shown(set).clip, caption.maxY)
    }
    for characters in [380, 420, 460] {
      let (clip, foot) = try depth(characters)
      #expect(clip.y - TestPage.grid.origin.y < TestPage.grid.pitch / 2, "\(characters)")
      #expect(foot - clip.maxY < TestPage.grid.pitch * 2, "\(characters)")
    }
  }

  @Test func `has text beside a short caption as close as beside the circle over it`() throws {
    // Lower than it asks for, the circle is smaller than its caption's room.
    var story = TestPage.story("n", paragraphs: [TestPage.text(700, seed: 3)])
    var round = testPicture(1000, 1000, caption: "老师傅。")
    (round.shape, round.outline, round.anchor) = (.circle, .shape, .center)
    (round.width, round.credit) = (.characters(tenThousandths: 180_000), nil)
    story.photos = [round]
    var frame = TestPage.frame("n", columns: 1...4, lines: 1...20)
    frame.bodyColumns = 2
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
    let clip = try shown(set).clip
    #expect(clip.width < TestPage.grid.size * 17)
    let caption = try #require(
      set.panels.flatMap(\.typeLines).first { $0.text == "老师傅。" }?.room)
    let beside = set.legs.flatMap(\.rows).map(\.rect).filter {
      $0.y < caption.maxY && caption.y < $0.maxY
    }
    #expect(!beside.isEmpty)
    let widest = beside.map(\.width).max() ?? .zero
    let level = set.legs.flatMap(\.rows).map(\.rect).filter {
      $0.y < clip.y + clip.width / 2 && clip.y + clip.width / 2 < $0.maxY
    }
    #expect(widest >= level.map(\.width).max() ?? .zero)
  }

  @Test func `leaves no line or two alone beside a narrow waist`() throws {
    // Two broad blocks and a waist two lines deep: only beside the waist is there room for 9 字.
    let waist = [
      (0, 0), (10_000, 0), (10_000, 4600), (2000, 4600), (2000, 5400), (10_000, 5400),
      (10_000, 10_000), (0, 10_000),
    ].map { PicturePoint(x: $0.0, y: $0.1) }
    let frame = try made {
      ($0.width, $0.outline) = (.characters(tenThousandths: 140_000), .points(waist))
    }
    let clip = try shown(frame).clip
    let rows = frame.legs[0].rows.map(\.rect).filter { $0.y < clip.maxY && $0.maxY > clip.y }
    #expect(rows.count < 2)
  }

  @Test func `has white in its shape under a drawing, in a reversed frame too`() throws {
    for (shape, reversed) in PictureShape.allCases.flatMap({ [($0, false), ($0, true)] }) {
      let frame = try made(reversed: reversed) {
        $0.shape = shape
        $0.file = PictureFile(path: "p.svg", kind: .svg, width: 1500, height: 1000)
      }
      let items = frame.panels.flatMap(\.items)
      let isPaper = items.contains { item in
        switch (item, shape) {
        case (.paper(_, nil), .rectangle): true
        case (.paper(_, _?), .circle), (.paper(_, _?), .ellipse): true
        case (.roundBox(_, _, .white?, nil, _), .round): true
        default: false
        }
      }
      #expect(isPaper, "\(shape) \(reversed)")
    }
  }

  @Test func `follows its outline beside vertical text too`() throws {
    var story = TestPage.story("n", paragraphs: [TestPage.text(900, seed: 3)])
    var picture = testPicture(1000, 1000, caption: nil)
    (picture.anchor, picture.width) = (.bottomRight, .characters(tenThousandths: 120_000))
    picture.outline = .points(
      [(0, 10_000), (10_000, 10_000), (10_000, 0)].map {
        PicturePoint(x: $0.0, y: $0.1)
      })
    story.photos = [picture]
    var frame = TestPage.frame("n", columns: 1...4, lines: 1...40)
    (frame.mode, frame.bodyColumns) = (.vertical, 1)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
    let clip = try #require(set.panels.flatMap(\.pictures).first).clip
    let over = set.legs.flatMap(\.rows).map(\.rect).filter {
      $0.x < clip.maxX && clip.x < $0.maxX && $0.y < clip.y
    }
    #expect(Set(over.map(\.height)).count > 3)
    #expect(over.allSatisfy { $0.height.units % TestPage.grid.size.units == 0 })
  }
}
