import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing

@testable import Makeup

/// A story on a picture that fills its frame (图底).
@Suite struct `A picture under a story` {
  private func picture(_ file: String = "p.jpg", isThere: Bool = true) -> Picture {
    Picture(
      path: Located(file, at: TestPage.place),
      file: isThere ? PictureFile(path: file, kind: .jpeg, width: 1500, height: 1000) : nil,
      caption: "渡口清晨。", credit: "沈知白 摄")
  }

  private let panel = GroundDesign(
    anchor: "bottom-right", columns: 2, lines: 30, panel: .grey(0))

  private func story(_ pictures: [Picture]) -> Story {
    var story = TestPage.story("n", paragraphs: [TestPage.text(300, seed: 3)])
    (story.title, story.photos) = (["江上有新桥"], pictures)
    return story
  }

  private func made(
    _ ground: GroundDesign, _ pictures: [Picture], lines: ClosedRange<Int> = 1...60,
    change: (inout Frame) -> Void = { _ in }
  ) throws -> (frame: SetFrame, codes: [Code]) {
    var frame = TestPage.frame("n", columns: 1...6, lines: lines)
    frame.ground = ground
    change(&frame)
    let made = TestPage.makeUp([story(pictures)], on: [[frame]])
    return (try #require(made.frame("n")), made.diagnostics.map(\.code))
  }

  private func lines(_ frame: SetFrame) -> [(text: String, at: Point, ink: Ink)] {
    frame.panels.flatMap { panel in
      panel.items.compactMap { item in
        guard case .line(let line, let start, let ink) = item else { return nil }
        let room = LogicalRect(
          inline: start.inline, block: start.block, inlineSize: .zero, blockSize: .zero)
        let place = panel.mode.place(room, in: panel.rect)
        return (line.string, Point(x: place.x, y: place.y), ink)
      }
    }
  }

  private func fills(_ frame: SetFrame) -> [(rect: Rect, ink: Ink)] {
    frame.panels.flatMap { panel in
      panel.items.compactMap { item in
        guard case .fill(let area, let ink) = item else { return nil }
        return (panel.mode.place(area, in: panel.rect), ink)
      }
    }
  }

  @Test(arguments: WritingMode.allCases)
  func `fills the frame, and all words stand on the panel`(mode: WritingMode) throws {
    let (frame, codes) = try made(panel, [picture()]) { $0.mode = mode }
    #expect(codes.isEmpty && frame.oversetCharacters == 0)
    let first = try #require(frame.panels.first { !$0.items.isEmpty })
    let shown = frame.panels.flatMap(\.items).compactMap { item -> LogicalRect? in
      guard case .picture(_, _, let clip, _) = item else { return nil }
      return clip
    }
    #expect(shown.count == 1 && shown[0].inlineSize == frame.rect.width)
    #expect(shown[0].blockSize == frame.rect.height && first.rect == frame.rect)
    let ground = TestPage.grid.rect(columns: 5...6, lines: 31...60)
    #expect(fills(frame).contains { $0.rect == ground && $0.ink == .white })
    let words = lines(frame)
    #expect(words.map(\.text).joined().filter { $0 == "桥" || $0 == "渡" }.count >= 2)
    for word in words {
      #expect(word.at.x > ground.x && word.at.x < ground.maxX, "\(word.text)")
      #expect(word.at.y > ground.y && word.at.y < ground.maxY, "\(word.text)")
      #expect(word.ink != .white)
    }
    #expect(words.contains { $0.text.contains("渡口清晨") })
    #expect(words.contains { $0.text.contains("沈知白") })
  }

  @Test func `has white letters on a dark panel, and black ones on a light one`() throws {
    for (ink, isWhite) in [(InkChoice.grey(80), true), (.grey(15), false)] {
      var ground = panel
      ground.panel = ink
      let words = lines(try made(ground, [picture()]).frame)
      #expect(words.allSatisfy { ($0.ink == .white) == isWhite })
    }
  }

  @Test func `without a panel has the letters that the layout says, and that is told`() throws {
    for isWhite in [true, false] {
      let ground = GroundDesign(columns: 3, lines: 40, isWhite: isWhite)
      let (frame, codes) = try made(ground, [picture()])
      #expect(codes == [.groundWithoutPanel])
      #expect(lines(frame).allSatisfy { ($0.ink == .white) == isWhite })
      #expect(fills(frame).isEmpty)
    }
  }

  @Test func `that cannot be shown is grey, and the words are there`() throws {
    let (frame, _) = try made(panel, [picture(isThere: false)])
    #expect(fills(frame).contains { $0.rect == frame.rect && $0.ink == .grey(15) })
    #expect(frame.oversetCharacters == 0 && lines(frame).count > 10)
    let (white, _) = try made(GroundDesign(columns: 3), [picture(isThere: false)])
    #expect(fills(white).contains { $0.rect == white.rect && $0.ink == .grey(15) })
    #expect(lines(white).allSatisfy { $0.ink == .black })
  }

  @Test func `that a story does not have is told, and the words stand on the panel's colour`()
    throws
  {
    var ground = panel
    ground.panel = .grey(80)
    let (frame, codes) = try made(ground, [])
    #expect(codes == [.groundWithoutPicture])
    #expect(fills(frame).contains { $0.rect == frame.rect && $0.ink == .grey(80) })
    #expect(lines(frame).allSatisfy { $0.ink == .white })
  }

  @Test func `leaves the story's other pictures and those of its group to the text`() throws {
    var group = picture()
    group.others = [
      PicturePart(
        path: Located("q.jpg", at: TestPage.place),
        file: PictureFile(path: "q.jpg", kind: .jpeg, width: 900, height: 900),
        crop: .focus(x: 500, y: 500))
    ]
    var ground = panel
    (ground.columns, ground.lines) = (4, 50)
    let (frame, _) = try made(ground, [group, picture("r.jpg")])
    let files = frame.panels.flatMap(\.items).compactMap { item -> String? in
      guard case .picture(let file, _, _, _) = item else { return nil }
      return file
    }
    #expect(files.sorted() == ["p.jpg", "q.jpg", "r.jpg"])
  }

  @Test func `goes on to the page's edge and beyond it by the bleed`() throws {
    var frame = TestPage.frame("n", columns: 1...6, lines: 1...80)
    frame.ground = GroundDesign(columns: 2, lines: 30, panel: .grey(0), bleeds: true)
    let size = Size(width: .points(700), height: .points(1100))
    let layout = Layout(
      name: "l", file: "l.yaml", size: size, bleed: .millimetres(3), grid: TestPage.grid,
      frames: [frame])
    let panel = PictureGround(picture(), in: frame, of: layout).panel
    #expect(panel.rect == Rect(x: .zero, y: .zero, width: size.width, height: size.height))
    guard case .picture(_, let placement, _, _)? = panel.items.dropFirst().first else {
      Issue.record("no picture")
      return
    }
    let whole = panel.mode.place(placement, in: panel.rect)
    let bleed = Length.millimetres(3)
    #expect(whole.x <= .zero - bleed && whole.maxX >= size.width + bleed)
    #expect((whole.y + bleed).points <= 0.01 && (whole.maxY - size.height - bleed).points >= -0.01)
    var inner = frame
    inner.areas[0].lines = 2...79
    let inside = PictureGround(picture(), in: inner, of: layout)
    #expect(inside.rect.y == inner.bounds(on: TestPage.grid).y && inside.rect.x == .zero)
  }

  @Test func `makes small white letters a fault of print`() throws {
    var frame = TestPage.frame("n", columns: 1...6, lines: 1...60)
    for isWhite in [true, false] {
      frame.ground = GroundDesign(columns: 3, isWhite: isWhite)
      let made = TestPage.makeUp([story([picture()])], on: [[frame]])
      let found = printChecks(
        on: made.pages, styles: TestPage.sheet, book: TestPage.book,
        rules: `A page for print`.rules.print)
      #expect(found.contains { $0.code == .reversedTextSmall } == isWhite)
    }
  }

  @Test func `has its words set anew for another style of credit`() {
    let types = TestPage.types()
    let fits = ["credit", "credit-white", "credit"].map {
      CaptionSetter(types: types, creditStyle: $0).caption(
        picture(), width: .points(200), credit: .line)
    }
    #expect(fits[0] != fits[1])
    #expect(fits[0] == fits[2])
  }
}
