import CJKRules
import Fonts
import Foundation
import Geometry
import Testing

@testable import Typesetting

/// The cases of UAX #14, as Debian's package unicode-data has them.
struct UnicodeCases {
  static let path = "/usr/share/unicode/auxiliary/LineBreakTest.txt"

  struct Case {
    var text: [Unicode.Scalar]
    /// Whether a line may end before each scalar but the first.
    var allowed: [Bool]
    var line: String
  }

  static func read() throws -> [Case] {
    let text = try #require(
      try? String(contentsOfFile: path, encoding: .utf8),
      "\(path) is not there: install Debian's package unicode-data (tools/prepare.sh does)")
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "#")[0].split(separator: " ").map {
        String($0.filter { !$0.isWhitespace })
      }
      let scalars = parts.compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
      let marks = parts.filter { $0 == "×" || $0 == "÷" }
      return Case(
        text: scalars, allowed: marks.dropFirst().prefix(scalars.count - 1).map { $0 == "÷" },
        line: String(line))
    }
  }
}

/// A place where two opinions on a line's end differ: classes before (spaces and marks left out) and after.
private struct Difference {
  var before: UnicodeClass
  var isSpaced: Bool
  var after: UnicodeClass
  /// What UAX #14 says.
  var allowed: Bool

  init(_ text: [Unicode.Scalar], _ place: Int, allowed: Bool) {
    var last = place - 1
    var isSpaced = false
    while last > 0, [.sp, .cm, .zwj].contains(UnicodeClass.of(text[last])) {
      if UnicodeClass.of(text[last]) == .sp { isSpaced = true }
      last -= 1
    }
    (before, after) = (UnicodeClass.of(text[last]), UnicodeClass.of(text[place]))
    (self.isSpaced, self.allowed) = (isSpaced, allowed)
  }
}

/// One kind of difference: why, where, and at how many places of the file.
private struct Reason: Sendable {
  var why: String
  var count: Int
  var holds: @Sendable (Difference) -> Bool
}

@Suite struct `UAX 14` {
  /// What the walk by Unicode's own rules has otherwise: two kinds out of this trade.
  @Test func `is kept to the letter but for Mongolian hyphens and unassigned emoji`() throws {
    let cases = try UnicodeCases.read()
    #expect(cases.count > 7000)
    let others = cases.filter {
      Array(UnicodeBreaks.allowed(in: $0.text).dropFirst()) != $0.allowed
    }
    #expect(others.count == 4)
    #expect(others.allSatisfy { $0.text.contains("\u{1806}") || $0.text.contains("\u{1F02C}") })
  }

  /// All that Chinese lines at gb have otherwise, every kind with its reason and the number of its places.
  private static let reasons = [
    Reason(why: "KN12a: a single — opens no line (CLREQ 3.1.4)", count: 108) {
      $0.after == .b2 && $0.allowed
    },
    Reason(why: "KN12b: a solidus ends no line at gb (GB/T 15834 5.1.9)", count: 90) {
      $0.before == .sy && $0.allowed
    },
    Reason(why: "KN12c: « » and full-width brackets know how they are turned", count: 6) {
      $0.isSpaced && ($0.after == .qu && $0.allowed || $0.before == .qu && $0.after == .op)
    },
    Reason(why: "KN12d: dots may open a line (CLREQ 3.1.4)", count: 1) {
      $0.before == .id && $0.after == .in
    },
    Reason(why: "KN12f: a unit clings to numerals only (JLREQ 3.1.10)", count: 18) {
      [.id, .eb, .em, .h2, .h3, .jl, .jv, .jt].contains($0.before) && $0.after == .po
    },
    Reason(why: "KN12h: small kana are letters to a Chinese line", count: 86) {
      $0.after == .ns && !$0.allowed
    },
    Reason(why: "KN3: a sign of money ends no line (JLREQ cl-12)", count: 14) {
      $0.before == .pr && !$0.isSpaced && [.op, .cb, .ri, .bb, .po, .pr].contains($0.after)
    },
    Reason(why: "UB3: a sign stays with its number across a typed space", count: 4) {
      $0.isSpaced && ($0.before == .pr && $0.after == .nu || $0.before == .nu && $0.after == .po)
    },
    Reason(why: "a no-break space ends no line, whatever stands before it", count: 58) {
      $0.after == .gl && $0.allowed
    },
    Reason(why: "skin tones and the later parts of a syllable cling to anything", count: 135) {
      !$0.isSpaced && [.em, .jv, .jt].contains($0.after) && $0.allowed
    },
    Reason(why: "what clings, typed after a space, is no text", count: 124) {
      $0.isSpaced && [.zwj, .cm, .al, .em, .jv, .jt].contains($0.after)
    },
    Reason(why: "old Hangul in single jamo is out of this trade", count: 6) {
      $0.before == .jl && [.jl, .h2, .h3].contains($0.after)
    },
    Reason(why: "half a flag with a mark over it is no text", count: 1) {
      $0.before == .ri && $0.after == .ri
    },
    Reason(why: "an object character stands like Han", count: 2) {
      $0.before == .cb && $0.after == .hy
    },
    Reason(why: "a hyphen typed at a word's end parts there", count: 4) {
      $0.before == .ba && !$0.allowed
    },
    Reason(why: "a Mongolian hyphen is out of this trade", count: 3) {
      [.al, .cp].contains($0.before) && $0.after == .al && $0.allowed
    },
  ]

  @Test func `differs from Chinese lines at gb just where a reason is known`() throws {
    let setting = try Setting()
    var counts = [Int](repeating: 0, count: Self.reasons.count)
    for item in try UnicodeCases.read() where Self.isParagraph(item.text) {
      for place in Self.differences(of: item, setting) {
        let found = Difference(item.text, place, allowed: item.allowed[place - 1])
        let reason = Self.reasons.firstIndex { $0.holds(found) }
        #expect(reason != nil, "\(found.before) \(found.isSpaced) \(found.after): \(item.line)")
        if let reason { counts[reason] += 1 }
      }
    }
    for (reason, count) in zip(Self.reasons, counts) {
      #expect(count == reason.count, "\(reason.why)")
    }
  }

  /// The reader parts paragraphs at line feeds, and makes spaces of tabs and controls; Khmer is no script of
  /// ours.
  private static func isParagraph(_ text: [Unicode.Scalar]) -> Bool {
    !text.contains { scalar in
      [.bk, .cr, .lf, .nl].contains(UnicodeClass.of(scalar))
        || ["\t", "\u{1}", "\u{17D6}"].contains(scalar)
    }
  }

  /// Places in a text where our lines may end and Unicode's may not, or the other way about. Spaces and marks
  /// before any text are not set, and tell nothing.
  private static func differences(of item: UnicodeCases.Case, _ setting: Setting) -> [Int] {
    let shaped = setting.shape(String(String.UnicodeScalarView(item.text)))
    var found = [Bool](repeating: false, count: item.text.count)
    for (index, cell) in shaped.cells.enumerated() where index > 0 {
      found[Int(cell.text)] = shaped.mayBreak(index)
    }
    let unset: Set<UnicodeClass> = [.sp, .zw, .wj, .gl, .cm, .zwj]
    let lead = item.text.firstIndex { !unset.contains(UnicodeClass.of($0)) } ?? item.text.count
    return item.text.indices.filter { $0 > lead && found[$0] != item.allowed[$0 - 1] }
  }
}

/// What a newspaper in Chinese, Japanese or Korean meets of other scripts.
@Suite struct `Foreign text in a line` {
  /// `|` where a line may end, and nowhere else.
  private func check(_ marked: String, _ style: (inout ParagraphStyle) -> Void = { _ in }) throws {
    var setting = try Setting()
    style(&setting.style)
    let text = marked.replacing("|", with: "")
    let shaped = setting.shape(text)
    var found = String.UnicodeScalarView()
    for (place, scalar) in text.unicodeScalars.enumerated() {
      let cell = shaped.cells.firstIndex { Int($0.text) == place }
      if let cell, cell > 0, shaped.mayBreak(cell) { found.append("|") }
      found.append(scalar)
    }
    #expect(String(found) == marked)
  }

  @Test(arguments: [
    "он |сказал: |«да», |и |ушёл.", "καλη-|μέρα", "say |“no” |(or |“yes”)", "it’s |John’s |dog",
    "A|天|3.5%|地|$2,000.50|元|(约)", "well-|known |word", "te\u{301}te\u{301}|天", "A&B|公|司",
  ])
  func `is parted at its spaces and hyphens`(marked: String) throws {
    try check(marked)
  }

  @Test func `is parted in an address after its slashes and hyphens, at gb too`() throws {
    try check("见|https://|www.example.com/|a-|b/|c?|d=1。")
    try check("和/或")
    try check("and/or")
    try check("and/|or") { $0.prohibition = .basic }
  }

  @Test func `keeps emoji sequences, flags and tones whole`() throws {
    try check("天|👩‍👩‍👧|地")
    try check("天|🇨🇳|🇯🇵|地")
    try check("天|👍🏽|地")
    try check("天|1️⃣|地")
  }

  @Test func `obeys what is typed without width`() throws {
    try check("天\u{2060}地|玄")
    try check("abc\u{200B}|def")
    try check("天\u{00A0}地|玄")
    let setting = try Setting()
    #expect(setting.lines("天\u{200B}地", 9)[0].width == setting.ems(2000))
    #expect(setting.lines("天\u{2060}地", 9)[0].width == setting.ems(2000))
    #expect(setting.lines("天\u{200B}地", 9)[0].runs.flatMap(\.text).count == 3)
  }

  @Test func `keeps numbers with their signs, whatever parts their thousands`() throws {
    try check("增|10\u{2009}000|元")
    try check("增|10\u{202F}000.5%|元")
    try check("约|−5℃|至|+12℃|间")
    try check("№5|与|①天|地")
    try check("五%|天|%|地")
    let setting = try Setting()
    let natural = setting.lines("10\u{2009}000", 9)[0].origins
    for line in setting.lines("天地玄黄10\u{2009}000宇宙洪荒日月", 6) {
      guard let start = line.runs.flatMap(\.text).firstIndex(of: "1") else { continue }
      #expect(line.origins[start..<start + 6].map { $0 - line.origins[start] } == natural)
    }
  }
}
