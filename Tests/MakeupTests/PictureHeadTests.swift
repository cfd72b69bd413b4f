import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A head on a picture` {
  func story(photos: Int = 1, paragraphs: Int = 3) -> Story {
    var story = TestPage.story(
      "a", paragraphs: (0..<paragraphs).map { TestPage.text(150, seed: $0) })
    story.title = ["渡口新桥今晨通车"]
    let file = PictureFile(path: "p.jpg", kind: .jpeg, width: 1500, height: 1000)
    story.photos = (0..<photos).map { _ in
      Picture(path: Located("p.jpg", at: TestPage.place), file: file, caption: "两岸居民步行过江")
    }
    return story
  }

  func made(_ story: Story, _ change: (inout Frame) -> Void = { _ in }) -> MadeUp {
    var frame = TestPage.frame("a", columns: 1...4, lines: 1...50)
    frame.headline.position = .picture
    change(&frame)
    return TestPage.makeUp([story], on: [[frame]])
  }

  /// The picture's panel, its picture, the ground and the title in it.
  func parts(_ made: MadeUp) throws -> (
    panel: Panel, picture: LogicalRect, strip: LogicalRect?, title: LogicalPoint, ink: Ink
  ) {
    let panel = try #require(
      made.frame("a")?.panels.first { $0.items.contains(where: \.isHeadline) })
    var picture: LogicalRect?
    var strip: LogicalRect?
    var title: (LogicalPoint, Ink)?
    for item in panel.items {
      switch item {
      case .picture(_, _, let clip, _): picture = clip
      case .fill(let rect, _): strip = rect
      case .line(let line, let start, let ink) where line.string.contains("新桥"):
        title = (start, ink)
      default: break
      }
    }
    let found = try #require(title)
    return (panel, try #require(picture), strip, found.0, found.1)
  }

  @Test func `has its byline ranged as its title is`() throws {
    func starts(_ rank: String) throws -> (title: Length, byline: Length) {
      var story = story()
      (story.rank, story.byline) = (rank, "本报记者 温言")
      let (panel, _, _, title, _) = try parts(made(story))
      let byline = try #require(panel.items.texts.first { $0.text.hasPrefix("本报记者") })
      return (
        title.inline, byline.start.inline + (byline.line.runs.first?.glyphs.first?.inline ?? .zero)
      )
    }
    let brief = try starts("brief")
    #expect(abs((brief.title - brief.byline).points) < 1)
    #expect(try starts("news").byline > starts("news").title)
  }

  /// In half of the picture's depth the title would be smaller than its style allows.
  @Test func `stands over the text where its picture is too low, and says how deep it must be`()
    throws
  {
    func made(_ lines: Int) -> MadeUp {
      var story = story()
      story.rank = "news"
      (story.kicker, story.subtitle) = (["江上第二座桥"], ["两岸步行十分钟"])
      story.byline = "本报记者 温言"
      return self.made(story) { ($0.headline.lines, $0.headline.columns) = (lines, 4) }
    }
    let low = made(8)
    let told = try #require(low.diagnostics.first { $0.code == .pictureTooLowForHead })
    let need = try #require(told.value("need").flatMap(Int.init))
    #expect(low.frame("a")?.heads.first { $0.kind == .title }?.size ?? .zero >= .points(16))
    let deep = made(need)
    #expect(!deep.diagnostics.contains { $0.code == .pictureTooLowForHead })
    #expect(try parts(deep).strip != nil)
  }

  @Test func `stands white on a black strip in the picture's lower left, text under it`() throws {
    let made = made(story())
    let (panel, picture, strip, title, ink) = try parts(made)
    let ground = try #require(strip)
    #expect(ink == .white)
    #expect(ground.blockEnd <= picture.blockEnd && ground.block > picture.blockEnd / 2)
    #expect(ground.inline < title.inline && ground.block < title.block)
    #expect(title.block < ground.blockEnd)
    let first = try #require(made.frame("a")?.legs.first)
    #expect(first.rect.y >= panel.rect.maxY)
    #expect(made.frame("a")?.oversetLines == 0)
    #expect(made.diagnostics.isEmpty)
  }

  @Test func `has the marks of its summary under each other, the list in the middle`() throws {
    var story = story()
    story.summary = ["竹要烤", "撕下歇业的是手工课"]
    let (panel, _, strip, _, _) = try parts(made(story) { $0.headline.summary = .under })
    let lines = panel.items.compactMap { item -> (line: Line, start: Length)? in
      if case .line(let line, let start, _) = item { (line, start.inline) } else { nil }
    }
    let ground = try #require(strip)
    let marks = lines.filter { $0.line.string == "■" }.map(\.start)
    #expect(marks.count == 2 && marks[0] == marks[1])
    let last = try #require(lines.first { $0.line.string == story.summary[1] })
    let right = ground.inlineEnd - last.start - last.line.width
    #expect((right - (marks[0] - ground.inline)).units.magnitude <= 2)
  }

  @Test
  func
    `has the label of its column in the picture's corner, or in its own where it stands at the top`()
    throws
  {
    func label(_ anchor: String) throws -> (
      label: LogicalPoint, strip: LogicalRect, title: LogicalPoint
    ) {
      var story = story()
      story.column = "镜像"
      let (panel, _, strip, title, _) = try parts(
        made(story) {
          $0.headline.onPicture = PictureHeadDesign(anchor: anchor, strip: .grey(90))
        })
      let label = try #require(panel.items.texts.first { $0.text == "镜像" })
      let fills = panel.items.compactMap { if case .fill(let rect, _) = $0 { rect } else { nil } }
      return (label.start, try #require(fills.max { $0.blockSize < $1.blockSize } ?? strip), title)
    }
    let upper = try label("top-right")
    #expect(upper.strip.inline <= upper.label.inline && upper.strip.block < upper.label.block)
    #expect(upper.label.block < upper.title.block)
    #expect(try label("bottom-right").label.block < label("bottom-right").strip.block)
  }

  @Test func `stands in any corner, black on light grounds`() throws {
    for anchor in ["top-left", "top-right", "bottom-right", "center"] {
      let (_, picture, strip, _, ink) = try parts(
        made(story()) {
          $0.headline.onPicture = PictureHeadDesign(anchor: anchor, strip: .grey(10))
        })
      let ground = try #require(strip)
      #expect(ink == .black)
      #expect(
        anchor.hasPrefix("top") == (ground.block < picture.blockEnd / 4), "\(anchor)")
      #expect(
        anchor.hasSuffix("right") == (ground.inline > picture.inlineEnd / 4), "\(anchor)")
    }
  }

  @Test func `is told where it has no ground, and stands over the text where there is no picture`()
    throws
  {
    let bare = made(story()) { $0.headline.onPicture.strip = nil }
    #expect(bare.diagnostics.map(\.code) == [.headWithoutGround])
    #expect(try parts(bare).ink == .white)
    let none = made(story(photos: 0))
    #expect(none.diagnostics.map(\.code) == [.headWithoutPicture])
    #expect(none.frame("a")?.heads.first?.lines == ["渡口新桥今晨通车"])
  }

  @Test func `leaves the story's other pictures where they are`() throws {
    let pictures = try #require(made(story(photos: 2)).frame("a")).panels.flatMap(\.items).count {
      if case .picture = $0 { true } else { false }
    }
    #expect(pictures == 2)
  }

  @Test func `takes the whole frame of a story without text`() throws {
    let made = made(story(paragraphs: 0))
    let (panel, _, _, _, _) = try parts(made)
    #expect(panel.rect.height > TestPage.grid.pitch * 48)
    #expect(
      made.frame("a")?.panels.flatMap(\.items).count {
        if case .picture = $0 { true } else { false }
      } == 1)
  }
}
