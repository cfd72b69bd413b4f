import CJKRules
import Fonts
import Geometry

@testable import Typesetting

/// Text with marks, put together piece by piece.
struct MarkedText {
  let setting: Setting
  private var text: [Unicode.Scalar] = []
  private var spans: [TextSpan] = []
  private(set) var marks: [TextMark] = []

  init(_ setting: Setting) { self.setting = setting }

  /// A piece; notes are half as large.
  mutating func add(_ string: String, _ kinds: TextMark.Kind..., dots: Bool = false) {
    let start = text.count
    text += Array(string.unicodeScalars)
    var style = setting.text
    if kinds.contains(.note) { style.size = style.size / 2 }
    style.emphasis = dots ? .dots : .none
    spans.append(TextSpan(range: start..<text.count, style: style))
    marks += kinds.map { TextMark($0, range: start..<text.count) }
  }

  /// A mark over pieces already there.
  mutating func mark(_ kind: TextMark.Kind, _ range: Range<Int>) {
    marks.append(TextMark(kind, range: range))
    marks.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  var count: Int { text.count }

  var paragraph: StyledParagraph {
    StyledParagraph(text: text, spans: spans, style: setting.style, marks: marks)
  }

  func lines(_ measure: Int) -> [Line] {
    setting.typesetter.breakLines(
      setting.typesetter.shape(paragraph), measures: { _ in Setting.em * measure })
  }
}

extension Line {
  /// The texts of its runs, one after the other.
  var pieces: [String] { runs.map { String(String.UnicodeScalarView($0.text)) } }
}

extension LineStroke {
  /// Its ends along the line in thousandths of an em.
  var extent: [Int] { [from.thousandthsOfEm, to.thousandthsOfEm] }
}
