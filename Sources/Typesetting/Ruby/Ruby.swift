import CJKRules
import Fonts
import Geometry

/// Small text over some cells (注音 / ルビ). Lengths in `Length` units.
struct Ruby {
  enum Manner {
    case group, jukugo
    /// Latin over a character or a word: solid and centred whatever its base (CLREQ 3.3.4).
    case pinyin
    /// Beside its one cell.
    case zhuyin(Zhuyin)
  }

  var manner: Manner
  /// The cells that it stands over.
  var cells: Range<Int>
  /// How wide those were before ruby set them apart, and the gaps between them.
  var boxes: [Int]
  var gaps: [Int]
  /// Measured.
  var text: ShapedParagraph
  /// The text's cells over each of a jukugo's characters; all of them otherwise.
  var parts: [Range<Int>]
  /// From the line's axis to the ruby's: their frames touch (JLREQ 3.3.4).
  var block: Int
  /// One em of the base.
  var em: Int
  var hasLatinBase = false
  /// Whether Latin ruby lies on its side, beside a vertical line.
  var isTurned = false
  /// 肩付き.
  var beginsWithBase = false
  /// Which of the paragraph's spans it was typed in, and whether that is a word of several characters.
  var span = 0
  var isOfWord = false
  /// How it is set within a line, with its neighbours beside it.
  var fit = RubyFit()

  var isLinked: Bool {
    if case .jukugo = manner { return true }
    return false
  }

  var isPinyin: Bool {
    if case .pinyin = manner { return true }
    return false
  }
}

// MARK: Made when the paragraph is shaped

extension CellMaker {
  /// Stands every reading over its cells, and sets cells apart that are shorter than theirs.
  mutating func addRubies(with typesetter: Typesetter) {
    let spans = paragraph.source.spans
    for (index, span) in spans.enumerated() {
      guard let reading = span.reading else { continue }
      add(reading, over: span, index, with: typesetter)
    }
    if paragraph.source.style.ruby.keepsZhuyinRoom { keepZhuyinRoom() }
    guard !paragraph.rubies.isEmpty else { return }
    paragraph.settleRubies()
  }

  private mutating func add(
    _ reading: Reading, over span: TextSpan, _ index: Int, with typesetter: Typesetter
  ) {
    let cells = cells(of: span)
    guard !cells.isEmpty, reading.parts.contains(where: { !$0.isEmpty }) else { return }
    let han = cells.filter { ClassSet.han.contains(paragraph.cells[$0].kind) }
    let first = paragraph.rubies.count
    switch reading.manner {
    case .pinyin where reading.parts.count == 1:
      paragraph.rubies.append(ruby(.pinyin, reading.parts, cells, span, typesetter))
    case .pinyin where reading.parts.count == han.count:
      for (cell, part) in zip(han, reading.parts) {
        paragraph.rubies.append(ruby(.pinyin, [part], cell..<cell + 1, span, typesetter))
      }
    case .zhuyin where reading.parts.count == han.count:
      for (cell, part) in zip(han, reading.parts) { addZhuyin(part, at: cell, span) }
    case .jukugo where reading.parts.count == cells.count:
      paragraph.rubies.append(ruby(.jukugo, reading.parts, cells, span, typesetter))
    case .pinyin:
      let whole = Array(reading.parts.joined(separator: [" "]))
      paragraph.rubies.append(ruby(.group, [whole], cells, span, typesetter))
    case .group, .jukugo, .zhuyin:
      let whole = Array(reading.parts.joined())
      paragraph.rubies.append(ruby(.group, [whole], cells, span, typesetter))
    }
    for place in first..<paragraph.rubies.count {
      (paragraph.rubies[place].span, paragraph.rubies[place].isOfWord) = (index, cells.count > 1)
    }
  }

  private func cells(of span: TextSpan) -> Range<Int> {
    let first = paragraph.firstCell(from: span.range.lowerBound)
    return first..<max(first, paragraph.firstCell(from: span.range.upperBound))
  }

  private mutating func ruby(
    _ manner: Ruby.Manner, _ parts: [[Unicode.Scalar]], _ cells: Range<Int>, _ span: TextSpan,
    _ typesetter: Typesetter
  ) -> Ruby {
    let style = paragraph.source.style
    let latin = if case .pinyin = manner { true } else { false }
    let text = typesetter.shape(Ruby.paragraph(Array(parts.joined()), span, style, isPinyin: latin))
      .measured()
    bind(cells, manner)
    var ruby = Ruby(
      manner: manner, cells: cells, boxes: cells.map { paragraph.cells[$0].width },
      gaps: cells.dropLast().map { paragraph.naturalGap(after: $0) }, text: text,
      parts: text.ranges(of: parts), block: -span.style.size.units * 3 / 4,
      em: span.style.size.units)
    ruby.hasLatinBase = paragraph.isLatin(cells)
    if case .vertical = style.mode {
      (ruby.isTurned, ruby.beginsWithBase) = (latin, style.ruby.beginsWithBase)
    }
    // Characters and their readings may meet in one cell or one glyph: then they are not told apart.
    if case .jukugo = manner, ruby.parts.contains(where: \.isEmpty) {
      (ruby.manner, ruby.parts) = (.group, [text.cells.indices])
    }
    return ruby
  }

  /// Gaps within a base are not adjusted (JLREQ 3.3.6, 3.3.7).
  private mutating func bind(_ cells: Range<Int>, _ manner: Ruby.Manner) {
    let isJukugo = if case .jukugo = manner { true } else { false }
    for cell in cells.dropLast() where paragraph.cells[cell].joint == .solid {
      paragraph.cells[cell].joint = isJukugo ? .linked : .bound
    }
  }
}

extension Ruby {
  /// The style of a span's ruby: the same faces at half the size, solid (JLREQ 3.3.3).
  fileprivate static func paragraph(
    _ scalars: [Unicode.Scalar], _ span: TextSpan, _ style: ParagraphStyle, isPinyin: Bool
  ) -> StyledParagraph {
    var text = span.style
    text.size = Length(units: span.style.size.units / 2)
    (text.emphasis, text.tracking) = (.none, .zero)
    if isPinyin { text.latin = style.ruby.pinyin }
    // Beside a vertical line pinyin is turned as a whole, so it is set as if level.
    let ruby = ParagraphStyle(
      language: style.language, mode: isPinyin ? .horizontal : style.mode, prohibition: .none,
      punctuation: .plain, alignment: .spread)
    let whole = TextSpan(range: 0..<scalars.count, style: text)
    return StyledParagraph(text: scalars, spans: [whole], style: ruby)
  }
}

extension ShapedParagraph {
  /// The cells of each part of the text.
  fileprivate func ranges(of parts: [[Unicode.Scalar]]) -> [Range<Int>] {
    var (cell, text) = (0, 0)
    return parts.map { part in
      let first = cell
      text += part.count
      while cell < cells.count && Int(cells[cell].text) < text { cell += 1 }
      return first..<cell
    }
  }
}
