import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// Paragraphs with readings in Japanese at 10 pt; places in thousandths of an em.
private struct RubySetting {
  var setting: Setting
  /// Text typed as `天[漢]{かん}地`; `|` parts a jukugo's reading.
  var manner = Reading.Manner.group

  init(_ language: Language = .ja, _ mode: WritingMode = .horizontal) throws {
    setting = try Setting()
    (setting.style.language, setting.style.mode) = (language, mode)
  }

  func paragraph(_ typed: String) -> StyledParagraph {
    var (text, spans): ([Unicode.Scalar], [TextSpan]) = ([], [])
    func append(_ part: Substring, _ reading: Reading? = nil) {
      guard !part.isEmpty else { return }
      let start = text.count
      text += Array(part.unicodeScalars)
      spans.append(TextSpan(range: start..<text.count, style: setting.text, reading: reading))
    }
    var rest = typed[...]
    while let open = rest.firstIndex(of: "["), let close = rest.firstIndex(of: "]"),
      let last = rest.firstIndex(of: "}")
    {
      append(rest[..<open])
      let readings = rest[rest.index(close, offsetBy: 2)..<last].split(separator: "|")
      let manner = manner == .group && readings.count > 1 ? .jukugo : manner
      append(
        rest[rest.index(after: open)..<close],
        Reading(manner, readings.map { Array($0.unicodeScalars) }))
      rest = rest[rest.index(after: last)...]
    }
    append(rest)
    return StyledParagraph(text: text, spans: spans, style: setting.style)
  }

  func shape(_ typed: String) -> ShapedParagraph { setting.typesetter.shape(paragraph(typed)) }

  func lines(_ typed: String, _ measure: Int = 20_000) -> [Line] {
    let room = Setting.em.thousandths(measure)
    return setting.typesetter.breakLines(shape(typed), measures: { _ in room })
  }

  /// Where the characters of a lone line and of its readings begin.
  func places(_ typed: String, _ measure: Int = 20_000) -> (base: [Int], ruby: [Int]) {
    lines(typed, measure)[0].places
  }
}

extension Line {
  /// Origins along the line of base glyphs (10 pt) and of ruby.
  fileprivate var places: (base: [Int], ruby: [Int]) {
    func origins(_ isBase: Bool) -> [Int] {
      runs.filter { ($0.size == Setting.em) == isBase }.flatMap(\.glyphs).map(
        \.inline.thousandthsOfEm)
    }
    return (origins(true), origins(false))
  }

  fileprivate var baseText: String {
    var text = String.UnicodeScalarView()
    for run in runs where run.size == Setting.em { text.append(contentsOf: run.text) }
    return String(text)
  }
}

/// JLREQ 3.3.5, 3.3.6.
@Suite struct `Ruby over its base` {
  @Test func `of one character stands in its middle`() throws {
    #expect(try RubySetting().places("天[目]{め}地").ruby == [1250])
    #expect(try RubySetting(.ja, .vertical).places("天[目]{め}地").ruby == [1250 + 440])
  }

  @Test func `begins with its character where vertical lines ask for it`() throws {
    var vertical = try RubySetting(.ja, .vertical)
    vertical.setting.style.ruby.beginsWithBase = true
    #expect(vertical.places("天[目]{め}地").ruby == [1000 + 440])
    // Three: over the kana after, else over the kana before, else from the middle.
    #expect(vertical.places("の[心]{こころ}の").ruby == [1440, 1940, 2440])
    #expect(vertical.places("の[心]{こころ}地").ruby == [940, 1440, 1940])
    #expect(vertical.places("天[心]{こころ}地").ruby == [1440, 1940, 2440])
    var level = try RubySetting()
    level.setting.style.ruby.beginsWithBase = true
    #expect(level.places("天[目]{め}地").ruby == [1250])
  }

  @Test func `is opened with half a gap at its ends, an em of ruby at most`() throws {
    #expect(try RubySetting().places("[日月星]{ひつ}").ruby == [500, 2000])
    #expect(try RubySetting().places("[日月星辰]{ひつき}").ruby == [417, 1750, 3083])
  }

  @Test func `opens a shorter base alike`() throws {
    let (base, ruby) = try RubySetting().places("天[境界面]{インターフェース}地")
    #expect(ruby == [1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500])
    #expect(base == [0, 1167, 2500, 3833, 5000])
  }

  @Test func `in Latin is not spread, nor are Latin words under it`() throws {
    let setting = try RubySetting()
    let width = setting.shape("UN").naturalWidth.thousandthsOfEm
    #expect(abs(setting.places("[国際連合]{UN}").ruby[0] - (4000 - width / 2) / 2) <= 1)
    let (base, ruby) = setting.places("[UN]{こくさいれんごう}")
    #expect(ruby[0] == 0 && abs(base[0] - (4000 - width) / 2) <= 1)
  }

  @Test func `keeps its base from being stretched or parted`() throws {
    let lines = try RubySetting().lines("天地[漢字]{かんじ}玄黄宇宙", 5500)
    let base = lines[0].places.base
    #expect(base[3] - base[2] == 1000 && base[2] - base[1] > 1000)
    #expect(try RubySetting().lines("天[漢字]{かんじ}地玄", 2000).map(\.baseText) == ["天", "漢字", "地玄"])
  }
}

/// JLREQ 3.3.8.
@Suite struct `Ruby longer than its base` {
  @Test(arguments: [
    // Han: none; kana: an em of ruby; marks: their blank before, themselves after.
    ("天[志]{こころざし}地", 750, 750), ("の[志]{こころざし}の", 250, 250), ("ー[志]{こころざし}っ", 250, 250),
    ("天[心]{こころ}の", 250, 0), ("々[心]{こころ}ゝ", 250, 250),
    ("。[志]{こころざし}」", 250, 250), ("、[志]{こころざし}、", 250, 250),
    ("「[志]{こころざし}「", 250, 250), ("・[志]{こころざし}・", 250, 250),
    ("！[心]{こころ}！", 250, 250), ("A[志]{こころざし}B", 500, 500), ("　[志]{こころざし}　", 250, 250),
    ("…[志]{こころざし}—", 250, 750),
  ])
  func `hangs over its neighbours as far as their class allows`(
    typed: String, before: Int, after: Int
  ) throws {
    let setting = try RubySetting()
    let shaped = setting.shape(typed)
    let ruby = try #require(shaped.rubies.first)
    let thousandths = { (units: Int) in Length(units: units).thousandthsOfEm }
    #expect(ruby.fit.leads.map(thousandths) == [before], "\(typed)")
    #expect(ruby.fit.trails.map(thousandths) == [after], "\(typed)")
  }

  @Test(arguments: [
    ("の[志]{こころざし}の", 750, 750), ("。[志]{こころざし}「", 250, 250), ("「[志]{こころざし}」", 750, 750),
  ])
  func `hangs over blank alone by the simple rule`(typed: String, before: Int, after: Int) throws {
    var setting = try RubySetting()
    setting.setting.style.ruby.overhang = .blank
    let ruby = try #require(setting.shape(typed).rubies.first)
    #expect(ruby.fit.leads.map { Length(units: $0).thousandthsOfEm } == [before])
    #expect(ruby.fit.trails.map { Length(units: $0).thousandthsOfEm } == [after])
  }

  @Test func `never stands over another, and leaves an em of ruby over one kana`() throws {
    let (_, ruby) = try RubySetting().places("天[志]{こころざし}の[志]{こころざし}地")
    #expect(ruby[5] - ruby[4] == 1000)
    #expect(try RubySetting().places("[志]{こころざし}[志]{こころざし}").ruby[5] == 2500)
    let mark = try RubySetting().places("天[志]{こころざし}、[志]{こころざし}地").ruby
    #expect(mark[5] - mark[4] == 1000)
  }

  @Test func `is aligned with the line's edges`() throws {
    let (base, ruby) = try RubySetting().places("[志]{こころざし}を")
    #expect(base == [750, 2000] && ruby[0] == 0)
    let line = try RubySetting().lines("を[志]{こころざし}")[0]
    #expect(line.places.base == [0, 1250] && line.width == Setting.em * 3)
    // Broken before it: what hung over the kana now begins the line.
    let lines = try RubySetting().lines("天地の[志]{こころざし}を", 3500)
    #expect(lines.map(\.baseText) == ["天地の", "志を"])
    #expect(lines[1].places.ruby[0] == 0 && lines[1].places.base[0] == 750)
  }

  @Test func `does not hang over a mark that hangs past the line's end`() throws {
    var setting = try RubySetting()
    setting.setting.style.hanging = .force
    let lines = setting.lines("天地[志]{こころざし}、玄黄", 4500)
    #expect(lines.map(\.baseText) == ["天地志、", "玄黄"])
    #expect((lines[0].places.ruby.max() ?? 0) + 500 <= 4500)
  }

  @Test func `keeps the blank that it hangs over from being squeezed`() throws {
    let setting = try RubySetting()
    let shaped = setting.shape("天、[志]{こころざし}地、玄黄").measured()
    let plain = setting.shape("天、志地、玄黄").measured()
    #expect(Length(units: plain.ledger.shrink(0, 7)).thousandthsOfEm == 1000)
    #expect(Length(units: shaped.ledger.shrink(0, 7)).thousandthsOfEm == 500)
    let lines = setting.lines("天、[志]{こころざし}地、玄黄", 7700)
    #expect(lines.count == 1)
    #expect(lines[0].width.thousandthsOfEm == 7700)
    #expect(lines[0].places.base[2] - lines[0].places.base[1] == 1000 + 250)
  }
}

/// JLREQ 3.3.7.
@Suite struct `Jukugo ruby` {
  @Test func `stands over each character while none is longer than its own`() throws {
    #expect(try RubySetting().places("[鬼門]{き|もん}").ruby == [250, 1000, 1500])
  }

  @Test func `stands over the whole when one is longer`() throws {
    let (base, ruby) = try RubySetting().places("[凝視]{ぎょう|し}")
    #expect(base == [0, 1000] && ruby == [0, 500, 1000, 1500])
  }

  @Test func `may be parted between characters, each part set anew`() throws {
    let lines = try RubySetting().lines("天地[凝視]{ぎょう|し}玄黄", 3500)
    #expect(lines.map(\.baseText) == ["天地凝", "視玄黄"])
    #expect(lines[0].places.base == [0, 1000, 2250])
    #expect(lines[0].places.ruby == [2000, 2500, 3000])
    #expect(lines[0].width.thousandthsOfEm == 3500)
    #expect(lines[1].places.ruby == [250])
  }

  @Test func `is measured right at every break`() throws {
    let setting = try RubySetting()
    let typed = "の[凝視観]{ぎょう|し|かんざ}を[承諾]{しょう|だく}も"
    let shaped = setting.shape(typed).measured()
    for first in shaped.cells.indices {
      for end in first + 1...shaped.cells.count {
        let choice = LineChoice(first: first, end: end, fit: Fit(), relieved: false)
        var maker = LineMaker(shaped, choice, start: 0)
        let line = maker.line(measure: Setting.em * 20)
        #expect(line.width.units == shaped.naturalWidth(first, end), "\(first)..<\(end)")
        let last = line.places.ruby.max() ?? 0
        #expect(last + 500 <= line.width.thousandthsOfEm + 1, "\(first)..<\(end)")
        #expect(line.places.ruby.allSatisfy { $0 >= 0 })
      }
    }
  }

  @Test func `is set as a group when its parts are not as many as its characters`() throws {
    #expect(try RubySetting().places("[漢字]{か|ん|じ}").ruby == [83, 750, 1417])
  }
}

/// CLREQ 3.3.4.
@Suite struct `Pinyin` {
  private func setting(_ mode: WritingMode = .horizontal) throws -> RubySetting {
    var setting = try RubySetting(.zhHans, mode)
    setting.manner = .pinyin
    setting.setting.style.ruby.pinyin = .kai
    return setting
  }

  /// Begin and end of each reading along the line.
  private func extents(_ line: Line, _ setting: RubySetting) -> [(start: Int, end: Int)] {
    line.runs.filter { $0.size != Setting.em }.map { run in
      let font = setting.setting.typesetter.book[run.font]
      let last = run.glyphs[run.glyphs.count - 1]
      let width = font.advance(of: last.id) * 500 / font.unitsPerEm
      return (run.glyphs[0].inline.thousandthsOfEm, last.inline.thousandthsOfEm + width)
    }
  }

  @Test func `stands over the middle of its character, in a face of its own`() throws {
    let setting = try setting()
    let line = setting.lines("天[汊]{chà}路")[0]
    let found = extents(line, setting)
    #expect(abs(found[0].start + found[0].end - 3000) <= 2)
    #expect(line.places.base == [0, 1000, 2000])
    let run = try #require(line.runs.last)
    #expect(setting.setting.typesetter.book[run.font].file.path == TestFonts.wenkai)
    #expect(run.glyphs[0].block.thousandthsOfEm == 190 - 12 - 750)
  }

  @Test func `leaves a quarter of an em between syllables, half between words`() throws {
    let setting = try setting()
    let long = extents(setting.lines("[双窗]{shuāng|chuāng}")[0], setting)
    #expect(abs(long[1].start - long[0].end - 250) <= 1)
    let words = extents(setting.lines("[双窗]{shuāng|chuāng}[壮妆]{zhuàng|zhuāng}")[0], setting)
    #expect(abs(words[2].start - words[1].end - 500) <= 1)
    let lone = extents(setting.lines("[双]{shuāng}[窗]{chuāng}")[0], setting)
    #expect(abs(lone[1].start - lone[0].end - 250) <= 1)
  }

  @Test func `uses the room that a short neighbour leaves`() throws {
    let setting = try setting()
    let (short, long) = (
      setting.places("[中]{zhōng}[儿]{ér}").base, setting.places("[中]{zhōng}[中]{zhōng}").base
    )
    #expect(short[1] - short[0] < long[1] - long[0] - 300)
    let line = setting.lines("天[女]{nǚ}[儿]{ér}地")[0]
    #expect(line.places.base == [0, 1000, 2000, 3000])
  }

  @Test func `of a whole word stands over its middle`() throws {
    let setting = try setting()
    let line = setting.lines("天[重庆]{Chóngqìng}地")[0]
    let found = extents(line, setting)
    let base = line.places.base
    #expect(base[2] - base[1] == 1000)
    #expect(abs(found[0].start + found[0].end - 2 * (base[1] + 1000)) <= 2)
    // No Han lies under it but its own.
    #expect(found[0].start >= 1000 && found[0].end <= base[3] + 1)
  }

  @Test func `keeps within the line's edges`() throws {
    let setting = try setting()
    let lines = setting.lines("天地[双窗]{shuāng|chuāng}[双窗]{shuāng|chuāng}人", 4000)
    for line in lines {
      for extent in extents(line, setting) {
        #expect(extent.start >= -1 && extent.end <= line.width.thousandthsOfEm + 1)
      }
      #expect(line.width <= Setting.em * 4)
    }
  }

  @Test func `leaves marks in its base alone`() throws {
    let setting = try setting()
    #expect(extents(setting.lines("[你好，世界]{nǐ|hǎo|shì|jiè}")[0], setting).count == 4)
  }

  @Test func `lies on its side beside a vertical line`() throws {
    let line = try setting(.vertical).lines("天[汊]{chà}路")[0]
    let run = try #require(line.runs.last)
    #expect(run.orientation == .rotated)
    #expect(run.glyphs[0].block.thousandthsOfEm == 190 - 12 - 750)
  }
}

/// CLREQ 3.3.3.
@Suite struct `Zhuyin` {
  private func setting(_ mode: WritingMode = .horizontal) throws -> RubySetting {
    var setting = try RubySetting(.zhHantTW, mode)
    setting.manner = .zhuyin
    return setting
  }

  /// The middle of each sign's ink, from the upper right corner of a character at `start`.
  private func middles(_ line: Line, _ setting: RubySetting, at start: Int, _ mode: WritingMode)
    throws -> [[Int]]
  {
    try line.runs.filter { $0.size != Setting.em }.flatMap { run in
      let font = setting.setting.typesetter.book[run.font]
      let size = run.size.thousandthsOfEm
      return try run.glyphs.map { glyph in
        let ink = try #require(font.ink(of: glyph.id))
        let x = (ink.left + ink.right) * size / (2 * font.unitsPerEm)
        let y = (ink.bottom + ink.top) * size / (2 * font.unitsPerEm)
        let (inline, block) = (glyph.inline.thousandthsOfEm, glyph.block.thousandthsOfEm)
        return mode == .horizontal
          ? [inline + x - start - 1000, block - y + 500] : [-block + x - 500, inline - y - start]
      }
    }
  }

  @Test(arguments: [WritingMode.horizontal, .vertical])
  func `stands right of its character, its tone outside above the last symbol`(mode: WritingMode)
    throws
  {
    let setting = try setting(mode)
    let line = setting.lines("天[國]{ㄍㄨㄛˊ}地")[0]
    let run = try #require(line.runs.last)
    #expect(run.size.thousandthsOfEm == 300)
    #expect(run.text == Array("ㄍㄨㄛˊ".unicodeScalars))
    let found = try middles(line, setting, at: 1000, mode)
    // Three symbols of 3/10 em from 1/20 em on; the tone's middle on the last one's upper edge.
    for (place, middle) in found.dropLast().enumerated() {
      #expect(abs(middle[0] - 150) < 40 && abs(middle[1] - (200 + 300 * place)) < 40)
    }
    #expect(abs(found[3][0] - 383) <= 1 && abs(found[3][1] - 650) <= 3)
  }

  @Test func `takes half an em of a horizontal line, nothing of a vertical one`() throws {
    #expect(try setting().places("天[國]{ㄍㄨㄛˊ}地").base == [0, 1000, 2500])
    let upright = try setting(.vertical).lines("天[國]{ㄍㄨㄛˊ}地")[0]
    #expect(upright.width == Setting.em * 3)
    // Without a tone too, and at the line's end.
    #expect(try setting().lines("[安]{ㄢ}")[0].width.thousandthsOfEm == 1500)
  }

  @Test func `puts the neutral tone before its symbols, checked tones at the lower right`() throws {
    let setting = try setting()
    let neutral = try middles(setting.lines("[們]{ㄇㄣ˙}")[0], setting, at: 0, .horizontal)
    // A tenth of an em over two symbols: a column of 7/10 em from 3/20 em on.
    #expect(abs(neutral[2][0] - 150) <= 1 && abs(neutral[2][1] - 200) <= 3)
    #expect(abs(neutral[0][1] - 400) < 40)
    let checked = try middles(setting.lines("[力]{ㄌㄧㆶ}")[0], setting, at: 0, .horizontal)
    #expect(abs(checked[2][0] - 383) <= 1 && abs(checked[2][1] - 717) <= 1)
  }

  @Test func `is never parted from its character`() throws {
    let lines = try setting().lines("[我們去]{ㄨㄛˇ|ㄇㄣ˙|ㄑㄩˋ}", 3500)
    #expect(lines.map(\.baseText) == ["我們", "去"])
    #expect(lines[0].runs.flatMap(\.text).count == 2 + 6)
  }

  @Test func `leaves its room to every character of a grid`() throws {
    var setting = try setting()
    setting.setting.style.ruby.keepsZhuyinRoom = true
    setting.setting.style.indent = 2000
    #expect(setting.places("天[國]{ㄍㄨㄛˊ}人地").base == [3000, 4500, 6000, 7500])
    #expect(
      setting.lines("AB天")[0].places.base[2] - setting.shape("AB").naturalWidth.thousandthsOfEm
        >= 3000)
  }
}

/// FG8, IM with RB.
@Suite struct `Ruby and emphasis dots` {
  @Test func `do not meet`() throws {
    for mode in [WritingMode.horizontal, .vertical] {
      var setting = try RubySetting(.ja, mode)
      setting.setting.text.emphasis = .dots
      let line = setting.lines("[漢字]{かんじ}の")[0]
      let dots = try #require(line.runs.last)
      let font = setting.setting.typesetter.book[dots.font]
      for (place, dot) in dots.glyphs.enumerated() {
        let ink = try #require(font.ink(of: dot.id))
        let size = dots.size.thousandthsOfEm
        let middle =
          mode == .horizontal
          ? dot.block.thousandthsOfEm - (ink.bottom + ink.top) * size / 2000
          : dot.block.thousandthsOfEm - (ink.left + ink.right) * size / 2000
        #expect(abs(middle - (place < 2 ? -1112 : -625)) <= 2)
      }
    }
  }
}

@Suite struct `Ruby beside inline notes` {
  @Test func `stands over its base and not over the note`() throws {
    let setting = try RubySetting()
    var paragraph = setting.paragraph("天の地[志]{こころざし}を")
    paragraph.marks = [TextMark(.note, range: 1..<3)]
    let shaped = setting.setting.typesetter.shape(paragraph)
    let line = setting.setting.typesetter.breakLines(shaped, measures: { _ in Setting.em * 20 })[0]
    let reading = try #require(line.runs.last)
    #expect(reading.text == Array("こころざし".unicodeScalars))
    // 天, a note of two sub-lines of one em, three quarters of an em that 志 is set apart by.
    #expect(reading.glyphs.map(\.inline.thousandthsOfEm) == [2000, 2500, 3000, 3500, 4000])
    #expect(line.places.base.contains(2750))
  }

  @Test func `has the line along a name at its base`() throws {
    let setting = try RubySetting(.zhHans)
    var paragraph = setting.paragraph("天[志]{こころざし}地")
    paragraph.marks = [TextMark(.name, range: 1..<2)]
    let line = setting.setting.typesetter.breakLines(
      setting.setting.typesetter.shape(paragraph), measures: { _ in Setting.em * 20 })[0]
    #expect(line.strokes.map(\.from.thousandthsOfEm) == [1750])
    #expect(line.strokes.map(\.to.thousandthsOfEm) == [2750])
  }
}

@Suite struct `Random ruby` {
  private static let bases = ["漢字", "漢", "志", "国際連合", "一大事", "境界面", "UN"]
  private static let plain = Array("天地のはを、。「」・ーっ々12人物")

  /// Text with readings of any length, by a seed.
  private func typed(_ seed: UInt64) -> (typed: String, plain: String) {
    var state = seed &* 6_364_136_223_846_793_005 | 1
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    var (typed, plain) = ("", "")
    for _ in 0..<24 {
      for _ in 0..<roll(5) {
        let character = Self.plain[roll(Self.plain.count)]
        typed.append(character)
        plain.append(character)
      }
      let base = Self.bases[roll(Self.bases.count)]
      let isJukugo = roll(2) == 0
      let parts = (0..<(isJukugo ? base.count : 1)).map { _ in
        String(repeating: "か", count: 1 + roll(isJukugo ? 4 : 8))
      }
      typed += "[\(base)]{\(parts.joined(separator: "|"))}"
      plain += base
    }
    return (typed, plain)
  }

  @Test(arguments: 1...12, [WritingMode.horizontal, .vertical])
  func `overlaps nothing, keeps to the measure and leaves its text whole`(
    seed: Int, mode: WritingMode
  ) throws {
    let setting = try RubySetting(.ja, mode)
    let text = typed(UInt64(seed))
    let measure = 9 + seed
    let lines = setting.lines(text.typed, measure * 1000)
    #expect(lines.map(\.baseText).joined() == text.plain)
    for line in lines {
      let extents = rubyExtents(line, mode)
      #expect(line.width.thousandthsOfEm <= measure * 1000)
      #expect((extents.first?.start ?? 0) >= -1)
      #expect((extents.last?.end ?? 0) <= line.width.thousandthsOfEm + 1)
      for (one, next) in zip(extents, extents.dropFirst()) { #expect(one.end <= next.start + 1) }
    }
  }

  /// The frames of ruby characters along the line, in order.
  private func rubyExtents(_ line: Line, _ mode: WritingMode) -> [(start: Int, end: Int)] {
    let shift = mode == .vertical ? 440 : 0
    return line.runs.filter { $0.size != Setting.em }.flatMap(\.glyphs).map {
      ($0.inline.thousandthsOfEm - shift, $0.inline.thousandthsOfEm - shift + 500)
    }.sorted { $0.0 < $1.0 }
  }
}
