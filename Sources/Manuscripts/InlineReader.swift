import Diagnostics

/// Reads the marks inside one block: `**bold**`, `*emphasis*`, `[base]{reading}`, `[text]{.mark}`, `\*`.
///
/// A mark's partner is the next of its kind in the block; whether letters or Chinese punctuation stand
/// beside it does not matter (CommonMark's flanking rules leave `**“新线”**` unread).
struct InlineReader {
  let text: ManuscriptText
  let source: SourceText
  var inlines: [Inline] = []
  var diagnostics: [Diagnostic] = []
  private(set) var rubies = 0
  private var kind = Inline.Kind.plain
  private var run: [Unicode.Scalar] = []
  private var runOrigins: [Int] = []
  var openMarks: [InlineMark] = []
  var marksSeen = 0

  /// Marks on one base beyond what any writing needs; more only break the line (“Zalgo”).
  private static let mostCombining = 8
  /// A run without a place to break that is surely no word.
  private static let longestRun = 10_000

  init(text: ManuscriptText, source: SourceText) { (self.text, self.source) = (text, source) }

  mutating func read() {
    warnOfLongRuns()
    read(0..<text.scalars.count)
    flush()
    settleMarks()
  }

  mutating func read(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound { at = take(at, before: range.upperBound) }
  }

  /// Takes the character or mark at `at`, and answers where to go on.
  private mutating func take(_ at: Int, before end: Int) -> Int {
    switch text.scalars[at] {
    case "\\" where at + 1 < end && isMark(text.scalars[at + 1]):
      add(at + 1)
      return at + 2
    case "*": return takeStars(at, before: end)
    case "[": return takeBracket(at, before: end)
    case "<", "{": return takeForeign(at, before: end)
    case "`":
      unread(at, count: 1, .noCode)
      add(at)
    default: add(at)
    }
    return at + 1
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    "\\*[]{}#>-|`<".unicodeScalars.contains(scalar)
  }

  private mutating func add(_ at: Int) {
    // A paragraph of 100 000 characters is one run: its pieces break where the file breaks.
    if let last = runOrigins.last, text.origins[at] != last + 1, text.origins[at] != last {
      flush()
    }
    run.append(text.scalars[at])
    runOrigins.append(text.origins[at])
    dropExcessCombining(at)
  }

  private mutating func add(_ range: Range<Int>) {
    for at in range { add(at) }
  }

  mutating func flush() {
    guard let first = runOrigins.first else { return }
    emit(ManuscriptText.string(run), kind: kind, at: first)
    (run, runOrigins) = ([], [])
  }

  private mutating func emit(_ string: String, kind: Inline.Kind, at origin: Int) {
    let place = source.place(at: origin, length: string.unicodeScalars.count)
    inlines.append(Inline(string, kind: kind, place: place, marks: openMarks))
  }

  mutating func unread(_ at: Int, count: Int, _ reason: UnreadMark) {
    let mark = text.text(at..<at + count)
    diagnostics.append(
      reason.diagnostic(mark, at: source.place(at: text.origins[at], length: count)))
  }
}

// MARK: Stars

extension InlineReader {
  private mutating func takeStars(_ at: Int, before end: Int) -> Int {
    let count = stars(at, before: end) >= 2 ? 2 : 1
    if count == 1, isTimes(at, before: end) {
      add(at)
      return at + 1
    }
    let inner = at + count
    guard let partner = partner(of: at, count: count, before: end) else {
      unread(at, count: count, .noPair)
      add(at..<inner)
      return inner
    }
    flush()
    let outer = kind
    kind = count == 2 ? .bold : .emphasis
    read(inner..<partner)
    flush()
    kind = outer
    return partner + count
  }

  private func stars(_ at: Int, before end: Int) -> Int {
    text.scalars[at..<end].prefix { $0 == "*" }.count
  }

  /// `1024*768`: a multiplication.
  private func isTimes(_ at: Int, before end: Int) -> Bool {
    guard at > 0, at + 1 < end else { return false }
    let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
    return digits.contains(text.scalars[at - 1]) && digits.contains(text.scalars[at + 1])
  }

  /// The closing mark: not after a blank, with something between, and not escaped.
  private func partner(of at: Int, count: Int, before end: Int) -> Int? {
    let inner = at + count
    guard inner < end, !text.scalars[inner].properties.isWhitespace else { return nil }
    var next = inner
    while next < end {
      if text.scalars[next] == "\\" {
        next += 2
        continue
      }
      guard text.scalars[next] == "*" else {
        next += 1
        continue
      }
      let found = stars(next, before: end)
      let closes = found == count || found > 2
      if closes, next > inner, !text.scalars[next - 1].properties.isWhitespace {
        return next + (found - count)
      }
      next += found
    }
    return nil
  }
}

// MARK: Ruby, and what is foreign

extension InlineReader {
  private mutating func takeBracket(_ at: Int, before end: Int) -> Int {
    if let next = takeMarked(at, before: end) { return next }
    guard let close = find("]", from: at + 1, before: end), close > at + 1 else {
      add(at)
      return at + 1
    }
    if close + 1 < end, text.scalars[close + 1] == "{",
      let last = find("}", from: close + 2, before: end), last > close + 2
    {
      return takeRuby(base: at + 1..<close, reading: close + 2..<last)
    }
    if close + 1 < end, text.scalars[close + 1] == "(",
      let last = find(")", from: close + 2, before: end)
    {
      let isPicture = at > 0 && text.scalars[at - 1] == "!"
      unread(at, count: last + 1 - at, isPicture ? .noPictures : .noLinks)
      add(at..<last + 1)
      return last + 1
    }
    add(at)
    return at + 1
  }

  private mutating func takeRuby(base: Range<Int>, reading: Range<Int>) -> Int {
    flush()
    rubies += 1
    let taken = RubyReading.take(text.scalars[reading], over: text.scalars[base])
    let place = source.place(at: text.origins[base.lowerBound], length: base.count)
    inlines.append(
      Inline(
        text.text(base), kind: .ruby(taken.reading), around: kind, place: place, marks: openMarks))
    if let mismatch = taken.mismatch {
      let place = source.place(at: text.origins[reading.lowerBound], length: reading.count)
      diagnostics.append(
        Diagnostic(
          .rubyMismatch, at: place,
          ["parts": "\(mismatch.parts)", "characters": "\(mismatch.characters)"]))
    }
    return reading.upperBound + 1
  }

  /// The next `mark` before the block's end, not beyond 200 characters and not past another `[`.
  private func find(_ mark: Unicode.Scalar, from start: Int, before end: Int) -> Int? {
    var at = start
    while at < min(end, start + 200) {
      if text.scalars[at] == mark { return at }
      if text.scalars[at] == "[" { return nil }
      at += 1
    }
    return nil
  }

  /// HTML and `{{include}}`: text like any other, but the editor should know.
  private mutating func takeForeign(_ at: Int, before end: Int) -> Int {
    if let last = foreignEnd(at, before: end) {
      let mark = text.text(at..<last)
      let place = source.place(at: text.origins[at], length: last - at)
      diagnostics.append(Diagnostic(.foreignMarkup, at: place, ["mark": mark]))
      add(at..<last)
      return last
    }
    if let name = attribute(at, before: end) {
      unread(at, count: name.count + 3, .noBracket)
    }
    add(at)
    return at + 1
  }

  private func foreignEnd(_ at: Int, before end: Int) -> Int? {
    guard at + 1 < end else { return nil }
    let next = text.scalars[at + 1]
    if text.scalars[at] == "{" {
      guard next == "{", let last = find("}", from: at + 2, before: end) else { return nil }
      return last + 1 < end && text.scalars[last + 1] == "}" ? last + 2 : last + 1
    }
    let isTag = next == "/" || next == "!" || (next.isASCII && next.properties.isAlphabetic)
    guard isTag, let last = find(">", from: at + 1, before: end) else { return nil }
    return last + 1
  }
}

// MARK: Limits

extension InlineReader {
  private mutating func dropExcessCombining(_ at: Int) {
    guard run.count > Self.mostCombining, isCombining(text.scalars[at]) else { return }
    let tail = run.suffix(Self.mostCombining + 1)
    guard tail.allSatisfy(isCombining) else { return }
    run.removeLast()
    runOrigins[runOrigins.count - 1] = text.origins[at]
    runOrigins.remove(at: runOrigins.count - 2)
    guard !diagnostics.contains(where: { $0.code == .combiningMarks }) else { return }
    let place = source.place(at: text.origins[at])
    diagnostics.append(Diagnostic(.combiningMarks, at: place, ["limit": "\(Self.mostCombining)"]))
  }

  private func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    // Variation selectors choose a glyph and stand alone on their base.
    // No Han character combines: most of a page is settled here.
    guard scalar.value >= 0x300, !(0x3100...0xD7FF ~= scalar.value),
      !(0xFE00...0xFE0F ~= scalar.value)
    else { return false }
    return scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .enclosingMark
  }

  private mutating func warnOfLongRuns() {
    var start = 0
    for (at, scalar) in text.scalars.enumerated() where breaks(scalar) {
      warnOfLongRun(start..<at)
      start = at + 1
    }
    warnOfLongRun(start..<text.scalars.count)
  }

  private func breaks(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2E80 || scalar.properties.isWhitespace
  }

  private mutating func warnOfLongRun(_ range: Range<Int>) {
    guard range.count > Self.longestRun else { return }
    let place = source.place(at: text.origins[range.lowerBound])
    diagnostics.append(Diagnostic(.unbreakableRun, at: place, ["chars": "\(range.count)"]))
  }
}
