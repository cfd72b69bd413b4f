/// How grave a message is.
package enum Severity: String, Hashable, Sendable, Comparable {
  case note, warning, error
  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
}

/// One message to the editor or the designer: a stable code, the place it is about, and the values
/// its text is filled with. The sentence itself stands in the catalogue, in Chinese and in English.
package struct Diagnostic: Hashable, Sendable {
  package var code: Code
  package var severity: Severity
  package var place: SourcePlace
  /// Values for the `{name}` marks in the catalogue's text, in the order given.
  package var values: [Value]
  /// Other places involved, each with the code-specific label of the catalogue.
  package var related: [SourcePlace]
  /// The page, frame and article concerned, where known.
  package var page: String?
  package var frame: String?
  package var article: String?

  package struct Value: Hashable, Sendable {
    package var name: String
    package var text: String
  }

  /// `severity` is the code's own (`E…` error, `W…` warning) unless given.
  package init(
    _ code: Code, at place: SourcePlace, _ values: KeyValuePairs<String, String> = [:],
    severity: Severity? = nil, related: [SourcePlace] = [], page: String? = nil,
    frame: String? = nil, article: String? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.place = place
    self.values = values.map { Value(name: $0.key, text: $0.value) }
    self.related = related
    (self.page, self.frame, self.article) = (page, frame, article)
  }
}

/// A message's stable number: `E` or `W`, two digits of group, two of place.
package struct Code: Hashable, Sendable {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var severity: Severity { name.hasPrefix("W") ? .warning : .error }
}

/// A value, and what was noticed while making it.
package struct Diagnosed<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]
  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    (self.value, self.diagnostics) = (value, diagnostics)
  }
}
extension Diagnosed: Sendable where Value: Sendable {}
