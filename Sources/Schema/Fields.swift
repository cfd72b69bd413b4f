import Diagnostics
import Geometry

/// One map being read against its key table (表项): unknown keys are reported at once, each value
/// when it is asked for. Every method answers nil (or an empty list) when the key is absent or its
/// value, by now reported, is not what the table says.
package struct Fields {
  package let table: KeyTable
  package let place: SourcePlace
  package let findings: Findings
  /// The known keys that are written and have a value, in the order of the file.
  package let entries: [YAMLValue.Entry]

  /// Nil, with a message, when `value` is no map.
  package init?(_ value: YAMLValue, as table: KeyTable, findings: Findings) {
    guard case .map(let all) = value.content else {
      // An empty file, or a key with nothing after it, is a map without keys.
      guard value.isBlank else {
        findings.add(Expected.map(table).diagnostic(at: value.place))
        return nil
      }
      self.init([], as: table, at: value.place, findings: findings)
      return
    }
    self.init(all, as: table, at: value.place, findings: findings)
  }

  private init(
    _ all: [YAMLValue.Entry], as table: KeyTable, at place: SourcePlace, findings: Findings
  ) {
    (self.table, self.place, self.findings) = (table, place, findings)
    entries = all.filter { entry in
      let isKnown = table.kind(of: entry.key.value) != nil
      if !isKnown { findings.add(Fields.unknown(entry.key, in: table)) }
      return isKnown && !entry.value.isBlank
    }
    for key in table.keys
    where key.isRequired && !entries.contains(where: { $0.key.value == key.name }) {
      let written = all.first { $0.key.value == key.name }?.key.place
      findings.add(Diagnostic(.missingKey, at: written ?? place, ["key": key.name]))
    }
  }

  private static func unknown(_ key: Located<String>, in table: KeyTable) -> Diagnostic {
    Diagnostic(
      .unknownKey, at: key.place,
      [
        "key": key.value, "nearest": NearestWord.to(key.value, among: table.names) ?? "",
        "known": table.names.joined(separator: ", "), "schema": table.name,
      ])
  }

  /// The value of a key; asking for a key that the table lacks is our own mistake.
  package func value(_ name: String) -> YAMLValue? {
    precondition(table.kind(of: name) != nil, "\(table.name) has no key \(name)")
    return entries.first { $0.key.value == name }?.value
  }

  package func has(_ name: String) -> Bool { value(name) != nil }

  /// Where a key's value stands; the map's own place when it is absent.
  package func place(of name: String) -> SourcePlace { value(name)?.place ?? place }

  /// Where each written key's value stands.
  package var places: [String: SourcePlace] {
    Dictionary(entries.map { ($0.key.value, $0.value.place) }, uniquingKeysWith: { a, _ in a })
  }

  func wrong(_ name: String, at place: SourcePlace, _ expected: Expected) {
    findings.add(expected.diagnostic(at: place, key: name))
  }
}

// MARK: Texts

extension Fields {
  package func text(_ name: String) -> String? { located(name)?.value }

  package func located(_ name: String) -> Located<String>? {
    guard let value = value(name) else { return nil }
    guard case .scalar(let text, _) = value.content else {
      wrong(name, at: value.place, .text)
      return nil
    }
    return Located(text, at: value.place)
  }

  /// A text that must be one of a few words.
  package func choice<Choice: RawRepresentable>(_ name: String, _ type: Choice.Type = Choice.self)
    -> Choice? where Choice.RawValue == String
  {
    guard let text = located(name), case .choice(let words)? = table.kind(of: name) else {
      return nil
    }
    if words.contains(text.value), let choice = Choice(rawValue: text.value) { return choice }
    wrong(name, at: text.place, .oneOf(words, given: text.value))
    return nil
  }

  /// A word of the table's list, as text.
  package func word(_ name: String) -> String? {
    guard let text = located(name), case .choice(let words)? = table.kind(of: name) else {
      return nil
    }
    if words.contains(text.value) { return text.value }
    wrong(name, at: text.place, .oneOf(words, given: text.value))
    return nil
  }

  /// One text or a list of texts, each with its place.
  package func lines(_ name: String) -> [Located<String>] {
    guard let value = value(name) else { return [] }
    if case .scalar(let text, _) = value.content { return [Located(text, at: value.place)] }
    return texts(name, expecting: .textOrList)
  }

  package func texts(_ name: String) -> [Located<String>] { texts(name, expecting: .listOfTexts) }

  private func texts(_ name: String, expecting: Expected) -> [Located<String>] {
    guard let value = value(name) else { return [] }
    guard case .list(let items) = value.content else {
      wrong(name, at: value.place, expecting)
      return []
    }
    return items.compactMap { item in
      if case .scalar(let text, _) = item.content { return Located(text, at: item.place) }
      wrong(name, at: item.place, expecting)
      return nil
    }
  }
}

// MARK: Numbers

extension Fields {
  package func integer(_ name: String) -> Int? {
    guard let text = located(name), case .integer(let range)? = table.kind(of: name) else {
      return nil
    }
    return integer(text, in: range, key: name)
  }

  /// A whole number whose range has a message of its own.
  package func integer(_ name: String, orReport report: (Int, SourcePlace) -> Diagnostic) -> Int? {
    guard let text = located(name), case .integer(let range)? = table.kind(of: name) else {
      return nil
    }
    guard let number = Int(HalfWidth.of(text.value)) else {
      wrong(name, at: text.place, .integer(range))
      return nil
    }
    if range.contains(number) { return number }
    findings.keep(report(number, text.place))
    return nil
  }

  /// Whole percent from 0 to 100: `6%`, `6` or `0.06`.
  package func percent(_ name: String) -> Int? {
    guard let text = located(name) else { return nil }
    let isMarked = text.value.hasSuffix("%")
    let digits = isMarked ? String(text.value.dropLast()).trimmed : text.value
    if let number = Decimal10(digits)?.times(10_000) {
      let isFraction = !isMarked && number > 0 && number < 10_000
      let percent = isFraction ? (number + 50) / 100 : (number + 5_000) / 10_000
      if number >= 0, percent <= 100 { return percent }
    }
    wrong(name, at: text.place, .said(zh: "要 0–100%", en: "must be a percentage from 0 to 100"))
    return nil
  }

  package func integers(_ name: String) -> [Located<Int>] {
    texts(name, expecting: .listOfIntegers).compactMap { text in
      integer(text, in: -10_000...10_000, key: name).map { Located($0, at: text.place) }
    }
  }

  private func integer(_ text: Located<String>, in range: ClosedRange<Int>, key: String) -> Int? {
    if let number = Int(HalfWidth.of(text.value)), range.contains(number) { return number }
    wrong(key, at: text.place, .integer(range))
    return nil
  }

  /// A number with a fraction, in ten-thousandths; `85%` is 0.85.
  package func number(_ name: String) -> Int? {
    guard let text = located(name) else { return nil }
    let isPercent = text.value.hasSuffix("%")
    let digits = isPercent ? String(text.value.dropLast()).trimmed : text.value
    if let number = Decimal10(digits) { return number.times(isPercent ? 100 : 10_000) }
    wrong(name, at: text.place, .number)
    return nil
  }

  package func flag(_ name: String) -> Bool? {
    guard let text = located(name) else { return nil }
    switch text.value {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      wrong(name, at: text.place, .flag)
      return nil
    }
  }

  package func quantity(_ name: String) -> Quantity? {
    guard let text = located(name), case .length(let bare)? = table.kind(of: name) else {
      return nil
    }
    if bare == .characters, let count = Decimal10(text.value) {
      return .characters(tenThousandths: count.times(10_000))
    }
    switch Quantity.read(text.value.trimmed) {
    case .success(let quantity): return quantity
    case .failure(.noUnit):
      findings.add(Diagnostic(.missingUnit, at: text.place, ["key": name, "value": text.value]))
    case .failure(.notFinite): wrong(name, at: text.place, .finite)
    case .failure(.unknown): wrong(name, at: text.place, .length)
    }
    return nil
  }

  /// A length that needs no grid to be known.
  package func length(_ name: String) -> Length? {
    guard let quantity = quantity(name) else { return nil }
    if case .absolute(let length) = quantity { return length }
    wrong(name, at: place(of: name), .absoluteLength)
    return nil
  }

  /// `3`, or `1-4` with any dash; the ends as they were written.
  package func span(_ name: String) -> Located<(first: Int, last: Int)>? {
    guard let text = located(name) else { return nil }
    let parts = Span.parts(of: text.value)
    if parts.count == 1, let only = parts[0] { return Located((only, only), at: text.place) }
    if parts.count == 2, let first = parts[0], let last = parts[1] {
      return Located((first, last), at: text.place)
    }
    wrong(name, at: text.place, .span)
    return nil
  }
}

// MARK: Maps and lists of maps

extension Fields {
  package func map(_ name: String) -> Fields? {
    guard let value = value(name), case .map(let table)? = table.kind(of: name) else { return nil }
    return Fields(value, as: table, findings: findings)
  }

  package func maps(_ name: String) -> [Fields] {
    guard let value = value(name), case .list(let table)? = table.kind(of: name) else { return [] }
    guard case .list(let items) = value.content else {
      wrong(name, at: value.place, .listOf(table))
      return []
    }
    return items.compactMap { Fields($0, as: table, findings: findings) }
  }

  /// The entries of a map whose keys are free names.
  package func named(_ name: String) -> [YAMLValue.Entry] {
    guard let value = value(name) else { return [] }
    if case .map(let entries) = value.content { return entries }
    wrong(name, at: value.place, .named)
    return []
  }

  /// Those whose values are maps of one table.
  package func namedMaps(_ name: String) -> [(name: Located<String>, fields: Fields)] {
    guard case .named(let table?)? = self.table.kind(of: name) else { return [] }
    return named(name).compactMap { entry in
      Fields(entry.value, as: table, findings: findings).map { (entry.key, $0) }
    }
  }
}

/// Ranges as they are typed: any of the dashes of Latin and Chinese keyboards.
enum Span {
  static func parts(of text: String) -> [Int?] {
    let dashes: Set<Unicode.Scalar> = ["-", "－", "–", "—", "−", "‐", "‑", "~", "～", "〜", "至"]
    let scalars = Array(HalfWidth.of(text).unicodeScalars)
    guard let dash = scalars.dropFirst().firstIndex(where: dashes.contains) else {
      return [Int(string(scalars[...]))]
    }
    return [Int(string(scalars[..<dash])), Int(string(scalars[(dash + 1)...]))]
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).trimmed
  }
}

/// Full-width digits as a Chinese keyboard gives them, made ASCII.
package enum HalfWidth {
  package static func of(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDigit = 0xFF10...0xFF19 ~= scalar.value
      view.append(isDigit ? Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 48)) : scalar)
    }
    return String(view).trimmed
  }
}
