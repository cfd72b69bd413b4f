import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

@Suite struct `What a line says of itself` {
  @Test(arguments: Language.allCases)
  func `every step that its language orders has a name`(language: Language) {
    let order = AdjustmentOrder.of(language)
    let squeezing = [
      order.wordShrink.step, order.hanLatinShrink.step, order.middleDotShrink, order.bracketShrink,
      order.commaShrink, order.lineEndShrink, order.lineEndDotShrink,
    ]
    for step in squeezing {
      let name = AdjustmentOrder.step(-step, of: language)?.name
      #expect(name?.hasSuffix("squeezed") == true, "\(step)")
    }
    for step in 1...AdjustmentOrder.stretchSteps {
      #expect(AdjustmentOrder.step(step, of: language)?.name.hasSuffix("opened") == true, "\(step)")
    }
    #expect(AdjustmentOrder.step(0, of: language) == nil)
  }

  @Test func `steps are named by their authority`() {
    let commas = AdjustmentOrder.step(-5, of: .zhHans)
    #expect(commas?.name == "commas squeezed")
    #expect(commas?.authority == "CLREQ 3.5.3")
    let japanese = AdjustmentOrder.step(-5, of: .ja)
    #expect(japanese?.name == "brackets and commas squeezed")
    #expect(japanese?.authority == "JLREQ 3.8.3")
  }

  @Test func `a mark that hangs is noted, one that stands inside is not`() throws {
    var setting = try Setting()
    setting.style.hanging = .force
    #expect(setting.lines("天地玄黄，宇宙洪荒", 4).map(\.adjustment.hung) == [true, false])
    setting.style.hanging = .none
    #expect(setting.lines("天地玄黄，宇宙洪荒", 5).map(\.adjustment.hung) == [false, false])
  }

  @Test func `a last line of one character is lonely, a paragraph of one is not`() throws {
    let setting = try Setting()
    #expect(setting.lines("A——天地玄。", 5).map(\.adjustment.lonely) == [false, true])
    #expect(setting.lines("天地玄黄宇宙", 4).map(\.adjustment.lonely) == [false, false])
    #expect(setting.lines("天。", 5).map(\.adjustment.lonely) == [false])
  }

  @Test func `a line with no place to open is left short, and says so`() throws {
    let lines = try Setting().lines("天地玄AAAAAAAAAAAA天地", 8)
    #expect(lines.map(\.adjustment.unfilled) == [false, true, false])
  }

  @Test func `a character of another font is named, with its own role and its place`() throws {
    var setting = try Setting()
    setting.text.font = .kai
    let found = setting.lines("天㧆地", 9)[0].standIns
    #expect(found.map(\.scalar) == ["㧆"])
    #expect(found.map(\.role) == [.kai])
    #expect(found.map(\.font) == [FontID(index: 0)])
    #expect(found.map(\.inline) == [Setting.em])
    #expect(found.map(\.width) == [Setting.em])
  }

  @Test func `a character that no font has is named without a font`() throws {
    let lines = try Setting().lines("天地玄黄\u{10FFFD}宙", 4)
    #expect(lines[0].standIns.isEmpty)
    #expect(lines[1].standIns.map(\.font) == [nil])
    #expect(lines[1].standIns.map(\.scalar) == ["\u{10FFFD}"])
  }
}
