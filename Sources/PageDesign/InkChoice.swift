import Diagnostics
import Geometry
import Schema

/// An ink as a designer asks for it (用墨): percentages, or an ink of the palette by its name, perhaps in a tint.
package struct InkChoice: Hashable, Sendable {
  /// Percent of cyan, magenta, yellow, black; black until the palette has settled a name.
  package var percents: [Int]
  package var name: Located<String>?
  /// Percent of the named ink's strength.
  package var tint: Int

  package init(percents: [Int]) { (self.percents, self.name, self.tint) = (percents, nil, 100) }

  init(name: Located<String>, tint: Int) {
    (self.percents, self.name, self.tint) = (Self.black.percents, name, tint)
  }

  package static let black = InkChoice(percents: [0, 0, 0, 100])
  package static func grey(_ percent: Int) -> InkChoice { InkChoice(percents: [0, 0, 0, percent]) }

  /// Leaves the paper white.
  fileprivate var isNone: Bool { percents.allSatisfy { $0 == 0 } || tint == 0 }
}

/// A named ink of a style sheet (色板).
package struct PaletteInk: Hashable, Sendable {
  package var name: String
  package var percents: [Int]
  package var place: SourcePlace
}

extension Fields {
  /// Four percentages, or a name and a tint: `[0, 100, 95, 5]`, `套红`, `套红 30%`.
  func ink(_ name: String) -> InkChoice? {
    guard let value = value(name) else { return nil }
    if case .scalar(let text, _) = value.content {
      return named(Located(text, at: value.place), key: name)
    }
    return InkPercents.read(value).map { InkChoice(percents: $0) }
      ?? fault(.inks, at: value.place, key: name)
  }

  /// A ground: percent of black, or an ink as above; nil for none at all.
  func tint(_ name: String) -> InkChoice? {
    guard let text = located(name) else { return nil }
    let isNumber = text.value.first.map { $0.isNumber || $0 == "." || $0 == "-" } ?? true
    let choice = isNumber ? percent(name).map { InkChoice.grey($0) } : named(text, key: name)
    return choice.flatMap { $0.isNone ? nil : $0 }
  }

  /// A list of grounds as above; none of them is nothing.
  func tints(_ name: String) -> [InkChoice]? {
    guard has(name) else { return nil }
    return texts(name).compactMap { text in
      let isNumber = text.value.first?.isNumber ?? false
      guard isNumber else { return named(text, key: name) }
      let digits = text.value.hasSuffix("%") ? text.value.dropLast() : text.value[...]
      if let percent = Int(digits), (1...100).contains(percent) { return .grey(percent) }
      return fault(
        .said(zh: "要 1–100%，或色板里的名字", en: "must be from 1 to 100 % or a name of the palette"),
        at: text.place, key: name)
    }
  }

  /// The ground of white type: `true` for black, or an ink by name.
  func ground(_ name: String) -> InkChoice? {
    guard let text = located(name) else { return nil }
    if ["true", "yes", "on"].contains(text.value) { return .black }
    if ["false", "no", "off"].contains(text.value) { return nil }
    return named(text, key: name)
  }

  private func named(_ text: Located<String>, key: String) -> InkChoice? {
    guard text.value.hasSuffix("%") else { return InkChoice(name: text, tint: 100) }
    let words = text.value.dropLast()
    let digits = words.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    let name = String(words.dropLast(digits.count)).trimmed
    guard let tint = Int(String(digits)), (0...100).contains(tint), !name.isEmpty else {
      return fault(
        .said(zh: "要色板里的名字，如 套红 30%", en: "must be a name of the palette such as 套红 30%"),
        at: text.place, key: key)
    }
    return InkChoice(name: Located(name, at: text.place), tint: tint)
  }

  private func fault(_ expected: Expected, at place: SourcePlace, key: String) -> InkChoice? {
    findings.add(expected.diagnostic(at: place, key: key))
    return nil
  }
}

/// Percentages of cyan, magenta, yellow and black, as written.
enum InkPercents {
  static func read(_ value: YAMLValue) -> [Int]? {
    guard case .list(let items) = value.content, items.count == 4 else { return nil }
    let numbers = items.compactMap { item -> Int? in
      guard case .scalar(let text, _) = item.content, let number = Int(text) else { return nil }
      return (0...100).contains(number) ? number : nil
    }
    return numbers.count == 4 ? numbers : nil
  }
}
