import CJKRules
import Fonts
import Geometry
import Testing

@testable import Typesetting

/// Debian's fonts in the roles that these tests ask for.
enum TestFonts {
  static let serif = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
  static let sans = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
  static let wenkai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"

  static func book() throws -> FontBook {
    try FontBook(
      roles: [
        (.song, FontFile(path: serif, face: 2), 0, 1000),
        (.latinSerif, FontFile(path: serif, face: 2), 0, 1000),
        (.hei, FontFile(path: sans, face: 2), 0, 1000),
        (.kai, FontFile(path: wenkai, face: 0), 24, 1000),
      ],
      fallback: [.song, .hei],
      borrowed: [BorrowedMarks(role: .kai, marks: Array("“”‘’—…".unicodeScalars), from: .song)])
  }
}

/// One paragraph at 10 pt, so that an em is 1000 thousandths and the numbers read as em.
struct Setting {
  static let em = Length.points(10)
  let typesetter: Typesetter
  var style = ParagraphStyle()
  var text = TextStyle(font: .song, latin: .latinSerif, size: em)

  init(book: FontBook? = nil) throws {
    typesetter = Typesetter(book: try book ?? TestFonts.book())
  }

  func paragraph(_ string: String) -> StyledParagraph {
    let scalars = Array(string.unicodeScalars)
    return StyledParagraph(
      text: scalars, spans: [TextSpan(range: 0..<scalars.count, style: text)], style: style)
  }

  func ems(_ thousandths: Int) -> Length { Self.em.thousandths(thousandths) }

  func shape(_ string: String) -> ShapedParagraph { typesetter.shape(paragraph(string)).measured() }

  /// Lines of `measure` characters.
  func lines(_ string: String, _ measure: Int) -> [Line] {
    typesetter.breakLines(shape(string), measures: { _ in Self.em * measure })
  }

  func line(_ string: String) -> Line { lines(string, 40)[0] }

  /// The lines as text.
  func broken(_ string: String, _ measure: Int) -> [String] {
    let scalars = Array(string.unicodeScalars)
    return lines(string, measure).map { line in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[line.text])
      return String(text)
    }
  }
}

extension Line {
  /// Where each glyph's origin stands along the line, in thousandths of an em of 10 pt.
  var origins: [Int] {
    runs.flatMap { $0.glyphs }.map { $0.inline.thousandthsOfEm }
  }
}

extension Length {
  var thousandthsOfEm: Int {
    Int((Double(units) * 1000 / Double(Setting.em.units)).rounded())
  }
}
