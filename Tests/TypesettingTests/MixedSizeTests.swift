import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// Runs of several sizes and faces in one line.
@Suite struct `A line of several sizes` {
  private func line(
    _ parts: [(text: String, size: Int)], mode: WritingMode = .horizontal
  ) throws -> Line {
    var setting = try Setting()
    setting.style.mode = mode
    var paragraph = setting.paragraph("")
    for part in parts {
      let start = paragraph.text.count
      paragraph.text += Array(part.text.unicodeScalars)
      var style = setting.text
      style.size = Setting.em.thousandths(part.size)
      paragraph.spans.append(TextSpan(range: start..<paragraph.text.count, style: style))
    }
    paragraph.spans.removeAll { $0.range.isEmpty }
    let shaped = setting.typesetter.shape(paragraph).measured()
    return setting.typesetter.breakLines(shaped, measures: { _ in Setting.em * 40 })[0]
  }

  @Test func `has the middles of all em boxes on its axis`() throws {
    let blocks = try line([("天", 1000), ("地", 600), ("玄", 2000)]).runs.map {
      $0.glyphs[0].block.thousandthsOfEm
    }
    // The baseline is 0.38 of each size under its middle (JLREQ 2.4.2).
    #expect(blocks == [380, 228, 760])
    let vertical = try line([("天", 1000), ("地", 600)], mode: .vertical).runs.map {
      $0.glyphs[0].block.thousandthsOfEm
    }
    #expect(vertical == [500, 300])
  }

  @Test func `has Latin on the baseline of Han of its size`() throws {
    let line = try line([("天", 1000), ("a", 1000), ("b", 600)])
    #expect(line.runs.flatMap(\.glyphs).map(\.block.thousandthsOfEm) == [380, 380, 228])
  }

  @Test func `parts Han and Latin by the em of Han, whichever stands first`() throws {
    let small = try line([("a", 500)]).width.thousandthsOfEm
    #expect(try line([("天", 1000), ("a", 500)]).origins == [0, 1250])
    #expect(try line([("a", 500), ("天", 1000)]).origins == [0, small + 250])
    #expect(try line([("a", 500), ("天", 2000)]).origins == [0, small + 500])
  }

  @Test func `parts Han and Latin across bold, emphasis and ruby`() throws {
    let setting = try Setting()
    var paragraph = setting.paragraph("天a地")
    var bold = setting.text
    (bold.font, bold.emphasis) = (.hei, .dots)
    paragraph.spans = [
      TextSpan(
        range: 0..<1, style: setting.text, reading: Reading(.group, [Array("て".unicodeScalars)])),
      TextSpan(range: 1..<2, style: bold), TextSpan(range: 2..<3, style: setting.text),
    ]
    let line = setting.typesetter.setSingleLine(
      setting.typesetter.shape(paragraph), measure: Setting.em * 9)
    let plain = setting.line("天a地")
    #expect(line.width == plain.width)
  }
}

/// Variation sequences (UTS #37).
@Suite struct `A character with a variation selector` {
  private static let text = "葛\u{E0100}城"

  @Test func `stays one frame, and is not missing`() throws {
    let shaped = try Setting().shape(Self.text)
    #expect(shaped.missing.isEmpty)
    #expect(shaped.cells.count == 2 && shaped.naturalWidth == Setting.em * 2)
  }

  @Test func `goes to another font with its selector`() throws {
    // 㧆 is not in LXGW WenKai.
    var setting = try Setting()
    setting.text.font = .kai
    let line = setting.line("天㧆\u{E0100}地")
    #expect(line.runs.map(\.font.index) == [2, 0, 2])
    #expect(line.runs[1].text == ["㧆", "\u{E0100}"])
  }

  @Test func `keeps it at a line's end`() throws {
    #expect(
      try Setting().broken("天地葛\u{E0100}城", 3) == ["天地葛\u{E0100}", "城"])
    #expect(
      try Setting().lines("天地葛\u{E0100}城", 3)[0].runs.flatMap(\.text).last == "\u{E0100}")
  }
}
