import Diagnostics

/// One typed line of a story's text, and where its characters stand in the file.
struct ManuscriptLine {
  var scalars: [Unicode.Scalar]
  /// Index in the file's text of each character.
  var origins: [Int]

  var isBlank: Bool { scalars.allSatisfy(\.isBlank) }

  /// Where the line begins in the file.
  var start: Int { origins.first ?? fallback }
  private var fallback: Int

  init(_ scalars: ArraySlice<Unicode.Scalar>, at start: Int) {
    self.scalars = Array(scalars)
    origins = Array(start..<start + scalars.count)
    fallback = start
  }

  /// Characters that all stand at one place: a quoted value of the front matter, folded by YAML.
  init(_ text: [Unicode.Scalar], allAt place: Int) {
    scalars = text
    origins = Array(repeating: place, count: text.count)
    fallback = place
  }

  /// The line without its first `count` characters, and without blanks at its ends.
  func content(after count: Int = 0) -> ManuscriptLine {
    var line = self
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    var start = min(count, scalars.count)
    var end = scalars.count
    while start < end, isBlank(scalars[start]) { start += 1 }
    while end > start, isBlank(scalars[end - 1]) { end -= 1 }
    line.scalars = Array(scalars[start..<end])
    line.origins = Array(origins[start..<end])
    if let first = line.origins.first { line.fallback = first }
    return line
  }

  /// Its first `count` characters.
  func first(_ count: Int) -> ManuscriptLine {
    var line = self
    (line.scalars, line.origins) = (Array(scalars.prefix(count)), Array(origins.prefix(count)))
    return line
  }

  func starts(with mark: String) -> Bool { scalars.starts(with: mark.unicodeScalars) }
}

/// The lines of one block run together: a newline between two Han characters is no space.
struct ManuscriptText {
  var scalars: [Unicode.Scalar] = []
  var origins: [Int] = []

  /// Orders a new line within a paragraph.
  static let newLine: Unicode.Scalar = "\u{2028}"

  /// A backslash at a line's end orders a new line there, as in CommonMark 6.7; in verse, every line does.
  init(_ lines: [ManuscriptLine], keepingLines: Bool = false) {
    for line in lines where !line.scalars.isEmpty {
      if !scalars.isEmpty { endLine(keepingLines) }
      if let last = scalars.last, last != Self.newLine,
        JoiningSide.needsSpace(last, line.scalars[0])
      {
        scalars.append(" ")
        origins.append((origins.last ?? line.start) + 1)
      }
      scalars += line.scalars
      origins += line.origins
    }
  }

  private mutating func endLine(_ isVerse: Bool) {
    let backslashes = scalars.reversed().prefix { $0 == "\\" }.count
    if backslashes % 2 == 1 {
      scalars[scalars.count - 1] = Self.newLine
    } else if isVerse {
      scalars.append(Self.newLine)
      origins.append((origins.last ?? 0) + 1)
    }
  }

  func text(_ range: Range<Int>) -> String { Self.string(scalars[range]) }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Whether a newline between two characters is a space.
enum JoiningSide {
  /// No space when both sides are written without spaces: Han, kana and their punctuation. Marks that
  /// Chinese and Latin share (“ ” … — ·) go with their neighbour.
  static func needsSpace(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    !(isSpaceless(before) && isSpaceless(after))
  }

  private static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Shared marks: middle dot, dashes, quotation marks, ellipses.
    case 0x00B7, 0x2013...0x2015, 0x2018...0x201D, 0x2025...0x2026, 0x22EF: true
    // Hangul is written with spaces.
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7FF: false
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF: true
    case 0x20000...0x3FFFF: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is white; most of a page is Han, and settled without looking it up.
  var isBlank: Bool { value > 0x3000 ? false : properties.isWhitespace }
}
