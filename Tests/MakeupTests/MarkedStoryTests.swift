import Diagnostics
import Drawing
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Testing
import Typesetting

@testable import Makeup

@Suite struct `A story with marks` {
  private func inline(_ text: String, _ marks: InlineMark..., kind: Inline.Kind = .plain) -> Inline
  {
    Inline(text, kind: kind, place: TestPage.place, marks: marks)
  }

  private func makeUp(
    _ inlines: [Inline], mode: WritingMode = .horizontal, pitch: Int = 12
  ) -> MadeUp {
    var story = TestPage.story("lead", paragraphs: [])
    story.blocks = [Block(.paragraph, inlines: inlines, place: TestPage.place)]
    var frame = TestPage.frame("lead", columns: 1...1, lines: 1...12)
    frame.mode = mode
    var grid = TestPage.grid
    grid.pitch = .points(pitch)
    return TestPage.makeUp([story], on: [[frame]], grid: grid)
  }

  @Test func `draws its lines, waves and boxes`() throws {
    let made = makeUp([
      inline("屈", InlineMark(.name, number: 1), kind: .bold),
      inline("原", InlineMark(.name, number: 1)), inline("作"),
      inline("楚辞", InlineMark(.title, number: 2)), inline("，"),
      inline("某", InlineMark(.mourning, number: 3)),
    ])
    let marks = draw(made.pages[0]).marks
    let lines = marks.compactMap { mark in
      if case .line(let from, let to, _, .black, .solid) = mark {
        (to.x - from.x, from.y)
      } else {
        nil
      }
    }
    // One line over both parts of the name, 0.6 em under the axis.
    let name = try #require(lines.first { $0.0 == .points(18) })
    #expect(marks.contains { if case .wave(let wave) = $0 { wave.waves == 8 } else { false } })
    #expect(
      marks.contains {
        if case .stroke(let rect, _, .black) = $0 { rect.width < .points(13) } else { false }
      })
    let base = marks.compactMap { mark in
      if case .glyphs(let glyphs) = mark { glyphs.glyphs.first?.origin.y } else { nil }
    }
    #expect(base.contains(name.1 - Length.points(9).thousandths(600 - 380)))
  }

  @Test func `has notes of half the size`() throws {
    let made = makeUp([
      inline("天"), inline("日月盈昃", InlineMark(.note, number: 1)), inline("地"),
    ])
    let line = try #require(made.frame("lead")?.bodyLines.first).line
    #expect(line.runs.map(\.size) == [9, 4.5, 4.5, 9].map { .points($0) })
    #expect(line.string == "天日月盈昃地")
  }

  @Test func `keeps the marks of its sidebar`() throws {
    var story = TestPage.story("lead", paragraphs: [TestPage.text(200, seed: 1)])
    let name = inline("屈原", InlineMark(.name, number: 1))
    story.sidebars = [
      Sidebar(
        title: "链接", blocks: [Block(.paragraph, inlines: [name], place: TestPage.place)])
    ]
    let frame = TestPage.frame("lead", columns: 1...2, lines: 1...30)
    let made = TestPage.makeUp([story], on: [[frame]])
    let items = made.pages[0].frames.flatMap(\.panels).flatMap(\.items)
    let strokes = items.flatMap { item -> [LineStroke] in
      if case .line(let line, _, _) = item { line.strokes } else { [] }
    }
    #expect(strokes.map(\.shape) == [.straight])
  }

  @Test func `W0520 of a line gap too small for marks, once`() {
    let dots = inline("着重", kind: .emphasis)
    let name = inline("屈原", InlineMark(.name, number: 1))
    // 11 pt less 9 pt are two ninths of an em.
    let one = makeUp([inline("天"), dots, name], pitch: 11).diagnostics
    #expect(one.map(\.code) == [.lineGapTooSmall])
    #expect(one[0].sentence(.en).contains("0.250"))
    let both = makeUp([dots, name], mode: .vertical).diagnostics
    #expect(both.first { $0.code == .lineGapTooSmall }?.sentence(.en).contains("0.375") == true)
    #expect(makeUp([inline("天")], pitch: 11).diagnostics.isEmpty)
    #expect(makeUp([dots]).diagnostics.isEmpty)
  }
}
