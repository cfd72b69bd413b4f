import Diagnostics

/// Reads the text of a story: the small, exact subset of Markdown that an edition may use, made to
/// work beside Chinese punctuation. Whatever is not read is set as typed, with a warning.
struct MarkupReader {
  let source: SourceText
  /// Whether the text is verse, whose lines stay as they are typed.
  let isVerse: Bool
  private(set) var blocks: [Block] = []
  var diagnostics: [Diagnostic] = []
  private(set) var kind = Block.Kind.paragraph
  private var pending: [ManuscriptLine] = []
  private(set) var rubies = 0

  /// Levels of lists and quotes; far beyond what a page can show.
  static let deepest = 16
  static let mostRubies = 2_000
  /// From so many full-width blanks on a line is a signature: nobody begins a paragraph with them.
  static let signatureBlanks = 6
  /// Typed after the last line of a paragraph of that kind.
  private static let kindMarks: [(mark: [Unicode.Scalar], kind: Block.Kind)] = [
    (Array("{.signature}".unicodeScalars), .signature),
    (Array("{.salutation}".unicodeScalars), .salutation),
  ]
  private var hasToldBlanks = false

  init(source: SourceText, isVerse: Bool = false) {
    (self.source, self.isVerse) = (source, isVerse)
  }

  /// The blocks of some lines of the file.
  mutating func read(_ lines: [ManuscriptLine]) {
    var index = 0
    while index < lines.count {
      index = take(lines, at: index)
    }
    flush()
    if rubies > Self.mostRubies {
      warn(.tooManyRubies, at: 0, ["count": "\(rubies)", "limit": "\(Self.mostRubies)"])
    }
  }

  mutating func warn(
    _ code: Code, at origin: Int, length: Int = 1, _ values: KeyValuePairs<String, String> = [:]
  ) {
    diagnostics.append(Diagnostic(code, at: source.place(at: origin, length: length), values))
  }
}

// MARK: Blocks

extension MarkupReader {
  /// Takes the line at `index`, and answers the index of the next to take.
  private mutating func take(_ lines: [ManuscriptLine], at index: Int) -> Int {
    let line = lines[index]
    let content = line.content()
    if content.scalars.isEmpty {
      flush()
    } else if content.starts(with: "### ") {
      begin(.subhead, with: content.content(after: 4))
      flush()
    } else if isSectionBreak(content) {
      flush()
      blocks.append(Block(.sectionBreak, place: place(of: content)))
    } else if content.starts(with: ">") {
      takeQuote(content)
    } else if content.starts(with: "- ") {
      begin(.item(number: nil), with: item(content, after: 2, indent: indent(of: line)))
    } else if let item = numbered(content) {
      begin(.item(number: item.number), with: content.content(after: item.width))
    } else if content.starts(with: "|") {
      return takeTable(lines, at: index)
    } else {
      takeText(line, content)
    }
    return index + 1
  }

  private mutating func takeText(_ line: ManuscriptLine, _ content: ManuscriptLine) {
    if let mark = headingMark(content) { unread(mark, .onlyOneHeading, at: content.start) }
    let blanks = line.scalars.prefix { $0 == "　" }.count
    if blanks >= Self.signatureBlanks, !isVerse { return takeSignature(content) }
    // Two full-width blanks are how a Chinese typist begins a paragraph.
    if blanks >= 2 || kind == .signature, !pending.isEmpty { flush() }
    if blanks == 1 || blanks > 2 { tell(blanks, before: content) }
    pending.append(content)
  }

  private mutating func takeSignature(_ line: ManuscriptLine) {
    if kind == .signature { return pending.append(line) }
    begin(.signature, with: line)
  }

  /// The style says how far a paragraph is indented; blanks that were typed for it are not set. Once a story.
  private mutating func tell(_ blanks: Int, before line: ManuscriptLine) {
    guard !hasToldBlanks else { return }
    hasToldBlanks = true
    warn(.blanksNotSet, at: line.start, ["count": "\(blanks)"])
  }

  private mutating func begin(_ kind: Block.Kind, with line: ManuscriptLine) {
    flush()
    self.kind = kind
    pending = [line]
  }

  private mutating func flush() {
    defer { (pending, kind) = ([], .paragraph) }
    if kind == .paragraph { takeKindMark() }
    let text = ManuscriptText(
      pending, keepingLines: isVerse && kind == .paragraph || kind == .signature)
    guard let first = text.origins.first else { return }
    var inlines = InlineReader(text: text, source: source)
    inlines.read()
    diagnostics += inlines.diagnostics
    rubies += inlines.rubies
    let line = source.place(at: first)
    warnOfMarks(in: inlines.inlines)
    warnOfNestedTitles(in: text)
    let block = Block(kind, inlines: inlines.inlines, place: line)
    if kind == .signature, let last = blocks.indices.last, blocks[last].kind == .signature {
      // Name and date of one signature, typed as two paragraphs.
      let newLine = Inline(String(ManuscriptText.newLine), place: line)
      blocks[last].inlines += [newLine] + block.inlines
    } else {
      blocks.append(block)
    }
  }

  /// `{.signature}` or `{.salutation}` after the last line of a paragraph; after a bracket it is no mark of a paragraph.
  private mutating func takeKindMark() {
    guard let last = pending.last,
      let (mark, kind) = Self.kindMarks.first(where: {
        last.scalars.suffix($0.mark.count) == $0.mark
      })
    else { return }
    let text = last.scalars.dropLast(mark.count)
    guard text.last != "]" else { return }
    pending[pending.count - 1] = last.first(text.count).content()
    if pending[pending.count - 1].scalars.isEmpty { pending.removeLast() }
    self.kind = kind
  }

  private func place(of line: ManuscriptLine) -> SourcePlace {
    source.place(at: line.start, length: line.scalars.count)
  }

  private func isSectionBreak(_ line: ManuscriptLine) -> Bool {
    line.scalars.count >= 3 && line.scalars.allSatisfy { $0 == "-" }
  }

  /// `# `, `## `, `#### ` …: only `### ` is a heading.
  private func headingMark(_ line: ManuscriptLine) -> String? {
    let count = line.scalars.prefix { $0 == "#" }.count
    guard count > 0, count < line.scalars.count, line.scalars[count] == " " else { return nil }
    return String(repeating: "#", count: count)
  }

  private func numbered(_ line: ManuscriptLine) -> (number: Int, width: Int)? {
    let digits = line.scalars.prefix { ("0"..."9").contains($0) }
    guard (1...3).contains(digits.count), line.scalars.count > digits.count + 1,
      line.scalars[digits.count] == ".", line.scalars[digits.count + 1] == " ",
      let number = Int(ManuscriptText.string(digits))
    else { return nil }
    // Inside a paragraph only 1 begins a list, as in CommonMark 5.2: a line may begin with a year.
    if case .paragraph = kind, !pending.isEmpty, number != 1 { return nil }
    return (number, digits.count + 2)
  }

  private func indent(of line: ManuscriptLine) -> Int {
    line.scalars.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
  }

  private mutating func item(_ line: ManuscriptLine, after width: Int, indent: Int)
    -> ManuscriptLine
  {
    var level = indent / 2
    var rest = line.content(after: width)
    while rest.starts(with: "- ") {
      level += 1
      rest = rest.content(after: 2)
      if level > Self.deepest { break }
    }
    checkDepth(level, at: line.start)
    return rest
  }

  private mutating func takeQuote(_ line: ManuscriptLine) {
    var level = 0
    var rest = line
    while rest.starts(with: ">"), level <= Self.deepest {
      level += 1
      rest = rest.content(after: 1)
    }
    checkDepth(level, at: line.start)
    if case .quote = kind, !pending.isEmpty {
      if rest.scalars.isEmpty { begin(.quote, with: rest) } else { pending.append(rest) }
    } else {
      begin(.quote, with: rest)
    }
  }

  private mutating func checkDepth(_ level: Int, at origin: Int) {
    if level > Self.deepest { warn(.markupTooDeep, at: origin, ["limit": "\(Self.deepest)"]) }
  }

  private mutating func takeTable(_ lines: [ManuscriptLine], at index: Int) -> Int {
    let rows = lines[index...].prefix { $0.content().starts(with: "|") }.map { $0.content() }
    guard let table = PipeTable(rows, source: source) else {
      unread("|", .noAlignmentRow, at: rows[0].start)
      takeText(lines[index], rows[0])
      return index + 1
    }
    flush()
    diagnostics += table.diagnostics
    blocks.append(Block(.table(table.table), place: place(of: rows[0])))
    return index + rows.count
  }

  private mutating func unread(_ mark: String, _ reason: UnreadMark, at origin: Int) {
    diagnostics.append(
      reason.diagnostic(mark, at: source.place(at: origin, length: mark.unicodeScalars.count)))
  }
}

/// Why a mark was left as it stands.
enum UnreadMark {
  case noPair, onlyOneHeading, noAlignmentRow, noLinks, noPictures, noCode, noBracket

  func diagnostic(_ mark: String, at place: SourcePlace) -> Diagnostic {
    let words: (zh: String, en: String, zhAdvice: String, enAdvice: String) =
      switch self {
      case .noPair:
        (
          "没有成对", "has no partner", "在同一段里补上另一个；要印出星号就写 \\*",
          "add the other in the same paragraph; write \\* to print one"
        )
      case .onlyOneHeading: ("不是小标题", "is no heading here", "小标题写 ### ", "write ### for a heading")
      case .noAlignmentRow:
        ("不成表格", "makes no table", "第二行写 |---|---|", "write |---|---| as the second line")
      case .noLinks: ("不是链接", "is no link here", "稿件里没有链接", "manuscripts hold no links")
      case .noPictures:
        (
          "不引入图片", "brings in no picture", "图片写在前置信息的 photos",
          "pictures stand under photos in the front matter"
        )
      case .noBracket:
        (
          "前面没有 [文字]", "follows no [text]", "写成 [文字]{.name}", "write [text]{.name}"
        )
      case .noCode: ("没有这个写法", "has no meaning here", "", "")
      }
    return Diagnostic(.markUnread, at: place, ["mark": mark])
      .wording("reason", words.zh, words.en).wording("advice", words.zhAdvice, words.enAdvice)
  }
}
