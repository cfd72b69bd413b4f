/// Whether characters of the text, side by side, fit one frame when condensed to so many thousandths at most.
package typealias FrameFit = (Range<Int>, Int) -> Bool

/// A run of Latin letters, digits and signs without a space in a vertical line, and how it stands there.
///
/// | what | how | example |
/// |---|---|---|
/// | one letter or digit | upright | 第3版, A座 |
/// | two or three digits | side by side | 28, 100 |
/// | four digits | upright one by one, as years are | 2026年 |
/// | up to three characters with a digit, if they fit; a letter and its + or − | side by side | 3.0, 5%, 5G, A+ |
/// | up to three capitals and digits | upright one by one | GDP, AI, B2B |
/// | numbers before % or a capital, which do not fit with it | as numbers, and it upright | 100%, 3.5%, 10K |
/// | numbers joined by –, — or ~, years joined by a hyphen | as numbers, and an upright mark | 1926—2026 |
/// | numbers after = | as numbers, and = turned | =143 |
/// | all others, and every word of a phrase that has one of them with letters | turned | Wi-Fi, 1,280, Windows 11 |
///
/// CLREQ 3.2.3 and JLREQ 3.2.3–3.2.5 give the three ways, and leave the choice to the publication.
struct VerticalWord {
  let range: Range<Int>
  /// Without the brackets and stops at its ends, which are turned whatever it is.
  private let core: Range<Int>
  private let text: [Unicode.Scalar]
  private let classes: [CharacterClass]

  /// The word that starts at `start`; an empty one where there is none.
  init(_ text: [Unicode.Scalar], _ classes: [CharacterClass], from start: Int) {
    var end = start
    while end < text.count,
      Self.isMember(classes[end], text[end]) || (end > start && classes[end] == .attached)
    { end += 1 }
    (self.text, self.classes, range) = (text, classes, start..<end)
    var (first, last) = (start, end)
    while first < last, classes[first] == .latinOpener { first += 1 }
    while last > first, classes[last - 1] == .latinCloser, text[last - 1] != "." || last > first + 2
    {
      last -= 1
    }
    core = first..<last
  }

  /// Latin text with its signs, but for those that Unicode stands upright: ± × § ©.
  private static func isMember(_ kind: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
    switch kind {
    case .letter, .digit, .latinOpener, .latinCloser, .latinMark, .hyphen:
      VerticalOrientation.of(scalar) == .turned
    case .prefix, .postfix, .solidus: scalar.value < 0x0250
    default: false
    }
  }

  /// Gives the word's characters their forms.
  func settle(_ forms: inout [VerticalForm], _ fits: FrameFit) {
    fill(range, .turned, &forms)
    if core.lowerBound > range.lowerBound, case .combined = form(of: range, fits) {
      fill(range, .combined, &forms)
    } else if let form = form(of: core, fits) {
      fill(core, form, &forms)
    } else if !settleUnit(&forms, fits) {
      settleNumbers(&forms, fits)
    }
  }

  /// Whether it is a word with letters that is turned as a whole, given its forms.
  func isTurned(_ forms: [VerticalForm]) -> Bool {
    range.contains { classes[$0] == .letter } && range.allSatisfy { forms[$0] == .turned }
  }

  private func fill(_ part: Range<Int>, _ form: VerticalForm, _ forms: inout [VerticalForm]) {
    for index in part { forms[index] = form }
  }

  /// The form of a part as a whole; nil when it is long.
  private func form(of part: Range<Int>, _ fits: FrameFit) -> VerticalForm? {
    let kinds = classes[part]
    guard part.count > 1, let first = kinds.first else {
      return kinds.first.map { ClassSet.alphanumeric.contains($0) ? .upright : .turned }
    }
    let digits = kinds.reduce(0) { $1 == .digit ? $0 + 1 : $0 }
    if digits == part.count {
      return Self.form(ofDigits: digits, fits: fits(part, Self.narrowestDigits))
    }
    guard part.count <= 3 else { return nil }
    let isMarked =
      part.count == 2 && first == .letter && Self.grades.contains(text[part.upperBound - 1])
    if (digits > 0 || isMarked) && fits(part, Self.narrowest) { return .combined }
    return text[part].allSatisfy(Self.isCapitalOrDigit) && first == .letter ? .upright : nil
  }

  private static func form(ofDigits count: Int, fits: Bool) -> VerticalForm? {
    switch count {
    case 2, 3: fits ? .combined : .turned
    case 4: .upright
    default: nil
    }
  }

  /// Three digits stay readable when condensed farther than letters do.
  private static let narrowestDigits = 550
  private static let narrowest = 650

  private static let grades: [Unicode.Scalar] = ["+", "-", "−", "*"]

  private static func isCapitalOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isCapital(scalar) || ("0"..."9").contains(scalar)
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

  /// A number that stands in one frame, and its % or letter in the next.
  private func settleUnit(_ forms: inout [VerticalForm], _ fits: FrameFit) -> Bool {
    guard let last = core.last, text[last] == "%" || Self.isCapital(text[last]),
      classes[core.lowerBound] == .digit
    else { return false }
    let number = core.lowerBound..<last
    guard number.count <= 3, let form = form(of: number, fits), form != .turned else {
      return false
    }
    fill(number, form, &forms)
    forms[last] = .upright
    return true
  }

  /// Numbers of up to four digits with connectors between them.
  private func settleNumbers(_ forms: inout [VerticalForm], _ fits: FrameFit) {
    var parts: [(range: Range<Int>, form: VerticalForm)] = []
    var start = core.lowerBound
    let marks = core.filter { classes[$0] != .digit }
    for end in marks + [core.upperBound] {
      // What is equal comes after it.
      if end == start, end < core.upperBound, text[end] == Self.equals {
        start = end + 1
        continue
      }
      guard end - start <= 4, let form = form(of: start..<end, fits), form != .turned else {
        return
      }
      parts.append((start..<end, form))
      start = end + 1
    }
    guard marks.allSatisfy({ Self.connectors.contains(text[$0]) || text[$0] == Self.equals }) else {
      return
    }
    let areYears = parts.allSatisfy { $0.range.count == 4 }
    if marks.contains(where: { text[$0] == "-" }) && !areYears { return }
    for part in parts { fill(part.range, part.form, &forms) }
    for mark in marks where text[mark] != Self.equals { forms[mark] = .upright }
  }

  private static let equals: Unicode.Scalar = "="

  private static let connectors: [Unicode.Scalar] = ["–", "—", "~", "-"]
}
