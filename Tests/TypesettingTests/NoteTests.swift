import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// JLREQ 3.4.2, 3.4.3.
@Suite struct `An inline note` {
  private func text(_ mode: WritingMode = .horizontal) throws -> MarkedText {
    var setting = try Setting()
    (setting.style.language, setting.style.mode) = (.ja, mode)
    return MarkedText(setting)
  }

  @Test func `stands in two sub-lines of half the size round the axis`() throws {
    var text = try text()
    text.add("天")
    text.add("日月盈昃", .note)
    text.add("地")
    let line = text.lines(9)[0]
    #expect(line.pieces == ["天", "日月", "盈昃", "地"])
    #expect(line.width == Setting.em * 3)
    #expect(line.runs.map { $0.glyphs[0].inline.thousandthsOfEm } == [0, 1000, 1000, 2000])
    #expect(line.runs[1].size == Setting.em / 2)
    // 0.38 of half an em past the sub-lines' own axes, a quarter em from the line's.
    #expect(line.runs[1].glyphs[0].block.thousandthsOfEm == 190 - 250)
    #expect(line.runs[2].glyphs[0].block.thousandthsOfEm == 190 + 250)
  }

  @Test func `begins with the right sub-line in a vertical line`() throws {
    var text = try text(.vertical)
    text.add("日月盈昃", .note)
    let line = text.lines(9)[0]
    #expect(line.pieces == ["日月", "盈昃"])
    #expect(line.runs[0].glyphs[0].block.thousandthsOfEm == 250 - 250)
    #expect(line.runs[1].glyphs[0].block.thousandthsOfEm == 250 + 250)
  }

  @Test func `has the longer sub-line first`() throws {
    var text = try text()
    text.add("日月盈昃辰", .note)
    #expect(text.lines(9)[0].pieces == ["日月盈", "昃辰"])
  }

  @Test func `keeps closing marks from the start of the second sub-line`() throws {
    var text = try text()
    text.add("日月」盈", .note)
    #expect(text.lines(9)[0].pieces == ["日月」", "盈"])
  }

  @Test func `stands solid in brackets of the body's size`() throws {
    var text = try text()
    text.add("天（")
    text.add("日月盈昃", .note)
    text.add("）地")
    let line = text.lines(9)[0]
    #expect(line.pieces == ["天（", "日月", "盈昃", "）地"])
    #expect(line.runs[1].glyphs[0].inline.thousandthsOfEm == 2000)
    #expect(line.runs[3].glyphs[0].inline.thousandthsOfEm == 3000)
  }

  @Test func `fills both sub-lines to the line's end and goes on`() throws {
    var text = try text()
    text.add("天地玄")
    text.add("日月盈昃辰宿列张寒来暑往", .note)
    text.add("黄")
    let lines = text.lines(5)
    #expect(lines.map(\.pieces) == [["天地玄", "日月盈昃", "辰宿列张"], ["寒来", "暑往", "黄"]])
    #expect(lines[0].width == Setting.em * 5)
  }

  @Test(arguments: 4...14, ["天地玄", "天。12", "天「地」玄1"])
  func `leaves no sub-line empty at a line's end`(measure: Int, lead: String) throws {
    var text = try text()
    text.add(lead + "宇宙洪荒")
    text.add("日月盈昃辰宿列张寒来暑往秋收冬藏", .note)
    text.add("黄")
    for line in text.lines(measure).dropLast() {
      let small = line.runs.reversed().prefix { $0.size < Setting.em }
      #expect(small.count != 1, "\(line.pieces)")
    }
  }

  @Test func `opens its sub-lines where it fills the line alone`() throws {
    var text = try text()
    text.add(String(repeating: "日月，盈昃辰宿。列张寒来暑往秋", count: 4), .note)
    for line in text.lines(5).dropLast() {
      #expect(line.width == line.measure)
      let ends = line.runs.map { run in
        run.glyphs.last.map { $0.inline + Setting.em / 2 } ?? .zero
      }
      // A mark at the end of a sub-line is half as wide.
      #expect(ends.allSatisfy { line.measure <= $0 && $0 <= line.measure + Setting.em / 4 })
    }
  }

  @Test func `keeps a typed space before it`() throws {
    var text = try text()
    text.add("天 word ")
    text.add("日月", .note)
    text.add("地")
    let line = text.lines(20)[0]
    let word = text.setting.shape("天 word ").naturalWidth
    let note = try #require(line.runs.first { $0.size == Setting.em / 2 && $0.text == ["日"] })
    // A quarter of the note's em.
    #expect(note.glyphs[0].inline - word == Setting.em / 8)
  }

  @Test func `has no part in even spacing`() throws {
    var setting = try Setting()
    setting.style.alignment = .spread
    var text = MarkedText(setting)
    text.add("天地")
    text.add("日月盈昃", .note)
    let line = text.lines(6)[0]
    #expect(line.width == line.measure && line.pieces == ["天地", "日月", "盈昃"])
    #expect(line.runs[0].glyphs.map(\.inline.thousandthsOfEm) == [0, 2500])
    #expect(line.runs[1].glyphs.map(\.inline.thousandthsOfEm) == [5000, 5500])
  }

  @Test func `is measured with the paragraph`() throws {
    var text = try text()
    text.add("天")
    text.add("日月盈昃辰", .note)
    let shaped = text.setting.typesetter.shape(text.paragraph)
    #expect(shaped.naturalWidth == Setting.em.thousandths(2500))
  }

  @Test func `at a paragraph's start leaves the indent that of the body`() throws {
    var setting = try Setting()
    setting.style.indent = 2000
    var text = MarkedText(setting)
    text.add("日月", .note)
    text.add("天地")
    #expect(text.lines(9)[0].runs[0].glyphs[0].inline == Setting.em * 2)
  }

  @Test func `lies over the line of a name that holds it`() throws {
    var text = try text()
    text.add("屈")
    text.add("日月盈昃", .note)
    text.mark(.name, 0..<5)
    text.add("天")
    #expect(text.lines(9)[0].strokes.map(\.extent) == [[0, 2000]])
  }
}
