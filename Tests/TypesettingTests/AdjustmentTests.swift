import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// CLREQ 3.5.3: squeezing.
@Suite struct `A squeezed line` {
  @Test func `takes from brackets before it takes from commas`() throws {
    let line = try Setting().lines("天（地，玄。", 5)[0]
    #expect(line.adjustment.step == -4)
    #expect(line.origins == [0, 500, 1500, 2500, 3500, 4500])
  }

  @Test func `takes equally from every comma`() throws {
    let line = try Setting().lines("天，地，玄，黄。", 7)[0]
    #expect(line.adjustment.step == -5)
    #expect(line.origins == [0, 1000, 1833, 2833, 3667, 4667, 5500, 6500])
  }

  @Test func `takes from commas before it takes from Latin spaces`() throws {
    let line = try Setting().lines("天，地A玄，黄。", 7)[0]
    #expect(line.adjustment.step == -5)
    #expect(line.origins[3] - line.origins[2] == 1250)
  }

  @Test func `takes from Latin spaces before it takes from stops`() throws {
    let letter = try Setting().lines("A", 9)[0].width.thousandthsOfEm
    let line = try Setting().lines("天。地A玄AA，", 8)[0]
    let origins = line.origins
    #expect(line.adjustment.step == (3 * letter > 2250 ? -6 : 0))
    #expect(origins[2] == 2000)
  }

  @Test func `is as long as its measure to the unit`() throws {
    for measure in 4...40 {
      let lines = try Setting().lines(Self.text, measure)
      for line in lines.dropLast() { #expect(line.width == line.measure) }
    }
  }

  static let text =
    "“两会”期间，记者走访了15个社区；他们说：“今年1月至3月，GDP增长5.2%，比去年快！”——这是《日报》的报道（节选）。大家都很高兴……真的吗？是的，好！！"
}

/// CLREQ 3.5.4: stretching.
@Suite struct `A stretched line` {
  @Test func `opens every gap between Han equally`() throws {
    let setting = try Setting()
    let line = setting.lines("天地玄黄“宇宙洪荒”日月盈昃", 5)[0]
    #expect(line.text == 0..<4)
    #expect(line.origins == [0, 1333, 2667, 4000])
    #expect(line.adjustment.step == 3)
    #expect(line.adjustment.hanExtra == 333)
  }

  @Test func `opens the spaces beside Latin first`() throws {
    let setting = try Setting()
    let line = setting.lines("天地12玄黄宇宙洪荒日月盈", 6)[0]
    let origins = line.origins
    #expect(line.adjustment.step == 2)
    #expect(origins[1] - origins[0] == 1000)
    #expect(origins[2] - origins[1] > 1250)
  }

  @Test func `never opens words and numbers`() throws {
    let setting = try Setting()
    let natural = setting.lines("word", 10)[0].origins
    for line in setting.lines("天地玄黄word宇宙洪荒", 5) {
      guard let start = line.runs.flatMap(\.text).firstIndex(of: "w") else { continue }
      let word = line.origins[start..<start + 4].map { $0 - line.origins[start] }
      #expect(word == natural)
    }
  }

  @Test func `opens no Western word from the brackets round it`() throws {
    let setting = try Setting()
    let line = setting.lines("天地玄黄《Old River》宇宙Donaudampfschiff", 14)[0]
    let text = line.runs.flatMap(\.text)
    let bracket = try #require(text.firstIndex(of: "《"))
    let letter = line.origins[bracket + 1] - line.origins[bracket]
    let natural = setting.lines("《Old", 10)[0].origins
    #expect(line.adjustment.amount > .zero)
    #expect(letter == natural[1] - natural[0])
  }

  @Test func `opens no gap by more than an em, and says so`() throws {
    let setting = try Setting()
    let line = setting.lines("天地Donaudampfschiff玄黄", 8)[0]
    #expect(line.text == 0..<2)
    #expect(line.origins == [0, 2000])
    #expect(line.width == setting.ems(3000) && line.adjustment.hanExtra == 1000)
  }

  @Test func `parts a long number rather than open its line, and no amount`() throws {
    let setting = try Setting()
    let parted = setting.broken("正副本遗失，证号330106202603151234，声明作废", 11)
    #expect(parted.count == 3 && parted[0].hasPrefix("正副本遗失，证号3301"), "\(parted)")
    #expect(setting.lines("正副本遗失，证号330106202603151234，声明作废", 11)[0].adjustment.hanExtra < 250)
    #expect(setting.broken("共计一百二十万又123456789元", 9).contains { $0.contains("123456789") })
  }

  @Test func `parts an address rather than leave its line shorter by the whole of it`() throws {
    let setting = try Setting()
    let address = "yuewan@chengjiang.example"
    let width = setting.shape("来稿请寄" + address + "，").naturalWidth.thousandthsOfEm
    let lines = setting.broken("来稿请寄\(address)，注明姓名和电话", (width - 500) / 1000)
    #expect(lines[0] == "来稿请寄yuewan@chengjiang.", "\(lines)")
  }

  @Test func `is dearer than a squeezed one`() throws {
    // Either 7 characters squeezed or 6 stretched: 先挤进，后推出 (CLREQ 3.1.4).
    #expect(try Setting().broken("天，地，玄黄宇宙洪荒日月盈昃", 6)[0] == "天，地，玄黄")
    #expect(try Setting().broken("天，地玄黄宇，宙洪荒日月盈昃辰", 6)[0] == "天，地玄黄宇，")
  }
}
