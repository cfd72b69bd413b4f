import CJKRules
import Fonts
import Geometry

/// Marks set beside the characters of a run (CLREQ 3.1.8).
package enum Emphasis: Hashable, Sendable {
  case none
  /// 着重号: a dot under (or right of) every Han character.
  case dots
}

/// How a run of characters looks.
package struct TextStyle: Hashable, Sendable {
  /// The face of Han characters and their punctuation.
  package var font: FontRole
  /// The face of Latin letters and European digits.
  package var latin: FontRole
  package var size: Length
  /// Scale along the line, in thousandths; 1000 = as drawn.
  package var condense: Int
  /// Added after every character.
  package var tracking: Length
  package var emphasis: Emphasis

  package init(
    font: FontRole, latin: FontRole, size: Length, condense: Int = 1000, tracking: Length = .zero,
    emphasis: Emphasis = .none
  ) {
    (self.font, self.latin, self.size) = (font, latin, size)
    (self.condense, self.tracking, self.emphasis) = (condense, tracking, emphasis)
  }
}

/// A style, and the scalars it holds for.
package struct TextSpan: Hashable, Sendable {
  package var range: Range<Int>
  package var style: TextStyle
  /// Ruby (注音 / ルビ) over the range, in the line gap.
  package var reading: Reading?

  package init(range: Range<Int>, style: TextStyle, reading: Reading? = nil) {
    (self.range, self.style, self.reading) = (range, style, reading)
  }
}

/// How a paragraph's lines are filled.
package enum Alignment: String, Hashable, Sendable {
  /// Every line but the last is as long as its slot (两端齐).
  case justify
  case start, center, end
  /// 均排: even gaps so that first and last glyph stand at the edges.
  case spread
}

/// Whether characters stand in columns across the lines.
package enum GridStyle: String, Hashable, Sendable {
  case none
  /// 纵横对齐: every Han character and mark fills a square, Latin runs are padded to whole squares (CLREQ 3.2.5).
  case strict
}

/// Where Latin words may be parted with a hyphen by the patterns of their language.
package enum HyphenUse: String, Hashable, Sendable {
  case never = "no"
  /// In lines of fewer than 20 characters: a word that is kept whole leaves the largest gaps there.
  case narrow
  case always = "yes"

  /// In characters.
  static let narrowMeasure = 20
}

/// The rules a paragraph is set by.
package struct ParagraphStyle: Hashable, Sendable {
  package var language: Language
  package var mode: WritingMode
  package var prohibition: ProhibitionLevel
  package var punctuation: PunctuationStyle
  package var hanging: HangingStyle
  package var alignment: Alignment
  /// First-line indent, in thousandths of the first span's em (2000 = two characters).
  package var indent: Int
  /// Hanging indent of the lines after the first, in thousandths of an em.
  package var hangingIndent: Int
  /// How far a line stands in from the others that goes on with one that was to be whole, such as a verse that is longer
  /// than its measure: as far as it has room, in thousandths of an em.
  package var turnIndent = 0
  /// Space between Han and Latin, in thousandths of the Han em (250 = a quarter).
  package var hanLatinSpace: Int
  package var grid = GridStyle.none
  package var hyphens: HyphenUse = .never
  /// The language of Latin words (BCP 47).
  package var hyphenLanguage = "en-US"
  /// Which table Japanese lines are squeezed by (JLREQ Appendix D).
  package var reduction = ReductionTable.jlreq
  /// How opening brackets stand at line starts; nil is the region's habit.
  package var opening: OpeningStyle?
  /// Where Korean lines may end.
  package var koreanBreak = KoreanBreak.word
  package var ruby: RubyStyle

  package init(
    language: Language = .zhHans, mode: WritingMode = .horizontal,
    prohibition: ProhibitionLevel = .gb, punctuation: PunctuationStyle = .lineEndHalf,
    hanging: HangingStyle = .none, alignment: Alignment = .justify, indent: Int = 0,
    hangingIndent: Int = 0, hanLatinSpace: Int = 250, ruby: RubyStyle = RubyStyle()
  ) {
    (self.language, self.mode, self.prohibition) = (language, mode, prohibition)
    (self.punctuation, self.hanging, self.alignment) = (punctuation, hanging, alignment)
    (self.indent, self.hangingIndent, self.hanLatinSpace) = (indent, hangingIndent, hanLatinSpace)
    self.ruby = ruby
  }
}

/// Text with its styles, before any font is asked (带样式的段落).
package struct StyledParagraph: Hashable, Sendable {
  package var text: [Unicode.Scalar]
  /// In order, covering the text without gaps.
  package var spans: [TextSpan]
  package var style: ParagraphStyle
  /// Names, titles and notes, in the order of their starts; marks of lines do not overlap each other.
  package var marks: [TextMark]
  /// The rest of a paragraph that began elsewhere: its first line begins like any other.
  package private(set) var isRest = false

  package init(
    text: [Unicode.Scalar], spans: [TextSpan], style: ParagraphStyle, marks: [TextMark] = []
  ) {
    (self.text, self.spans, self.style, self.marks) = (text, spans, style, marks)
  }
}

extension StyledParagraph {
  /// What is left of it from a character on, to be set in another type (续排).
  package func suffix(from place: Int) -> StyledParagraph {
    let start = min(max(0, place), text.count)
    func rest(_ range: Range<Int>) -> Range<Int>? {
      guard range.upperBound > start else { return nil }
      return max(range.lowerBound, start) - start..<range.upperBound - start
    }
    var copy = StyledParagraph(text: Array(text[start...]), spans: [], style: style)
    copy.spans = spans.compactMap { span in
      rest(span.range).map {
        TextSpan(range: $0, style: span.style, reading: span.reading(from: start))
      }
    }
    copy.marks = marks.compactMap { mark in
      rest(mark.range).map { TextMark(mark.kind, range: $0) }
    }
    copy.isRest = true
    copy.style.indent = style.hangingIndent
    return copy
  }
}

extension TextSpan {
  /// The parts of a reading over the characters from a place on.
  fileprivate func reading(from place: Int) -> Reading? {
    guard let reading, range.lowerBound < place else { return reading }
    guard reading.parts.count == range.count else { return nil }
    return Reading(reading.manner, Array(reading.parts.dropFirst(place - range.lowerBound)))
  }
}
