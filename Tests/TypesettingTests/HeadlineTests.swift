import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

@Suite struct `A line on its own` {
  private func line(_ text: String, _ measure: Int, _ alignment: Alignment) throws -> Line {
    let setting = try Setting()
    return setting.typesetter.setSingleLine(
      setting.shape(text), measure: Setting.em * measure, alignment: alignment)
  }

  @Test func `stands at the start, the middle or the end`() throws {
    #expect(try line("天地玄", 9, .start).origins == [0, 1000, 2000])
    #expect(try line("天地玄", 9, .center).origins == [3000, 4000, 5000])
    #expect(try line("天地玄", 9, .end).origins == [6000, 7000, 8000])
  }

  @Test func `is spread so that its ends stand at the edges`() throws {
    #expect(try line("天地玄", 9, .spread).origins == [0, 4000, 8000])
    #expect(try line("天地A玄", 9, .spread).width == Setting.em * 9)
  }

  @Test func `is squeezed when it is a little too long`() throws {
    let squeezed = try line("天，地，玄", 4, .center)
    #expect(squeezed.origins == [0, 1000, 1500, 2500, 3000])
    #expect(squeezed.width == squeezed.measure)
  }

  @Test func `says its width when it sticks out`() throws {
    #expect(try line("天地玄黄", 3, .center).width == Setting.em * 4)
  }

  @Test func `is narrower when condensed`() throws {
    var setting = try Setting()
    setting.text.condense = 800
    let shaped = setting.shape("天，地A")
    #expect(shaped.naturalWidth == (try Setting().shape("天，地A").naturalWidth.thousandths(800)))
    let run = setting.typesetter.setSingleLine(shaped, measure: Setting.em * 9).runs[0]
    #expect(run.condense == 800 && run.glyphs[1].inline.thousandthsOfEm == 800)
  }

  @Test func `is tracked between characters, not after the last`() throws {
    var setting = try Setting()
    setting.text.tracking = Setting.em.thousandths(200)
    let line = setting.lines("天地玄", 9)[0]
    #expect(line.origins == [0, 1200, 2400])
    #expect(line.width == setting.ems(3400))
  }

  @Test func `stays empty when there is nothing to set`() throws {
    #expect(try line("", 3, .center).runs.isEmpty)
    #expect(try Setting().lines("  ", 3).isEmpty)
  }
}

@Suite struct `Ragged text` {
  @Test(arguments: [(Alignment.start, 0), (.center, 250), (.end, 500)])
  func `is not stretched`(alignment: Alignment, start: Int) throws {
    var setting = try Setting()
    setting.style.alignment = alignment
    let line = setting.lines("天地玄，黄宇宙洪荒", 4)[0]
    #expect(line.text == 0..<4)
    #expect(line.origins == [0, 1000, 2000, 3000].map { $0 + start })
  }

  @Test func `ends its lines between names rather than within one`() throws {
    var setting = try Setting()
    setting.style.alignment = .end
    #expect(setting.broken("记者 胡锦 高婷婷 何悦 摄", 9) == ["记者 胡锦 高婷婷 ", "何悦 摄"])
    #expect(setting.broken("水源地水质（杨溪）", 7) == ["水源地水质", "（杨溪）"])
  }

  @Test func `is spread to the measure when asked`() throws {
    var setting = try Setting()
    setting.style.alignment = .spread
    #expect(setting.lines("天地玄", 5)[0].origins == [0, 2000, 4000])
  }
}

@Suite struct `Mixed fonts` {
  @Test func `take a role's borrowed marks from the other font`() throws {
    var setting = try Setting()
    setting.text.font = .kai
    let line = setting.lines("天“地”", 9)[0]
    #expect(line.runs.map(\.font.index) == [2, 0, 2, 0])
    #expect(line.origins == [0, 1000, 2000, 3000])
  }

  @Test func `fall back by whole clusters and report what no font has`() throws {
    var setting = try Setting()
    setting.text.font = .kai
    let shaped = setting.shape("天\u{10FFFD}地")
    #expect(shaped.missing.map(\.index) == [1])
    let rare = setting.lines("天㧆地", 9)[0]
    #expect(rare.runs.count == 3)
    #expect(rare.origins == [0, 1000, 2000])
  }

  @Test func `lift a font whose ink sits low`() throws {
    var setting = try Setting()
    setting.text.font = .kai
    #expect(setting.lines("天", 9)[0].runs[0].glyphs[0].block.thousandthsOfEm == 356)
  }

  @Test func `keep frames of one em at another size factor`() throws {
    let serif = FontFile(path: TestFonts.serif, face: 2)
    let book = try FontBook(
      roles: [(.song, serif, 0, 1000), (.latinSerif, serif, 0, 1000), (.fangsong, serif, 0, 1080)],
      fallback: [])
    var setting = try Setting(book: book)
    setting.text.font = .fangsong
    #expect(setting.lines("天地。”", 9)[0].origins == [-40, 960, 1960, 2460])
  }
}
