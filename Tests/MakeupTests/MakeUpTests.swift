import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A story in its frame` {
  @Test(arguments: 1...12) func `never opens a column with a paragraph's last line`(seed: Int)
    throws
  {
    let lengths = (0..<9).map { 20 + (seed * 37 + $0 * 53) % 120 }
    let texts = lengths.enumerated().map { TestPage.text($0.element, seed: seed * 100 + $0.offset) }
    var frame = TestPage.frame("lead", columns: 1...6, lines: 1...30)
    frame.headline.lines = 0
    let made = TestPage.makeUp([TestPage.story("lead", paragraphs: texts)], on: [[frame]])
    let lines = try #require(made.frame("lead")).bodyLines
    for (before, after) in zip(lines, lines.dropFirst())
    where after.start.block < before.start.block {
      let opensParagraph = after.line.text.lowerBound == 0
      let endsParagraph = texts.contains { text in
        text.unicodeScalars.count == after.line.text.upperBound && text.hasSuffix(after.line.string)
      }
      #expect(opensParagraph || !endsParagraph, "\(after.line.string)")
    }
  }

  @Test func `is levelled to the line`() throws {
    let story = TestPage.story("lead", paragraphs: [TestPage.text(700, seed: 3)])
    let made = TestPage.makeUp(
      [story], on: [[TestPage.frame("lead", columns: 1...6, lines: 1...40)]])
    let frame = try #require(made.frame("lead"))
    #expect(frame.legs.count == 6)
    #expect(Set(frame.legs.dropLast().map(\.lines)).count == 1)
  }

  @Test func `keeps its subheads away from column feet`() throws {
    for seed in 1...8 {
      var story = TestPage.story("lead", paragraphs: [])
      for part in 0..<6 {
        let text = TestPage.text(60 + (seed * 29 + part * 17) % 90, seed: seed * 10 + part)
        let inlines = [Inline(text, place: TestPage.place)]
        story.blocks.append(
          Block(
            .subhead, inlines: [Inline("小标题\(part)", place: TestPage.place)], place: TestPage.place)
        )
        story.blocks.append(Block(.paragraph, inlines: inlines, place: TestPage.place))
      }
      let made = TestPage.makeUp(
        [story], on: [[TestPage.frame("lead", columns: 1...4, lines: 1...40)]])
      let frame = try #require(made.frame("lead"))
      let all = frame.panels.flatMap(\.items).compactMap { item -> (String, LogicalPoint)? in
        if case .line(let line, let start, _) = item { return (line.string, start) }
        return nil
      }
      for (before, after) in zip(all, all.dropFirst()) where before.0.hasPrefix("小标题") {
        #expect(after.1.block > before.1.block, "seed \(seed): \(before.0) ends a column")
      }
    }
  }

  @Test func `says what found no room, and loses nothing`() throws {
    let text = TestPage.text(900, seed: 5)
    let story = TestPage.story("lead", paragraphs: [text])
    let made = TestPage.makeUp(
      [story], on: [[TestPage.frame("lead", columns: 1...2, lines: 1...20)]])
    let frame = try #require(made.frame("lead"))
    #expect(frame.oversetLines > 0)
    #expect(frame.characters + frame.oversetCharacters == text.unicodeScalars.count)
    #expect(made.diagnostics.map(\.code) == [.overset])
  }

  @Test func `cuts the paragraphs that trim allows before it is overset`() throws {
    var story = TestPage.story("lead", paragraphs: (1...4).map { TestPage.text(150, seed: $0) })
    story.trim = [3]
    let made = TestPage.makeUp(
      [story], on: [[TestPage.frame("lead", columns: 1...2, lines: 1...22)]])
    #expect(made.diagnostics.map(\.code) == [.paragraphTrimmed])
  }

  @Test func `takes a picture a few rows taller rather than leave white`() throws {
    var story = TestPage.story("lead", paragraphs: [TestPage.text(520, seed: 9)])
    let file = PictureFile(path: "p.jpg", kind: .jpeg, width: 1500, height: 1000)
    story.photos = [Picture(path: Located("p.jpg", at: TestPage.place), file: file, columns: 2)]
    let made = TestPage.makeUp(
      [story], on: [[TestPage.frame("lead", columns: 1...4, lines: 1...20)]])
    let frame = try #require(made.frame("lead"))
    #expect(frame.oversetLines == 0)
    #expect(frame.linesFree <= 3)
    for case .picture(_, let placement, let clip, _) in frame.panels.flatMap(\.items) {
      #expect(placement.inline <= clip.inline && clip.inlineEnd <= placement.inlineEnd)
      #expect(placement.block <= clip.block && clip.blockEnd <= placement.blockEnd)
    }
  }
}

@Suite struct `A headline` {
  @Test(arguments: 2...10) func `keeps to its rows and its width`(rows: Int) {
    let types = TestPage.types()
    let styles = HeadlineStyles(
      kicker: types.style("kicker"), title: types.style("title"), subtitle: types.style("subtitle"),
      byline: types.style("byline"))
    let setter = HeadlineSetter(types: types, styles: styles, mode: .horizontal)
    let text = HeadlineText(
      kicker: ["全市重点工程推进会昨日召开"], title: ["两岸往来只需一刻钟"], subtitle: ["首班公交六时发出"], byline: "本报记者 温言")
    let width = TestPage.grid.width
    let fit = setter.fit(text, width: width, rows: rows)
    // Four heads do not fit in two rows: they take what they need, and it is reported.
    #expect(fit.rows == max(rows, 4))
    for case .line(let line, let start, _) in fit.items {
      let size = line.runs.map(\.size).max() ?? .zero
      #expect(start.block - size / 2 >= .zero)
      #expect(start.block + size / 2 <= TestPage.grid.pitch * fit.rows)
      #expect(line.width <= width)
    }
  }

  @Test func `grows with its room`() {
    let types = TestPage.types()
    let style = types.style("title")
    let styles = HeadlineStyles(kicker: style, title: style, subtitle: style, byline: style)
    let setter = HeadlineSetter(types: types, styles: styles, mode: .horizontal)
    let sizes = (2...8).map {
      setter.fit(HeadlineText(title: ["长堤春晓"]), width: TestPage.grid.width, rows: $0).titleSize
    }
    #expect(sizes == sizes.sorted())
    #expect(sizes.first != sizes.last)
  }
}

@Suite struct `A line of a headline` {
  private func lines(_ title: [String], width: Int) -> (fit: HeadlineFit, lines: [(Line, Length)]) {
    let types = TestPage.types()
    let style = types.style("title")
    let styles = HeadlineStyles(kicker: style, title: style, subtitle: style, byline: style)
    let setter = HeadlineSetter(types: types, styles: styles, mode: .horizontal)
    let fit = setter.fit(HeadlineText(title: title), width: .points(width), rows: 8)
    let lines = fit.items.compactMap { item -> (Line, Length)? in
      if case .line(let line, let start, _) = item { return (line, start.inline) }
      return nil
    }
    return (fit, lines)
  }

  @Test func `hangs its pause, which stays in the text`() throws {
    let set = lines(["物资到位，", "电话畅通"], width: 400)
    let (first, second) = (set.lines[0], set.lines[1])
    #expect(first.0.string == "物资到位，")
    let starts = [first, second].map { line, start in start + line.runs[0].glyphs[0].inline }
    #expect(abs(starts[0].units - starts[1].units) < 1000)
  }

  @Test func `never hangs out of its frame`() throws {
    for width in stride(from: 100, through: 300, by: 17) {
      for (line, start) in lines(["物资到位提前，", "电话畅通"], width: width).lines {
        #expect(start + line.width <= .points(width))
      }
    }
  }

  @Test func `is opened when it is short, not when it is long`() throws {
    let opened = ["江岸", "江岸谣", "江在砚中", "江在砚之中"].map {
      lines([$0], width: 500).fit.heads[0].tracking
    }
    #expect(opened == [1000, 500, 333, 0])
    let tight = lines(["江在砚中"], width: 110)
    #expect(tight.lines.allSatisfy { $0.0.width <= .points(110) })
  }

  @Test func `of names opens those of two characters beside those of three`() throws {
    let types = TestPage.types()
    var style = types.style("byline")
    style.maxTracking = 1000
    let names = types.headLine("记者 沈知白 何渡", as: style, width: .points(300), axis: .zero)
    guard case .line(let line, _, _) = names else { return }
    style.maxTracking = 0
    let plain = types.width("记者 沈知白 何渡", as: style)
    let glyphs = line.runs.flatMap(\.glyphs)
    #expect(line.string == "记者 沈知白 何渡")
    let last = glyphs[glyphs.count - 1].inline - glyphs[glyphs.count - 2].inline
    #expect(last == style.text.size * 2)
    #expect(line.width - glyphs[0].inline == plain + style.text.size)
  }
}

@Suite struct `A narrow column` {
  @Test func `wraps heads that are too long, inside its frame`() throws {
    var story = TestPage.story("n", paragraphs: [TestPage.text(60, seed: 4)])
    story.kicker = ["前两月集装箱吞吐量同比增长百分之十八点六再创新高"]
    story.title = ["老港区装上大脑以后每天多装一百个箱子"]
    story.subtitle = ["北埠港船舶在泊时间缩短近三分之一"]
    let frame = TestPage.frame("n", columns: 1...1, lines: 1...40)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("n"))
    for panel in set.panels {
      for case .line(let line, let start, _) in panel.items {
        #expect(panel.rect.x + start.inline + line.width <= set.rect.maxX)
      }
    }
  }

  @Test func `says when a picture has no room, rather than set it over the text`() throws {
    var story = TestPage.story("n", paragraphs: [TestPage.text(60, seed: 4)])
    let file = PictureFile(path: "p.jpg", kind: .jpeg, width: 1500, height: 1000)
    let caption = TestPage.text(150, seed: 7)
    story.photos = [
      Picture(path: Located("p.jpg", at: TestPage.place), file: file, caption: caption)
    ]
    let frame = TestPage.frame("n", columns: 1...1, lines: 1...14)
    let made = TestPage.makeUp([story], on: [[frame]])
    #expect(made.diagnostics.map(\.code) == [.pictureNoRoom])
  }
}

@Suite struct `A table` {
  let table = Table(
    rows: [["日期", "3", "4"], ["饮用水源地水质", "", ""], ["", "", ""], ["空气质量指数", "125", "113"]],
    headerRows: 1, place: TestPage.place)

  @Test func `keeps its blank cells and rows`() {
    let fit = TableSetter(types: TestPage.types()).fit(table, width: .points(200))
    let levels = Set(
      fit.items.compactMap { item -> Length? in
        guard case .rule(let from, let to, _, _, _) = item, from.block == to.block else {
          return nil
        }
        return from.block
      })
    #expect(levels.count == 5)
  }

  @Test func `is set in the style that it names`() {
    let types = TestPage.types()
    let own = TableSetter(types: types, style: "imprint").fit(table, width: .points(220))
    #expect(own.size == types.style("imprint").text.size)
    #expect(own.size != TableSetter(types: types).fit(table, width: .points(220)).size)
  }

  @Test func `gets smaller before it is too wide`() {
    let setter = TableSetter(types: TestPage.types())
    let wide = setter.fit(table, width: .points(220))
    let narrow = setter.fit(table, width: .points(60))
    #expect(narrow.size < wide.size)
    #expect(wide.excess == .zero)
    #expect(setter.fit(table, width: .points(20)).excess > .zero)
  }
}

@Suite struct `A table under its text` {
  @Test(arguments: [4, 8, 14, 20]) func `never stands over it`(rows: Int) throws {
    var story = TestPage.story("t", paragraphs: [TestPage.text(150, seed: rows)])
    story.title = ["价格"]
    let cells = (0..<rows).map { ["品种\($0)", "1.80", "1.85"] }
    story.table = Table(rows: cells, headerRows: 1, place: TestPage.place)
    let frame = TestPage.frame("t", columns: 1...2, lines: 1...26)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("t"))
    let tops = set.panels.flatMap { panel in
      panel.items.compactMap { item -> Length? in
        guard case .rule(let from, _, _, _, _) = item else { return nil }
        return panel.rect.y + from.block
      }
    }
    let top = try #require(tops.min())
    for (panel, _, start) in set.bodyLines {
      #expect(panel.rect.y + start.block + TestPage.grid.size / 2 <= top)
    }
  }
}

@Suite struct `A table without a title` {
  @Test func `leaves no white for one above its text`() throws {
    var story = TestPage.story("t", paragraphs: [TestPage.text(150, seed: 2)])
    let cells = (0..<8).map { ["品种\($0)", "1.80", "1.85"] }
    story.table = Table(rows: cells, headerRows: 1, place: TestPage.place)
    let frame = TestPage.frame("t", columns: 1...2, lines: 1...30)
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("t"))
    #expect(set.legs.first?.rect.y == set.rect.y)
  }
}

@Suite struct `Writing modes on one page` {
  /// What whole lines leave of its width lies between the head and the text, not at its left.
  @Test(arguments: 2...5) func `of vertical lines reach the left of their frame`(columns: Int)
    throws
  {
    var frame = TestPage.frame("v", columns: 1...columns, lines: 1...40)
    frame.mode = .vertical
    var story = TestPage.story("v", paragraphs: [TestPage.text(3_000, seed: 5)])
    story.title = ["两岸往来只需一刻钟"]
    let set = try #require(TestPage.makeUp([story], on: [[frame]]).frame("v"))
    let left = try #require(set.legs.map(\.rect.x).min())
    #expect(left == set.rect.x)
    let head = try #require(set.panels.first { $0.items.contains(where: \.isHeadline) })
    #expect(head.rect.maxX == set.rect.maxX)
    #expect(set.legs.allSatisfy { $0.rect.maxX <= head.rect.x })
  }

  @Test func `stand side by side, a vertical story beside a horizontal one`() throws {
    var vertical = TestPage.frame("v", columns: 5...6, lines: 1...30)
    vertical.mode = .vertical
    let made = TestPage.makeUp(
      [
        TestPage.story("h", paragraphs: [TestPage.text(120, seed: 1)]),
        TestPage.story("v", paragraphs: ["春分这天，昼夜各半，江上来了一条装了WiFi的船。"]),
      ], on: [[TestPage.frame("h", columns: 1...4, lines: 1...30), vertical]])
    let list = draw(made.pages[0])
    let rect = TestPage.grid.rect(columns: 5...6, lines: 1...30)
    var upright: [Point] = []
    var turned = 0
    for case .glyphs(let mark) in list.marks
    where mark.glyphs.allSatisfy({ $0.origin.x > rect.x - .points(9) }) {
      if mark.orientation == .rotated {
        turned += mark.glyphs.count
      } else {
        upright += mark.glyphs.map(\.origin)
      }
    }
    #expect(turned == 4)
    // Down the line: the same x, y growing by an em.
    let column = upright.prefix(6)
    #expect(Set(column.map(\.x)).count == 1)
    #expect(zip(column, column.dropFirst()).allSatisfy { $1.y > $0.y })
  }
}

@Suite struct `A frame's box` {
  @Test func `is drawn under its story, round when the layout says so`() throws {
    for corners in BoxDesign.Corners.allCases {
      var frame = TestPage.frame("box", columns: 1...2, lines: 1...20)
      frame.box = BoxDesign(rule: .points(0.5), tint: .grey(8), corners: corners)
      let story = TestPage.story("box", paragraphs: [TestPage.text(80, seed: 2)])
      let made = TestPage.makeUp([story], on: [[frame]])
      let marks = draw(made.pages[0]).marks
      let isRound = marks.contains { if case .roundBox = $0 { true } else { false } }
      let isSquare = marks.contains { if case .stroke = $0 { true } else { false } }
      #expect(isRound == (corners == .round))
      #expect(isSquare == (corners == .square))
    }
  }

  @Test func `has its rule and its ground in the inks that the layout names`() throws {
    var frame = TestPage.frame("box", columns: 1...2, lines: 1...20)
    frame.box = BoxDesign(
      rule: .points(1), ink: InkChoice(percents: [0, 100, 95, 5]),
      tint: InkChoice(percents: [0, 3, 12, 0]))
    let story = TestPage.story("box", paragraphs: [TestPage.text(80, seed: 2)])
    let marks = draw(TestPage.makeUp([story], on: [[frame]]).pages[0]).marks
    #expect(
      marks.contains { if case .fill(_, Ink(m: 3, y: 12, k: 0)) = $0 { true } else { false } })
    let rules = marks.compactMap { if case .stroke(_, _, let ink) = $0 { ink } else { nil } }
    #expect(rules == [Ink(m: 100, y: 95, k: 5)])
  }

  @Test func `of a reversed story is the colour that the layout names, and its type white`() throws
  {
    var frame = TestPage.frame("box", columns: 1...2, lines: 1...20)
    frame.reverse = InkChoice(percents: [100, 70, 0, 25])
    let story = TestPage.story("box", paragraphs: [TestPage.text(80, seed: 2)])
    let marks = draw(TestPage.makeUp([story], on: [[frame]]).pages[0]).marks
    let grounds = marks.compactMap { if case .fill(_, let ink) = $0 { ink } else { nil } }
    #expect(grounds == [Ink(c: 100, m: 70, k: 25)])
    #expect(
      marks.allSatisfy { if case .glyphs(let text) = $0 { text.ink == .white } else { true } })
  }

  @Test func `have a whole line under a tier whose text stands over a picture`() throws {
    var frame = TestPage.frame("v", columns: 1...4, lines: 1...40)
    (frame.mode, frame.bodyColumns, frame.bodyRule) = (.vertical, 2, .points(0.3))
    var story = TestPage.story("v", paragraphs: [TestPage.text(1_500, seed: 3)])
    var picture = Picture(
      path: Located("p.jpg", at: TestPage.place),
      file: PictureFile(path: "p.jpg", kind: .jpeg, width: 900, height: 900))
    (picture.anchor, picture.columns) = (.bottom, 1)
    story.photos = [picture]
    let made = TestPage.makeUp([story], on: [[frame]])
    let set = try #require(made.frame("v"))
    let lines = draw(made.pages[0]).marks.compactMap { mark -> Length? in
      if case .line(let from, let to, _, _, _) = mark { return from.x - to.x }
      return nil
    }
    #expect(lines == [set.legs[0].rect.width])
  }

  @Test func `have lines between columns, and level ones between tiers`() throws {
    var frames: [Frame] = []
    for (id, mode) in [("h", WritingMode.horizontal), ("v", .vertical)] {
      var frame = TestPage.frame(
        id, columns: 1...3, lines: id == "h" ? 1...20 : 22...50)
      (frame.mode, frame.bodyColumns, frame.bodyRule) = (mode, 2, .points(0.3))
      frames.append(frame)
    }
    let made = TestPage.makeUp(
      ["h", "v"].map { TestPage.story($0, paragraphs: [TestPage.text(500, seed: 3)]) }, on: [frames]
    )
    let lines = draw(made.pages[0]).marks.compactMap { mark -> (Point, Point)? in
      if case .line(let from, let to, _, _, _) = mark { return (from, to) }
      return nil
    }
    try #require(lines.count == 2)
    #expect(lines[0].0.x == lines[0].1.x && lines[0].0.y < lines[0].1.y)
    #expect(lines[1].0.y == lines[1].1.y && lines[1].0.x > lines[1].1.x)
  }
}
