import CJKRules
import Fonts
import Geometry
import Manuscripts
import PageDesign
import Typesetting
import Words

/// A style with everything settled on one page's grid.
package struct ResolvedStyle: Hashable, Sendable {
  package var text: TextStyle
  /// The style of `**bold**` in it.
  package var bold: TextStyle
  package var paragraph: ParagraphStyle
  /// How Latin words are parted in running text; heads keep theirs whole.
  package var hyphens: HyphenUse
  package var minSize: Length
  package var pitch: Length
  package var maxLines: Int
  package var condense: Int
  /// Percent of cyan, magenta, yellow, black.
  package var ink: [Int]
  package var rows: Int
  /// How far short titles are opened, in thousandths of an em.
  package var maxTracking: Int

  package func sized(_ size: Length, condense: Int = 1000) -> ResolvedStyle {
    var copy = self
    let tracking = text.tracking.units * size.units / max(1, text.size.units)
    (copy.text.tracking, copy.bold.tracking) = (Length(units: tracking), Length(units: tracking))
    copy.text.size = size
    copy.text.condense = condense
    copy.bold.size = size
    copy.bold.condense = condense
    return copy
  }

  package func aligned(_ alignment: Alignment) -> ResolvedStyle {
    var copy = self
    copy.paragraph.alignment = alignment
    return copy
  }

  package func mode(_ mode: WritingMode) -> ResolvedStyle {
    var copy = self
    copy.paragraph.mode = mode
    return copy
  }
}

/// The styles of one page, settled on its grid, with the typesetter that sets them (铅字架).
package struct TypeCase {
  package let typesetter: Typesetter
  package let sheet: StyleSheet
  package let grid: BodyGrid
  package let language: Language
  /// Where heads may be split.
  package let words: HeadWords
  /// What the paper itself says.
  package let paperWords: PaperWords
  /// What is known of the pictures that the style sheet names for columns, by path.
  let columnArt: [String: PictureFile]
  let tables = TableMemory()
  let memory = TypeMemory()

  package init(
    typesetter: Typesetter, sheet: StyleSheet, grid: BodyGrid, language: Language,
    words: HeadWords? = nil, columnArt: [String: PictureFile] = [:]
  ) {
    self.columnArt = columnArt
    (self.typesetter, self.sheet, self.grid, self.language) = (typesetter, sheet, grid, language)
    self.words = words ?? HeadWords(language)
    paperWords = sheet.words(in: language.rawValue)
  }

  /// The style called `name`; what neither it nor its bases say comes from `body` and the grid.
  package func style(_ name: String) -> ResolvedStyle { memory.style(name, settled) }

  private func settled(_ name: String) -> ResolvedStyle {
    let rules = lineage(of: name)
    func first<Value>(_ key: KeyPath<StyleRule, Value?>) -> Value? {
      for rule in rules { if let value = rule[keyPath: key] { return value } }
      return nil
    }
    let size = length(first(\.size)) ?? grid.size
    let font = FontRole(first(\.font) ?? FontRole.song.name)
    let latin = FontRole(first(\.latin) ?? FontRole.latinSerif.name)
    let tracking = size.thousandths(first(\.tracking) ?? 0)
    let text = TextStyle(font: font, latin: latin, size: size, tracking: tracking)
    var bold = text
    bold.font = FontRole(first(\.bold) ?? FontRole.hei.name)
    bold.latin = FontRole("latin-sans-bold")
    var paragraph = ParagraphStyle(
      language: language,
      prohibition: first(\.prohibition).flatMap(ProhibitionLevel.init) ?? habits.prohibition,
      punctuation: first(\.punctuation).flatMap(PunctuationStyle.init) ?? habits.punctuation,
      hanging: first(\.hanging).flatMap(HangingStyle.init) ?? .none,
      alignment: first(\.align).flatMap(Alignment.init) ?? .justify,
      indent: first(\.indent) ?? habitualIndent(rules), hanLatinSpace: first(\.hanLatin) ?? 250)
    paragraph.grid = first(\.grid).flatMap(GridStyle.init) ?? .none
    paragraph.hyphenLanguage = first(\.latinLanguage) ?? paragraph.hyphenLanguage
    paragraph.reduction = first(\.adjustment).flatMap(ReductionTable.init) ?? .jlreq
    paragraph.opening = first(\.openingMarks).flatMap(OpeningStyle.init)
    paragraph.koreanBreak =
      first(\.koreanBreak).flatMap(KoreanBreak.init) ?? habitualBreak(paragraph.alignment)
    paragraph.ruby = RubyStyle(
      overhang: first(\.rubyOverhang).flatMap(RubyStyle.Overhang.init) ?? habitualOverhang,
      beginsWithBase: first(\.rubyAlign) == "start",
      pinyin: first(\.pinyin).map { FontRole($0) } ?? .pinyin,
      zhuyin: first(\.zhuyin).map { FontRole($0) } ?? .zhuyin,
      keepsZhuyinRoom: first(\.zhuyinRoom) == "grid")
    return ResolvedStyle(
      text: text, bold: bold, paragraph: paragraph,
      hyphens: first(\.hyphenate).flatMap(HyphenUse.init) ?? .narrow,
      minSize: length(first(\.minSize)) ?? size, pitch: length(first(\.pitch)) ?? grid.pitch,
      maxLines: first(\.maxLines) ?? 1, condense: first(\.condense) ?? 1000,
      ink: first(\.ink)?.percents ?? InkChoice.black.percents, rows: first(\.rows) ?? 1,
      maxTracking: first(\.maxTracking) ?? 0)
  }

  /// Whether a style, or one that it is based on, says how its lines are ranged.
  func saysAlignment(_ name: String) -> Bool { lineage(of: name).contains { $0.align != nil } }

  package func has(_ name: String) -> Bool { sheet.rules[name] != nil }

  /// Korea's newspapers fill the lines of their narrow columns by parting words (글자 단위); heads and other
  /// ranged lines keep theirs (어절 단위). KLREQ 4.4.2 leaves it to the user.
  private func habitualBreak(_ alignment: Alignment) -> KoreanBreak {
    alignment == .justify ? .character : .word
  }

  /// What a region's newspapers do unless told: mainland marks are half wide at line ends (GB/T 15834
  /// 5.1.10); Taiwan and Hong Kong keep theirs whole; Japan's are broken by JLREQ's own default (JLREQ C.3).
  private var habits: (punctuation: PunctuationStyle, prohibition: ProhibitionLevel) {
    switch language {
    case .zhHans: (.lineEndHalf, .gb)
    case .zhHantTW, .zhHantHK: (.fullWidth, .basic)
    case .ja: (.fullWidth, .jaStrict)
    case .ko: (.fullWidth, .basic)
    }
  }

  /// Body text, and what is based on it, begins two characters in, in Japan and Korea one (CLREQ 3.4.1, JLREQ
  /// 3.5.1); other text does not.
  private func habitualIndent(_ rules: [StyleRule]) -> Int {
    guard rules.contains(where: { $0.name == "body" }) else { return 0 }
    return language == .ja || language == .ko ? 1000 : 2000
  }

  /// Ruby hangs over kana in Japanese; elsewhere over the blank of marks alone (JLREQ 3.3.8; W3C, Rules for
  /// Simple Placement of Ruby).
  private var habitualOverhang: RubyStyle.Overhang { language == .ja ? .kana : .blank }

  private func length(_ quantity: Quantity?) -> Length? {
    quantity?.length(em: grid.size, pitch: grid.pitch)
  }

  /// The rule and its bases, nearest first. Cycles were refused when the sheet was read.
  private func lineage(of name: String) -> [StyleRule] {
    var rules: [StyleRule] = []
    var next: String? = sheet.rules[name] == nil ? "body" : name
    while let current = next, let rule = sheet.rules[current], rules.count < 32 {
      rules.append(rule)
      next = rule.base
    }
    return rules
  }
}

extension TypeCase {
  /// One paragraph of plain text, shaped.
  package func shape(_ text: String, as style: ResolvedStyle) -> ShapedParagraph {
    let scalars = Array(text.unicodeScalars)
    return typesetter.shape(
      StyledParagraph(
        text: scalars, spans: [TextSpan(range: 0..<scalars.count, style: style.text)],
        style: style.paragraph))
  }

  /// Plain text broken into lines of one measure.
  package func lines(_ text: String, as style: ResolvedStyle, measure: Length) -> [Line] {
    typesetter.breakLines(shape(text, as: style), measures: { _ in measure })
  }

  /// How long plain text is on one line, untouched.
  package func width(_ text: String, as style: ResolvedStyle) -> Length {
    shape(text, as: style).naturalWidth
  }

  /// Plain text as one line; text that is too long sticks out, so measure it first.
  package func line(_ text: String, as style: ResolvedStyle, measure: Length) -> Line {
    let shaped = shape(text, as: style)
    return single(shaped, measure: measure)
  }

  /// Shaped text as one line, whatever its length.
  package func single(_ shaped: ShapedParagraph, measure: Length) -> Line {
    typesetter.setSingleLine(shaped, measure: measure)
  }
}
