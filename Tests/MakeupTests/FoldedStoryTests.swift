import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A picture in the middle of a story` {
  private func made(
    columns: Int, wrap: PictureWrap? = nil, text: Int = 2_000, mode: WritingMode = .horizontal,
    size: (Int, Int) = (3000, 1000)
  ) throws -> SetFrame {
    var story = TestPage.story("n", paragraphs: [TestPage.text(text, seed: 3)])
    let file = PictureFile(path: "p.jpg", kind: .jpeg, width: size.0, height: size.1)
    story.photos = [
      Picture(
        path: Located("p.jpg", at: TestPage.place), file: file, caption: "江上", columns: columns,
        anchor: .center, wrap: wrap)
    ]
    var frame = TestPage.frame("n", columns: 1...4, lines: 1...60)
    (frame.mode, frame.bodyRule) = (mode, .points(0.5))
    let made = TestPage.makeUp([story], on: [[frame]])
    #expect(made.diagnostics.isEmpty)
    return try #require(made.frame("n"))
  }

  private func picture(of frame: SetFrame) throws -> Rect {
    try #require(frame.panels.first { panel in panel.items.contains { $0.isPicture } }?.rect)
  }

  /// The text's lines as rectangles of one point, in reading order.
  private func lines(of frame: SetFrame) -> [Rect] {
    frame.bodyLines.map { panel, line, start in
      panel.mode.place(
        LogicalRect(
          inline: start.inline, block: start.block, inlineSize: .points(1), blockSize: .points(1)),
        in: panel.rect)
    }
  }

  @Test func `that cuts it across is read past once: all that is above it, then all below`() throws
  {
    let frame = try made(columns: 4)
    let picture = try picture(of: frame)
    let isAbove = lines(of: frame).map { $0.y < picture.y }
    #expect(isAbove.first == true && isAbove.last == false)
    #expect(zip(isAbove, isAbove.dropFirst()).count { $0 != $1 } == 1)
    #expect(frame.legs.count == 8)
    #expect(frame.legs.allSatisfy { $0.lines >= leastLinesOfPart })
  }

  @Test func `has the text of each column go on under it where other columns pass it`() throws {
    let frame = try made(columns: 2, size: (1000, 500))
    let rows = lines(of: frame)
    let columns = Set(rows.map(\.x)).count
    // Read column by column, down each of them.
    #expect(zip(rows, rows.dropFirst()).count { $1.y < $0.y } == columns - 1)
    #expect(frame.legs.count == 4)
  }

  @Test func `folds back the columns that it stands in when asked to`() throws {
    let frame = try made(columns: 2, wrap: .fold, size: (1000, 500))
    let picture = try picture(of: frame)
    let inside = lines(of: frame).filter { $0.x >= picture.x && $0.x < picture.maxX }
    let isAbove = inside.map { $0.y < picture.y }
    #expect(zip(isAbove, isAbove.dropFirst()).count { $0 != $1 } == 1)
    // Left column, two above, two below, right column.
    #expect(frame.legs.count == 6)
  }

  @Test func `folds the tiers of vertical text too`() throws {
    let frame = try made(columns: 9, text: 1_600, mode: .vertical, size: (300, 2000))
    let picture = try picture(of: frame)
    let isBefore = lines(of: frame).map { $0.x > picture.x }
    #expect(isBefore.first == true && isBefore.last == false)
    #expect(zip(isBefore, isBefore.dropFirst()).count { $0 != $1 } == 1)
  }

  @Test func `leaves no lines of text stranded beside it`() throws {
    for text in stride(from: 900, through: 2_100, by: 100) {
      for wrap in [PictureWrap.fold, .around] {
        let frame = try made(columns: 3, wrap: wrap, text: text, size: (1500, 900))
        for leg in frame.legs {
          let tops = leg.rows.map(\.rect.y)
          let breaks = zip(tops, tops.dropFirst()).enumerated().filter {
            $0.element.1 - $0.element.0 > TestPage.grid.pitch * 3
          }.map(\.offset)
          let counts = ([-1] + breaks).enumerated().map { number, from in
            (number < breaks.count ? breaks[number] : tops.count - 1) - from
          }
          #expect(counts.allSatisfy { $0 >= leastLinesOfPart }, "\(text) \(wrap): \(counts)")
        }
      }
    }
  }

  @Test func `has lines between columns above it and below, not through it`() throws {
    let frame = try made(columns: 4)
    let picture = try picture(of: frame)
    let rules = frame.panels.flatMap { panel in
      panel.items.compactMap { item -> (Length, Length)? in
        guard case .rule(let from, let to, _, _, _) = item, from.inline == to.inline else {
          return nil
        }
        return (panel.rect.y + from.block, panel.rect.y + to.block)
      }
    }
    #expect(rules.count == 6)
    #expect(rules.allSatisfy { $0.1 < picture.y || $0.0 > picture.maxY })
  }
}

@Suite struct `A pull quote across columns` {
  private func story(_ quote: QuoteStand?) -> Story {
    var story = TestPage.story(
      "n", paragraphs: [TestPage.text(900, seed: 3), TestPage.text(800, seed: 4)])
    story.blocks.insert(
      Block(.quote, inlines: [Inline("快是本事，慢是余地。", place: TestPage.place)], place: TestPage.place),
      at: 1)
    story.quote = quote
    return story
  }

  private func quotes(of frame: SetFrame) -> [Rect] {
    frame.panels.flatMap { panel in
      panel.items.compactMap { item -> Rect? in
        guard case .line(let line, let start, _) = item, line.string.contains("快是本事") else {
          return nil
        }
        return panel.mode.place(
          LogicalRect(
            inline: start.inline, block: start.block, inlineSize: line.measure, blockSize: .zero),
          in: panel.rect)
      }
    }
  }

  @Test func `stands there and no more in the text`() throws {
    let stand = QuoteStand(anchor: .center, columns: 3)
    let frame = TestPage.frame("n", columns: 1...3, lines: 1...60)
    let made = TestPage.makeUp([story(stand)], on: [[frame]])
    let set = try #require(made.frame("n"))
    let quotes = quotes(of: set)
    #expect(quotes.count == 1 && set.oversetLines == 0)
    #expect((quotes.first?.width ?? .zero) > TestPage.grid.columnWidth * 2)
    #expect(set.legs.count == 6)
  }

  /// A picture takes the foot of the middle columns: the quote stands at that of the outer ones.
  @Test func `takes the columns beside those that have no room`() throws {
    var story = story(QuoteStand(anchor: .bottomLeft, columns: 2))
    var picture = Picture(
      path: Located("p.jpg", at: TestPage.place),
      file: PictureFile(path: "p.jpg", kind: .jpeg, width: 600, height: 1500))
    (picture.anchor, picture.columns) = (.bottomLeft, 1)
    story.photos = [picture]
    let frame = TestPage.frame("n", columns: 1...4, lines: 1...28)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
    let quote = try #require(set.quote)
    #expect(quote.width > TestPage.grid.columnWidth * 2)
    #expect(quote.x >= TestPage.grid.rect(columns: 2...2, lines: 1...1).x)
    #expect(quote.y > set.rect.y + set.rect.height / 2)
  }

  @Test func `stands as the layout says`() throws {
    var frame = TestPage.frame("n", columns: 1...3, lines: 1...60)
    frame.quote = PhotoDesign(anchor: "top", columns: 2, wrap: .around)
    let set = try #require(TestPage.makeUp([story(nil)], on: [[frame]]).frame("n"))
    #expect((quotes(of: set).first?.width ?? .zero) > TestPage.grid.columnWidth)
    #expect(set.legs.count == 3)
  }

  @Test func `stays in its text where it has no room`() throws {
    let frame = TestPage.frame("n", columns: 1...6, lines: 1...7)
    let set = try #require(
      TestPage.makeUp([story(QuoteStand(columns: 6))], on: [[frame]]).frame("n"))
    let found = quotes(of: set)
    #expect(found.count <= 1)
    #expect((found.first?.width ?? .zero) <= TestPage.grid.columnWidth)
  }
}

@Suite struct `A picture too large for its story` {
  private func made(_ picture: PictureFile, columns: Int, text: Int, lines: Int) -> MadeUp {
    var story = TestPage.story("n", paragraphs: [TestPage.text(text, seed: 5)])
    story.photos = [
      Picture(
        path: Located("p.jpg", at: TestPage.place), file: picture, caption: "江上", columns: columns)
    ]
    let frame = TestPage.frame("n", columns: 1...4, lines: 1...lines)
    return TestPage.makeUp([story], on: [[frame]])
  }

  private func seen(_ made: MadeUp) throws -> (width: Length, loss: Double) {
    let items = try #require(made.frame("n")).panels.flatMap(\.items)
    for case .picture(_, let placement, let clip, _) in items {
      let shown = clip.inlineSize.points * clip.blockSize.points
      return (clip.inlineSize, 1 - shown / placement.inlineSize.points / placement.blockSize.points)
    }
    return (.zero, 1)
  }

  private let upright = PictureFile(path: "p.jpg", kind: .jpeg, width: 2000, height: 2000)

  @Test func `is cropped before any text is left out, and said nothing of`() throws {
    let made = made(upright, columns: 2, text: 1_050, lines: 35)
    #expect(made.diagnostics.isEmpty)
    #expect(try seen(made).loss <= 0.3)
  }

  @Test func `is made narrower where cropping is not enough, which is told`() throws {
    let made = made(upright, columns: 3, text: 1_100, lines: 30)
    #expect(made.diagnostics.map(\.code) == [.pictureNarrower])
    #expect(made.frame("n")?.oversetLines == 0)
    let seen = try seen(made)
    #expect(seen.width < TestPage.grid.columnWidth * 3 && seen.loss <= 0.46)
  }

  @Test func `is narrower in a frame that is too low for it`() throws {
    let made = made(upright, columns: 4, text: 100, lines: 14)
    #expect(made.diagnostics.contains { $0.code == .pictureNarrower })
    #expect(try seen(made).loss <= 0.46)
  }

  @Test func `is not pulled to odd proportions to fill a frame`() throws {
    let made = made(upright, columns: 1, text: 200, lines: 60)
    #expect(try seen(made).loss <= 0.3)
  }

  @Test func `is told as smaller where it is a circle`() throws {
    func made(_ shape: PictureShape, text: Int) -> [Code] {
      var story = TestPage.story("n", paragraphs: [TestPage.text(text, seed: 5)])
      var picture = Picture(
        path: Located("p.jpg", at: TestPage.place), file: upright, columns: 2)
      picture.shape = shape
      story.photos = [picture]
      let frame = TestPage.frame("n", columns: 1...4, lines: 1...35)
      return TestPage.makeUp([story], on: [[frame]]).diagnostics.map(\.code)
    }
    for shape in [PictureShape.circle, .ellipse] {
      #expect(made(shape, text: 1_230) == [.pictureSmaller])
      #expect(made(shape, text: 600).isEmpty)
    }
    #expect(made(.round, text: 1_230).isEmpty)
  }

  @Test func `says how much of it is cut away where there is no other way`() throws {
    let tall = PictureFile(path: "p.jpg", kind: .jpeg, width: 1000, height: 6000)
    let made = made(tall, columns: 1, text: 60, lines: 12)
    #expect(made.diagnostics.map(\.code) == [.pictureCropped])
  }
}

extension Item {
  var isPicture: Bool { if case .picture = self { true } else { false } }
}
