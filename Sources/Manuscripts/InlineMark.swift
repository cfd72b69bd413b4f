import Diagnostics

/// What `[…]{.name}` says of the text in its brackets.
package struct InlineMark: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 专名号: a straight line beside a name.
    case name
    /// 书名号甲式: a wavy line beside a title.
    case title
    /// 死者框: a black rule box.
    case mourning
    /// 夹注 / 割注: small text in two sub-lines.
    case note
  }
  package var kind: Kind
  /// Tells two marks of a block apart that stand side by side.
  package var number: Int

  package init(_ kind: Kind, number: Int) { (self.kind, self.number) = (kind, number) }
}

extension InlineReader {
  /// Levels of brackets; what is deeper is text.
  private static let deepest = 16

  /// Takes `[text]{.mark}` at `at`, and answers where to go on; nil when there is none.
  mutating func takeMarked(_ at: Int, before end: Int) -> Int? {
    guard let close = closing(of: at, before: end), close > at + 1, close + 1 < end,
      let name = attribute(close + 1, before: end)
    else { return nil }
    flush()
    let outer = openMarks
    begin(ManuscriptText.string(text.scalars[name]), at: close + 2, count: name.count + 1)
    read(at + 1..<close)
    flush()
    openMarks = outer
    return name.upperBound + 1
  }

  /// The name in `{.name}` at `at`: letters of any alphabet, or whatever else stands there.
  func attribute(_ at: Int, before end: Int) -> Range<Int>? {
    guard at + 2 < end, text.scalars[at] == "{", text.scalars[at + 1] == "." else { return nil }
    let limit = min(end, at + 100)
    guard let last = (at + 2..<limit).first(where: { text.scalars[$0] == "}" }), last > at + 2
    else { return nil }
    return at + 2..<last
  }

  /// The bracket that closes the one at `at`, those between them paired.
  private func closing(of at: Int, before end: Int) -> Int? {
    var (depth, next) = (0, at)
    while next < end, depth <= Self.deepest {
      switch text.scalars[next] {
      case "\\": next += 1
      case "[": depth += 1
      case "]":
        depth -= 1
        if depth == 0 { return next }
      default: break
      }
      next += 1
    }
    return nil
  }

  /// Opens a mark, unless it is unknown, or stands in another that leaves it no place.
  private mutating func begin(_ name: String, at: Int, count: Int) {
    let place = source.place(at: text.origins[at], length: count)
    guard let kind = InlineMark.Kind(rawValue: name) else {
      let known = InlineMark.Kind.allCases.map { ".\($0.rawValue)" }.joined(separator: " ")
      diagnostics.append(
        Diagnostic(.attributeUnknown, at: place, ["mark": ".\(name)", "known": known]))
      return
    }
    if let outer = openMarks.first(where: { !$0.kind.takes(kind) }) {
      diagnostics.append(
        Diagnostic(
          .attributeNoRoom, at: place, ["mark": ".\(name)", "outer": ".\(outer.kind.rawValue)"]))
      return
    }
    marksSeen += 1
    openMarks.append(InlineMark(kind, number: marksSeen))
  }

  /// Takes away dots and ruby that have no place: between the sub-lines of a note, in a rule box.
  mutating func settleMarks() {
    for index in inlines.indices {
      let inline = inlines[index]
      guard let outer = inline.marks.first(where: { !$0.kind.takes(inline.kind) }) else { continue }
      let mark = inline.kind == .emphasis ? "*" : "{…}"
      diagnostics.append(
        Diagnostic(
          .attributeNoRoom, at: inline.place,
          ["mark": mark, "outer": ".\(outer.kind.rawValue)"]))
      inlines[index].kind = .plain
    }
  }
}

extension InlineMark.Kind {
  /// Whether another mark has a place inside this one: two lines would stand on one side, and a note's
  /// sub-lines leave no gap.
  fileprivate func takes(_ inner: InlineMark.Kind) -> Bool {
    (self == .name || self == .title) && inner == .note
  }

  fileprivate func takes(_ inner: Inline.Kind) -> Bool {
    switch (self, inner) {
    case (.note, .emphasis), (.note, .ruby), (.mourning, .ruby): false
    default: true
    }
  }
}

extension MarkupReader {
  /// Subheads and pull quotes are set in one style throughout.
  mutating func warnOfMarks(in inlines: [Inline]) {
    switch kind {
    case .subhead, .quote: break
    default: return
    }
    guard let inline = inlines.first(where: { !$0.marks.isEmpty }), let mark = inline.marks.first
    else { return }
    let outer = if case .subhead = kind { "###" } else { ">" }
    diagnostics.append(
      Diagnostic(
        .attributeNoRoom, at: inline.place,
        ["mark": ".\(mark.kind.rawValue)", "outer": outer]))
  }
}
